/* Every public call that takes an object, given none: setters and makers say which is missing and touch nothing else,
 * getters answer as an empty object would, and what frees does nothing. */
#include <followup.h>

#include <string.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_error *error;
static followup_case *of;
static followup_linter *linter;
static followup_scratch *scratch;

static void set_up(void) {
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(NULL, &of, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, error), FOLLOWUP_OK);
}

static void tear_down(void) {
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_case_free(of);
  followup_error_free(error);
}

/* `member` is what the error names as missing. */
static void refused_at(followup_status status, const char *member, int line) {
  ck_assert_msg(status == FOLLOWUP_E_ARGUMENT, "line %d: %s", line, followup_status_text(status));
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_ARGUMENT);
  ck_assert_msg(strcmp(followup_error_member(error), member) == 0, "line %d: %s", line, followup_error_message(error));
  followup_error_set(error, FOLLOWUP_OK, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
}

#define refused(status, member) refused_at(status, member, __LINE__)

START_TEST(a_case_that_is_not_there_takes_nothing) {
  followup_interview *interview = NULL;
  followup_event *event = NULL;
  followup_message *message = NULL;
  refused(followup_case_new(NULL, NULL, error), "made");
  refused(followup_case_set_id(NULL, "c", Z, error), "case");
  refused(followup_case_set_company(NULL, "Acme", Z, error), "case");
  refused(followup_case_set_role(NULL, "Clerk", Z, error), "case");
  refused(followup_case_set_applied_at(NULL, 1, error), "case");
  refused(followup_case_add_other_company(NULL, "Acme", Z, error), "case");
  refused(followup_case_add_interview(NULL, "i1", Z, &interview, error), "case");
  refused(followup_case_add_event(NULL, FOLLOWUP_EVENT_HIRE, 1, &event, error), "case");
  refused(followup_case_add_message(NULL, FOLLOWUP_KIND_THANK_YOU, &message, error), "case");
  refused(followup_case_drop_message(NULL, NULL, error), "case");
  refused(followup_case_drop_message(of, NULL, error), "message");
  ck_assert(interview == NULL && event == NULL && message == NULL);
}
END_TEST

START_TEST(only_the_last_message_of_a_case_can_be_dropped) {
  followup_message *first = NULL, *last = NULL, *elsewhere = NULL;
  followup_case *other = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &other, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(other, FOLLOWUP_KIND_THANK_YOU, &elsewhere, error), FOLLOWUP_OK);
  refused(followup_case_drop_message(of, elsewhere, error), "message");
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &first, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &last, error), FOLLOWUP_OK);
  refused(followup_case_drop_message(of, first, error), "message");
  ck_assert_uint_eq(followup_case_message_count(of), 2);
  ck_assert_int_eq(followup_case_drop_message(of, last, error), FOLLOWUP_OK);
  ck_assert_uint_eq(followup_case_message_count(of), 1);
  followup_case_free(other);
}
END_TEST

START_TEST(what_is_added_may_be_left_with_the_case) {
  ck_assert_int_eq(followup_case_add_interview(of, "i1", Z, NULL, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_event(of, FOLLOWUP_EVENT_HIRE, 1, NULL, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, NULL, error), FOLLOWUP_OK);
  followup_interview *interview = NULL;
  ck_assert_int_eq(followup_case_add_interview(of, "i2", Z, &interview, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_add_interviewer(interview, "Ana Torres", Z, NULL, error), FOLLOWUP_OK);
  ck_assert_uint_eq(followup_case_interview_count(of), 2);
  ck_assert_uint_eq(followup_case_event_count(of), 1);
  ck_assert_uint_eq(followup_case_message_count(of), 1);
  ck_assert_uint_eq(followup_interview_interviewer_count(interview), 1);
}
END_TEST

START_TEST(parts_of_a_case_that_are_not_there_take_nothing) {
  followup_interviewer *interviewer = NULL;
  refused(followup_candidate_set_name(NULL, "Kim", Z, error), "candidate");
  refused(followup_candidate_set_email(NULL, "k@x.org", Z, error), "candidate");
  refused(followup_candidate_set_time_zone(NULL, "UTC", Z, error), "candidate");
  refused(followup_interview_set_time(NULL, 1, 2, error), "interview");
  refused(followup_interview_set_time_zone(NULL, "UTC", Z, error), "interview");
  refused(followup_interview_set_stage(NULL, "onsite", Z, error), "interview");
  refused(followup_interview_set_promised_reply(NULL, "soon", Z, error), "interview");
  refused(followup_interview_set_window_ends(NULL, 1, error), "interview");
  refused(followup_interview_add_promised_material(NULL, "a plan", Z, "", Z, error), "interview");
  refused(followup_interview_add_interviewer(NULL, "Ana", Z, &interviewer, error), "interview");
  refused(followup_interviewer_set_email(NULL, "a@x.org", Z, error), "interviewer");
  refused(followup_interviewer_set_title(NULL, "CTO", Z, error), "interviewer");
  refused(followup_interviewer_add_note(NULL, "boats", Z, error), "interviewer");
  refused(followup_event_set_from(NULL, "a@x.org", Z, error), "event");
  refused(followup_event_set_promised_reply(NULL, "soon", Z, error), "event");
  ck_assert_ptr_null(interviewer);
}
END_TEST

START_TEST(a_message_that_is_not_there_takes_nothing) {
  refused(followup_message_set_id(NULL, "m", Z, error), "message");
  refused(followup_message_set_interview(NULL, "i1", Z, error), "message");
  refused(followup_message_set_from(NULL, "a@x.org", Z, error), "message");
  refused(followup_message_add_recipient(NULL, FOLLOWUP_RECIPIENTS_TO, "a@x.org", Z, error), "message");
  refused(followup_message_set_subject(NULL, "Hi", Z, error), "message");
  refused(followup_message_set_body(NULL, "Hi", Z, error), "message");
  refused(followup_message_add_attachment(NULL, "a.pdf", Z, error), "message");
  refused(followup_message_set_sent(NULL, 1, error), "message");
}
END_TEST

START_TEST(a_case_that_is_not_there_reads_as_an_empty_one) {
  ck_assert_ptr_null(followup_case_candidate(NULL));
  ck_assert_ptr_null(followup_case_calendar(NULL));
  ck_assert_str_eq(followup_case_id(NULL), "");
  ck_assert_str_eq(followup_case_company(NULL), "");
  ck_assert_str_eq(followup_case_role(NULL), "");
  ck_assert_uint_eq(followup_case_interview_count(NULL), 0);
  ck_assert_uint_eq(followup_case_event_count(NULL), 0);
  ck_assert_uint_eq(followup_case_message_count(NULL), 0);
  ck_assert_ptr_null(followup_case_interview(NULL, 0));
  ck_assert_ptr_null(followup_case_event(NULL, 0));
  ck_assert_ptr_null(followup_case_message(NULL, 0));
  ck_assert_str_eq(followup_candidate_name(NULL), "");
  ck_assert_str_eq(followup_candidate_email(NULL), "");
  ck_assert_str_eq(followup_candidate_time_zone(NULL), "");
  ck_assert_str_eq(followup_interview_id(NULL), "");
  ck_assert_int_eq(followup_interview_start(NULL), FOLLOWUP_NO_TIME);
  ck_assert_int_eq(followup_interview_end(NULL), FOLLOWUP_NO_TIME);
  ck_assert_uint_eq(followup_interview_interviewer_count(NULL), 0);
  ck_assert_ptr_null(followup_interview_interviewer(NULL, 0));
  ck_assert_str_eq(followup_interviewer_name(NULL), "");
  ck_assert_str_eq(followup_interviewer_email(NULL), "");
  ck_assert_str_eq(followup_interviewer_title(NULL), "");
  ck_assert_uint_eq(followup_interviewer_note_count(NULL), 0);
  ck_assert_ptr_null(followup_interviewer_note(NULL, 0));
  ck_assert_int_eq(followup_event_at(NULL), FOLLOWUP_NO_TIME);
}
END_TEST

START_TEST(a_message_that_is_not_there_reads_as_an_empty_one) {
  size_t length = 9;
  ck_assert_int_eq(followup_message_kind(NULL), FOLLOWUP_KIND_UNKNOWN);
  ck_assert_str_eq(followup_message_id(NULL), "");
  ck_assert_str_eq(followup_message_subject(NULL, &length), "");
  ck_assert_uint_eq(length, 0);
  length = 9;
  ck_assert_str_eq(followup_message_body(NULL, &length), "");
  ck_assert_uint_eq(length, 0);
  ck_assert_str_eq(followup_message_body(NULL, NULL), "");
  ck_assert_int_eq(followup_message_sent(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_message_from(NULL), "");
  ck_assert_uint_eq(followup_message_attachment_count(NULL), 0);
  ck_assert_ptr_null(followup_message_attachment(NULL, 0));
  ck_assert_uint_eq(followup_message_recipient_count(NULL, FOLLOWUP_RECIPIENTS_TO), 0);
  ck_assert_ptr_null(followup_message_recipient(NULL, FOLLOWUP_RECIPIENTS_TO, 0));
}
END_TEST

START_TEST(behind_the_last_entry_there_is_none) {
  followup_message *message = NULL;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_add_attachment(message, "a.pdf", Z, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_CC, "a@x.org", Z, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_message_attachment(message, 0), "a.pdf");
  ck_assert_ptr_null(followup_message_attachment(message, 1));
  ck_assert_str_eq(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_CC, 0), "a@x.org");
  ck_assert_ptr_null(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_CC, 1));
  ck_assert_ptr_null(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0));
  ck_assert_ptr_null(followup_case_message(of, 1));
  ck_assert_ptr_null(followup_case_interview(of, 0));
  ck_assert_ptr_null(followup_case_event(of, 0));
}
END_TEST

START_TEST(a_calendar_that_is_not_there_takes_nothing) {
  followup_calendar *calendar = followup_case_calendar(of);
  int64_t instant = 7;
  refused(followup_calendar_new(NULL, NULL, error), "made");
  refused(followup_calendar_set_time_zone(NULL, "UTC", Z, error), "calendar");
  refused(followup_calendar_set_region(NULL, "US", Z, error), "calendar");
  refused(followup_calendar_set_weekend(NULL, FOLLOWUP_WEEKEND_SAT_SUN, error), "calendar");
  refused(followup_calendar_set_reading(NULL, FOLLOWUP_READING_COUPLE, 0, error), "calendar");
  refused(followup_calendar_add_holiday(NULL, "2026-01-01", Z, error), "calendar");
  refused(followup_business_days_after(calendar, 1, 1, &instant, error), "calendar.time_zone");
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, "UTC", Z, error), FOLLOWUP_OK);
  refused(followup_business_days_after(calendar, 1, 1, NULL, error), "end");
  refused(followup_calendar_instant(calendar, "2026-03-05T09:00:00", Z, NULL, error), "instant");
  refused(followup_calendar_instant(NULL, "1970-01-01T00:00:01", Z, &instant, error), "calendar");
  ck_assert_int_eq(instant, 7);
  ck_assert(!followup_is_business_day(NULL, 0)); /* a Thursday */
  ck_assert(!followup_is_business_day(calendar, FOLLOWUP_NO_TIME));
  ck_assert(followup_is_business_day(calendar, 0));
}
END_TEST

START_TEST(a_policy_that_is_not_there_takes_nothing) {
  refused(followup_policy_new(NULL, NULL, error), "made");
  refused(followup_policy_use_region(NULL, "US", Z, error), "policy");
  refused(followup_policy_set_level(NULL, FOLLOWUP_RULE_PRESSURE, FOLLOWUP_LEVEL_OFF, error), "policy");
  refused(followup_policy_set_number(NULL, FOLLOWUP_NUMBER_THANK_YOU_HOURS, 1, error), "policy");
  refused(followup_policy_set_sentences(NULL, FOLLOWUP_KIND_THANK_YOU, 1, 2, error), "policy");
  refused(followup_policy_suppress_recipient(NULL, FOLLOWUP_RULE_PRESSURE, "a@x.org", Z, error), "policy");
  refused(followup_policy_suppress_fingerprint(NULL, 1, error), "policy");
}
END_TEST

START_TEST(a_policy_that_is_not_there_has_no_levels_and_no_numbers) {
  ck_assert_int_eq(followup_policy_level(NULL, FOLLOWUP_RULE_PRESSURE, FOLLOWUP_KIND_THANK_YOU), FOLLOWUP_LEVEL_OFF);
  ck_assert_int_eq(followup_policy_number(NULL, FOLLOWUP_NUMBER_THANK_YOU_HOURS), -1);
  ck_assert_int_eq(followup_policy_least_sentences(NULL, FOLLOWUP_KIND_THANK_YOU), -1);
  ck_assert_int_eq(followup_policy_most_sentences(NULL, FOLLOWUP_KIND_THANK_YOU), -1);
}
END_TEST

START_TEST(judging_needs_a_case_a_message_of_it_and_somewhere_for_the_report) {
  followup_report *report = NULL;
  followup_message *message = NULL, *elsewhere = NULL;
  followup_case *other = NULL;
  size_t count = 7;
  ck_assert_int_eq(followup_case_new(NULL, &other, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(other, FOLLOWUP_KIND_THANK_YOU, &elsewhere, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, error), FOLLOWUP_OK);
  refused(followup_linter_new(NULL, NULL, NULL, error), "made");
  refused(followup_scratch_new(NULL, &scratch, error), "linter");
  refused(followup_scratch_new(linter, NULL, error), "made");
  refused(followup_lint_message(linter, scratch, NULL, message, 1, &report, error), "case");
  refused(followup_lint_message(linter, scratch, of, NULL, 1, &report, error), "message");
  refused(followup_lint_message(linter, scratch, of, elsewhere, 1, &report, error), "message");
  refused(followup_lint_message(linter, scratch, of, message, 1, NULL, error), "report");
  refused(followup_lint_case(linter, scratch, NULL, 1, &report, error), "case");
  refused(followup_lint_case(linter, scratch, of, 1, NULL, error), "report");
  refused(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, "Hi", Z, NULL, error), "report");
  refused(followup_guess_kind(linter, scratch, "", Z, "Hi", Z, NULL, error), "kind");
  refused(followup_prose_sentences(linter, scratch, "Hi.", Z, NULL, error), "count");
  ck_assert_ptr_null(report);
  ck_assert_int_eq(followup_prose_sentences(linter, scratch, NULL, 3, &count, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_uint_eq(count, 7);
  followup_case_free(other);
}
END_TEST

START_TEST(a_report_that_is_not_there_reads_as_an_empty_one) {
  size_t start = 7, end = 7;
  const char *text = NULL;
  ck_assert_uint_eq(followup_report_count(NULL), 0);
  ck_assert_ptr_null(followup_report_finding(NULL, 0));
  ck_assert_int_eq(followup_report_worst(NULL), FOLLOWUP_LEVEL_OFF);
  ck_assert_int_eq(followup_finding_rule(NULL), FOLLOWUP_RULE_NONE);
  ck_assert_int_eq(followup_finding_level(NULL), FOLLOWUP_LEVEL_OFF);
  ck_assert_str_eq(followup_finding_message(NULL), "");
  ck_assert_int_eq(followup_finding_kind(NULL), FOLLOWUP_KIND_UNKNOWN);
  followup_finding_part(NULL);
  ck_assert_uint_eq(followup_finding_index(NULL), FOLLOWUP_NOWHERE);
  ck_assert(!followup_finding_span(NULL, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_uint_eq(start + end, 14);
  ck_assert_str_eq(followup_finding_text(NULL), "");
  ck_assert_uint_eq(followup_finding_fingerprint(NULL), 0);
  refused(followup_report_explanation(NULL, 0, &text, error), "index");
  refused(followup_report_suggestion(NULL, 0, &text, error), "index");
  ck_assert(!followup_report_fix(NULL, 0, &text));
  ck_assert_ptr_null(text);
}
END_TEST

START_TEST(a_finding_has_a_place_in_every_unit_and_in_no_other) {
  followup_report *report = NULL;
  size_t start = 7, end = 7;
  const char *text = NULL;
  ck_assert_int_eq(
      followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, "\xC3\x9Cm, [date]!", Z, &report, error),
      FOLLOWUP_OK);
  const followup_finding *finding = NULL;
  size_t at = 0;
  for (; at < followup_report_count(report); at++) {
    finding = followup_report_finding(report, at);
    if (followup_finding_rule(finding) == FOLLOWUP_RULE_PLACEHOLDER) break;
  }
  ck_assert_uint_lt(at, followup_report_count(report));
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert(start == 5 && end == 11);
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_CODE_POINTS, &start, &end));
  ck_assert(start == 4 && end == 10);
  start = 7;
  ck_assert(!followup_finding_span(finding, (followup_unit)-1, &start, &end));
  ck_assert(!followup_finding_span(finding, (followup_unit)99, &start, &end));
  ck_assert_uint_eq(start, 7);
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, NULL, NULL));
  refused(followup_report_explanation(report, at, NULL, error), "text");
  refused(followup_report_explanation(report, 99, &text, error), "index");
  ck_assert(!followup_report_fix(report, at, NULL));
  ck_assert_ptr_null(followup_report_finding(report, followup_report_count(report)));
  followup_report_free(report);
}
END_TEST

START_TEST(a_plan_that_is_not_there_reads_as_an_empty_one) {
  followup_plan *plan = NULL;
  refused(followup_plan_make(NULL, NULL, 1, &plan, error), "case");
  refused(followup_plan_make(NULL, of, 1, NULL, error), "made");
  ck_assert_ptr_null(plan);
  ck_assert_uint_eq(followup_plan_count(NULL), 0);
  ck_assert_ptr_null(followup_plan_at(NULL, 0));
  ck_assert_str_eq(followup_action_interview(NULL), "");
  ck_assert_str_eq(followup_action_to(NULL), "");
  ck_assert_str_eq(followup_action_to_name(NULL), "");
  ck_assert_str_eq(followup_action_what(NULL), "");
  ck_assert_int_eq(followup_action_opens(NULL), FOLLOWUP_NO_TIME);
  ck_assert_int_eq(followup_action_due(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_action_time_zone(NULL), "");
  ck_assert_str_eq(followup_action_opens_local(NULL), "");
  ck_assert_str_eq(followup_action_due_local(NULL), "");
  ck_assert_str_eq(followup_action_done_by(NULL), "");
  ck_assert(!followup_action_late(NULL));
  ck_assert(!followup_action_optional(NULL));
  ck_assert_str_eq(followup_action_because(NULL), "");
  ck_assert_ptr_null(followup_action_kind_name((followup_action_kind)0));
  ck_assert_ptr_null(followup_action_state_name((followup_action_state)0));
}
END_TEST

START_TEST(a_record_that_is_not_there_reads_as_an_empty_one) {
  followup_record *record = NULL;
  refused(followup_record_make(NULL, NULL, 1, &record, error), "case");
  refused(followup_record_make(NULL, of, 1, NULL, error), "made");
  ck_assert_ptr_null(record);
  ck_assert_uint_eq(followup_record_interviewers(NULL), 0);
  ck_assert_uint_eq(followup_record_thanked(NULL), 0);
  ck_assert_uint_eq(followup_record_thanked_in_time(NULL), 0);
  ck_assert_int_eq(followup_record_median_delay(NULL), FOLLOWUP_NO_TIME);
  ck_assert_uint_eq(followup_record_notes_held(NULL), 0);
  ck_assert_uint_eq(followup_record_notes_taken_up(NULL), 0);
  ck_assert_uint_eq(followup_record_materials_promised(NULL), 0);
  ck_assert_uint_eq(followup_record_materials_in_time(NULL), 0);
  ck_assert_uint_eq(followup_record_early_status_checks(NULL), 0);
  ck_assert_ptr_null(followup_record_early_status_check(NULL, 0));
  ck_assert_uint_eq(followup_record_most_unsolicited(NULL), 0);
  ck_assert_uint_eq(followup_record_never_thanked_count(NULL), 0);
  ck_assert_ptr_null(followup_record_never_thanked(NULL, 0));
}
END_TEST

START_TEST(a_comparison_that_is_not_there_reads_as_an_empty_one) {
  followup_similarity *similarity = NULL;
  size_t place;
  refused(followup_similarity_read(linter, scratch, "a", Z, "b", Z, "", Z, NULL, error), "similarity");
  ck_assert_double_eq(followup_similarity_share(NULL), 0);
  ck_assert(!followup_similarity_same(NULL));
  ck_assert_uint_eq(followup_similarity_passage_count(NULL), 0);
  ck_assert(!followup_similarity_passage(NULL, 0, &place, &place, &place, &place));
  refused(followup_comparison_new(linter, NULL, error), "made");
  refused(followup_comparison_add(NULL, "a", Z, "", Z, 0, error), "comparison");
  refused(followup_comparison_run(NULL, 0.5, error), "comparison");
  ck_assert_uint_eq(followup_comparison_count(NULL), 0);
  ck_assert(!followup_comparison_nearest(NULL, 0, NULL, NULL, NULL));
  ck_assert(!followup_comparison_is_settled(NULL, 0));
  followup_comparison_clear(NULL);
  ck_assert_ptr_null(similarity);
}
END_TEST

START_TEST(uptake_of_nothing_is_none) {
  followup_uptake *uptake = NULL;
  size_t start = 7, end = 7;
  const char *const notes[] = {"boats"};
  refused(followup_uptake_read_text(linter, scratch, "Hi", Z, notes, 1, NULL, error), "uptake");
  refused(followup_uptake_read_text(linter, scratch, "Hi", Z, NULL, 1, &uptake, error), "notes");
  refused(followup_uptake_read_message(linter, scratch, NULL, NULL, &uptake, error), "message");
  ck_assert_ptr_null(uptake);
  ck_assert_uint_eq(followup_uptake_count(NULL), 0);
  ck_assert_uint_eq(followup_uptake_note(NULL, 0), FOLLOWUP_NOWHERE);
  ck_assert_double_eq(followup_uptake_sureness(NULL, 0), 0);
  ck_assert(!followup_uptake_span(NULL, 0, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_uint_eq(followup_uptake_detail_count(NULL), 0);
  ck_assert(!followup_uptake_detail_span(NULL, 0, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_uint_eq(start + end, 14);
}
END_TEST

START_TEST(a_window_that_is_not_there_promises_nothing) {
  followup_window *window = NULL;
  size_t start = 7, end = 7;
  followup_calendar *calendar = followup_case_calendar(of);
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, "UTC", Z, error), FOLLOWUP_OK);
  refused(followup_window_read("by Friday", Z, 0, NULL, &window, error), "calendar");
  refused(followup_window_read("by Friday", Z, 0, calendar, NULL, error), "window");
  refused(followup_window_read(NULL, 9, 0, calendar, &window, error), "words");
  ck_assert_ptr_null(window);
  ck_assert_int_eq(followup_window_end(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_window_end_local(NULL), "");
  ck_assert(!followup_window_span(NULL, &start, &end));
  ck_assert_uint_eq(start + end, 14);
  ck_assert_str_eq(followup_window_form(NULL), "");
  ck_assert_uint_eq(followup_window_assumption_count(NULL), 0);
  ck_assert_ptr_null(followup_window_assumption(NULL, 0));
  ck_assert_int_eq(followup_window_alternative_end(NULL), FOLLOWUP_NO_TIME);
}
END_TEST

START_TEST(a_context_needs_both_halves_of_an_allocator) {
  followup_context *context = NULL;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_context_new((followup_allocate)(void (*)(void))set_up, NULL, NULL, &context),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_context_new(NULL, (followup_release)(void (*)(void))set_up, NULL, &context),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(context);
  refused(followup_context_set_text_limit(NULL, 9, error), "text limit");
  refused(followup_context_set_zone_directory(NULL, "/", Z, error), "context");
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  refused(followup_context_set_text_limit(context, 0, error), "text limit");
  refused(followup_context_set_text_limit(context, ((size_t)1 << 30) + 1, error), "text limit");
  ck_assert_int_eq(followup_context_set_text_limit(context, (size_t)1 << 30, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, 1, error), FOLLOWUP_OK);
  followup_context_free(context);
}
END_TEST

START_TEST(an_error_that_is_not_there_tells_nothing) {
  ck_assert_int_eq(followup_error_new(NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_error_status(NULL), FOLLOWUP_OK);
  ck_assert_str_eq(followup_error_message(NULL), "");
  ck_assert_str_eq(followup_error_reason(NULL), "");
  ck_assert_str_eq(followup_error_member(NULL), "");
  ck_assert_uint_eq(followup_error_offset(NULL), FOLLOWUP_NOWHERE);
  ck_assert_uint_eq(followup_error_line(NULL), FOLLOWUP_NOWHERE);
  ck_assert_int_eq(followup_case_new(NULL, NULL, NULL), FOLLOWUP_E_ARGUMENT);
}
END_TEST

START_TEST(names_that_are_not_there_name_nothing) {
  followup_number number = FOLLOWUP_NUMBER_THANK_YOU_HOURS;
  followup_level level = FOLLOWUP_LEVEL_NOTE;
  followup_event_kind kind = FOLLOWUP_EVENT_HIRE;
  ck_assert(!followup_number_from_name(NULL, Z, &number));
  ck_assert(!followup_number_from_name("thank_you_hours", Z, NULL));
  ck_assert(!followup_level_from_name("note", Z, NULL));
  ck_assert(!followup_level_from_name(NULL, Z, &level));
  ck_assert(!followup_event_kind_from_name(NULL, Z, &kind));
  ck_assert(!followup_event_kind_from_name("hire", Z, NULL));
  ck_assert_int_eq(followup_kind_from_name(NULL, Z), FOLLOWUP_KIND_UNKNOWN);
  ck_assert_int_eq(followup_rule_from_name(NULL, Z), FOLLOWUP_RULE_NONE);
  ck_assert_int_eq(followup_rule_at(followup_rule_count()), FOLLOWUP_RULE_NONE);
  ck_assert(number == FOLLOWUP_NUMBER_THANK_YOU_HOURS && level == FOLLOWUP_LEVEL_NOTE && kind == FOLLOWUP_EVENT_HIRE);
}
END_TEST

START_TEST(freeing_nothing_does_nothing) {
  followup_case_free(NULL);
  followup_calendar_free(NULL);
  followup_policy_free(NULL);
  followup_context_free(NULL);
  followup_linter_free(NULL);
  followup_scratch_free(NULL);
  followup_report_free(NULL);
  followup_plan_free(NULL);
  followup_record_free(NULL);
  followup_similarity_free(NULL);
  followup_comparison_free(NULL);
  followup_uptake_free(NULL);
  followup_window_free(NULL);
  followup_error_free(NULL);
  ck_assert_uint_eq(followup_case_message_count(of), 0);
}
END_TEST

START_TEST(numbers_beyond_an_enumeration_have_no_name_and_an_output_may_be_left_out) {
  static const char *const notes[] = {"the tide machine"};
  static const char body[] = "Dear Ana,\n\nThank you for showing me the tide machine.\n\nBest,\nKim\n";
  followup_register tone = FOLLOWUP_REGISTER_NEUTRAL;
  followup_uptake *uptake = NULL;
  ck_assert(!followup_register_from_name("formal", Z, NULL));
  ck_assert(!followup_register_from_name(NULL, 0, &tone));
  ck_assert(followup_register_from_name("formal", Z, &tone) && tone == FOLLOWUP_REGISTER_FORMAL);
  ck_assert_ptr_null(followup_level_name((followup_level)-1));
  ck_assert_ptr_null(followup_level_name((followup_level)4));
  ck_assert_ptr_null(followup_family_name((followup_family)0));
  ck_assert_ptr_null(followup_family_name((followup_family)5));
  ck_assert_ptr_null(followup_part_name((followup_part)-1));
  ck_assert(!followup_rule_applies_to(FOLLOWUP_RULE_NO_THANKS, (followup_kind)-1));
  ck_assert(!followup_rule_applies_to(FOLLOWUP_RULE_NO_THANKS, (followup_kind)99));
  ck_assert_int_eq(followup_event_kind_of(NULL), 0);
  ck_assert_int_eq(followup_action_kind_of(NULL), 0);
  ck_assert_int_eq(followup_action_state_of(NULL), 0);
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, body, Z, notes, 1, &uptake, error), FOLLOWUP_OK);
  ck_assert(followup_uptake_span(uptake, 0, FOLLOWUP_UNIT_BYTES, NULL, NULL));
  ck_assert(!followup_uptake_span(uptake, 0, (followup_unit)-1, NULL, NULL));
  followup_uptake_free(uptake);
  followup_interview *interview = NULL;
  ck_assert_int_eq(followup_case_add_interview(of, "onsite", Z, &interview, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_add_interviewer(interview, "Ana Torres", Z, NULL, error), FOLLOWUP_OK);
  ck_assert_uint_eq(followup_interview_interviewer_count(interview), 1);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_case_that_is_not_there_takes_nothing,
                                only_the_last_message_of_a_case_can_be_dropped,
                                what_is_added_may_be_left_with_the_case,
                                parts_of_a_case_that_are_not_there_take_nothing,
                                a_message_that_is_not_there_takes_nothing,
                                a_case_that_is_not_there_reads_as_an_empty_one,
                                a_message_that_is_not_there_reads_as_an_empty_one,
                                behind_the_last_entry_there_is_none,
                                a_calendar_that_is_not_there_takes_nothing,
                                a_policy_that_is_not_there_takes_nothing,
                                a_policy_that_is_not_there_has_no_levels_and_no_numbers,
                                judging_needs_a_case_a_message_of_it_and_somewhere_for_the_report,
                                a_report_that_is_not_there_reads_as_an_empty_one,
                                a_finding_has_a_place_in_every_unit_and_in_no_other,
                                a_plan_that_is_not_there_reads_as_an_empty_one,
                                a_record_that_is_not_there_reads_as_an_empty_one,
                                a_comparison_that_is_not_there_reads_as_an_empty_one,
                                uptake_of_nothing_is_none,
                                a_window_that_is_not_there_promises_nothing,
                                a_context_needs_both_halves_of_an_allocator,
                                an_error_that_is_not_there_tells_nothing,
                                names_that_are_not_there_name_nothing,
                                freeing_nothing_does_nothing,
                                numbers_beyond_an_enumeration_have_no_name_and_an_output_may_be_left_out,
                                NULL};
  return run_tests_with("nothing", tests, set_up, tear_down);
}
