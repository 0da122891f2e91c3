/* One linter judged with by several threads gives what one thread gets. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "support/figure.h"
#include "support/run.h"
#include "support/scene.h"

enum { THREADS = 8, ROUNDS = 400, LONG_ROUNDS = 10000 };

static const char *const bodies[] = {
    "Dear Ana,\n\nThank you for the [topic]. I am sorry to bother you again!!!\n\nKim\n",
    "Hi Bob,\n\nI would love to join Contoso Freight. When will I hear back?\n",
    "Ana,\n\nThank you for showing me the tide machine. I would be glad to come.\n\nBest,\nKim\n",
};

struct work {
  const followup_linter *linter;
  followup_case *cases[3];
  uint64_t expected[3];
  int rounds, done;
};

static uint64_t digest(const followup_report *report) {
  uint64_t sum = followup_report_count(report);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    size_t start = 0;
    followup_finding_span(finding, FOLLOWUP_UNIT_UTF16, &start, NULL);
    sum = sum * 31 + followup_finding_fingerprint(finding) + start;
  }
  return sum;
}

static void *judge_many(void *user) {
  struct work *work = user;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  bool same = followup_scratch_new(work->linter, &scratch, NULL) == FOLLOWUP_OK;
  while (same && work->done < work->rounds) {
    int one = work->done % 3;
    followup_status status = followup_lint_case(work->linter, scratch, work->cases[one], SCENE_END, &report, NULL);
    same = status == FOLLOWUP_OK && digest(report) == work->expected[one];
    work->done += same;
  }
  followup_report_free(report);
  followup_scratch_free(scratch);
  return NULL;
}

START_TEST(threads_that_share_a_linter_find_what_one_finds) {
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  struct work work = {.linter = linter, .rounds = figures_take_long() ? LONG_ROUNDS : ROUNDS};
  long done = 0;
  for (int i = 0; i < 3; i++) {
    struct scene scene = {.kind = "thank_you", .other = "Contoso Freight", .sent = SCENE_END, .body = bodies[i]};
    followup_report *report = NULL;
    work.cases[i] = scene_build(&scene);
    ck_assert_int_eq(followup_lint_case(linter, NULL, work.cases[i], SCENE_END, &report, NULL), FOLLOWUP_OK);
    work.expected[i] = digest(report);
    followup_report_free(report);
  }
  pthread_t threads[THREADS];
  struct work each[THREADS];
  for (int i = 0; i < THREADS; i++) {
    each[i] = work;
    ck_assert_int_eq(pthread_create(&threads[i], NULL, judge_many, &each[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    done += each[i].done;
  }
  ck_assert(figure_exactly("lints on 8 threads with one linter, the same as one thread's", (double)done,
                           THREADS * work.rounds, ""));
  for (int i = 0; i < 3; i++) followup_case_free(work.cases[i]);
  followup_linter_free(linter);
}
END_TEST

int main(void) {
  return run_tests("threads", (const TTest *[]){threads_that_share_a_linter_find_what_one_finds, NULL});
}
