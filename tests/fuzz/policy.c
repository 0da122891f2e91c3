/* A policy file: what is set lies in its range, and is the same when the JSON is written anew. */
#include "fuzz/reports.h"

#include <followup-formats.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A linter of its own for every so many policies: making one takes a thousand times as long as reading the file. */
enum { KINDS = 9, LINTERS_ONE_IN = 64 };

static const char sample[] = "Hi!!\n\nThanks a lot for the talk. When will you decide?\n\nKim\n";

static followup_policy *read(const char *json, size_t length) {
  followup_policy *policy = NULL;
  MUST(followup_policy_new(NULL, &policy, NULL) == FOLLOWUP_OK);
  if (followup_formats_read_policy(policy, json, length, NULL) == FOLLOWUP_OK) return policy;
  followup_policy_free(policy);
  return NULL;
}

static void check_same(const followup_policy *one, const followup_policy *other) {
  for (int number = 1; followup_number_name((followup_number)number) != NULL; number++) {
    MUST(followup_policy_number(one, (followup_number)number) >= 0);
    MUST(followup_policy_number(one, (followup_number)number) ==
         followup_policy_number(other, (followup_number)number));
  }
  for (int kind = 0; kind < KINDS; kind++) {
    int least = followup_policy_least_sentences(one, (followup_kind)kind);
    int most = followup_policy_most_sentences(one, (followup_kind)kind);
    MUST(least <= most && most <= 100);
    MUST(least == followup_policy_least_sentences(other, (followup_kind)kind));
    MUST(most == followup_policy_most_sentences(other, (followup_kind)kind));
    for (size_t i = 0; i < followup_rule_count(); i++) {
      followup_level level = followup_policy_level(one, followup_rule_at(i), (followup_kind)kind);
      MUST(followup_level_name(level) != NULL);
      MUST(level == followup_policy_level(other, followup_rule_at(i), (followup_kind)kind));
    }
  }
}

/* A linter of the policy reports nothing that the policy silenced. */
static void check_linter(const followup_policy *policy) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  MUST(followup_linter_new(NULL, policy, &linter, NULL) == FOLLOWUP_OK);
  MUST(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, sample, strlen(sample), &report, NULL) == FOLLOWUP_OK);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    followup_rule rule = followup_finding_rule(followup_report_finding(report, i));
    MUST(followup_policy_level(policy, rule, FOLLOWUP_KIND_THANK_YOU) != FOLLOWUP_LEVEL_OFF);
  }
  followup_report_free(report);
  followup_linter_free(linter);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  static unsigned good;
  followup_policy *policy = read((const char *)bytes, size);
  if (policy == NULL) return 0;
  size_t skipped = size > 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  json_t *value = json_loadb((const char *)bytes + skipped, size - skipped, JSON_REJECT_DUPLICATES, NULL);
  MUST(value != NULL);
  char *json = json_dumps(value, JSON_SORT_KEYS | JSON_ENSURE_ASCII | JSON_INDENT(2));
  followup_policy *again = read(json, strlen(json));
  MUST(again != NULL);
  check_same(policy, again);
  if (++good % LINTERS_ONE_IN == 1) check_linter(policy);
  free(json);
  json_decref(value);
  followup_policy_free(policy);
  followup_policy_free(again);
  return 0;
}
