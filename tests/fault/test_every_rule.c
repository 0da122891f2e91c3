/*
 * Each rule alone: where it finds something, in the body and in the subject, each allocation of the judging fails once,
 * and then with all behind it. With the other rules off it is this rule that has no memory for what it found.
 *
 *   test_every_rule CASES.jsonl
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

enum { CASES_MOST = 512, PARTS = 16, CASES_A_PART = 4 };

static const char *path;
static followup_context *context;

static struct {
  followup_case *of;
  int64_t now;
} cases[CASES_MOST];
static size_t case_count;

/* What labelled cases have in their bodies alone, in a subject too. */
static const char loud[] =
    "{\"candidate\": {\"name\": \"Kim Lee\", \"email\": \"kim@x.example\", \"time_zone\": \"Europe/London\"}, "
    "\"application\": {\"company\": \"Halden Works\", \"role\": \"Saddler\"}, \"other_companies\": [\"Contoso "
    "Freight\"], "
    "\"interviews\": [{\"id\": \"onsite\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\", "
    "\"panel\": [{\"name\": \"Ana Torres\", \"email\": \"ana@x.example\", \"notes\": [\"a saddle has forty-one "
    "parts\"]}]}], "
    "\"messages\": [{\"kind\": \"thank_you\", \"to\": [\"Ana Torres <ana@x.example>\"], \"subject\": \"I WANT THIS SO "
    "VERY "
    "BADLY!!! your name here [date] gonna join Contoso Freight \\ud83d\\ude00 interview on 20 March, when will I "
    "hear?\", "
    "\"body\": \"Dear Ana,\\n\\nThank you for the talk on 20 March. I WANT THIS SO VERY BADLY!!! gonna love joining "
    "Contoso "
    "Freight. Insert your name here [date] \\ud83d\\ude00. Please see the attached file. I would love to join "
    "Kestrel.\\n\\nBest,\\nKim\\n\", \"sent\": \"2026-03-04T18:00:00Z\"}], \"now\": \"2026-03-05T09:00:00Z\"}";

static void keep_case(const char *json, size_t length) {
  int64_t now = FOLLOWUP_NO_TIME;
  ck_assert_uint_lt(case_count, CASES_MOST);
  ck_assert_int_eq(followup_formats_read_case(context, json, length, &cases[case_count].of, &now, NULL), FOLLOWUP_OK);
  cases[case_count++].now = now;
}

static void read_cases(void) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  ck_assert_ptr_nonnull(file);
  keep_case(loud, strlen(loud));
  while ((length = getline(&line, &room, file)) > 0 && case_count < CASES_MOST) keep_case(line, (size_t)length);
  ck_assert_uint_gt(case_count, 100);
  free(line);
  fclose(file);
}

static followup_linter *linter_of(followup_rule only) {
  followup_policy *policy = NULL;
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_policy_new(context, &policy, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < followup_rule_count(); i++) {
    followup_level level = followup_rule_at(i) == only ? FOLLOWUP_LEVEL_NOTE : FOLLOWUP_LEVEL_OFF;
    ck_assert_int_eq(followup_policy_set_level(policy, followup_rule_at(i), level, NULL), FOLLOWUP_OK);
  }
  ck_assert_int_eq(followup_linter_new(context, policy, &linter, NULL), FOLLOWUP_OK);
  followup_policy_free(policy);
  return linter;
}

static void judge_without_memory(const followup_linter *linter, size_t at) {
  followup_report *report = NULL;
  INJECT_MADE(followup_lint_case(linter, NULL, cases[at].of, cases[at].now, &report, NULL), report,
              followup_report_free, say_report);
  followup_report_free(report);
}

/* Whether the rule finds something in a part that was not met so often yet. */
static bool is_new(const followup_report *report, int met[PARTS]) {
  bool found = false;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    followup_part part = followup_finding_part(followup_report_finding(report, i));
    ck_assert_int_lt(part, PARTS);
    found = found || met[part] < CASES_A_PART;
    met[part]++;
  }
  return found;
}

static long fail_rule(followup_rule rule) {
  followup_linter *linter = linter_of(rule);
  int met[PARTS] = {0};
  long taken = 0;
  for (size_t at = 0; at < case_count; at++) {
    followup_report *report = NULL;
    ck_assert_int_eq(followup_lint_case(linter, NULL, cases[at].of, cases[at].now, &report, NULL), FOLLOWUP_OK);
    if (is_new(report, met)) {
      judge_without_memory(linter, at);
      taken++;
    }
    followup_report_free(report);
  }
  followup_linter_free(linter);
  return taken;
}

START_TEST(each_rule_without_memory_for_what_it_found_says_so) {
  long silent = 0;
  context = injection_context();
  read_cases();
  for (size_t i = 0; i < followup_rule_count(); i++) silent += fail_rule(followup_rule_at(i)) == 0;
  ck_assert(figure_exactly("rules that found nothing while memory failed", (double)silent, 0, ""));
  ck_assert(figure_at_least("failed allocations, each rule alone", (double)injections(), 5000, ""));
  while (case_count > 0) followup_case_free(cases[--case_count].of);
  followup_context_free(context);
  ck_assert_int_eq(injector.held, 0);
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 2) return 2;
  path = arguments[1];
  return run_tests("every rule", (const TTest *[]){each_rule_without_memory_for_what_it_found_says_so, NULL});
}
