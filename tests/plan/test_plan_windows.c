/* The plan: when a status check is right, what is held back, and what ends it all. */
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

static const followup_action *check(const char *now) { return find(plan_at(now), FOLLOWUP_ACTION_STATUS_CHECK, ""); }

/* Status checks */

START_TEST(without_a_promise_a_check_opens_after_five_business_days) {
  met_priya("2026-03-05T15:00:00Z");
  holiday("2026-03-10");
  check_times(check("2026-03-06T09:00:00Z"), "2026-03-13T23:59:59+00:00", "2026-03-20T23:59:59+00:00");
  check_state(check("2026-03-13T23:59:58Z"), "upcoming");
  check_state(check("2026-03-13T23:59:59Z"), "open");
  check_state(check("2026-03-21T00:00:00Z"), "overdue");
}
END_TEST

START_TEST(a_check_opens_when_the_promised_window_ends) {
  followup_interview_set_promised_reply(met_priya("2026-03-05T15:00:00Z"), "You will hear from us within two weeks.", Z,
                                        NULL);
  check_times(check("2026-03-06T09:00:00Z"), "2026-03-19T23:59:59+00:00", "2026-03-26T23:59:59+00:00");
}
END_TEST

START_TEST(an_instant_takes_the_place_of_the_words) {
  followup_interview *talk = met_priya("2026-03-05T15:00:00Z");
  followup_interview_set_promised_reply(talk, "You will hear from us within two weeks.", Z, NULL);
  followup_interview_set_window_ends(talk, scene_time("2026-03-09T17:00:00Z"), NULL);
  check_times(check("2026-03-06T09:00:00Z"), "2026-03-09T17:00:00+00:00", "2026-03-16T23:59:59+00:00");
}
END_TEST

START_TEST(a_lower_bound_moves_the_default_and_promises_nothing) {
  followup_interview_set_promised_reply(met_priya("2026-03-05T15:00:00Z"), "We won't decide before the 20th.", Z, NULL);
  check_times(check("2026-03-06T09:00:00Z"), "2026-03-20T23:59:59+00:00", "2026-03-27T23:59:59+00:00");
}
END_TEST

START_TEST(an_early_check_does_not_settle_it) {
  met_priya("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, PRIYA, "2026-03-09T09:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "open");
  sent("m2", FOLLOWUP_KIND_STATUS_CHECK, "office@halden.example", "2026-03-13T09:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "done");
}
END_TEST

START_TEST(a_later_word_starts_a_new_window_without_an_interview) {
  met_priya("2026-03-05T15:00:00Z");
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-10T09:00:00Z"), "We will be in touch by Friday.");
  const followup_action *action = check("2026-03-11T09:00:00Z");
  check_state(action, "upcoming");
  check_times(action, "2026-03-13T23:59:59+00:00", "2026-03-20T23:59:59+00:00");
  ck_assert_str_eq(followup_action_interview(action), "");
}
END_TEST

START_TEST(a_later_word_without_a_time_gives_the_default_from_its_day) {
  met_priya("2026-03-05T15:00:00Z");
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-10T09:00:00Z"), "We will be in touch in due course.");
  check_times(check("2026-03-11T09:00:00Z"), "2026-03-17T23:59:59+00:00", "2026-03-24T23:59:59+00:00");
}
END_TEST

START_TEST(a_plain_reply_closes_a_check_and_one_before_the_interview_does_not) {
  met_priya("2026-03-05T15:00:00Z");
  event(FOLLOWUP_EVENT_REPLY, "2026-03-05T10:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "open");
  event(FOLLOWUP_EVENT_REPLY, "2026-03-10T10:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "closed");
}
END_TEST

START_TEST(a_request_closes_nothing) {
  met_priya("2026-03-05T15:00:00Z");
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-10T10:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "open");
}
END_TEST

START_TEST(an_interview_to_come_closes_a_check) {
  met_priya("2026-03-05T15:00:00Z");
  met_priya("2026-04-05T15:00:00Z");
  check_state(check("2026-03-13T09:00:00Z"), "closed");
}
END_TEST

START_TEST(before_the_first_interview_ends_there_is_no_check) {
  met_priya("2026-03-05T15:00:00Z");
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-01T09:00:00Z"), "We will be in touch by Friday.");
  ck_assert_ptr_null(check("2026-03-05T14:30:00Z"));
}
END_TEST

/* The end of it all */

START_TEST(a_decision_closes_what_is_open_overdue_or_still_to_come) {
  met_priya("2026-03-05T15:00:00Z");
  met_priya("2026-04-05T15:00:00Z");
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-09T09:00:00Z");
  event(FOLLOWUP_EVENT_HIRE, "2026-03-09T12:00:00Z");
  const followup_plan *plan = plan_at("2026-03-09T12:00:00Z");
  ck_assert_uint_eq(followup_plan_count(plan), 4);
  for (size_t i = 0; i < 4; i++) check_state(followup_plan_at(plan, i), "closed");
}
END_TEST

START_TEST(what_has_not_happened_yet_closes_nothing) {
  met_priya("2026-03-05T15:00:00Z");
  event(FOLLOWUP_EVENT_REJECTION, "2026-03-05T18:00:01Z");
  const followup_plan *plan = plan_at("2026-03-05T18:00:00Z");
  check_state(find(plan, FOLLOWUP_ACTION_THANK_YOU, PRIYA), "open");
  ck_assert_ptr_null(find(plan, FOLLOWUP_ACTION_FEEDBACK_REQUEST, "hanna@halden.example"));
}
END_TEST

/* Held */

static void two_follow_ups(void) {
  sent("c1", FOLLOWUP_KIND_CONTINUED_INTEREST, "office@halden.example", "2026-03-04T10:00:00Z");
  sent("c2", FOLLOWUP_KIND_CONTINUED_INTEREST, "office@halden.example", "2026-03-05T10:00:00Z");
}

START_TEST(a_third_follow_up_is_held_until_the_older_one_is_a_week_old) {
  met_priya("2026-03-05T15:00:00Z");
  two_follow_ups();
  const followup_action *action = thanks("2026-03-05T18:00:00Z");
  check_state(action, "held");
  check_times(action, "2026-03-11T10:00:00+00:00", "2026-03-06T15:00:00+00:00");
  check_state(thanks("2026-03-11T09:59:59Z"), "held");
  check_state(thanks("2026-03-11T10:00:00Z"), "overdue");
}
END_TEST

START_TEST(a_note_that_joins_a_round_is_not_held) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, TWO_NOTES);
  two_follow_ups();
  sent("m1", FOLLOWUP_KIND_THANK_YOU, TOM, "2026-03-05T17:00:00Z");
  check_state(thanks("2026-03-05T18:00:00Z"), "open");
}
END_TEST

START_TEST(a_round_of_notes_counts_once_and_from_its_first) {
  followup_interview *panel = met_priya("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, TWO_NOTES);
  followup_interview_set_window_ends(panel, scene_time("2026-03-09T17:00:00Z"), NULL);
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, "2026-03-05T17:00:00Z");
  sent("m2", FOLLOWUP_KIND_THANK_YOU, TOM, "2026-03-06T12:00:00Z");
  check_state(check("2026-03-10T09:00:00Z"), "open");
  sent("c1", FOLLOWUP_KIND_CONTINUED_INTEREST, PRIYA, "2026-03-07T12:00:00Z");
  const followup_action *action = check("2026-03-10T09:00:00Z");
  check_state(action, "held");
  ck_assert_str_eq(followup_action_opens_local(action), "2026-03-12T17:00:00+00:00");
}
END_TEST

START_TEST(what_answers_something_is_never_held) {
  two_follow_ups();
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-05T15:00:00Z");
  check_state(find(plan_at("2026-03-05T18:00:00Z"), FOLLOWUP_ACTION_INFORMATION_REPLY, "hanna@halden.example"), "open");
}
END_TEST

int main(void) {
  const TTest *const tests[] = {without_a_promise_a_check_opens_after_five_business_days,
                                a_check_opens_when_the_promised_window_ends,
                                an_instant_takes_the_place_of_the_words,
                                a_lower_bound_moves_the_default_and_promises_nothing,
                                an_early_check_does_not_settle_it,
                                a_later_word_starts_a_new_window_without_an_interview,
                                a_later_word_without_a_time_gives_the_default_from_its_day,
                                a_plain_reply_closes_a_check_and_one_before_the_interview_does_not,
                                a_request_closes_nothing,
                                an_interview_to_come_closes_a_check,
                                before_the_first_interview_ends_there_is_no_check,
                                a_decision_closes_what_is_open_overdue_or_still_to_come,
                                what_has_not_happened_yet_closes_nothing,
                                a_third_follow_up_is_held_until_the_older_one_is_a_week_old,
                                a_note_that_joins_a_round_is_not_held,
                                a_round_of_notes_counts_once_and_from_its_first,
                                what_answers_something_is_never_held,
                                NULL};
  return run_tests_with("plan windows", tests, make_case, free_case);
}
