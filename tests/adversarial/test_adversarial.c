/*
 * 256 KiB of each family: with PCRE2's JIT and without it the library says the same, soon, and in little memory.
 *
 * Time is the processor's. The bound is for the machine that the floor was measured on; a slower one, told by a loop of
 * this program's own in the same minute, may take as much longer.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "adversarial/interpreter.h"
#include "adversarial/judge.h"
#include "support/figure.h"
#include "support/run.h"

enum { SIZE = 256 * 1024, ROUNDS = 5, LOOP = 1 << 24 };

/* The aim is AIM_MS for every family; those that are still beyond it are counted. */
static const double AIM_MS = 50, BOUND_MS = 150, FLOOR_MS = 23;
static const double BEYOND_MOST = 8, BYTES_A_BYTE = 256;

static double now_ms(void) {
  struct timespec at;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* A multiplication that waits for the one before it, LOOP times. */
static double floor_ms(void) {
  volatile uint64_t out;
  uint64_t sum = 1;
  double before = now_ms();
  for (uint32_t i = 0; i < LOOP; i++) sum = (sum ^ i) * UINT64_C(1099511628211);
  out = sum;
  (void)out;
  return now_ms() - before;
}

/* How many times as slow as the machine of the floor; never below 1. */
static double slowness(void) {
  double best = floor_ms();
  for (int i = 0; i < 2; i++) {
    double next = floor_ms();
    if (next < best) best = next;
  }
  return best > FLOOR_MS ? best / FLOOR_MS : 1;
}

struct trial {
  double ms, bytes_a_byte;
  uint64_t said;
};

/* The best of some rounds, with tools that are new at first and used then. */
static struct trial try(const struct family *family, bool interpreter, double enough_ms) {
  struct trial trial = {1e9, 0, 0};
  size_t length;
  char *input = family_make(family, SIZE, &length);
  interpreter_alone(interpreter);
  judge_memory()->peak = 0;
  judge_open();
  for (int i = 0; i < ROUNDS && trial.ms > enough_ms; i++) {
    double before = now_ms();
    trial.said = judge_input(family->way, input, length);
    double ms = now_ms() - before;
    if (ms < trial.ms) trial.ms = ms;
  }
  judge_close();
  ck_assert_uint_eq(judge_memory()->held, 0);
  trial.bytes_a_byte = (double)judge_memory()->peak / (double)length;
  free(input);
  return trial;
}

struct worst {
  double figure;
  const char *name;
};

static void keep_worst(struct worst *worst, double figure, const char *name) {
  if (worst->name == NULL || figure > worst->figure) *worst = (struct worst){figure, name};
}

START_TEST(each_family_is_judged_soon_in_little_memory_with_and_without_jit) {
  struct worst time = {0, NULL}, memory = {0, NULL};
  size_t beyond = 0;
  double times = slowness();
  for (size_t i = 0; i < family_count; i++) {
    struct trial jit = try(&families[i], false, AIM_MS), plain = try(&families[i], true, AIM_MS);
    ck_assert_msg(jit.said == plain.said, "\"%s\": the JIT and the interpreter differ", families[i].name);
    if (getenv("ADVERSARIAL_TELL") != NULL)
      printf("%-45s %8.1f ms %8.1f ms %6.1f bytes a byte\n", families[i].name, jit.ms / times, plain.ms / times,
             jit.bytes_a_byte);
    keep_worst(&time, jit.ms / times, families[i].name);
    keep_worst(&time, plain.ms / times, families[i].name);
    beyond += jit.ms / times > AIM_MS || plain.ms / times > AIM_MS;
    keep_worst(&memory, jit.bytes_a_byte, families[i].name);
  }
  printf("slowest: %s, %.1f ms (machine %.2f times as slow as the floor's); most memory: %s, %.1f bytes a byte\n",
         time.name, time.figure, times, memory.name, memory.figure);
  ck_assert(figure_at_least("adversarial families", (double)family_count, 30, ""));
  printf("%zu families beyond %d ms\n", beyond, (int)AIM_MS);
  if (figures_take_long()) { /* time on the wall, which a busy machine stretches; growth is counted in instructions */
    ck_assert(figure_at_most("adversarial families beyond 50 ms for 256 KiB", (double)beyond, BEYOND_MOST, ""));
    ck_assert_msg(figure_at_most("256 KiB of the dearest adversarial family", time.figure, BOUND_MS, "ms"), "%s",
                  time.name);
  }
  ck_assert_msg(
      figure_at_most("peak heap of the dearest adversarial family", memory.figure, BYTES_A_BYTE, "bytes/byte"), "%s",
      memory.name);
}
END_TEST

int main(void) {
  return run_tests("adversarial",
                   (const TTest *[]){each_family_is_judged_soon_in_little_memory_with_and_without_jit, NULL});
}
