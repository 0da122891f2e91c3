#include <check.h>
#include <stdio.h>

#include "time/civil.h"

#include "support/case_fixture.h"
#include "support/run.h"

START_TEST(an_empty_case_has_nothing_in_it) {
  ck_assert_str_eq(followup_case_id(of), "");
  ck_assert_str_eq(followup_case_company(of), "");
  ck_assert_str_eq(followup_case_role(of), "");
  ck_assert_uint_eq(followup_case_interview_count(of), 0);
  ck_assert_uint_eq(followup_case_event_count(of), 0);
  ck_assert_uint_eq(followup_case_message_count(of), 0);
  ck_assert_ptr_null(followup_case_interview(of, 0));
  ck_assert_ptr_null(followup_case_event(of, 0));
  ck_assert_ptr_null(followup_case_message(of, 0));
  ck_assert_str_eq(followup_candidate_name(followup_case_candidate(of)), "");
  ck_assert_int_eq(of->applied_at, FOLLOWUP_NO_TIME);
  ck_assert(!case_has_panel(of));
}
END_TEST

START_TEST(a_case_gives_back_its_texts) {
  ck_assert_int_eq(followup_case_set_id(of, "c1", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_company(of, "Northwind RoboticsXX", 18, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(of, "Field Engineer", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(of, "Engineer", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_applied_at(of, 17, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_other_company(of, "Contoso Freight", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_case_id(of), "c1");
  ck_assert_str_eq(followup_case_company(of), "Northwind Robotics");
  ck_assert_str_eq(followup_case_role(of), "Engineer");
  ck_assert_int_eq(of->applied_at, 17);
  ck_assert_uint_eq(of->other_companies.count, 1);
  ck_assert_str_eq(of->other_companies.items[0].bytes, "Contoso Freight");
}
END_TEST

START_TEST(a_candidate_gives_back_its_texts) {
  followup_candidate *candidate = followup_case_candidate(of);
  ck_assert_int_eq(followup_candidate_set_name(candidate, "Amara Okafor", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_email(candidate, "amara@example.org", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_time_zone(candidate, "America/Chicago", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_candidate_name(candidate), "Amara Okafor");
  ck_assert_str_eq(followup_candidate_email(candidate), "amara@example.org");
  ck_assert_str_eq(followup_candidate_time_zone(candidate), "America/Chicago");
  ck_assert_int_eq(followup_candidate_set_email(candidate, "", 0, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_candidate_email(candidate), "");
}
END_TEST

START_TEST(a_text_may_be_set_to_itself) {
  followup_candidate *candidate = followup_case_candidate(of);
  ck_assert_int_eq(followup_candidate_set_name(candidate, "Amara", ZERO_TERMINATED, error), FOLLOWUP_OK);
  const char *name = followup_candidate_name(candidate);
  ck_assert_int_eq(followup_candidate_set_name(candidate, name, ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_candidate_name(candidate), "Amara");
}
END_TEST

START_TEST(an_interview_gives_back_what_was_said) {
  followup_interview *interview = add_interview("onsite", 5000);
  ck_assert_str_eq(followup_interview_id(interview), "onsite");
  ck_assert_int_eq(followup_interview_start(interview), 4000);
  ck_assert_int_eq(followup_interview_end(interview), 5000);
  ck_assert_int_eq(followup_interview_set_stage(interview, "onsite", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_promised_reply(interview, "By Friday.", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_window_ends(interview, 9000, error), FOLLOWUP_OK);
  ck_assert_str_eq(interview->stage.bytes, "onsite");
  ck_assert_str_eq(interview->promised_reply.bytes, "By Friday.");
  ck_assert_int_eq(interview->window_ends, 9000);
  ck_assert_ptr_eq(followup_case_interview(of, 0), interview);
  ck_assert_ptr_null(followup_case_interview(of, 1));
}
END_TEST

START_TEST(promised_materials_may_name_nobody) {
  followup_interview *interview = add_interview("onsite", 5000);
  followup_status status =
      followup_interview_add_promised_material(interview, "slides", ZERO_TERMINATED, NULL, 0, error);
  ck_assert_int_eq(status, FOLLOWUP_OK);
  status = followup_interview_add_promised_material(interview, "plan", ZERO_TERMINATED, "Priya <p@x.example>",
                                                    ZERO_TERMINATED, error);
  ck_assert_int_eq(status, FOLLOWUP_OK);
  ck_assert_uint_eq(interview->promised_materials.count, 2);
  ck_assert_str_eq(interview->promised_materials.items[0].what.bytes, "slides");
  ck_assert_uint_eq(interview->promised_materials.items[0].to.whole.length, 0);
  ck_assert_str_eq(interview->promised_materials.items[1].to.address.bytes, "p@x.example");
}
END_TEST

START_TEST(an_interviewer_gives_back_name_address_and_notes) {
  followup_interviewer *priya = add_interviewer(add_interview("onsite", 5000), "Priya Raman", "priya@x.example");
  ck_assert_int_eq(followup_interviewer_set_title(priya, "Director", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interviewer_add_note(priya, "six robots", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interviewer_add_note(priya, "three weeks", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_interviewer_name(priya), "Priya Raman");
  ck_assert_str_eq(followup_interviewer_email(priya), "priya@x.example");
  ck_assert_str_eq(priya->title.bytes, "Director");
  ck_assert_uint_eq(followup_interviewer_note_count(priya), 2);
  ck_assert_str_eq(followup_interviewer_note(priya, 1), "three weeks");
  ck_assert_ptr_null(followup_interviewer_note(priya, 2));
  ck_assert(case_has_panel(of));
}
END_TEST

START_TEST(handles_stay_where_they_are_when_more_are_added) {
  followup_interview *first = add_interview("first", 5000);
  followup_interviewer *priya = add_interviewer(first, "Priya", "priya@x.example");
  for (int i = 0; i < 100; i++) {
    char id[16];
    snprintf(id, sizeof id, "i%d", i);
    add_interview(id, 5000);
    add_interviewer(first, id, NULL);
  }
  ck_assert_ptr_eq(followup_case_interview(of, 0), first);
  ck_assert_ptr_eq(followup_interview_interviewer(first, 0), priya);
  ck_assert_uint_eq(followup_interview_interviewer_count(first), 101);
  ck_assert_ptr_null(followup_interview_interviewer(first, 101));
  ck_assert_str_eq(followup_interviewer_name(priya), "Priya");
}
END_TEST

START_TEST(a_message_gives_back_its_parts) {
  followup_message *message = add_message();
  ck_assert_int_eq(followup_message_sent(message), FOLLOWUP_NO_TIME);
  followup_message_set_subject(message, "Thank you", ZERO_TERMINATED, error);
  followup_message_set_body(message, "Dear Priya,\n", ZERO_TERMINATED, error);
  followup_message_set_from(message, "Amara <amara@example.org>", ZERO_TERMINATED, error);
  followup_message_add_attachment(message, "leeds.pdf", ZERO_TERMINATED, error);
  followup_message_set_sent(message, 77, error);
  add_to(message, " Priya <priya@x.example>");
  size_t length;
  ck_assert_str_eq(followup_message_subject(message, &length), "Thank you");
  ck_assert_uint_eq(length, 9);
  ck_assert_str_eq(followup_message_body(message, NULL), "Dear Priya,\n");
  ck_assert_str_eq(message->from.name.bytes, "Amara");
  ck_assert_str_eq(message->attachments.items[0].bytes, "leeds.pdf");
  ck_assert_int_eq(followup_message_sent(message), 77);
  ck_assert_int_eq(followup_message_kind(message), FOLLOWUP_KIND_THANK_YOU);
  ck_assert_uint_eq(followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO), 1);
  ck_assert_str_eq(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0), " Priya <priya@x.example>");
  ck_assert_ptr_null(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 1));
  ck_assert_uint_eq(followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_CC), 0);
}
END_TEST

START_TEST(each_list_of_recipients_is_its_own) {
  followup_message *message = add_message();
  followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_CC, "c@x.example", ZERO_TERMINATED, error);
  followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_BCC, "b@x.example", ZERO_TERMINATED, error);
  ck_assert_ptr_null(message_addressee(message));
  ck_assert_str_eq(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_CC, 0), "c@x.example");
  ck_assert_str_eq(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_BCC, 0), "b@x.example");
  ck_assert_uint_eq(followup_message_recipient_count(message, (followup_recipients)4), 0);
  add_to(message, "t@x.example");
  add_to(message, "u@x.example");
  ck_assert_str_eq(message_addressee(message)->address.bytes, "t@x.example");
}
END_TEST

START_TEST(a_message_without_an_id_is_named_by_its_place) {
  followup_message *first = add_message(), *second = add_message();
  ck_assert_str_eq(followup_message_id(first), "m1");
  ck_assert_str_eq(followup_message_id(second), "m2");
  followup_message_set_id(second, "reply", ZERO_TERMINATED, error);
  ck_assert_str_eq(followup_message_id(second), "reply");
  followup_message_set_id(second, "", 0, error);
  ck_assert_str_eq(followup_message_id(second), "m2");
}
END_TEST

START_TEST(an_event_gives_back_what_happened) {
  followup_event *event;
  ck_assert_int_eq(followup_case_add_event(of, FOLLOWUP_EVENT_VERBAL_OFFER, 42, &event, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_event_set_from(event, "Sam <sam@x.example>", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_event_set_promised_reply(event, "Next week.", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_event_kind_of(event), FOLLOWUP_EVENT_VERBAL_OFFER);
  ck_assert_int_eq(followup_event_at(event), 42);
  ck_assert_str_eq(event->from.address.bytes, "sam@x.example");
  ck_assert_str_eq(event->promised_reply.bytes, "Next week.");
  ck_assert_ptr_eq(followup_case_event(of, 0), event);
}
END_TEST

START_TEST(a_calendar_keeps_its_holidays_sorted_and_once) {
  followup_calendar *calendar = followup_case_calendar(of);
  const char *dates[] = {"2026-05-25", "2026-01-01", "2026-12-25", "2026-05-25"};
  for (int i = 0; i < 4; i++)
    ck_assert_int_eq(followup_calendar_add_holiday(calendar, dates[i], ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_region(calendar, "us", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(calendar->region, "US");
  ck_assert_int_eq(followup_calendar_set_region(calendar, "ZAX", 2, error), FOLLOWUP_OK);
  ck_assert_str_eq(calendar->region, "ZA");
  ck_assert_int_eq(followup_calendar_set_region(calendar, "az", ZERO_TERMINATED, error), FOLLOWUP_OK);
  ck_assert_str_eq(calendar->region, "AZ");
  ck_assert_uint_eq(calendar->holidays.count, 3);
  ck_assert_int_eq(calendar->holidays.items[0], civil_to_days(2026, 1, 1));
  ck_assert_int_eq(calendar->holidays.items[1], civil_to_days(2026, 5, 25));
  ck_assert_int_eq(calendar->holidays.items[2], civil_to_days(2026, 12, 25));
}
END_TEST

START_TEST(kinds_have_names_and_names_have_kinds) {
  for (int kind = 1; kind <= 8; kind++) {
    const char *name = followup_kind_name((followup_kind)kind);
    ck_assert_int_eq(followup_kind_from_name(name, ZERO_TERMINATED), kind);
  }
  ck_assert_str_eq(followup_kind_name(FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT), "offer_acknowledgement");
  ck_assert_ptr_null(followup_kind_name((followup_kind)9));
  ck_assert_ptr_null(followup_kind_name((followup_kind)-1));
  ck_assert_int_eq(followup_kind_from_name("thank_youX", 9), FOLLOWUP_KIND_THANK_YOU);
  ck_assert_int_eq(followup_kind_from_name("thank_you", 8), FOLLOWUP_KIND_UNKNOWN);
  ck_assert_int_eq(followup_kind_from_name(NULL, 0), FOLLOWUP_KIND_UNKNOWN);
}
END_TEST

START_TEST(event_kinds_have_names_and_names_have_event_kinds) {
  followup_event_kind found = FOLLOWUP_EVENT_HIRE;
  for (int kind = 1; kind <= 7; kind++) {
    const char *name = followup_event_kind_name((followup_event_kind)kind);
    ck_assert(followup_event_kind_from_name(name, ZERO_TERMINATED, &found));
    ck_assert_int_eq(found, kind);
  }
  ck_assert_ptr_null(followup_event_kind_name((followup_event_kind)0));
  ck_assert_ptr_null(followup_event_kind_name((followup_event_kind)8));
  ck_assert(!followup_event_kind_from_name("hired", ZERO_TERMINATED, &found));
  ck_assert_int_eq(found, FOLLOWUP_EVENT_HIRE);
}
END_TEST

int main(void) {
  return run_tests_with(
      "model",
      (const TTest *[]){an_empty_case_has_nothing_in_it, a_case_gives_back_its_texts, a_candidate_gives_back_its_texts,
                        a_text_may_be_set_to_itself, an_interview_gives_back_what_was_said,
                        promised_materials_may_name_nobody, an_interviewer_gives_back_name_address_and_notes,
                        handles_stay_where_they_are_when_more_are_added, a_message_gives_back_its_parts,
                        each_list_of_recipients_is_its_own, a_message_without_an_id_is_named_by_its_place,
                        an_event_gives_back_what_happened, a_calendar_keeps_its_holidays_sorted_and_once,
                        kinds_have_names_and_names_have_kinds, event_kinds_have_names_and_names_have_event_kinds, NULL},
      set_up_case, tear_down_case);
}
