/* The library itself: judging, with one thread and with two, windows, and what is measured once. */
#define _GNU_SOURCE
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "race/race.h"

static void must(followup_status status) {
  if (status == FOLLOWUP_OK) return;
  fprintf(stderr, "bench-race: %s\n", followup_status_text(status));
  exit(2);
}

/* Judging: every thread has a scratch and a report of its own, used again and again. */

struct judge {
  followup_scratch *scratch;
  followup_report *report;
};

static followup_linter *linter;
static struct judge judges[2];

static bool judge_open(const struct texts *texts) {
  (void)texts;
  must(followup_linter_new(NULL, NULL, &linter, NULL));
  for (int i = 0; i < 2; i++) must(followup_scratch_new(linter, &judges[i].scratch, NULL));
  return true;
}

static uint64_t judge_all(const struct texts *texts, struct judge *judge) {
  uint64_t findings = 0;
  for (size_t i = 0; i < texts->count; i++) {
    must(followup_lint_case(linter, judge->scratch, texts->cases[i], texts->now[i], &judge->report, NULL));
    findings += followup_report_count(judge->report);
  }
  return findings;
}

static void judge_pass(const struct texts *texts) { counted = judge_all(texts, &judges[0]); }

/* Two threads: each goes through all texts so often that starting it costs nothing beside. */

enum { ROUNDS = 5 };

static const struct texts *shared_texts;

static void *judge_in_thread(void *user) {
  for (int i = 0; i < ROUNDS; i++) judge_all(shared_texts, user);
  return NULL;
}

static void threads_pass(const struct texts *texts, int count) {
  pthread_t threads[2];
  shared_texts = texts;
  for (int i = 0; i < count; i++)
    if (pthread_create(&threads[i], NULL, judge_in_thread, &judges[i]) != 0) exit(2);
  for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
}

static void one_thread_pass(const struct texts *texts) { threads_pass(texts, 1); }
static void two_threads_pass(const struct texts *texts) { threads_pass(texts, 2); }

/* Windows. */

static void windows_pass(const struct texts *texts) {
  static followup_window *window;
  uint64_t promised = 0;
  for (size_t i = 0; i < texts->windows.count; i++) {
    const struct window_row *row = &texts->windows.items[i];
    must(followup_window_read(row->sentence, row->length, row->reference, row->calendar, &window, NULL));
    promised += followup_window_status_of(window) == FOLLOWUP_WINDOW_PROMISED;
  }
  counted = promised;
}

/* Once. */

bool watching;
long allocations;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

void *malloc(size_t size) {
  allocations += watching;
  return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  allocations += watching;
  return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  allocations += watching;
  return __libc_realloc(block, size);
}

static void measure_linter(void) {
  enum { TIMES = 20 };
  double fastest = 1e9;
  for (int i = 0; i < TIMES; i++) {
    followup_linter *made = NULL;
    size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    double start = now_seconds();
    must(followup_linter_new(NULL, NULL, &made, NULL));
    double seconds = now_seconds() - start;
    if (seconds < fastest) fastest = seconds;
    if (i == 0) printf("linter MiB\t%.3f\n", (double)(mallinfo2().uordblks + mallinfo2().hblkhd - before) / (1 << 20));
    followup_linter_free(made);
  }
  printf("linter ms\t%.3f\n", fastest * 1e3);
}

void measure_ours(const struct texts *texts) {
  judge_all(texts, &judges[0]);
  watching = true;
  uint64_t findings = judge_all(texts, &judges[0]);
  watching = false;
  printf("allocations\t%ld\nfindings\t%llu\nmessages\t%zu\n", allocations, (unsigned long long)findings, texts->count);
  measure_linter();
}

const struct contestant ours[] = {
    {"judge", judge_open, judge_pass, false},
    {"one thread", NULL, one_thread_pass, false},
    {"two threads", NULL, two_threads_pass, false},
    {"windows", NULL, windows_pass, true},
    {NULL, NULL, NULL, false},
};
