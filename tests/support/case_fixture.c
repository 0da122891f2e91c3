#include "support/case_fixture.h"

#include <check.h>

followup_error *error;
followup_case *of;

void set_up_case(void) {
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(NULL, &of, error), FOLLOWUP_OK);
}

void tear_down_case(void) {
  followup_case_free(of);
  followup_error_free(error);
}

followup_interview *add_interview(const char *id, int64_t end) {
  followup_interview *interview = NULL;
  ck_assert_int_eq(followup_case_add_interview(of, id, ZERO_TERMINATED, &interview, error), FOLLOWUP_OK);
  if (end != FOLLOWUP_NO_TIME)
    ck_assert_int_eq(followup_interview_set_time(interview, end - 1000, end, error), FOLLOWUP_OK);
  return interview;
}

followup_interviewer *add_interviewer(followup_interview *interview, const char *name, const char *email) {
  followup_interviewer *added = NULL;
  ck_assert_int_eq(followup_interview_add_interviewer(interview, name, ZERO_TERMINATED, &added, error), FOLLOWUP_OK);
  if (email != NULL)
    ck_assert_int_eq(followup_interviewer_set_email(added, email, ZERO_TERMINATED, error), FOLLOWUP_OK);
  return added;
}

followup_message *add_message(void) {
  followup_message *message = NULL;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, error), FOLLOWUP_OK);
  return message;
}

void add_to(followup_message *message, const char *mailbox) {
  ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, mailbox, ZERO_TERMINATED, error),
                   FOLLOWUP_OK);
}
