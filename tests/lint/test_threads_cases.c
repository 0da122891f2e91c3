/*
 * Eight threads that share one linter, one policy and the labelled cases write down what one thread alone writes down:
 * findings with their words, the plan and the record. Under ThreadSanitizer it also shows that nobody writes what
 * others read.
 *
 *   test_threads_cases CASES.jsonl
 */
#define _POSIX_C_SOURCE 200809L
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

#include "support/run.h"

enum { THREADS = 8, MOST_CASES = 1000 };

struct work {
  const followup_linter *linter;
  const followup_policy *policy;
  const followup_case *const *cases;
  const int64_t *nows;
  char *const *expected; /* by case; NULL: none yet */
  size_t count, first;
  bool same;
};

static const char *path;
static followup_case *cases[MOST_CASES];
static int64_t nows[MOST_CASES];
static char *serial[MOST_CASES];
static size_t count;

static void read_cases(void) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  ck_assert_ptr_nonnull(file);
  for (count = 0; count < MOST_CASES && (length = getline(&line, &room, file)) > 0; count++)
    ck_assert_int_eq(followup_formats_read_case(NULL, line, (size_t)length, &cases[count], &nows[count], NULL),
                     FOLLOWUP_OK);
  free(line);
  fclose(file);
  ck_assert_uint_gt(count, 100);
}

static bool write_findings(FILE *out, followup_report *report) {
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    const char *why = NULL, *what_to_do = NULL;
    size_t start = 0, end = 0;
    followup_finding_span(finding, FOLLOWUP_UNIT_UTF16, &start, &end);
    if (followup_report_explanation(report, i, &why, NULL) != FOLLOWUP_OK ||
        followup_report_suggestion(report, i, &what_to_do, NULL) != FOLLOWUP_OK)
      return false;
    fprintf(out, "%s %d %d %zu-%zu %" PRIx64 " %s %s\n", followup_finding_message(finding),
            (int)followup_finding_rule(finding), (int)followup_finding_level(finding), start, end,
            followup_finding_fingerprint(finding), why, what_to_do);
  }
  return true;
}

static bool write_plan(FILE *out, const struct work *work, size_t one) {
  followup_plan *plan = NULL;
  followup_record *record = NULL;
  bool made = followup_plan_make(work->policy, work->cases[one], work->nows[one], &plan, NULL) == FOLLOWUP_OK &&
              followup_record_make(work->policy, work->cases[one], work->nows[one], &record, NULL) == FOLLOWUP_OK;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    fprintf(out, "%d %d %s %s %s\n", (int)followup_action_kind_of(action), (int)followup_action_state_of(action),
            followup_action_to(action), followup_action_due_local(action), followup_action_because(action));
  }
  if (made) fprintf(out, "%zu %zu\n", followup_record_thanked(record), followup_record_notes_taken_up(record));
  followup_record_free(record);
  followup_plan_free(plan);
  return made;
}

/* All that is said of one case; to be freed. NULL when a call failed. */
static char *say(const struct work *work, followup_scratch *scratch, followup_report **report, size_t one) {
  char *said = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&said, &length);
  if (out == NULL) return NULL;
  bool good =
      followup_lint_case(work->linter, scratch, work->cases[one], work->nows[one], report, NULL) == FOLLOWUP_OK &&
      write_findings(out, *report) && write_plan(out, work, one);
  fclose(out);
  if (good) return said;
  free(said);
  return NULL;
}

/* Each thread begins with another case, so that all meet at all of them in some order. */
static void *judge_all(void *user) {
  struct work *work = user;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  work->same = followup_scratch_new(work->linter, &scratch, NULL) == FOLLOWUP_OK;
  for (size_t i = 0; work->same && i < work->count; i++) {
    size_t one = (work->first + i) % work->count;
    char *said = say(work, scratch, &report, one);
    work->same = said != NULL && strcmp(said, work->expected[one]) == 0;
    free(said);
  }
  followup_report_free(report);
  followup_scratch_free(scratch);
  return NULL;
}

START_TEST(eight_threads_say_of_every_labelled_case_what_one_says) {
  followup_policy *policy = NULL;
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  read_cases();
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  struct work work = {linter, policy, (const followup_case *const *)cases, nows, serial, count, 0, false};
  size_t length = 0;
  for (size_t i = 0; i < count; i++) {
    serial[i] = say(&work, NULL, &report, i);
    ck_assert_ptr_nonnull(serial[i]);
    length += strlen(serial[i]);
  }
  ck_assert_uint_gt(length, 10000);
  pthread_t threads[THREADS];
  struct work each[THREADS];
  for (size_t i = 0; i < THREADS; i++) {
    each[i] = work;
    each[i].first = i * count / THREADS;
    ck_assert_int_eq(pthread_create(&threads[i], NULL, judge_all, &each[i]), 0);
  }
  for (size_t i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    ck_assert(each[i].same);
  }
  followup_report_free(report);
  followup_linter_free(linter);
  followup_policy_free(policy);
  for (size_t i = 0; i < count; i++) {
    free(serial[i]);
    followup_case_free(cases[i]);
  }
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 2) return 2;
  path = arguments[1];
  return run_tests("threads and cases",
                   (const TTest *[]){eight_threads_say_of_every_labelled_case_what_one_says, NULL});
}
