/* One place is told of once, and a message of no kind is judged as such. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <followup.h>

#include "support/findings.h"
#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_report *lint_text(followup_kind kind, const char *text) {
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_text(NULL, NULL, kind, text, Z, &report, NULL), FOLLOWUP_OK);
  return report;
}

START_TEST(who_withdraws_or_declines_sends_a_message_of_no_kind) {
  static const char *const leaving[] = {
      "I have decided to withdraw my application for the Field Engineer role. Thank you for your time.",
      "I have accepted another position, so I would like to withdraw from the process.",
      "Thank you very much for your kind offer. I am sorry to say that I cannot accept it.",
      "I am no longer available for the role, as I have signed a contract elsewhere.",
      "I no longer wish to be considered for the role.",
      "I've chosen to pursue a different opportunity and wish you well.",
      "I have decided against joining your team.",
      "Please take me out of the running for the post. I apologise for the trouble."};
  static const struct {
    const char *text;
    followup_kind kind;
  } staying[] = {
      {"I accept your offer with joy. I have withdrawn my other applications.", FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT},
      {"I cannot take the call on Monday. Is there any news on my application?", FOLLOWUP_KIND_STATUS_CHECK},
      {"I have not accepted any other offer. Is there news on the role?", FOLLOWUP_KIND_STATUS_CHECK},
      {"Thank you for the talk about how patients can withdraw from a study.", FOLLOWUP_KIND_THANK_YOU}};
  char text[256];
  followup_kind kind;
  for (size_t i = 0; i < sizeof leaving / sizeof leaving[0]; i++) {
    snprintf(text, sizeof text, "Dear Ana,\n\n%s\n\nBest regards,\nKim Lee\n", leaving[i]);
    ck_assert_int_eq(followup_guess_kind(NULL, NULL, NULL, 0, text, Z, &kind, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(kind, FOLLOWUP_KIND_UNKNOWN);
    followup_report *report = NULL;
    ck_assert_int_eq(followup_lint_text(NULL, NULL, kind, text, Z, &report, NULL), FOLLOWUP_OK);
    ck_assert_uint_eq(followup_report_count(report), 0);
    followup_report_free(report);
  }
  for (size_t i = 0; i < sizeof staying / sizeof staying[0]; i++) {
    ck_assert_int_eq(followup_guess_kind(NULL, NULL, NULL, 0, staying[i].text, Z, &kind, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(kind, staying[i].kind);
  }
}
END_TEST

START_TEST(a_threat_to_withdraw_is_pressure_still) {
  static const char text[] = "Dear Ana,\n\nUnless I hear from you by Friday I will withdraw my application.\n\nKim\n";
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_UNKNOWN, text, Z, &report, NULL), FOLLOWUP_OK);
  ck_assert_ptr_nonnull(finding_of(report, FOLLOWUP_RULE_PRESSURE));
  followup_report_free(report);
}
END_TEST

START_TEST(findings_of_one_rule_that_overlap_are_one) {
  static const struct {
    followup_rule rule;
    const char *text, *found;
  } all[] = {{FOLLOWUP_RULE_PLACEHOLDER, "Dear Ana,\n\nThank you for {{company_name}}.\n", "{{company_name}}"},
             {FOLLOWUP_RULE_PLACEHOLDER, "Dear Ana,\n\nI liked the <Job Title> role.\n", "the <Job Title>"},
             {FOLLOWUP_RULE_SHOUTING, "Dear Ana,\n\nTHANK YOU SO MUCH!!! It was fun.\n", "THANK YOU SO MUCH!!!"},
             {FOLLOWUP_RULE_TOO_CASUAL, "Dear Ana,\n\nThat forge of yours is sick, bro.\n",
              "That forge of yours is sick, bro"}};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    followup_report *report = lint_text(FOLLOWUP_KIND_THANK_YOU, all[i].text);
    const followup_finding *finding = finding_of(report, all[i].rule);
    size_t start, end, place = (size_t)(strstr(all[i].text, all[i].found) - all[i].text);
    ck_assert_uint_eq(count_of(report, all[i].rule), 1);
    ck_assert_str_eq(followup_finding_text(finding), all[i].found);
    ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_UTF16, &start, &end));
    ck_assert_uint_eq(start, place);
    ck_assert_uint_eq(end, place + strlen(all[i].found));
    followup_report_free(report);
  }
}
END_TEST

START_TEST(a_finding_widened_by_another_is_suppressed_by_its_own_fingerprint) {
  static const char text[] = "Dear Ana,\n\nThat forge of yours is sick, bro.\n";
  followup_report *report = lint_text(FOLLOWUP_KIND_THANK_YOU, text);
  uint64_t fingerprint = followup_finding_fingerprint(finding_of(report, FOLLOWUP_RULE_TOO_CASUAL));
  followup_policy *policy = NULL;
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_suppress_fingerprint(policy, fingerprint, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  followup_policy_free(policy);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, text, Z, &report, NULL), FOLLOWUP_OK);
  ck_assert_uint_eq(count_of(report, FOLLOWUP_RULE_TOO_CASUAL), 0);
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

START_TEST(two_rules_speak_of_the_same_words_only_where_each_has_something_to_say) {
  static const struct {
    followup_kind kind;
    const char *sentence;
    followup_rule said, left; /* FOLLOWUP_RULE_NONE: both stay */
    followup_rule both;
  } all[] = {
      {FOLLOWUP_KIND_THANK_YOU, "Please let me know your decision by Friday.", FOLLOWUP_RULE_PRESSURE,
       FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE, FOLLOWUP_RULE_NONE},
      {FOLLOWUP_KIND_THANK_YOU, "I enjoyed the talk about INSERT TOPIC HERE.", FOLLOWUP_RULE_PLACEHOLDER,
       FOLLOWUP_RULE_SHOUTING, FOLLOWUP_RULE_NONE},
      {FOLLOWUP_KIND_FEEDBACK_REQUEST, "I'm sure that I'm the better choice.", FOLLOWUP_RULE_ARGUES_WITH_DECISION,
       FOLLOWUP_RULE_NEW_ARGUMENT, FOLLOWUP_RULE_NONE},
      {FOLLOWUP_KIND_THANK_YOU, "Unlike the other candidates, who are amateurs, I know the trade.",
       FOLLOWUP_RULE_NEW_ARGUMENT, FOLLOWUP_RULE_NONE, FOLLOWUP_RULE_NEGATIVE_TALK},
  };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    char text[256];
    snprintf(text, sizeof text, "Dear Ana,\n\nThank you for the tour. %s\n\nBest,\nKim\n", all[i].sentence);
    followup_report *report = lint_text(all[i].kind, text);
    ck_assert_uint_eq(count_of(report, all[i].said), 1);
    if (all[i].left != FOLLOWUP_RULE_NONE) ck_assert_uint_eq(count_of(report, all[i].left), 0);
    if (all[i].both != FOLLOWUP_RULE_NONE) ck_assert_uint_eq(count_of(report, all[i].both), 1);
    followup_report_free(report);
  }
}
END_TEST

int main(void) {
  return run_tests("places", (const TTest *[]){findings_of_one_rule_that_overlap_are_one,
                                               a_finding_widened_by_another_is_suppressed_by_its_own_fingerprint,
                                               two_rules_speak_of_the_same_words_only_where_each_has_something_to_say,
                                               who_withdraws_or_declines_sends_a_message_of_no_kind,
                                               a_threat_to_withdraw_is_pressure_still, NULL});
}
