#include "reading.h"

static followup_policy *policy;

static void make_policy(void) { ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK); }
static void free_policy(void) { followup_policy_free(policy); }

static void check_read(const char *json) {
  followup_status status = followup_formats_read_policy(policy, json, FOLLOWUP_ZERO_TERMINATED, error);
  ck_assert_msg(status == FOLLOWUP_OK, "%s", followup_error_message(error));
}

static void check_refused(const char *json, followup_status status, const char *message) {
  ck_assert_int_eq(followup_formats_read_policy(policy, json, strlen(json), error), status);
  if (message != NULL) ck_assert_str_eq(followup_error_message(error), message);
  ck_assert_int_eq(followup_formats_read_policy(policy, json, strlen(json), NULL), status);
}

START_TEST(an_empty_policy_changes_nothing) {
  check_read("{}");
  check_read(
      "{\"rules\": {}, \"numbers\": {}, \"sentences\": {}, \"suppress\": {\"recipients\": [], "
      "\"fingerprints\": []}}");
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 24);
  ck_assert_int_eq(followup_policy_level(policy, FOLLOWUP_RULE_PLACEHOLDER, FOLLOWUP_KIND_THANK_YOU),
                   FOLLOWUP_LEVEL_ERROR);
}
END_TEST

START_TEST(levels_numbers_and_ranges_are_set) {
  check_read(
      "{\"region\": \"GB\", \"rules\": {\"off-hours\": \"note\", \"placeholder\": \"off\"},"
      " \"numbers\": {\"thank_you_hours\": 48, \"similar_percent\": 75}, \"sentences\": {\"thank_you\": [2, 7]}}");
  ck_assert_int_eq(followup_policy_level(policy, FOLLOWUP_RULE_OFF_HOURS, FOLLOWUP_KIND_STATUS_CHECK),
                   FOLLOWUP_LEVEL_NOTE);
  ck_assert_int_eq(followup_policy_level(policy, FOLLOWUP_RULE_PLACEHOLDER, FOLLOWUP_KIND_THANK_YOU),
                   FOLLOWUP_LEVEL_OFF);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 48);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_SIMILAR_PERCENT), 75);
  ck_assert_int_eq(followup_policy_least_sentences(policy, FOLLOWUP_KIND_THANK_YOU), 2);
  ck_assert_int_eq(followup_policy_most_sentences(policy, FOLLOWUP_KIND_THANK_YOU), 7);
}
END_TEST

START_TEST(a_number_beyond_any_and_a_fingerprint_of_other_signs_are_refused) {
  static const char *const signs[] = {"/", ":", "@", "G", "`", "g"};
  char json[128];
  check_refused("{\"numbers\": {\"thank_you_hours\": -3000000000}}", FOLLOWUP_E_ARGUMENT,
                "numbers.thank_you_hours: is out of range");
  check_refused("{\"numbers\": {\"thank_you_hours\": 3000000000}}", FOLLOWUP_E_ARGUMENT,
                "numbers.thank_you_hours: is out of range");
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
    snprintf(json, sizeof json, "{\"suppress\": {\"fingerprints\": [\"0123456789aBcdF%s\"]}}", signs[i]);
    check_refused(json, FOLLOWUP_E_ARGUMENT, NULL);
  }
  ck_assert_int_eq(followup_formats_read_policy(NULL, "{}", 2, error), FOLLOWUP_E_ARGUMENT);
}
END_TEST

START_TEST(the_files_own_numbers_win_over_the_regions) {
  check_read("{\"numbers\": {\"thank_you_hours\": 99}, \"region\": \"DE\"}");
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 99);
}
END_TEST

/* Judges a text with one placeholder under a policy; counts it and tells its fingerprint. */
static size_t count_placeholders(const followup_policy *under, uint64_t *fingerprint) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  const char *body = "Dear Ana,\n\nThank you for today, see you on [date].\n\nBest regards,\nKim\n";
  ck_assert_int_eq(followup_linter_new(NULL, under, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, body, strlen(body), &report, NULL),
                   FOLLOWUP_OK);
  size_t count = 0;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (followup_finding_rule(finding) != FOLLOWUP_RULE_PLACEHOLDER) continue;
    *fingerprint = followup_finding_fingerprint(finding);
    count++;
  }
  followup_report_free(report);
  followup_linter_free(linter);
  return count;
}

START_TEST(a_fingerprint_keeps_its_finding_out) {
  char json[128];
  uint64_t fingerprint = 0;
  ck_assert_uint_eq(count_placeholders(policy, &fingerprint), 1);
  snprintf(json, sizeof json, "{\"suppress\": {\"fingerprints\": [\"%016llX\"]}}", (unsigned long long)fingerprint);
  check_read(json);
  ck_assert_uint_eq(count_placeholders(policy, &fingerprint), 0);
}
END_TEST

static size_t count_findings_to(const char *mailbox) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  followup_case *of = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, mailbox, strlen(mailbox), NULL);
  followup_message_set_body(message, "See you on [date].", FOLLOWUP_ZERO_TERMINATED, NULL);
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, 0, &report, NULL), FOLLOWUP_OK);
  size_t count = followup_report_count(report);
  followup_report_free(report);
  followup_case_free(of);
  followup_linter_free(linter);
  return count;
}

START_TEST(a_recipient_is_kept_out_of_reports) {
  ck_assert_uint_gt(count_findings_to("Ana <ana@halden.example>"), 0);
  check_read(
      "{\"suppress\": {\"recipients\": [{\"address\": \"ANA@halden.example\"},"
      " {\"address\": \"bo@halden.example\", \"rule\": \"placeholder\"}]}}");
  ck_assert_uint_eq(count_findings_to("Ana <ana@halden.example>"), 0);
  ck_assert_uint_gt(count_findings_to("Bo <bo@halden.example>"), 0);
}
END_TEST

START_TEST(failures_name_the_member) {
  check_refused("[]", FOLLOWUP_E_ARGUMENT, "must be an object, is an array");
  check_refused("{\"level\": 1}", FOLLOWUP_E_UNKNOWN, "level: unknown member");
  check_refused("{\"region\": \"England\"}", FOLLOWUP_E_ARGUMENT, NULL);
  ck_assert_str_eq(followup_error_member(error), "region");
  check_refused("{\"rules\": {\"late\": \"note\"}}", FOLLOWUP_E_UNKNOWN, "rules.late: no such rule");
  check_refused("{\"rules\": {\"off-hours\": \"loud\"}}", FOLLOWUP_E_UNKNOWN,
                "rules.off-hours: \"loud\" is no level: off, note, warning or error");
  check_refused("{\"rules\": {\"off-hours\": 1}}", FOLLOWUP_E_ARGUMENT, "rules.off-hours: must be text, is a number");
  check_refused("{\"numbers\": {\"hours\": 1}}", FOLLOWUP_E_UNKNOWN, "numbers.hours: no such number");
  check_refused("{\"numbers\": {\"thank_you_hours\": 1.5}}", FOLLOWUP_E_ARGUMENT,
                "numbers.thank_you_hours: must be a whole number, is a number with a fraction");
  check_refused("{\"numbers\": {\"thank_you_hours\": 169}}", FOLLOWUP_E_ARGUMENT, NULL);
  ck_assert_str_eq(followup_error_member(error), "numbers.thank_you_hours");
  check_refused("{\"numbers\": {\"thank_you_hours\": 4294967320}}", FOLLOWUP_E_ARGUMENT,
                "numbers.thank_you_hours: is out of range");
  check_refused("{\"sentences\": {\"thanks\": [1, 2]}}", FOLLOWUP_E_UNKNOWN,
                "sentences.thanks: no such kind of message");
  check_refused("{\"sentences\": {\"thank_you\": [1]}}", FOLLOWUP_E_ARGUMENT,
                "sentences.thank_you: must be two numbers, the least and the most");
  check_refused("{\"sentences\": {\"thank_you\": [1, \"2\"]}}", FOLLOWUP_E_ARGUMENT,
                "sentences.thank_you[1]: must be a whole number, is text");
  check_refused("{\"sentences\": {\"thank_you\": [5, 2]}}", FOLLOWUP_E_ARGUMENT, NULL);
  ck_assert_str_eq(followup_error_member(error), "sentences.thank_you");
}
END_TEST

START_TEST(failures_of_suppressions_name_the_member) {
  check_refused("{\"suppress\": {\"recipients\": [{\"rule\": \"pay-talk\"}]}}", FOLLOWUP_E_ARGUMENT,
                "suppress.recipients[0].address: is missing");
  check_refused("{\"suppress\": {\"recipients\": [{\"address\": \"\"}]}}", FOLLOWUP_E_ARGUMENT, NULL);
  ck_assert_str_eq(followup_error_member(error), "suppress.recipients[0].address");
  check_refused("{\"suppress\": {\"recipients\": [{\"address\": \"a@b.example\", \"rule\": \"pay\"}]}}",
                FOLLOWUP_E_UNKNOWN, "suppress.recipients[0].rule: no such rule");
  static const char *const fingerprints[] = {"", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg",
                                             "0x23456789abcdef"};
  for (size_t i = 0; i < sizeof fingerprints / sizeof fingerprints[0]; i++) {
    char json[128];
    snprintf(json, sizeof json, "{\"suppress\": {\"fingerprints\": [\"0123456789abcdef\", \"%s\"]}}", fingerprints[i]);
    check_refused(json, FOLLOWUP_E_ARGUMENT, NULL);
    ck_assert_str_eq(followup_error_member(error), "suppress.fingerprints[1]");
  }
}
END_TEST

START_TEST(what_does_not_parse_is_told_with_its_line) {
  check_refused("{\n\"rules\": {", FOLLOWUP_E_SYNTAX, NULL);
  ck_assert_uint_eq(followup_error_line(error), 2);
  check_refused("{\"region\": \"GB\", \"region\": \"DE\"}", FOLLOWUP_E_SYNTAX, NULL);
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("policies");
  tcase_add_checked_fixture(tests, make_policy, free_policy);
  tcase_add_test(tests, an_empty_policy_changes_nothing);
  tcase_add_test(tests, levels_numbers_and_ranges_are_set);
  tcase_add_test(tests, a_number_beyond_any_and_a_fingerprint_of_other_signs_are_refused);
  tcase_add_test(tests, the_files_own_numbers_win_over_the_regions);
  tcase_add_test(tests, a_fingerprint_keeps_its_finding_out);
  tcase_add_test(tests, a_recipient_is_kept_out_of_reports);
  tcase_add_test(tests, failures_name_the_member);
  tcase_add_test(tests, failures_of_suppressions_name_the_member);
  tcase_add_test(tests, what_does_not_parse_is_told_with_its_line);
  return run_suite(tests, "policy");
}
