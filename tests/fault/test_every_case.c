/*
 * Labelled cases, which reach every rule, are read, judged and planned while each allocation fails once, and then with
 * all behind it. The same linter, scratch and report go on right after with the identical result.
 *
 *   test_every_case CASES.jsonl    FOLLOWUP_LONG=1: each allocation of each case, not a sample
 */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

#include "fault/injection.h"
#include "fault/said.h"
#include "support/figure.h"
#include "support/run.h"

enum { RULES_MOST = 1024 };

static const char *path;
static followup_context *context;
static followup_policy *policy;
static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;
static bool seen[RULES_MOST];

static followup_status judge(const followup_case *of, int64_t now) {
  return followup_lint_case(linter, scratch, of, now, &report, NULL);
}

static void note_rules(void) {
  for (size_t i = 0; i < followup_report_count(report); i++)
    seen[followup_finding_rule(followup_report_finding(report, i))] = true;
}

/* A scratch that has judged nothing, and a report that has, or none: both are handed in with memory that fails. */
static void make_tools(const followup_case *other, bool with_report) {
  long left = injector.left;
  injector.left = -1;
  followup_report_free(report);
  followup_scratch_free(scratch);
  report = NULL;
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  if (with_report) ck_assert_int_eq(followup_lint_case(linter, NULL, other, 0, &report, NULL), FOLLOWUP_OK);
  injector.left = left;
}

static void expect(const char *said) {
  char *now_said = NULL;
  SAY(now_said, say_report, report);
  ck_assert_str_eq(now_said, said);
  free(now_said);
}

static void judge_without_memory(const followup_case *of, int64_t now, const followup_case *other) {
  char *right = NULL, *before = NULL;
  make_tools(other, false);
  ck_assert_int_eq(judge(of, now), FOLLOWUP_OK);
  note_rules();
  SAY(right, say_report, report);
  bool with_report = false;
  injection_begin("followup_lint_case");
  while (injection_arm()) {
    make_tools(other, with_report);
    if (with_report) SAY(before, say_report, report);
    bool failed = injection_failed(judge(of, now));
    if (failed && with_report) expect(before);
    if (failed && !with_report) ck_assert_ptr_null(report);
    if (failed) ck_assert_int_eq(judge(of, now), FOLLOWUP_OK);
    expect(right);
    free(before);
    before = NULL;
    with_report = !with_report;
  }
  free(right);
}

static void plan_without_memory(const followup_case *of, int64_t now) {
  followup_plan *plan = NULL;
  followup_record *record = NULL;
  INJECT_MADE(followup_plan_make(policy, of, now, &plan, NULL), plan, followup_plan_free, say_plan);
  INJECT_MADE(followup_record_make(policy, of, now, &record, NULL), record, followup_record_free, say_record);
  followup_plan_free(plan);
  followup_record_free(record);
}

static void take_case(const char *json, size_t length, followup_case **other) {
  followup_case *of = NULL;
  int64_t now = 0;
  INJECT_MADE(followup_formats_read_case(context, json, length, &of, &now, NULL), of, followup_case_free, say_case);
  if (*other == NULL)
    ck_assert_int_eq(followup_formats_read_case(context, json, length, other, NULL, NULL), FOLLOWUP_OK);
  judge_without_memory(of, now, *other);
  plan_without_memory(of, now);
  followup_case_free(of);
}

static void take_cases(void) {
  long stride = figures_take_long() ? 1 : 24;
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  long count = 0;
  followup_case *other = NULL;
  ck_assert_ptr_nonnull(file);
  while ((length = getline(&line, &room, file)) > 0) {
    injection_sample(stride, count++);
    take_case(line, (size_t)length, &other);
  }
  ck_assert_int_gt(count, 100);
  followup_case_free(other);
  free(line);
  fclose(file);
}

static long rules_not_reached(void) {
  long missing = 0;
  for (size_t i = 0; i < followup_rule_count(); i++) {
    followup_rule rule = followup_rule_at(i);
    ck_assert_int_lt(rule, RULES_MOST);
    if (seen[rule]) continue;
    missing++;
    fprintf(stderr, "not reached: %s\n", followup_rule_name(rule));
  }
  return missing;
}

START_TEST(every_rule_is_reached_while_memory_fails_and_the_result_stays) {
  context = injection_context();
  ck_assert_int_eq(followup_policy_new(context, &policy, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < followup_rule_count(); i++) {
    followup_rule rule = followup_rule_at(i);
    if (followup_policy_level(policy, rule, FOLLOWUP_KIND_THANK_YOU) == FOLLOWUP_LEVEL_OFF)
      ck_assert_int_eq(followup_policy_set_level(policy, rule, FOLLOWUP_LEVEL_NOTE, NULL), FOLLOWUP_OK);
  }
  ck_assert_int_eq(followup_linter_new(context, policy, &linter, NULL), FOLLOWUP_OK);
  take_cases();
  ck_assert(figure_exactly("rules not reached while allocations fail", (double)rules_not_reached(), 0, ""));
  ck_assert(figure_at_least("failed allocations in the labelled cases", (double)injections(), 2000, ""));
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_policy_free(policy);
  followup_context_free(context);
  ck_assert(figure_exactly("blocks that a failed call left behind", (double)injector.held, 0, ""));
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 2) return 2;
  path = arguments[1];
  return run_tests("every case",
                   (const TTest *[]){every_rule_is_reached_while_memory_fails_and_the_result_stays, NULL});
}
