/* The linter's promises to its callers: spans, units, fingerprints, suppression, reuse, errors. */
#include <check.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "support/findings.h"
#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define NOON (SCENE_END + 3600000)

static followup_report *lint(const followup_linter *linter, followup_case *of) {
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, NOON, &report, NULL), FOLLOWUP_OK);
  followup_case_free(of);
  return report;
}

static followup_report *lint_body(const followup_linter *linter, const char *body) {
  struct scene scene = {.kind = "thank_you", .sent = NOON, .body = body};
  return lint(linter, scene_build(&scene));
}

static const char placeholder_body[] =
    "Dear Ana,\n\nThank you for the café tour 🎉 and the talk about [topic] on the night ferry.\n\nBest,\nKim\n";

START_TEST(a_span_is_given_in_bytes_utf16_units_and_code_points) {
  followup_report *report = lint_body(NULL, placeholder_body);
  const followup_finding *finding = finding_of(report, FOLLOWUP_RULE_PLACEHOLDER);
  ck_assert_ptr_nonnull(finding);
  size_t start, end;
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_uint_eq(start, (size_t)(strstr(placeholder_body, "[topic]") - placeholder_body));
  ck_assert_uint_eq(end - start, 7);
  size_t units, points;
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_UTF16, &units, NULL));
  ck_assert(followup_finding_span(finding, FOLLOWUP_UNIT_CODE_POINTS, &points, NULL));
  ck_assert_uint_eq(start - units, 3);  /* é: 2 bytes, 1 unit; the emoji: 4 bytes, 2 units */
  ck_assert_uint_eq(start - points, 4); /* the emoji is one code point */
  ck_assert_str_eq(followup_finding_text(finding), "[topic]");
  followup_report_free(report);
}
END_TEST

START_TEST(a_fingerprint_does_not_move_with_the_text_around_it) {
  followup_report *one = lint_body(NULL, placeholder_body);
  followup_report *other = lint_body(NULL, "Dear Ana,\n\nOne more sentence. Thank you for [topic] and all.\n\nKim\n");
  uint64_t first = followup_finding_fingerprint(finding_of(one, FOLLOWUP_RULE_PLACEHOLDER));
  ck_assert_uint_eq(first, followup_finding_fingerprint(finding_of(other, FOLLOWUP_RULE_PLACEHOLDER)));
  followup_report_free(other);
  other = lint_body(NULL, "Dear Ana,\n\nThank you for [date] and all.\n\nKim\n");
  ck_assert_uint_ne(first, followup_finding_fingerprint(finding_of(other, FOLLOWUP_RULE_PLACEHOLDER)));
  followup_report_free(one);
  followup_report_free(other);
}
END_TEST

static followup_linter *linter_of(followup_policy *policy) {
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  followup_policy_free(policy);
  return linter;
}

static followup_policy *new_policy(void) {
  followup_policy *policy = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  return policy;
}

START_TEST(a_rule_that_is_off_reports_nothing) {
  followup_policy *policy = new_policy();
  ck_assert_int_eq(followup_policy_set_level(policy, FOLLOWUP_RULE_PLACEHOLDER, FOLLOWUP_LEVEL_OFF, NULL), FOLLOWUP_OK);
  followup_linter *linter = linter_of(policy);
  followup_report *report = lint_body(linter, placeholder_body);
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

START_TEST(a_level_set_by_the_policy_is_the_findings_level) {
  followup_policy *policy = new_policy();
  followup_policy_set_level(policy, FOLLOWUP_RULE_PLACEHOLDER, FOLLOWUP_LEVEL_NOTE, NULL);
  followup_linter *linter = linter_of(policy);
  followup_report *report = lint_body(linter, placeholder_body);
  ck_assert_int_eq(followup_finding_level(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER)), FOLLOWUP_LEVEL_NOTE);
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

/* The limit of the policy, digit by digit. */
START_TEST(a_finding_about_length_names_the_limit) {
  static const int limits[] = {1, 9, 10, 11, 99, 100};
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
    char body[2048] = "Dear Ana,\n\n", wanted[32];
    for (int sentence = 0; sentence <= limits[i]; sentence++) strcat(body, "We met. ");
    strcat(body, "\n\nKind regards,\nKim");
    followup_policy *policy = new_policy();
    ck_assert_int_eq(followup_policy_set_sentences(policy, FOLLOWUP_KIND_THANK_YOU, 1, limits[i], NULL), FOLLOWUP_OK);
    followup_linter *linter = linter_of(policy);
    followup_report *report = lint_body(linter, body);
    snprintf(wanted, sizeof wanted, "needs %d at most", limits[i]);
    bool named = false;
    for (size_t at = 0; at < followup_report_count(report); at++) {
      const char *explanation = NULL;
      ck_assert_int_eq(followup_report_explanation(report, at, &explanation, NULL), FOLLOWUP_OK);
      named = named || strstr(explanation, wanted) != NULL;
    }
    ck_assert_msg(named, "%s", wanted);
    followup_report_free(report);
    followup_linter_free(linter);
  }
}
END_TEST

START_TEST(a_finding_is_suppressed_by_its_fingerprint_alone) {
  followup_report *report = lint_body(NULL, placeholder_body);
  followup_policy *policy = new_policy();
  uint64_t fingerprint = followup_finding_fingerprint(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  size_t before = followup_report_count(report);
  followup_report_free(report);
  ck_assert_int_eq(followup_policy_suppress_fingerprint(policy, fingerprint, NULL), FOLLOWUP_OK);
  followup_linter *linter = linter_of(policy);
  report = lint_body(linter, placeholder_body);
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  ck_assert_uint_eq(followup_report_count(report), before - 1);
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

START_TEST(findings_to_a_suppressed_recipient_are_left_out) {
  followup_policy *policy = new_policy();
  ck_assert_int_eq(
      followup_policy_suppress_recipient(policy, FOLLOWUP_RULE_PLACEHOLDER, "ADDRESSEE@example.org", Z, NULL),
      FOLLOWUP_OK);
  followup_linter *linter = linter_of(policy);
  followup_report *report = lint_body(linter, placeholder_body);
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  ck_assert_ptr_nonnull(finding_of(report, FOLLOWUP_RULE_TOO_SHORT)); /* only the rule named is suppressed */
  followup_report_free(report);
  followup_linter_free(linter);
}
END_TEST

START_TEST(two_recipients_are_a_warning_and_three_an_error_but_one_copy_of_a_thank_you_is_an_error) {
  struct scene scene = {.kind = "status_check", .sent = NOON, .body = "Hi", .cc = "b@x.example|B@X.example"};
  followup_report *report = lint(NULL, scene_build(&scene));
  ck_assert_int_eq(followup_finding_level(finding_of(report, FOLLOWUP_RULE_MULTIPLE_RECIPIENTS)),
                   FOLLOWUP_LEVEL_WARNING);
  followup_report_free(report);
  scene.bcc = "c@x.example";
  report = lint(NULL, scene_build(&scene));
  ck_assert_int_eq(followup_finding_level(finding_of(report, FOLLOWUP_RULE_MULTIPLE_RECIPIENTS)), FOLLOWUP_LEVEL_ERROR);
  followup_report_free(report);
  scene.kind = "thank_you";
  scene.bcc = NULL;
  report = lint(NULL, scene_build(&scene));
  const followup_finding *finding = finding_of(report, FOLLOWUP_RULE_MULTIPLE_RECIPIENTS);
  ck_assert_int_eq(followup_finding_level(finding), FOLLOWUP_LEVEL_ERROR);
  ck_assert_int_eq(followup_finding_part(finding), FOLLOWUP_PART_CC);
  ck_assert_uint_eq(followup_finding_index(finding), 0);
  followup_report_free(report);
}
END_TEST

START_TEST(the_candidates_own_copy_is_no_second_recipient) {
  struct scene scene = {.kind = "thank_you", .sent = NOON, .body = "Hi", .bcc = "KIM@example.com"};
  followup_report *report = lint(NULL, scene_build(&scene));
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_MULTIPLE_RECIPIENTS));
  followup_report_free(report);
}
END_TEST

START_TEST(quoted_earlier_mail_is_not_judged) {
  followup_report *report = lint_body(NULL,
                                      "Dear Ana,\n\nThank you for the night ferry.\n\nBest,\nKim\n\n"
                                      "On Tue, 3 Mar 2026, Ana Torres wrote:\n> See you at [place]!!! BE THERE NOW\n");
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_SHOUTING));
  followup_report_free(report);
}
END_TEST

START_TEST(a_report_is_used_again_and_kept_when_a_call_fails) {
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, placeholder_body, Z, &report, NULL),
                   FOLLOWUP_OK);
  followup_report *before = report;
  size_t count = followup_report_count(report);
  ck_assert_uint_gt(count, 0);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, "\xFF", 1, &report, NULL), FOLLOWUP_E_UTF8);
  ck_assert_ptr_eq(report, before);
  ck_assert_uint_eq(followup_report_count(report), count);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_MATERIALS,
                                      "Hello Ana,\n\nAs promised, here it is.\n\nKim", Z, &report, NULL),
                   FOLLOWUP_OK);
  ck_assert_ptr_eq(report, before);
  ck_assert_ptr_null(finding_of(report, FOLLOWUP_RULE_PLACEHOLDER));
  followup_report_free(report);
}
END_TEST

START_TEST(bad_text_is_refused_with_its_offset) {
  followup_error *error = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_UNKNOWN, "Hi \xC3(", 5, &report, error),
                   FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_error_offset(error), 3);
  ck_assert_str_eq(followup_error_message(error), "body: invalid UTF-8 at offset 3");
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_UNKNOWN, "a\0b", 3, &report, error), FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_error_offset(error), 1);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, (followup_kind)99, "a", 1, &report, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_lint_text(NULL, NULL, FOLLOWUP_KIND_UNKNOWN, NULL, 1, &report, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(report);
  followup_error_free(error);
}
END_TEST

START_TEST(a_text_beyond_the_limit_is_refused_and_the_limit_can_be_set) {
  followup_context *context = NULL;
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, 10, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, "Hello Ana, hi", Z, &report, NULL),
                   FOLLOWUP_E_LIMIT);
  ck_assert_int_eq(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, "Hello Ana", Z, &report, NULL),
                   FOLLOWUP_OK);
  followup_report_free(report);
  followup_linter_free(linter);
  followup_context_free(context);
}
END_TEST

START_TEST(words_that_were_taken_are_judged_though_the_limit_fell_since) {
  followup_context *context = NULL;
  followup_case *of = NULL;
  followup_interview *interview;
  followup_message *check;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(context, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_interview(of, "i", Z, &interview, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(interview, SCENE_END - 1, SCENE_END, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_promised_reply(interview, "By Friday.", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_STATUS_CHECK, &check, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, 4, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(NULL, NULL, of, NOON, &report, NULL), FOLLOWUP_OK);
  ck_assert_ptr_nonnull(finding_of(report, FOLLOWUP_RULE_EARLY_STATUS_CHECK));
  followup_report_free(report);
  followup_case_free(of);
  followup_context_free(context);
}
END_TEST

START_TEST(a_scratch_of_another_linter_is_refused) {
  followup_linter *one = linter_of(new_policy()), *other = linter_of(new_policy());
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_scratch_new(one, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(other, scratch, FOLLOWUP_KIND_THANK_YOU, "Hi", Z, &report, NULL),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(report);
  followup_scratch_free(scratch);
  followup_linter_free(one);
  followup_linter_free(other);
}
END_TEST

START_TEST(prose_sentences_are_counted_without_greeting_and_sign_off) {
  size_t count = 99;
  ck_assert_int_eq(
      followup_prose_sentences(NULL, NULL, "Dear Dr. Ruiz,\n\nThank you. It was 3.5 hours well spent!\n\nBest,\nKim\n",
                               Z, &count, NULL),
      FOLLOWUP_OK);
  ck_assert_uint_eq(count, 2);
}
END_TEST

START_TEST(findings_come_in_the_order_of_places) {
  followup_report *report = lint_body(NULL, "Hi [name],\n\nSee [place]!!\n\nBye [x]\n");
  size_t before = 0;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    size_t start = 0;
    if (followup_finding_part(finding) != FOLLOWUP_PART_BODY) continue;
    if (!followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, NULL)) continue;
    ck_assert_uint_ge(start, before);
    before = start;
  }
  ck_assert_uint_gt(before, 0);
  followup_report_free(report);
}
END_TEST

int main(void) {
  return run_tests(
      "lint",
      (const TTest *[]){
          a_span_is_given_in_bytes_utf16_units_and_code_points, a_fingerprint_does_not_move_with_the_text_around_it,
          a_rule_that_is_off_reports_nothing, a_level_set_by_the_policy_is_the_findings_level,
          a_finding_about_length_names_the_limit, a_finding_is_suppressed_by_its_fingerprint_alone,
          findings_to_a_suppressed_recipient_are_left_out,
          two_recipients_are_a_warning_and_three_an_error_but_one_copy_of_a_thank_you_is_an_error,
          the_candidates_own_copy_is_no_second_recipient, quoted_earlier_mail_is_not_judged,
          a_report_is_used_again_and_kept_when_a_call_fails, bad_text_is_refused_with_its_offset,
          a_text_beyond_the_limit_is_refused_and_the_limit_can_be_set,
          words_that_were_taken_are_judged_though_the_limit_fell_since, a_scratch_of_another_linter_is_refused,
          prose_sentences_are_counted_without_greeting_and_sign_off, findings_come_in_the_order_of_places, NULL});
}
