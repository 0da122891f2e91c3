/*
 * Every phrase of the pack begun and never ended: the words of each of its parts but the last, over and over. A byte of
 * such a text costs no more than a byte of any other. With FOLLOWUP_LONG four times as long a text takes at most 8
 * times as long: 16 would be a loop in a loop. (Instructions grow 4.4 times at most, see growth.py; but a long report
 * leaves the processor's caches.)
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <followup.h>

#include "pack_en.h"
#include "support/figure.h"
#include "support/run.h"

enum { SHORT = 16 * 1024, SMALL = 64 * 1024, LARGE = 256 * 1024, WORDS_MOST = 64, TRIES = 8 };

/* A millisecond for 1 KiB: 256 KiB in a quarter of a second. */
static const double MS_A_KIB = 1, GROWTH = 8;

static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;
static char body[LARGE + 1];

static const char *word_of(size_t position, size_t *length) {
  const struct pack_label *label = &pack_en.positions[position].label;
  uint16_t id = label->word;
  if (id == 0 && pack_en.members[label->first_run] > 0) id = pack_en.members[label->first_run + 1];
  if (id == 0) {
    *length = 2;
    return label->flags & TERM_MONEY ? "$5" : label->flags & TERM_DIGITS ? "15" : "Bo";
  }
  *length = pack_en.words[id].length;
  return pack_en.texts + pack_en.words[id].text;
}

static size_t positions_of(const struct pack_part *part, unsigned places[WORDS_MOST]) {
  size_t count = 0;
  uint64_t seen = 0, next = part->first;
  while ((next & ~seen) != 0 && count < WORDS_MOST) {
    unsigned place = (unsigned)__builtin_ctzll(next & ~seen);
    seen |= UINT64_C(1) << place;
    places[count++] = place;
    next = pack_en.positions[part->first_position + place].follow;
  }
  return count;
}

/* One way through the part, without its last word where it has several. */
static size_t prefix_of(const struct pack_part *part, char *prefix) {
  unsigned places[WORDS_MOST];
  size_t count = positions_of(part, places), written = 0;
  for (size_t i = 0; i < count && (i + 1 < count || count == 1); i++) {
    size_t length;
    const char *word = word_of(part->first_position + places[i], &length);
    memcpy(prefix + written, word, length);
    written += length;
    prefix[written++] = ' ';
  }
  return written;
}

static void fill(const char *prefix, size_t step, size_t size) {
  size_t filled = 0;
  for (; filled + step <= size; filled += step) memcpy(body + filled, prefix, step);
  body[filled] = '\0';
}

static double judge_ms(void) {
  struct timespec before, after;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
  ck_assert_int_eq(
      followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, body, FOLLOWUP_ZERO_TERMINATED, &report, NULL),
      FOLLOWUP_OK);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
  return (double)(after.tv_sec - before.tv_sec) * 1e3 + (double)(after.tv_nsec - before.tv_nsec) / 1e6;
}

static double least(double one, double other) { return one < other ? one : other; }

static double best_ms(double enough) {
  double best = judge_ms();
  for (int i = 1; i < TRIES && best > enough; i++) {
    double next = judge_ms();
    if (next < best) best = next;
  }
  return best;
}

/* The processor's time is not to be trusted once: what seems to grow is measured again. */
static double growth_of(const char *prefix, size_t step) {
  double small = 1e9, large = 1e9;
  for (int i = 0; i < TRIES && (i == 0 || large > GROWTH * small); i++) {
    fill(prefix, step, SMALL);
    judge_ms();
    small = least(small, least(judge_ms(), judge_ms()));
    fill(prefix, step, LARGE);
    judge_ms();
    large = least(large, least(judge_ms(), judge_ms()));
  }
  return large / small;
}

static void open_linter(void) {
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
}

static void close_linter(void) {
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}

START_TEST(no_phrase_that_is_begun_again_and_again_costs_more_than_other_words) {
  char prefix[WORDS_MOST * 64];
  double worst = 0, most_growth = 0;
  size_t pumped = 0;
  open_linter();
  for (size_t i = 0; i < pack_en.part_count; i++) {
    size_t step = prefix_of(&pack_en.parts[i], prefix);
    if (step == 0) continue; /* a lone word that may stand anywhere: it has no automaton */
    pumped++;
    fill(prefix, step, SHORT);
    double ms = best_ms(MS_A_KIB * SHORT / 1024 / 4) / (SHORT / 1024);
    if (ms > worst) worst = ms;
    if (!figures_take_long()) continue;
    double growth = growth_of(prefix, step);
    if (growth > GROWTH) printf("%.2f times: %.*s\n", growth, (int)step, prefix);
    if (growth > most_growth) most_growth = growth;
  }
  close_linter();
  ck_assert(figure_at_least("parts of phrases begun again and again", (double)pumped, 1000, ""));
  ck_assert(figure_at_most("dearest of them", worst, MS_A_KIB, "ms/KiB"));
  if (figures_take_long())
    ck_assert(figure_at_most("time from 64 to 256 KiB of the worst of them", most_growth, GROWTH, "times"));
}
END_TEST

int main(void) {
  return run_tests("pump",
                   (const TTest *[]){no_phrase_that_is_begun_again_and_again_costs_more_than_other_words, NULL});
}
