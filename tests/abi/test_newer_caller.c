/* Numbers that only a newer caller knows get a clear error, and nothing is changed. */
#include <followup.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

enum { NEWER = 30000 };

static followup_error *error;
static followup_case *of;
static followup_policy *policy;

static void set_up(void) {
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(NULL, &of, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_new(NULL, &policy, error), FOLLOWUP_OK);
}

static void tear_down(void) {
  followup_policy_free(policy);
  followup_case_free(of);
  followup_error_free(error);
}

static void check_unknown(followup_status status, const char *member) {
  ck_assert_int_eq(status, FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_UNKNOWN);
  ck_assert_str_eq(followup_error_member(error), member);
  ck_assert_str_eq(followup_error_reason(error), "not known to this version");
}

START_TEST(a_case_refuses_kinds_of_a_newer_version) {
  followup_event *event = NULL;
  followup_message *message = NULL;
  check_unknown(followup_case_add_event(of, (followup_event_kind)NEWER, 1, &event, error), "events[0].kind");
  check_unknown(followup_case_add_message(of, (followup_kind)NEWER, &message, error), "messages[0].kind");
  ck_assert_ptr_null(event);
  ck_assert_ptr_null(message);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, error), FOLLOWUP_OK);
  check_unknown(followup_message_add_recipient(message, (followup_recipients)NEWER, "a@b.example", Z, error),
                "messages[0].recipients");
}
END_TEST

START_TEST(a_calendar_refuses_settings_of_a_newer_version) {
  followup_calendar *calendar = followup_case_calendar(of);
  check_unknown(followup_calendar_set_weekend(calendar, (followup_weekend)NEWER, error), "calendar.weekend");
  check_unknown(followup_calendar_set_reading(calendar, (followup_reading)NEWER, 0, error), "calendar.reading");
}
END_TEST

START_TEST(a_policy_refuses_rules_levels_and_numbers_of_a_newer_version) {
  check_unknown(followup_policy_set_level(policy, (followup_rule)NEWER, FOLLOWUP_LEVEL_NOTE, error), "rule");
  check_unknown(followup_policy_set_level(policy, FOLLOWUP_RULE_PRESSURE, (followup_level)NEWER, error), "level");
  check_unknown(followup_policy_set_number(policy, (followup_number)NEWER, 1, error), "number");
  check_unknown(followup_policy_set_sentences(policy, (followup_kind)NEWER, 1, 2, error), "kind");
  check_unknown(followup_policy_suppress_recipient(policy, (followup_rule)NEWER, "a@b.example", Z, error), "rule");
  ck_assert_int_eq(followup_policy_level(policy, FOLLOWUP_RULE_PRESSURE, FOLLOWUP_KIND_THANK_YOU),
                   FOLLOWUP_LEVEL_ERROR);
  ck_assert_int_eq(followup_policy_level(policy, (followup_rule)NEWER, FOLLOWUP_KIND_THANK_YOU), FOLLOWUP_LEVEL_OFF);
  ck_assert_int_eq(followup_policy_number(policy, (followup_number)NEWER), -1);
}
END_TEST

START_TEST(a_judging_call_refuses_kinds_of_a_newer_version) {
  followup_report *report = NULL;
  check_unknown(followup_lint_text(NULL, NULL, (followup_kind)NEWER, "Hello", Z, &report, error), "kind");
  ck_assert_ptr_null(report);
}
END_TEST

START_TEST(what_has_no_name_in_this_version_is_named_null) {
  ck_assert_ptr_null(followup_action_kind_name((followup_action_kind)NEWER));
  ck_assert_ptr_null(followup_action_state_name((followup_action_state)NEWER));
  ck_assert_ptr_null(followup_event_kind_name((followup_event_kind)NEWER));
  ck_assert_ptr_null(followup_family_name((followup_family)NEWER));
  ck_assert_ptr_null(followup_kind_name((followup_kind)NEWER));
  ck_assert_ptr_null(followup_level_name((followup_level)NEWER));
  ck_assert_ptr_null(followup_number_name((followup_number)NEWER));
  ck_assert_ptr_null(followup_part_name((followup_part)NEWER));
  ck_assert_ptr_null(followup_rule_name((followup_rule)NEWER));
  ck_assert_ptr_null(followup_rule_summary((followup_rule)NEWER));
  ck_assert_ptr_null(followup_window_status_name((followup_window_status)NEWER));
  ck_assert(!followup_rule_is_judged((followup_rule)NEWER));
  ck_assert(!followup_rule_applies_to(FOLLOWUP_RULE_PRESSURE, (followup_kind)NEWER));
  ck_assert_ptr_nonnull(followup_status_text((followup_status)NEWER));
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_case_refuses_kinds_of_a_newer_version,
                                a_calendar_refuses_settings_of_a_newer_version,
                                a_policy_refuses_rules_levels_and_numbers_of_a_newer_version,
                                a_judging_call_refuses_kinds_of_a_newer_version,
                                what_has_no_name_in_this_version_is_named_null,
                                NULL};
  return run_tests_with("newer caller", tests, set_up, tear_down);
}
