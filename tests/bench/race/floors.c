/*
 * What a linter cannot do without, or does without much thought: a scan for a byte, ICU's breaks, a pattern after the
 * other with PCRE2's JIT, and a class table with all patterns in one pass of Hyperscan.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <ctype.h>
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "race/race.h"

/* A byte. */

static void memchr_take(const struct texts *texts, size_t index) {
  uint64_t found = 0;
  const char *at = texts->bodies[index], *end = at + texts->lengths[index];
  for (; at < end && (at = memchr(at, '?', (size_t)(end - at))) != NULL; at++) found++;
  counted = found;
}

/* ICU's sentences and words, of text that is UTF-16 already, or is made so. */

static UBreakIterator *sentences, *words;
static UChar *wide[CASES_MOST];
static int32_t wide_lengths[CASES_MOST];
static UChar *room;
static int32_t room_size;

static int32_t widen(const struct texts *texts, size_t at, UChar *into) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(into, room_size, &length, texts->bodies[at], (int32_t)texts->lengths[at], &code);
  return length;
}

static bool icu_open(const struct texts *texts) {
  UErrorCode code = U_ZERO_ERROR;
  sentences = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &code);
  words = ubrk_open(UBRK_WORD, "en", NULL, 0, &code);
  for (size_t i = 0; i < texts->count; i++)
    if ((int32_t)texts->lengths[i] >= room_size) room_size = (int32_t)texts->lengths[i] + 1;
  room = malloc((size_t)room_size * sizeof *room);
  for (size_t i = 0; i < texts->count; i++) {
    wide[i] = malloc((size_t)room_size * sizeof *wide[i]);
    wide_lengths[i] = widen(texts, i, wide[i]);
  }
  return U_SUCCESS(code);
}

static uint64_t count_breaks(UBreakIterator *breaks, const UChar *text, int32_t length) {
  UErrorCode code = U_ZERO_ERROR;
  uint64_t found = 0;
  ubrk_setText(breaks, text, length, &code);
  while (ubrk_next(breaks) != UBRK_DONE) found += ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT;
  return found;
}

static void icu_take(const struct texts *texts, size_t index) {
  (void)texts;
  counted =
      count_breaks(sentences, wide[index], wide_lengths[index]) + count_breaks(words, wide[index], wide_lengths[index]);
}

/* The naive engine: ICU's breaks of UTF-8, then each phrase on its own, of plain words, which it finds soonest. */

static pcre2_code *patterns[PHRASES_MOST];
static pcre2_match_data *match;

static bool naive_open(const struct texts *texts) {
  for (size_t i = 0; i < texts->phrase_count; i++) {
    char pattern[256];
    int wrong;
    PCRE2_SIZE place;
    snprintf(pattern, sizeof pattern, "\\b%s\\b", texts->plain[i]);
    patterns[i] = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS,
                                &wrong, &place, NULL);
    if (patterns[i] == NULL || pcre2_jit_compile(patterns[i], PCRE2_JIT_COMPLETE) != 0) return false;
  }
  match = pcre2_match_data_create(4, NULL);
  return match != NULL;
}

static uint64_t count_matches(const pcre2_code *pattern, const char *text, size_t length) {
  uint64_t found = 0;
  size_t at = 0;
  while (at < length && pcre2_match(pattern, (PCRE2_SPTR)text, length, at, PCRE2_NO_UTF_CHECK, match, NULL) > 0) {
    at = pcre2_get_ovector_pointer(match)[1];
    found++;
  }
  return found;
}

static void naive_take(const struct texts *texts, size_t index) {
  int32_t length = widen(texts, index, room);
  uint64_t found = count_breaks(sentences, room, length) + count_breaks(words, room, length);
  for (size_t phrase = 0; phrase < texts->phrase_count; phrase++)
    found += count_matches(patterns[phrase], texts->bodies[index], texts->lengths[index]);
  counted = found;
}

/* Near the limit: a table of byte classes for where words start, and Hyperscan with the starts of matches. */

#ifdef HAVE_HYPERSCAN
#include <hs/hs.h>

static hs_database_t *database;
static hs_scratch_t *hs_room;
static unsigned char classes[256];

static int take_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *user) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(uint64_t *)user;
  return 0;
}

static bool near_limit_open(const struct texts *texts) {
  unsigned flags[PHRASES_MOST], ids[PHRASES_MOST];
  hs_compile_error_t *wrong = NULL;
  for (unsigned i = 0; i < texts->phrase_count; i++) {
    flags[i] = HS_FLAG_CASELESS | HS_FLAG_UTF8 | HS_FLAG_SOM_LEFTMOST;
    ids[i] = i;
  }
  for (int i = 0; i < 256; i++) classes[i] = i >= 0x80 || isalnum(i) || i == '\'' ? 1 : i == ' ' || i == '\n' ? 2 : 3;
  return hs_compile_multi((const char *const *)texts->phrases, flags, ids, (unsigned)texts->phrase_count, HS_MODE_BLOCK,
                          NULL, &database, &wrong) == HS_SUCCESS &&
         hs_alloc_scratch(database, &hs_room) == HS_SUCCESS;
}

static uint64_t count_word_starts(const char *text, size_t length) {
  uint64_t found = 0;
  unsigned char last = 2;
  for (size_t i = 0; i < length; i++) {
    unsigned char class = classes[(unsigned char)text[i]];
    found += class == 1 && last != 1;
    last = class;
  }
  return found;
}

static void near_limit_take(const struct texts *texts, size_t index) {
  uint64_t found = count_word_starts(texts->bodies[index], texts->lengths[index]);
  hs_scan(database, texts->bodies[index], (unsigned)texts->lengths[index], 0, hs_room, take_match, &found);
  counted = found;
}
#endif

const struct contestant floors[] = {
    {"memchr", NULL, memchr_take, false},
    {"icu", icu_open, icu_take, false},
    {"naive", naive_open, naive_take, false},
#ifdef HAVE_HYPERSCAN
    {"near-limit", near_limit_open, near_limit_take, false},
#endif
    {NULL, NULL, NULL, false},
};
