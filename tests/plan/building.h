/* Cases for tests of plans and records, a line for each fact. Times are as scene_time() takes them. */
#ifndef FOLLOWUP_TESTS_PLAN_BUILDING_H
#define FOLLOWUP_TESTS_PLAN_BUILDING_H

#include <check.h>
#include <string.h>

#include <followup.h>

#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define HOUR INT64_C(3600000)

/* The case of the running test, made before it and freed after it. */
extern followup_case *of;

void make_case(void);
void free_case(void);

/* An interview in London of an hour; NULL leaves the zone out. */
followup_interview *interview(const char *id, const char *end);
/* Notes are separated by |. */
void person(followup_interview *interview, const char *name, const char *email, const char *notes);
void material(followup_interview *interview, const char *what, const char *to);
followup_event *event(followup_event_kind kind, const char *at);
void promise(followup_event *event, const char *words);
followup_message *sent(const char *id, followup_kind kind, const char *to, const char *at);
void apply(const char *at);
void holiday(const char *date);

/* The action of that kind, to that address or name ("" for nobody), or NULL. */
const followup_action *find(const followup_plan *plan, followup_action_kind kind, const char *to);

/* The plan at a time, freed with the case. */
const followup_plan *plan_at(const char *now);
const followup_plan *plan_with(const followup_policy *policy, const char *now);

#define check_state(action, wanted)                                                         \
  do {                                                                                      \
    ck_assert_ptr_nonnull(action);                                                          \
    ck_assert_str_eq(followup_action_state_name(followup_action_state_of(action)), wanted); \
  } while (0)

#define check_times(action, opens, due)                           \
  do {                                                            \
    ck_assert_ptr_nonnull(action);                                \
    ck_assert_str_eq(followup_action_opens_local(action), opens); \
    ck_assert_str_eq(followup_action_due_local(action), due);     \
  } while (0)

#endif
