/* Quick looks pass over no phrase that is there. usage: test_wakes bodies.jsonl */
#include <check.h>
#include <jansson.h>
#include <stdio.h>

#include "base/memory.h"
#include "pack_en.h"
#include "support/run.h"
#include "text/automaton.h"
#include "text/wakes.h"

enum { LEAST_BODIES = 200, LEAST_FOLLOWED = 400 };

static const char *bodies_path;
static struct text_reader *reader;
static struct text text;
static struct phrase_scan scan;
static size_t followed, passed_over, kept;

static bool is_kept(uint32_t wake, size_t at) {
  for (size_t i = 0; i < scan.woken.count; i++)
    if (scan.woken.items[i].wake == wake && scan.woken.items[i].at == at) return true;
  return false;
}

/* A phrase of one part that can be followed from the term must have been kept. */
static void check_wake(uint32_t wake, size_t at) {
  int64_t first, last;
  const struct pack_part *part = &pack_en.parts[pack_en.wakes[wake].part];
  if (part->part_count > 1) return;
  if (!automaton_follow(&pack_en, part, scan.terms.items, at, pack_en.wakes[wake].position, &first, &last)) return;
  followed++;
  if (is_kept(wake, at)) return;
  passed_over++;
  printf("  passed over: %s\n", pack_en.phrases[part->phrase].source);
}

static void check_run(size_t first, size_t last) {
  uint16_t flags = 0;
  for (size_t at = first; at <= last; at++) flags |= scan.terms.items[at].flags;
  needs_meet(&pack_en, &scan, first, last, flags);
  for (int kind = 0; kind < WAKES_KINDS; kind++) {
    struct wake_run run = {first, last, kind, LISTS_ALL};
    ck_assert(wakes_find(context_or_default(NULL), &pack_en, &run, &scan));
    kept += scan.woken.count;
    for (size_t at = first; at <= last; at++) {
      const struct pack_wakes *wakes = &pack_en.words[scan.terms.items[at].id].wakes[kind];
      for (uint32_t i = 0; i < wakes->count; i++) check_wake(wakes->first + i, at);
    }
  }
}

static void check_body(json_t *body) {
  const followup_context *context = context_or_default(NULL);
  const struct wanted_lists none = {0, 0};
  ck_assert_int_eq(text_read_body(reader, json_string_value(body), json_string_length(body), &text), FOLLOWUP_OK);
  ck_assert(terms_read(context, &pack_en, &text, &scan));
  ck_assert(phrases_find(context, &pack_en, &text, &none, &scan)); /* makes room for what is noted of a run */
  for (size_t first = 0, at = 0; at < scan.terms.count; at++) {
    if (!(scan.terms.items[at].flags & TERM_LAST)) continue;
    check_run(first, at);
    first = at + 1;
  }
}

START_TEST(a_phrase_that_is_there_is_never_passed_over) {
  char line[1 << 16];
  size_t bodies = 0;
  FILE *file = fopen(bodies_path, "rb");
  ck_assert_msg(file != NULL, "cannot open %s", bodies_path);
  ck_assert_int_eq(text_reader_new(context_or_default(NULL), &reader), FOLLOWUP_OK);
  while (fgets(line, sizeof line, file) != NULL) {
    json_t *row = json_loads(line, 0, NULL);
    ck_assert(row != NULL);
    check_body(json_object_get(row, "body"));
    json_decref(row);
    bodies++;
  }
  fclose(file);
  text_reader_free(reader);
  text_free(context_or_default(NULL), &text);
  phrase_scan_free(context_or_default(NULL), &scan);
  ck_assert_uint_ge(bodies, LEAST_BODIES);
  ck_assert_uint_ge(followed, LEAST_FOLLOWED);
  ck_assert_uint_eq(passed_over, 0);
  ck_assert_uint_lt(kept, 20 * followed); /* or they save no work */
}
END_TEST

int main(int argc, char **argv) {
  if (argc != 2) return EXIT_FAILURE;
  bodies_path = argv[1];
  return run_tests("wakes", (const TTest *[]){a_phrase_that_is_there_is_never_passed_over, NULL});
}
