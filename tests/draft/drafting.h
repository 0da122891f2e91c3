/* Drafts of the case of plan/building.h, for tests that look into them. */
#ifndef FOLLOWUP_TESTS_DRAFT_DRAFTING_H
#define FOLLOWUP_TESTS_DRAFT_DRAFTING_H

#include "plan/building.h"

/* The draft made last, and the error of the last call. */
extern followup_draft *draft;
extern followup_error *error;

void set_up_drafting(void);
void tear_down_drafting(void);

/* Drafts the action of that kind to that person in the plan of that time; `given` is another receiver, or NULL. */
followup_status make(followup_action_kind kind, const char *to, const char *now, followup_register tone,
                     const char *given);
/* The same in the neutral register; the body. */
const char *body(followup_action_kind kind, const char *to, const char *now);

/* An interview with Ana Torres, who has two notes, on Tuesday 3 March, until 15:00 in London. */
void onsite(void);
followup_interview *with_promise(const char *words);

#define check_says(text, wanted) ck_assert_msg(strstr(text, wanted) != NULL, "no \"%s\" in:\n%s", wanted, text)
#define check_silent(text, unwanted) ck_assert_msg(strstr(text, unwanted) == NULL, "\"%s\" in:\n%s", unwanted, text)

#endif
