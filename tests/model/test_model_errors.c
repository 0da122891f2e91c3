#include <check.h>

#include "support/case_fixture.h"
#include "support/run.h"

static void check_error(followup_status status, const char *member, const char *reason) {
  ck_assert_int_eq(followup_error_status(error), status);
  ck_assert_str_eq(followup_error_member(error), member);
  ck_assert_str_eq(followup_error_reason(error), reason);
}

START_TEST(a_double_interview_id_is_refused) {
  add_interview("onsite", 5000);
  followup_interview *untouched = NULL;
  followup_status status = followup_case_add_interview(of, "onsite", ZERO_TERMINATED, &untouched, error);
  ck_assert_int_eq(status, FOLLOWUP_E_ARGUMENT);
  check_error(FOLLOWUP_E_ARGUMENT, "interviews[1].id", "another interview has it already");
  ck_assert_ptr_null(untouched);
  ck_assert_uint_eq(followup_case_interview_count(of), 1);
  const char *others[] = {"Onsite", "onsite ", "onsit", "b", "a", "c"};
  for (int i = 0; i < 6; i++)
    ck_assert_int_eq(followup_case_add_interview(of, others[i], ZERO_TERMINATED, NULL, error), FOLLOWUP_OK);
  for (int i = 0; i < 6; i++)
    ck_assert_int_eq(followup_case_add_interview(of, others[i], ZERO_TERMINATED, NULL, error), FOLLOWUP_E_ARGUMENT);
}
END_TEST

START_TEST(an_error_names_the_part_at_fault) {
  add_interview("first", 5000);
  followup_interview *second = add_interview("second", 6000);
  add_interviewer(second, "Priya", NULL);
  followup_interviewer *sam = add_interviewer(second, "Sam", NULL);
  followup_interviewer_set_email(sam, "sam", ZERO_TERMINATED, error);
  check_error(FOLLOWUP_E_ARGUMENT, "interviews[1].panel[1].email", "not an address: no @ in it");
  ck_assert_str_eq(followup_error_message(error), "interviews[1].panel[1].email: not an address: no @ in it");
  followup_interviewer_add_note(sam, "a\xC0", ZERO_TERMINATED, error);
  check_error(FOLLOWUP_E_UTF8, "interviews[1].panel[1].notes[0]", "invalid UTF-8 at offset 1");
  ck_assert_uint_eq(followup_error_offset(error), 1);
  followup_interview_add_interviewer(second, " \t\r\n", ZERO_TERMINATED, NULL, error);
  check_error(FOLLOWUP_E_ARGUMENT, "interviews[1].panel[2].name", "is empty");
  followup_interview_add_promised_material(second, "x", ZERO_TERMINATED, "", 0, error);
  check_error(FOLLOWUP_E_ARGUMENT, "interviews[1].promised_materials[0].to", "not an address: it is empty");
  followup_message *message = add_message();
  add_to(message, "a@x.example");
  followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, "<", ZERO_TERMINATED, error);
  check_error(FOLLOWUP_E_ARGUMENT, "messages[0].to[1]", "not an address: < and > do not match");
  followup_message_set_body(message, NULL, 0, error);
  check_error(FOLLOWUP_E_ARGUMENT, "messages[0].body", "is NULL");
  followup_candidate_set_time_zone(followup_case_candidate(of), "Mars/Olympus", ZERO_TERMINATED, error);
  check_error(FOLLOWUP_E_TIME_ZONE, "candidate.time_zone", "unknown time zone \"Mars/Olympus\"");
}
END_TEST

START_TEST(an_interview_that_ends_before_it_starts_is_refused) {
  followup_interview *interview = add_interview("onsite", 5000);
  ck_assert_int_eq(followup_interview_set_time(interview, 10, 9, error), FOLLOWUP_E_ARGUMENT);
  check_error(FOLLOWUP_E_ARGUMENT, "interviews[0].end", "is before the start");
  ck_assert_int_eq(followup_interview_set_time(interview, FOLLOWUP_NO_TIME, 9, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_interview_start(interview), 4000);
  ck_assert_int_eq(followup_interview_end(interview), 5000);
  ck_assert_int_eq(followup_interview_set_time(interview, 10, 10, error), FOLLOWUP_OK);
}
END_TEST

START_TEST(unknown_numbers_are_refused) {
  followup_event *event = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_case_add_event(of, (followup_event_kind)8, 1, &event, error), FOLLOWUP_E_UNKNOWN);
  check_error(FOLLOWUP_E_UNKNOWN, "events[0].kind", "not known to this version");
  ck_assert_int_eq(followup_case_add_message(of, (followup_kind)9, &message, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_case_add_event(of, FOLLOWUP_EVENT_HIRE, FOLLOWUP_NO_TIME, &event, error),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(event);
  ck_assert_ptr_null(message);
  message = add_message();
  followup_status status =
      followup_message_add_recipient(message, (followup_recipients)0, "a@x.example", ZERO_TERMINATED, error);
  ck_assert_int_eq(status, FOLLOWUP_E_UNKNOWN);
}
END_TEST

START_TEST(a_calendar_refuses_what_is_no_region_and_no_date) {
  followup_calendar *calendar = followup_case_calendar(of);
  followup_calendar_set_region(calendar, "GB", ZERO_TERMINATED, error);
  const char *regions[] = {"", "G", "GBR", "G1", "1G", "é", "[[", "{z", "@A", "`a"};
  for (int i = 0; i < 10; i++)
    ck_assert_int_eq(followup_calendar_set_region(calendar, regions[i], ZERO_TERMINATED, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(calendar->region, "GB");
  ck_assert_int_eq(followup_calendar_add_holiday(calendar, "2026-02-29", ZERO_TERMINATED, error), FOLLOWUP_E_ARGUMENT);
  check_error(FOLLOWUP_E_ARGUMENT, "calendar.holidays", "not a date as YYYY-MM-DD");
  ck_assert_uint_eq(calendar->holidays.count, 0);
}
END_TEST

START_TEST(a_failed_set_keeps_what_was_there) {
  followup_candidate *candidate = followup_case_candidate(of);
  followup_candidate_set_name(candidate, "Amara", ZERO_TERMINATED, error);
  followup_candidate_set_email(candidate, "a@x.example", ZERO_TERMINATED, error);
  followup_candidate_set_time_zone(candidate, "Europe/London", ZERO_TERMINATED, error);
  const struct time_zone *london = candidate->zone.zone;
  ck_assert_int_eq(followup_candidate_set_name(candidate, "\xFF", 1, error), FOLLOWUP_E_UTF8);
  ck_assert_int_eq(followup_candidate_set_name(candidate, "a\0b", 3, error), FOLLOWUP_E_UTF8);
  ck_assert_int_eq(followup_candidate_set_email(candidate, "a b@x.example", ZERO_TERMINATED, error),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_candidate_set_time_zone(candidate, "", 0, error), FOLLOWUP_E_TIME_ZONE);
  ck_assert_str_eq(followup_candidate_name(candidate), "Amara");
  ck_assert_str_eq(followup_candidate_email(candidate), "a@x.example");
  ck_assert_str_eq(followup_candidate_time_zone(candidate), "Europe/London");
  ck_assert_ptr_eq(candidate->zone.zone, london);
}
END_TEST

START_TEST(a_text_longer_than_the_limit_is_refused) {
  followup_context *context;
  followup_case *small;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, 4, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(context, &small, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(small, "abcd", 4, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(small, "abcde", 5, error), FOLLOWUP_E_LIMIT);
  ck_assert_str_eq(followup_error_member(error), "application.role");
  ck_assert_str_eq(followup_case_role(small), "abcd");
  followup_case_free(small);
  followup_context_free(context);
}
END_TEST

static void check_setters_without_a_handle(void) {
  ck_assert_int_eq(followup_case_set_id(NULL, "x", 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_case_add_interview(NULL, "x", 1, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_case_add_message(NULL, FOLLOWUP_KIND_THANK_YOU, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_case_add_event(NULL, FOLLOWUP_EVENT_HIRE, 1, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_candidate_set_name(NULL, "x", 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_set_region(NULL, "US", 2, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_interview_set_time(NULL, 1, 2, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_interview_add_interviewer(NULL, "x", 1, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_interviewer_add_note(NULL, "x", 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_event_set_from(NULL, "x", 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_message_set_body(NULL, "x", 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_message_set_sent(NULL, 1, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_case_new(NULL, NULL, NULL), FOLLOWUP_E_ARGUMENT);
}

START_TEST(no_handle_is_an_error_and_not_a_crash) {
  check_setters_without_a_handle();
  size_t length = 7;
  ck_assert_str_eq(followup_case_company(NULL), "");
  ck_assert_ptr_null(followup_case_candidate(NULL));
  ck_assert_ptr_null(followup_case_calendar(NULL));
  ck_assert_uint_eq(followup_case_message_count(NULL), 0);
  ck_assert_ptr_null(followup_case_interview(NULL, 0));
  ck_assert_str_eq(followup_candidate_time_zone(NULL), "");
  ck_assert_int_eq(followup_interview_end(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_interviewer_name(NULL), "");
  ck_assert_ptr_null(followup_interviewer_note(NULL, 0));
  ck_assert_int_eq(followup_event_at(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_message_body(NULL, &length), "");
  ck_assert_uint_eq(length, 0);
  ck_assert_ptr_null(followup_message_recipient(NULL, FOLLOWUP_RECIPIENTS_TO, 0));
  followup_case_free(NULL);
}
END_TEST

int main(void) {
  return run_tests_with(
      "model errors",
      (const TTest *[]){a_double_interview_id_is_refused, an_error_names_the_part_at_fault,
                        an_interview_that_ends_before_it_starts_is_refused, unknown_numbers_are_refused,
                        a_calendar_refuses_what_is_no_region_and_no_date, a_failed_set_keeps_what_was_there,
                        a_text_longer_than_the_limit_is_refused, no_handle_is_an_error_and_not_a_crash, NULL},
      set_up_case, tear_down_case);
}
