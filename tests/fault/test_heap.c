/*
 * How much memory judging takes at its greatest, by the length of the text: a scratch and a report that judge a text,
 * two texts that are compared, and a case that is planned. The bounds are those of docs/promises.md.
 */
#define _POSIX_C_SOURCE 200809L
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup.h>

#include "support/figure.h"
#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

/* Bounds in bytes a byte of text, of docs/promises.md. */
enum { HEAP_JUDGED = 256, HEAP_COMPARED = 64, HEAP_TAKEN_UP = 128 };

enum { TEXT = 1 << 16 };

struct meter {
  size_t held, peak;
};

static struct meter meter;
static followup_context *context;

static void *allocate(size_t size, void *user) {
  struct meter *own = user;
  void *block = malloc(size);
  if (block == NULL) return NULL;
  own->held += malloc_usable_size(block);
  if (own->held > own->peak) own->peak = own->held;
  return block;
}

static void release(void *block, void *user) {
  ((struct meter *)user)->held -= malloc_usable_size(block);
  free(block);
}

/* What makes the most of its bytes: words of one letter, marks, emoji, capitals, addresses, combining marks, and prose.
 */
static const char *const pieces[] = {
    "a ",
    "! ",
    "I ",
    "\xF0\x9F\x98\x80 ",
    "A. ",
    "[x] ",
    "a\n",
    "> a\n",
    "- a\n",
    "a@b.cc ",
    "e\xCC\x81 ",
    "SO ",
    "sorry!! ",
    "bro! ",
    "9 ",
    "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1",
    "Dear Ana, thank you for the tide machine. I would love to come. When will I hear? ",
};

static char *repeat(const char *piece) {
  size_t length = strlen(piece), at = 0;
  char *text = malloc(TEXT + 1);
  ck_assert_ptr_nonnull(text);
  for (; at + length <= TEXT; at += length) memcpy(text + at, piece, length);
  text[at] = '\0';
  return text;
}

static void set_up(void) {
  meter = (struct meter){0, 0};
  ck_assert_int_eq(followup_context_new(allocate, release, &meter, &context), FOLLOWUP_OK);
}

static void tear_down(void) {
  followup_context_free(context);
  ck_assert_uint_eq(meter.held, 0);
}

static size_t judge_peak(const followup_linter *linter, const char *text) {
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  size_t before = meter.held;
  meter.peak = before;
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, text, Z, &report, NULL), FOLLOWUP_OK);
  followup_report_free(report);
  followup_scratch_free(scratch);
  return meter.peak - before;
}

START_TEST(a_judged_text_takes_bounded_memory) {
  followup_linter *linter = NULL;
  double most = 0;
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert(figure_at_most("heap of a linter", (double)meter.held / 1024, 512, "KiB"));
  size_t least = judge_peak(linter, "Dear Ana,");
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    char *text = repeat(pieces[i]);
    double each = (double)(judge_peak(linter, text) - least) / (double)strlen(text);
    if (each > most) most = each;
    if (getenv("FOLLOWUP_SHOW") != NULL) printf("%6.1f %s\n", each, pieces[i]);
    free(text);
  }
  followup_linter_free(linter);
  ck_assert(figure_at_most("heap of a scratch that judged a line", (double)least / 1024, 512, "KiB"));
  ck_assert(figure_at_most("peak heap of judging, worst text", most, HEAP_JUDGED, "bytes/byte"));
}
END_TEST

START_TEST(comparing_and_uptake_take_bounded_memory) {
  followup_linter *linter = NULL;
  double similarity_most = 0, uptake_most = 0;
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    char *text = repeat(pieces[i]);
    const char *notes[] = {text};
    followup_similarity *similarity = NULL;
    followup_uptake *uptake = NULL;
    size_t before = meter.held;
    meter.peak = before;
    ck_assert_int_eq(followup_similarity_read(linter, NULL, text, Z, text, Z, NULL, 0, &similarity, NULL), FOLLOWUP_OK);
    double each = (double)(meter.peak - before) / (2.0 * (double)strlen(text));
    followup_similarity_free(similarity);
    if (each > similarity_most) similarity_most = each;
    meter.peak = before;
    ck_assert_int_eq(followup_uptake_read_text(linter, NULL, text, Z, notes, 1, &uptake, NULL), FOLLOWUP_OK);
    each = (double)(meter.peak - before) / (2.0 * (double)strlen(text));
    followup_uptake_free(uptake);
    if (each > uptake_most) uptake_most = each;
    free(text);
  }
  followup_linter_free(linter);
  ck_assert(
      figure_at_most("peak heap of comparing two texts, worst text", similarity_most, HEAP_COMPARED, "bytes/byte"));
  ck_assert(figure_at_most("peak heap of notes taken up, worst text", uptake_most, HEAP_TAKEN_UP, "bytes/byte"));
}
END_TEST

int main(void) {
  return run_tests_with(
      "heap", (const TTest *[]){a_judged_text_takes_bounded_memory, comparing_and_uptake_take_bounded_memory, NULL},
      set_up, tear_down);
}
