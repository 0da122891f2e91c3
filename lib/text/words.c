#include "text/words.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/folds.h"
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
  read->words.items[read->words.count++] = (struct text_word){
      .start = (uint32_t)start, .end = (uint32_t)end, .flags = flags, .sentence = NO_SENTENCE};
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

static bool is_plain_digit(char byte) { return byte >= '0' && byte <= '9'; }

/* 9:30, 1/2, 10/21/2025: ICU joins digits across full stops and commas only. */
static bool joins_number(const struct text *read, const struct text_word *before, size_t start) {
  if (before == NULL || before->end + 1 != start || start < 2) return false;
  char mark = read->bytes[start - 1];
  return (mark == ':' || mark == '/') && is_plain_digit(read->bytes[start]) && is_plain_digit(read->bytes[start - 2]) &&
         is_plain_digit(read->bytes[before->start]);
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
  for (size_t i = start + 2; i + 1 < end; i++) {
    if (bytes[i] != '.' || bytes[i - 1] < 'a' || bytes[i - 1] > 'z' || !is_letter((unsigned char)bytes[i - 2])) continue;
    if (bytes[i + 1] < 'A' || bytes[i + 1] > 'Z') continue;
    bool small_follows = i + 2 < end && ((bytes[i + 2] >= 'a' && bytes[i + 2] <= 'z') || bytes[i + 2] == '\'');
    if (small_follows || (i + 2 == end && (bytes[i + 1] == 'I' || bytes[i + 1] == 'A'))) return i;
  }
  return 0;
}

static followup_status add_piece(struct cutting *cutting, size_t start, size_t end, bool in_link) {
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
static followup_status add_segment(struct cutting *cutting, size_t start, size_t end, bool in_link) {
  const char *bytes = cutting->read->bytes;
  followup_status status = FOLLOWUP_OK;
  for (size_t at = start; at < end && status == FOLLOWUP_OK; at++) {
    if (bytes[at] != '@' && bytes[at] != ':') continue;
    if (at > start) status = add_piece(cutting, start, at, in_link);
    start = at + 1;
  }
  return start < end && status == FOLLOWUP_OK ? add_piece(cutting, start, end, in_link) : status;
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
  if (is_word) return add_segment(cutting, start, end, span != NULL);
  size_t at = start;
  return is_emoji(utf8_next(cutting->read->bytes, &at)) ? add_emoji(cutting, start, end) : FOLLOWUP_OK;
}

static followup_status take_segments(struct cutting *cutting) {
  const struct text_reader *reader = cutting->reader;
  const uint32_t *offsets = reader->offsets.items;
  int32_t from = ubrk_first(reader->word_breaks);
  for (int32_t to = ubrk_next(reader->word_breaks); to != UBRK_DONE; from = to, to = ubrk_next(reader->word_breaks)) {
    bool is_word = ubrk_getRuleStatus(reader->word_breaks) >= UBRK_WORD_NUMBER;
    followup_status status = take_segment(cutting, offsets[from], offsets[to], is_word);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

followup_status words_cut(struct text_reader *reader, struct text *read) {
  UErrorCode problem = U_ZERO_ERROR;
  ubrk_setText(reader->word_breaks, reader->units.items, (int32_t)reader->units.count, &problem);
  if (U_FAILURE(problem)) return FOLLOWUP_E_INTERNAL;
  struct cutting cutting = {reader, read, 0};
  followup_status status = take_segments(&cutting);
  if (status != FOLLOWUP_OK) return status;
  word_marks_set(read);
  for (size_t i = 0; i < read->words.count && status == FOLLOWUP_OK; i++)
    status = fold_word(reader, read, &read->words.items[i]);
  return status;
}
