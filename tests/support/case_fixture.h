/* A case, made before each test and freed after it, and short ways to fill it. */
#ifndef FOLLOWUP_TESTS_CASE_FIXTURE_H
#define FOLLOWUP_TESTS_CASE_FIXTURE_H

#include "model/queries.h"

#define ZERO_TERMINATED FOLLOWUP_ZERO_TERMINATED

extern followup_error *error;
extern followup_case *of;

void set_up_case(void);
void tear_down_case(void);

/* Ended then and a second long; FOLLOWUP_NO_TIME leaves it without a time. */
followup_interview *add_interview(const char *id, int64_t end);
/* `email` may be NULL. */
followup_interviewer *add_interviewer(followup_interview *interview, const char *name, const char *email);
followup_message *add_message(void);
void add_to(followup_message *message, const char *mailbox);

#endif
