/* The plan: thanks, notes, materials, answers and the application, when they are wanted and what settles them. */
#include "plan/building.h"
#include "support/run.h"

#define PRIYA "priya@halden.example"
#define TOM "tom@halden.example"
#define TWO_NOTES "the pier opens in May|crews change every three weeks"

static followup_interview *met_priya(const char *end) {
  followup_interview *added = interview(end, end);
  person(added, "Priya Raman", PRIYA, TWO_NOTES);
  return added;
}

static const followup_action *thanks(const char *now) { return find(plan_at(now), FOLLOWUP_ACTION_THANK_YOU, PRIYA); }

/* Thanks */

START_TEST(thanks_open_at_the_interviews_end_and_are_due_24_hours_later) {
  met_priya("2026-03-05T15:00:00Z");
  check_state(thanks("2026-03-05T14:59:59Z"), "upcoming");
  check_state(thanks("2026-03-05T15:00:00Z"), "open");
  check_state(thanks("2026-03-06T15:00:00Z"), "open");
  check_state(thanks("2026-03-06T15:00:01Z"), "overdue");
  check_times(thanks("2026-03-05T15:00:00Z"), "2026-03-05T15:00:00+00:00", "2026-03-06T15:00:00+00:00");
}
END_TEST

START_TEST(twenty_four_hours_stay_24_hours_when_clocks_change) {
  met_priya("2026-03-28T15:00:00Z");
  check_times(thanks("2026-03-28T15:00:00Z"), "2026-03-28T15:00:00+00:00", "2026-03-29T16:00:00+01:00");
}
END_TEST

START_TEST(thanks_are_done_by_the_first_note_and_late_after_the_limit) {
  met_priya("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, "Priya Raman <" PRIYA ">", "2026-03-06T15:00:01Z");
  sent("m2", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-06T18:00:00Z");
  const followup_action *action = thanks("2026-03-07T09:00:00Z");
  check_state(action, "done");
  ck_assert_str_eq(followup_action_done_by(action), "m1");
  ck_assert(followup_action_late(action));
}
END_TEST

START_TEST(a_note_on_the_limit_is_in_time) {
  met_priya("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-06T15:00:00Z");
  ck_assert(!followup_action_late(thanks("2026-03-07T09:00:00Z")));
}
END_TEST

START_TEST(a_note_reaches_everybody_in_to_but_nobody_in_copy) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, TWO_NOTES);
  person(panel, "Una Vale", NULL, TWO_NOTES);
  followup_message *note = sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-05T18:00:00Z");
  followup_message_add_recipient(note, FOLLOWUP_RECIPIENTS_TO, "una vale", Z, NULL);
  followup_message_add_recipient(note, FOLLOWUP_RECIPIENTS_CC, TOM, Z, NULL);
  const followup_plan *plan = plan_at("2026-03-05T19:00:00Z");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, PRIYA), "done");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, "Una Vale"), "done");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, TOM), "open");
}
END_TEST

START_TEST(of_two_people_with_one_name_the_address_tells_them_apart) {
  followup_interview *panel = interview("onsite", "2026-03-05T15:00:00Z");
  person(panel, "Ana Silva", "ana.one@halden.example", TWO_NOTES);
  person(panel, "Ana Silva", "ana.two@halden.example", TWO_NOTES);
  sent("m1", FOLLOWUP_KIND_THANK_YOU, "Ana Silva <ana.two@halden.example>", "2026-03-05T18:00:00Z");
  const followup_plan *plan = plan_at("2026-03-05T19:00:00Z");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, "ana.one@halden.example"), "open");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, "ana.two@halden.example"), "done");
}
END_TEST

START_TEST(a_draft_and_a_message_after_now_settle_nothing) {
  met_priya("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, NULL);
  sent("m2", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-05T18:00:01Z");
  check_state(thanks("2026-03-05T18:00:00Z"), "open");
  check_state(thanks("2026-03-05T18:00:01Z"), "done");
}
END_TEST

START_TEST(a_note_after_the_next_interview_is_not_for_the_first) {
  met_priya("2026-03-05T15:00:00Z");
  met_priya("2026-03-09T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-09T16:00:00Z");
  const followup_plan *plan = plan_at("2026-03-10T09:00:00Z");
  const followup_action *first = followup_plan_at(plan, 0), *second = followup_plan_at(plan, 1);
  ck_assert_str_eq(followup_action_interview(first), "2026-03-05T15:00:00Z");
  check_state(first, "overdue");
  check_state(second, "done");
}
END_TEST

START_TEST(an_interview_with_somebody_else_does_not_end_the_time_for_thanks) {
  met_priya("2026-03-05T15:00:00Z");
  person(interview("second", "2026-03-05T17:00:00Z"), "Tom Fry", TOM, TWO_NOTES);
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-05T18:00:00Z");
  check_state(thanks("2026-03-05T19:00:00Z"), "done");
}
END_TEST

/* Notes */

START_TEST(notes_are_wanted_from_whoever_has_fewer_than_two) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, "one thing only");
  const followup_plan *plan = plan_at("2026-03-05T16:00:01Z");
  ck_assert_ptr_null(find(plan, FOLLOWUP_ACTION_CAPTURE_NOTES, PRIYA));
  const followup_action *action = find(plan, FOLLOWUP_ACTION_CAPTURE_NOTES, TOM);
  check_state(action, "overdue");
  check_times(action, "2026-03-05T15:00:00+00:00", "2026-03-05T16:00:00+00:00");
}
END_TEST

START_TEST(notes_are_not_wanted_before_the_end_nor_after_the_thanks) {
  person(interview("onsite", "2026-03-05T15:00:00Z"), "Tom Fry", TOM, NULL);
  sent("m1", FOLLOWUP_KIND_THANK_YOU, TOM, "2026-03-05T15:30:00Z");
  ck_assert_ptr_null(find(plan_at("2026-03-05T14:59:59Z"), FOLLOWUP_ACTION_CAPTURE_NOTES, TOM));
  check_state(find(plan_at("2026-03-05T15:00:00Z"), FOLLOWUP_ACTION_CAPTURE_NOTES, TOM), "open");
  check_state(find(plan_at("2026-03-05T15:30:00Z"), FOLLOWUP_ACTION_CAPTURE_NOTES, TOM), "closed");
}
END_TEST

/* Materials */

START_TEST(one_message_settles_every_material_for_its_reader) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, TWO_NOTES);
  material(panel, "drawing", PRIYA);
  material(panel, "price list", "Priya Raman");
  material(panel, "photos", TOM);
  sent("m1", FOLLOWUP_KIND_MATERIALS, PRIYA, "2026-03-05T18:00:00Z");
  const followup_plan *plan = plan_at("2026-03-05T19:00:00Z");
  size_t done = 0;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    if (followup_action_kind_of(action) != FOLLOWUP_ACTION_MATERIALS) continue;
    bool for_priya = strcmp(followup_action_to(action), PRIYA) == 0;
    check_state(action, for_priya ? "done" : "open");
    done += for_priya;
  }
  ck_assert_uint_eq(done, 2);
}
END_TEST

/* Whatever of the two was promised, the panel knows the other. */
START_TEST(a_material_goes_to_the_name_and_the_address_of_its_reader) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  material(panel, "drawing", PRIYA);
  material(panel, "price list", "Priya Raman");
  const followup_plan *plan = plan_at("2026-03-05T19:00:00Z");
  size_t seen = 0;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    if (followup_action_kind_of(action) != FOLLOWUP_ACTION_MATERIALS) continue;
    ck_assert_str_eq(followup_action_to(action), PRIYA);
    ck_assert_str_eq(followup_action_to_name(action), "Priya Raman");
    seen++;
  }
  ck_assert_uint_eq(seen, 2);
}
END_TEST

START_TEST(a_material_for_nobody_in_particular_is_settled_by_any_message) {
  material(met_priya("2026-03-05T15:00:00Z"), "drawing", NULL);
  check_state(find(plan_at("2026-03-05T17:00:00Z"), FOLLOWUP_ACTION_MATERIALS, ""), "open");
  sent("m1", FOLLOWUP_KIND_MATERIALS, "office@halden.example", "2026-03-05T18:00:00Z");
  check_state(find(plan_at("2026-03-05T19:00:00Z"), FOLLOWUP_ACTION_MATERIALS, ""), "done");
}
END_TEST

START_TEST(materials_of_an_interview_to_come_are_left_out) {
  material(met_priya("2026-03-05T15:00:00Z"), "drawing", PRIYA);
  ck_assert_ptr_null(find(plan_at("2026-03-05T14:30:00Z"), FOLLOWUP_ACTION_MATERIALS, PRIYA));
}
END_TEST

/* Answers */

START_TEST(a_request_is_answered_by_the_first_reply_after_it) {
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_INFORMATION_REPLY, "hanna@halden.example", "2026-03-05T14:00:00Z");
  sent("m2", FOLLOWUP_KIND_INFORMATION_REPLY, "hanna@halden.example", "2026-03-06T14:00:00Z");
  const followup_action *action =
      find(plan_at("2026-03-07T09:00:00Z"), FOLLOWUP_ACTION_INFORMATION_REPLY, "hanna@halden.example");
  check_state(action, "done");
  ck_assert_str_eq(followup_action_done_by(action), "m2");
  ck_assert_str_eq(followup_action_interview(action), "");
}
END_TEST

START_TEST(a_written_offer_closes_the_acknowledgement_and_a_rejection_does_not) {
  event(FOLLOWUP_EVENT_VERBAL_OFFER, "2026-03-05T15:00:00Z");
  event(FOLLOWUP_EVENT_REJECTION, "2026-03-05T17:00:00Z");
  event(FOLLOWUP_EVENT_WRITTEN_OFFER, "2026-03-05T19:00:00Z");
  const char *from = "hanna@halden.example";
  check_state(find(plan_at("2026-03-05T18:00:00Z"), FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT, from), "open");
  check_state(find(plan_at("2026-03-05T19:00:00Z"), FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT, from), "closed");
}
END_TEST

START_TEST(feedback_is_optional_and_due_seven_civil_days_later) {
  event(FOLLOWUP_EVENT_REJECTION, "2026-03-25T15:00:00Z");
  const followup_action *action =
      find(plan_at("2026-03-26T09:00:00Z"), FOLLOWUP_ACTION_FEEDBACK_REQUEST, "hanna@halden.example");
  check_state(action, "open");
  check_times(action, "2026-03-25T15:00:00+00:00", "2026-04-01T15:00:00+01:00");
  ck_assert(followup_action_optional(action));
  event(FOLLOWUP_EVENT_WITHDRAWAL, "2026-03-26T10:00:00Z");
  action = find(plan_at("2026-03-26T11:00:00Z"), FOLLOWUP_ACTION_FEEDBACK_REQUEST, "hanna@halden.example");
  check_state(action, "closed");
}
END_TEST

/* The application */

START_TEST(an_application_is_followed_up_after_a_week_and_not_before) {
  apply("2026-03-02T09:00:00Z");
  sent("m1", FOLLOWUP_KIND_APPLICATION_FOLLOW_UP, "jobs@halden.example", "2026-03-09T08:59:59Z");
  const followup_action *action = find(plan_at("2026-03-10T09:00:00Z"), FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, "");
  check_state(action, "open");
  check_times(action, "2026-03-09T09:00:00+00:00", "2026-03-16T09:00:00+00:00");
  sent("m2", FOLLOWUP_KIND_APPLICATION_FOLLOW_UP, "jobs@halden.example", "2026-03-09T09:00:00Z");
  check_state(find(plan_at("2026-03-10T09:00:00Z"), FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, ""), "done");
}
END_TEST

START_TEST(an_application_is_closed_by_any_event_and_left_out_with_an_interview) {
  apply("2026-03-02T09:00:00Z");
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-03T09:00:00Z");
  check_state(find(plan_at("2026-03-10T09:00:00Z"), FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, ""), "closed");
  met_priya("2026-04-05T15:00:00Z");
  ck_assert_ptr_null(find(plan_at("2026-03-10T09:00:00Z"), FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, ""));
}
END_TEST

int main(void) {
  const TTest *const tests[] = {thanks_open_at_the_interviews_end_and_are_due_24_hours_later,
                                twenty_four_hours_stay_24_hours_when_clocks_change,
                                thanks_are_done_by_the_first_note_and_late_after_the_limit,
                                a_note_on_the_limit_is_in_time,
                                a_note_reaches_everybody_in_to_but_nobody_in_copy,
                                of_two_people_with_one_name_the_address_tells_them_apart,
                                a_draft_and_a_message_after_now_settle_nothing,
                                a_note_after_the_next_interview_is_not_for_the_first,
                                an_interview_with_somebody_else_does_not_end_the_time_for_thanks,
                                notes_are_wanted_from_whoever_has_fewer_than_two,
                                notes_are_not_wanted_before_the_end_nor_after_the_thanks,
                                one_message_settles_every_material_for_its_reader,
                                a_material_goes_to_the_name_and_the_address_of_its_reader,
                                a_material_for_nobody_in_particular_is_settled_by_any_message,
                                materials_of_an_interview_to_come_are_left_out,
                                a_request_is_answered_by_the_first_reply_after_it,
                                a_written_offer_closes_the_acknowledgement_and_a_rejection_does_not,
                                feedback_is_optional_and_due_seven_civil_days_later,
                                an_application_is_followed_up_after_a_week_and_not_before,
                                an_application_is_closed_by_any_event_and_left_out_with_an_interview,
                                NULL};
  return run_tests_with("plan", tests, make_case, free_case);
}
