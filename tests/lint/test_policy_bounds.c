/* What a policy may be set to: each number from its least to its greatest, and whom a rule is to leave alone. */
#include <stdlib.h>
#include <string.h>

#include "support/findings.h"
#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_policy *policy;

static void set_up(void) { ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK); }

static void tear_down(void) { followup_policy_free(policy); }

static followup_status set(followup_number number, int value) {
  return followup_policy_set_number(policy, number, value, NULL);
}

START_TEST(each_number_has_its_default_its_least_and_its_greatest) {
  static const struct {
    const char *name;
    int value, least, most;
  } rows[] = {{"thank_you_hours", 24, 1, 168},          {"materials_hours", 24, 1, 168},
              {"information_reply_hours", 24, 1, 168},  {"offer_acknowledgement_hours", 24, 1, 168},
              {"roll_to_business_day", 0, 0, 1},        {"status_check_grace_days", 0, 0, 7},
              {"status_check_default_days", 5, 1, 30},  {"status_checks_per_window", 1, 1, 5},
              {"follow_ups_too_many", 3, 2, 10},        {"follow_ups_hours", 168, 24, 720},
              {"application_follow_up_days", 7, 1, 60}, {"application_follow_up_due_days", 14, 1, 60},
              {"feedback_request_due_days", 7, 1, 60},  {"recipients_error", 3, 2, 100},
              {"similar_percent", 50, 1, 100},          {"exclamation_marks", 2, 0, 100}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    followup_number number = 0;
    ck_assert_msg(followup_number_from_name(rows[i].name, Z, &number), "%s", rows[i].name);
    ck_assert_str_eq(followup_number_name(number), rows[i].name);
    ck_assert_int_eq(followup_policy_number(policy, number), rows[i].value);
    ck_assert_int_eq(set(number, rows[i].least - 1), FOLLOWUP_E_ARGUMENT);
    ck_assert_int_eq(set(number, rows[i].most + 1), FOLLOWUP_E_ARGUMENT);
    ck_assert_int_eq(followup_policy_number(policy, number), rows[i].value);
    ck_assert_int_eq(set(number, rows[i].least), FOLLOWUP_OK);
    ck_assert_int_eq(followup_policy_number(policy, number), rows[i].least);
    ck_assert_int_eq(set(number, rows[i].most), FOLLOWUP_OK);
    ck_assert_int_eq(followup_policy_number(policy, number), rows[i].most);
  }
}
END_TEST

START_TEST(a_group_is_off_or_of_two_to_a_hundred) {
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, -1), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 1), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 101), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 2), FOLLOWUP_OK);
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 100), FOLLOWUP_OK);
  ck_assert_int_eq(set(FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 0), FOLLOWUP_OK);
  ck_assert_int_eq(set((followup_number)0, 1), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(set((followup_number)-1, 1), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_policy_number(policy, (followup_number)-1), -1);
  ck_assert_int_eq(followup_policy_number(policy, (followup_number)0), -1);
}
END_TEST

START_TEST(sentences_are_one_to_a_hundred_in_order) {
  const followup_kind kind = FOLLOWUP_KIND_THANK_YOU;
  ck_assert_int_eq(followup_policy_set_sentences(policy, kind, 0, 5, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_policy_set_sentences(policy, kind, 1, 101, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_policy_set_sentences(policy, kind, 5, 4, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_policy_least_sentences(policy, kind), 3);
  ck_assert_int_eq(followup_policy_most_sentences(policy, kind), 5);
  ck_assert_int_eq(followup_policy_set_sentences(policy, kind, 4, 4, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_set_sentences(policy, kind, 1, 100, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_least_sentences(policy, kind), 1);
  ck_assert_int_eq(followup_policy_most_sentences(policy, kind), 100);
  ck_assert_int_eq(followup_policy_set_sentences(policy, FOLLOWUP_KIND_UNKNOWN, 1, 2, NULL), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_policy_least_sentences(policy, (followup_kind)9), -1);
  ck_assert_int_eq(followup_policy_most_sentences(policy, (followup_kind)-1), -1);
}
END_TEST

START_TEST(a_region_is_two_letters_and_sets_every_number_anew) {
  static const char *const none[] = {"",   "D",  "DEU", "D1", "1E", "@E", "[E",
                                     "`E", "{E", "D@",  "D[", "D`", "D{", "D\xC3"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    ck_assert_int_eq(followup_policy_use_region(policy, none[i], Z, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 24);
  ck_assert_int_eq(followup_policy_use_region(policy, "de", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 72);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS), 10);
  ck_assert_int_eq(followup_policy_use_region(policy, "ATX", 2, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 72);
  ck_assert_int_eq(followup_policy_use_region(policy, "FR", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS), 48);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS), 5);
  ck_assert_int_eq(followup_policy_use_region(policy, "Jp", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS), 3);
  ck_assert_int_eq(followup_policy_use_region(policy, "Zz", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS), 0);
}
END_TEST

/* Whether a placeholder in a note to `to` is marked, where the rule leaves `left_alone` alone. */
static bool is_marked(const char *left_alone, const char *to) {
  followup_policy *own = NULL;
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_suppress_recipient(own, FOLLOWUP_RULE_PLACEHOLDER, left_alone, Z, NULL),
                   FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, own, &linter, NULL), FOLLOWUP_OK);
  char *body = scene_body("Ana", "Thank you for [topic].");
  followup_case *of = scene_build(&(struct scene){.kind = "thank_you", .sent = SCENE_END + 1, .to = to, .body = body});
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, SCENE_END + 2, &report, NULL), FOLLOWUP_OK);
  bool marked = finding_of(report, FOLLOWUP_RULE_PLACEHOLDER) != NULL;
  followup_report_free(report);
  followup_case_free(of);
  followup_linter_free(linter);
  followup_policy_free(own);
  free(body);
  return marked;
}

START_TEST(an_address_is_left_alone_in_capitals_and_small_letters) {
  ck_assert(!is_marked("amz@halden.example", "AMZ@HALDEN.EXAMPLE"));
  ck_assert(!is_marked("AMZ@Halden.example", "amz@halden.example"));
  ck_assert(!is_marked("a{z@halden.example", "A{Z@halden.example"));
  ck_assert(is_marked("a{z@halden.example", "a[z@halden.example"));
  ck_assert(is_marked("amz@halden.example", "amz@halden.exampl"));
  ck_assert(is_marked("amz@halden.exampl", "amz@halden.example"));
  ck_assert(is_marked("bmz@halden.example", "amz@halden.example"));
}
END_TEST

START_TEST(many_fingerprints_are_found_whatever_their_order) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  static const char body[] = "Thank you for [topic].";
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL), FOLLOWUP_OK);
  const followup_finding *finding = finding_of(report, FOLLOWUP_RULE_PLACEHOLDER);
  ck_assert_ptr_nonnull(finding);
  uint64_t print = followup_finding_fingerprint(finding);
  for (uint64_t i = 0; i < 41; i++)
    ck_assert_int_eq(followup_policy_suppress_fingerprint(policy, i == 20 ? print : (i * 7919) << 40, NULL),
                     FOLLOWUP_OK);
  followup_linter_free(linter);
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL), FOLLOWUP_OK);
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {each_number_has_its_default_its_least_and_its_greatest,
                                a_group_is_off_or_of_two_to_a_hundred,
                                sentences_are_one_to_a_hundred_in_order,
                                a_region_is_two_letters_and_sets_every_number_anew,
                                an_address_is_left_alone_in_capitals_and_small_letters,
                                many_fingerprints_are_found_whatever_their_order,
                                NULL};
  return run_tests_with("policy bounds", tests, set_up, tear_down);
}
