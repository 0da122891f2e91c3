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

static uint64_t judge_one(const struct texts *texts, size_t index, struct judge *judge) {
  must(followup_lint_case(linter, judge->scratch, texts->cases[index], texts->now[index], &judge->report, NULL));
  return followup_report_count(judge->report);
}

static uint64_t judge_all(const struct texts *texts, struct judge *judge) {
  uint64_t findings = 0;
  for (size_t i = 0; i < texts->count; i++) findings += judge_one(texts, i, judge);
  return findings;
}

static void judge_take(const struct texts *texts, size_t index) { counted = judge_one(texts, index, &judges[0]); }

/* Windows. */

static void windows_take(const struct texts *texts, size_t index) {
  static followup_window *window;
  const struct window_row *row = &texts->windows.items[index];
  must(followup_window_read(row->sentence, row->length, row->reference, row->calendar, &window, NULL));
  counted = followup_window_status_of(window) == FOLLOWUP_WINDOW_PROMISED;
}

/* Two threads: each goes through all texts so often that starting it costs nothing beside. */

enum { THREAD_PASSES = 10, THREAD_ROUNDS = 20 };

static const struct texts *shared_texts;

static void *judge_in_thread(void *user) {
  for (int i = 0; i < THREAD_PASSES; i++) judge_all(shared_texts, user);
  return NULL;
}

struct times {
  double wall, cpu; /* seconds of the best round; of both threads together */
};

static void run_threads(int count, struct times *fastest) {
  pthread_t threads[2];
  double wall = wall_seconds(), cpu = cpu_seconds();
  for (int i = 0; i < count; i++)
    if (pthread_create(&threads[i], NULL, judge_in_thread, &judges[i]) != 0) exit(2);
  for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
  wall = wall_seconds() - wall;
  cpu = cpu_seconds() - cpu;
  if (wall < fastest->wall) fastest->wall = wall;
  if (cpu < fastest->cpu) fastest->cpu = cpu;
}

static void measure_threads(const struct texts *texts) {
  struct times one = {1e9, 1e9}, two = {1e9, 1e9};
  shared_texts = texts;
  for (int i = 0; i < THREAD_ROUNDS; i++) {
    run_threads(1, &one);
    run_threads(2, &two);
  }
  printf("threads on the wall\t%.3f\nthreads in processor time\t%.3f\n", 2 * one.wall / two.wall,
         4 * one.cpu / two.cpu);
}

/* Once. */

static bool watching;
static long allocations; /* calls of malloc and its family while watching */

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
    double start = wall_seconds();
    must(followup_linter_new(NULL, NULL, &made, NULL));
    double seconds = wall_seconds() - start;
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
  measure_threads(texts);
}

const struct contestant ours[] = {
    {"judge", judge_open, judge_take, false},
    {"windows", NULL, windows_take, true},
    {NULL, NULL, NULL, false},
};
