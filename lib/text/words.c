#include "text/words.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/folds.h"
#include "text/simple_word.h"
#include "text/spans.h"
#include "text/units.h"
#include "text/word_marks.h"

/* The words so far and the next span, while ICU's segments go by. */
struct cutting {
  struct text_reader *reader;
  struct text *read;
  size_t next_span;
};

static followup_status add_word(struct cutting *cutting, size_t start, size_t end, uint16_t flags) {
  struct text *read = cutting->read;
  if (!array_reserve(cutting->reader->context, &read->words, 1)) return FOLLOWUP_E_MEMORY;
  read->words.items[read->words.count++] =
      (struct text_word){.start = (uint32_t)start, .end = (uint32_t)end, .flags = flags, .sentence = NO_SENTENCE};
  return FOLLOWUP_OK;
}

static struct text_word *last_word(struct text *read) {
  return read->words.count > 0 ? &read->words.items[read->words.count - 1] : NULL;
}

/* The span that holds `at`, or NULL. */
static const struct text_span *span_at(struct cutting *cutting, size_t at) {
  const struct text_reader *reader = cutting->reader;
  while (cutting->next_span < reader->spans.count && reader->spans.items[cutting->next_span].end <= at)
    cutting->next_span++;
  if (cutting->next_span == reader->spans.count) return NULL;
  const struct text_span *span = &reader->spans.items[cutting->next_span];
  return span->start <= at ? span : NULL;
}

enum { PLAIN_WORD = PLAIN_LETTER | PLAIN_DIGIT };

/* 9:30, 1/2, 10/21/2025: ICU joins digits across full stops and commas only. */
static bool joins_number(const struct text *read, const struct text_word *before, size_t start) {
  if (before == NULL || before->end + 1 != start) return false;
  char mark = read->bytes[start - 1];
  return (mark == ':' || mark == '/') && is_plain(read->bytes[start], PLAIN_DIGIT) &&
         is_plain(read->bytes[start - 2], PLAIN_DIGIT) && is_plain(read->bytes[before->start], PLAIN_DIGIT);
}

/* The 's behind U.S. or Inc., which ICU cuts off at the full stop. */
static bool joins_ending(const struct text *read, const struct text_word *before, size_t start, size_t end) {
  if (before == NULL || end - start != 1 || read->bytes[start] != 's') return false;
  const char *gap = read->bytes + before->end;
  size_t length = start - before->end;
  return (length == 2 && memcmp(gap, ".'", 2) == 0) || (length == 4 && memcmp(gap, ".\xE2\x80\x99", 4) == 0);
}

/* Where a full stop without a space behind it ends a sentence inside [start, end): "desk.The". 0 where none does. */
static size_t missing_space(const char *bytes, size_t start, size_t end) {
  if (memchr(bytes + start, '.', end - start) == NULL) return 0;
  for (size_t i = start + 2; i + 1 < end; i++) {
    if (bytes[i] != '.' || bytes[i - 1] < 'a' || bytes[i - 1] > 'z' ||
        !is_plain(bytes[i - 2], PLAIN_LETTER | NOT_PLAIN))
      continue;
    if (bytes[i + 1] < 'A' || bytes[i + 1] > 'Z') continue;
    bool small_follows = i + 2 < end && ((bytes[i + 2] >= 'a' && bytes[i + 2] <= 'z') || bytes[i + 2] == '\'');
    if (small_follows || (i + 2 == end && (bytes[i + 1] == 'I' || bytes[i + 1] == 'A'))) return i;
  }
  return 0;
}

/* "____" is none, though ICU calls it a word. */
static bool has_letter_or_digit(const char *bytes, size_t start, size_t end) {
  while (start < end && bytes[start] == '_') start++;
  return start < end;
}

/* What may stand inside a word, never at its ends. */
static bool is_joint(char byte) { return byte == '.' || byte == '\'' || byte == ',' || byte == ';'; }

static followup_status add_piece(struct cutting *cutting, size_t start, size_t end) {
  while (start < end && is_joint(cutting->read->bytes[start])) start++;
  while (end > start && is_joint(cutting->read->bytes[end - 1])) end--;
  if (!has_letter_or_digit(cutting->read->bytes, start, end)) return FOLLOWUP_OK;
  bool in_link = span_at(cutting, start) != NULL;
  struct text *read = cutting->read;
  struct text_word *before = last_word(read);
  if (!in_link && (joins_number(read, before, start) || joins_ending(read, before, start, end))) {
    before->end = (uint32_t)end;
    return FOLLOWUP_OK;
  }
  size_t stop = in_link ? 0 : missing_space(read->bytes, start, end);
  if (stop == 0) return add_word(cutting, start, end, in_link ? WORD_OF_LINK : 0);
  followup_status status = add_word(cutting, start, stop, 0);
  return status == FOLLOWUP_OK ? add_word(cutting, stop + 1, end, 0) : status;
}

/* Some versions of ICU keep a@b or a:b together; here they are always two words. */
static followup_status add_segment(struct cutting *cutting, size_t start, size_t end) {
  const char *bytes = cutting->read->bytes;
  followup_status status = FOLLOWUP_OK;
  for (size_t at = start; at < end && status == FOLLOWUP_OK; at++) {
    if (bytes[at] != '@' && bytes[at] != ':') continue;
    status = add_piece(cutting, start, at);
    start = at + 1;
  }
  return status == FOLLOWUP_OK ? add_piece(cutting, start, end) : status;
}

static followup_status add_emoji(struct cutting *cutting, size_t start, size_t end) {
  struct text_word *before = last_word(cutting->read);
  if (before == NULL || before->end != start || !(before->flags & WORD_EMOJI))
    return add_word(cutting, start, end, WORD_EMOJI);
  before->end = (uint32_t)end;
  return FOLLOWUP_OK;
}

static followup_status take_segment(struct cutting *cutting, size_t start, size_t end, bool is_word) {
  const struct text_span *span = span_at(cutting, start);
  if (span != NULL && span->kind == SPAN_EMOTICON)
    return span->start == start ? add_word(cutting, span->start, span->end, WORD_EMOJI) : FOLLOWUP_OK;
  if (is_word) return add_segment(cutting, start, end);
  size_t at = start;
  return is_emoji(utf8_next(cutting->read->bytes, &at)) ? add_emoji(cutting, start, end) : FOLLOWUP_OK;
}

enum { CURLY_LENGTH = 3 }; /* bytes of a curly apostrophe */

/* Between two letters it is as plain as a straight one. */
static bool is_curly(const char *bytes, size_t at, size_t end) {
  return at > 0 && end - at > CURLY_LENGTH && memcmp(bytes + at, "\xE2\x80\x99", CURLY_LENGTH) == 0 &&
         is_plain(bytes[at - 1], PLAIN_LETTER) && is_plain(bytes[at + CURLY_LENGTH], PLAIN_LETTER);
}

/* Bytes of the mark at `at` that may stand inside a word, 0 where it is none. */
static size_t joint_length(const char *bytes, size_t at, size_t end) {
  if (is_joint(bytes[at])) return 1;
  return is_curly(bytes, at, end) ? CURLY_LENGTH : 0;
}

/* The end of the word that begins at `at`, by the rules of Unicode Standard Annex 29 for ASCII. */
static size_t plain_segment_end(const char *bytes, size_t at, size_t end) {
  for (at++; at < end; at++) {
    if (is_plain(bytes[at], PLAIN_WORD) || bytes[at] == '_') continue;
    size_t joint = joint_length(bytes, at, end);
    if (joint == 0 || at + joint == end) break;
    bool numbers = is_plain(bytes[at - 1], PLAIN_DIGIT) && is_plain(bytes[at + joint], PLAIN_DIGIT);
    bool letters = is_plain(bytes[at - 1], PLAIN_LETTER) && is_plain(bytes[at + joint], PLAIN_LETTER);
    if (!numbers && (!letters || bytes[at] == ',' || bytes[at] == ';')) break;
    at += joint - 1;
  }
  return at;
}

/* Whether the run is nothing but letters and digits, with marks at its end perhaps: one word, and no more to see. */
static size_t simple_word_end(const char *bytes, size_t start, size_t end) {
  size_t stop = start;
  while (stop < end && is_plain(bytes[stop], PLAIN_WORD)) stop++;
  bool simple = stop > start && (stop == end || (stop + 1 == end && bytes[stop] != '_'));
  return simple ? stop : 0;
}

static followup_status take_plain(struct cutting *cutting, size_t start, size_t end) {
  const char *bytes = cutting->read->bytes;
  const struct text_reader *reader = cutting->reader;
  followup_status status = FOLLOWUP_OK;
  bool spans_left = cutting->next_span < reader->spans.count;
  bool spanned = spans_left && reader->spans.items[cutting->next_span].start < end;
  size_t simple = spanned ? 0 : simple_word_end(bytes, start, end);
  if (simple > 0) return add_word(cutting, start, simple, 0);
  while (start < end && status == FOLLOWUP_OK) {
    bool is_word = is_plain(bytes[start], PLAIN_WORD) || bytes[start] == '_';
    size_t stop = is_word ? plain_segment_end(bytes, start, end) : start + 1;
    if (is_word || spanned) status = take_segment(cutting, start, stop, is_word);
    start = stop;
  }
  return status;
}

static followup_status take_any(struct cutting *cutting, size_t start, size_t end) {
  UBreakIterator *breaks = cutting->reader->word_breaks;
  followup_status status = units_give(cutting->reader, cutting->read->bytes, start, end, breaks);
  if (status != FOLLOWUP_OK) return status;
  const uint32_t *offsets = cutting->reader->offsets.items;
  int32_t from = ubrk_first(breaks);
  for (int32_t to = ubrk_next(breaks); to != UBRK_DONE && status == FOLLOWUP_OK; from = to, to = ubrk_next(breaks))
    status = take_segment(cutting, offsets[from], offsets[to], ubrk_getRuleStatus(breaks) >= UBRK_WORD_NUMBER);
  return status;
}

/* The end of the run of bytes without ASCII white space that begins at `at`; `plain` where ICU is not needed for it. */
static size_t run_end(const struct text *read, size_t at, bool *plain) {
  *plain = true;
  for (; at < read->length && !is_plain(read->bytes[at], PLAIN_SPACE); at++) {
    if (!is_plain(read->bytes[at], NOT_PLAIN)) continue;
    if (is_curly(read->bytes, at, read->length))
      at += CURLY_LENGTH - 1;
    else
      *plain = false;
  }
  return at;
}

/* The runs beyond ASCII that wait for ICU, which looks at neighbours together. */
struct waiting {
  size_t start, end; /* 0: none */
};

static followup_status take_waiting(struct cutting *cutting, struct waiting *waiting) {
  if (waiting->end == 0) return FOLLOWUP_OK;
  followup_status status = take_any(cutting, waiting->start, waiting->end);
  waiting->end = 0;
  return status;
}

/* Takes the run that begins at `*at` and moves behind it. */
static followup_status take_run(struct cutting *cutting, size_t *at, struct waiting *waiting) {
  bool plain;
  size_t start = *at;
  *at = run_end(cutting->read, start, &plain);
  followup_status status = spans_find(cutting->reader, cutting->read, start, *at);
  if (status != FOLLOWUP_OK) return status;
  if (plain) {
    status = take_waiting(cutting, waiting);
    return status == FOLLOWUP_OK ? take_plain(cutting, start, *at) : status;
  }
  if (waiting->end == 0) waiting->start = start;
  waiting->end = *at;
  return FOLLOWUP_OK;
}

static followup_status take_runs(struct cutting *cutting) {
  struct text *read = cutting->read;
  struct waiting waiting = {0, 0};
  for (size_t at = 0;;) {
    while (at < read->length && is_plain(read->bytes[at], PLAIN_SPACE)) at++;
    if (at == read->length) return take_waiting(cutting, &waiting);
    size_t start = at;
    followup_status status = FOLLOWUP_OK;
    if (waiting.end == 0) status = simple_word_take(cutting->reader, read, start, &at);
    if (status == FOLLOWUP_OK && at == start) status = take_run(cutting, &at, &waiting);
    if (status != FOLLOWUP_OK) return status;
  }
}

followup_status words_cut(struct text_reader *reader, struct text *read) {
  struct cutting cutting = {reader, read, 0};
  reader->spans.count = 0;
  followup_status status = take_runs(&cutting);
  if (status != FOLLOWUP_OK) return status;
  word_marks_set(read);
  for (size_t i = 0; i < read->words.count && status == FOLLOWUP_OK; i++)
    if (!(read->words.items[i].flags & WORD_SIMPLE)) status = fold_word(reader, read, &read->words.items[i]);
  return status;
}
