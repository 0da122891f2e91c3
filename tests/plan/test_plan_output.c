/* The plan as a caller gets it: order, words, zones, policy, errors. */
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

/* Order, words, zones, policy, errors */

START_TEST(actions_come_by_due_then_kind_then_place) {
  followup_interview *panel = interview("onsite", "2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, NULL);
  person(panel, "Priya Raman", PRIYA, NULL);
  material(panel, "drawing", PRIYA);
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-05T15:00:00Z");
  static const struct {
    const char *kind, *to;
  } wanted[] = {{"capture_notes", TOM}, {"capture_notes", PRIYA}, {"thank_you", TOM},
                {"thank_you", PRIYA},   {"materials", PRIYA},     {"information_reply", "hanna@halden.example"},
                {"status_check", ""}};
  const followup_plan *plan = plan_at("2026-03-05T15:10:00Z");
  ck_assert_uint_eq(followup_plan_count(plan), sizeof wanted / sizeof wanted[0]);
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    ck_assert_str_eq(followup_action_kind_name(followup_action_kind_of(action)), wanted[i].kind);
    ck_assert_str_eq(followup_action_to(action), wanted[i].to);
  }
  ck_assert_ptr_null(followup_plan_at(plan, followup_plan_count(plan)));
}
END_TEST

START_TEST(instants_are_told_in_the_interviews_zone_and_the_candidates_for_events) {
  followup_interview *talk = met_priya("2026-03-05T15:00:00Z");
  followup_interview_set_time_zone(talk, "Asia/Kolkata", Z, NULL);
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-05T15:00:00Z");
  const followup_plan *plan = plan_at("2026-03-05T16:00:00Z");
  const followup_action *note = find(plan, FOLLOWUP_ACTION_THANK_YOU, PRIYA);
  ck_assert_str_eq(followup_action_opens_local(note), "2026-03-05T20:30:00+05:30");
  ck_assert_str_eq(followup_action_time_zone(note), "Asia/Kolkata");
  const followup_action *answer = find(plan, FOLLOWUP_ACTION_INFORMATION_REPLY, "hanna@halden.example");
  ck_assert_str_eq(followup_action_opens_local(answer), "2026-03-05T15:00:00+00:00");
}
END_TEST

START_TEST(every_action_says_why) {
  followup_interview *panel = interview("onsite", "2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", TOM, NULL);
  const followup_plan *plan = plan_at("2026-03-05T15:10:00Z");
  ck_assert_str_eq(followup_action_because(find(plan, FOLLOWUP_ACTION_THANK_YOU, TOM)),
                   "24 hours after the interview ended on Thursday 5 March at 15:00");
  ck_assert_str_eq(followup_action_because(find(plan, FOLLOWUP_ACTION_STATUS_CHECK, "")),
                   "5 business days after the interview ended on Thursday 5 March at 15:00, as no time was promised");
}
END_TEST

START_TEST(deadlines_roll_to_the_next_business_morning_where_the_policy_says_so) {
  followup_policy *policy = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  followup_policy_set_number(policy, FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY, 1, NULL);
  met_priya("2026-03-06T15:00:00Z");
  const followup_plan *plan = plan_with(policy, "2026-03-06T16:00:00Z");
  followup_policy_free(policy);
  check_times(find(plan, FOLLOWUP_ACTION_THANK_YOU, PRIYA), "2026-03-06T15:00:00+00:00", "2026-03-09T09:00:00+00:00");
}
END_TEST

START_TEST(numbers_of_the_policy_move_the_dates) {
  followup_policy *policy = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  followup_policy_set_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS, 48, NULL);
  followup_policy_set_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS, 2, NULL);
  followup_interview *talk = met_priya("2026-03-05T15:00:00Z");
  followup_interview_set_window_ends(talk, scene_time("2026-03-09T17:00:00Z"), NULL);
  const followup_plan *plan = plan_with(policy, "2026-03-06T16:00:00Z");
  followup_policy_free(policy);
  check_times(find(plan, FOLLOWUP_ACTION_THANK_YOU, PRIYA), "2026-03-05T15:00:00+00:00", "2026-03-07T15:00:00+00:00");
  check_times(find(plan, FOLLOWUP_ACTION_STATUS_CHECK, ""), "2026-03-11T23:59:59+00:00", "2026-03-18T23:59:59+00:00");
}
END_TEST

START_TEST(an_interview_without_its_time_is_an_error_that_names_it) {
  followup_error *error = NULL;
  followup_plan *plan = NULL;
  followup_interview *untimed = NULL;
  followup_error_new(NULL, &error);
  met_priya("2026-03-05T15:00:00Z");
  followup_case_add_interview(of, "second", Z, &untimed, NULL);
  ck_assert_int_eq(followup_plan_make(NULL, of, 0, &plan, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_member(error), "interviews[1].end");
  ck_assert_ptr_null(plan);
  followup_error_free(error);
}
END_TEST

START_TEST(a_plan_needs_a_case_a_now_and_a_place) {
  followup_plan *plan = NULL;
  ck_assert_int_eq(followup_plan_make(NULL, NULL, 0, &plan, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_plan_make(NULL, of, FOLLOWUP_NO_TIME, &plan, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_plan_make(NULL, of, 0, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(plan);
  followup_plan_free(NULL);
  ck_assert_uint_eq(followup_plan_count(NULL), 0);
  ck_assert_str_eq(followup_action_because(NULL), "");
}
END_TEST

START_TEST(an_empty_case_asks_for_nothing) {
  ck_assert_uint_eq(followup_plan_count(plan_at("2026-03-05T15:00:00Z")), 0);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {actions_come_by_due_then_kind_then_place,
                                instants_are_told_in_the_interviews_zone_and_the_candidates_for_events,
                                every_action_says_why,
                                deadlines_roll_to_the_next_business_morning_where_the_policy_says_so,
                                numbers_of_the_policy_move_the_dates,
                                an_interview_without_its_time_is_an_error_that_names_it,
                                a_plan_needs_a_case_a_now_and_a_place,
                                an_empty_case_asks_for_nothing,
                                NULL};
  return run_tests_with("plan output", tests, make_case, free_case);
}
