#include "text/simple_word.h"

#include "text/characters.h"
#include "text/folds.h"

enum { LONGEST = 48 };

static bool is_end_mark(char byte) { return byte == '.' || byte == ',' || byte == '!' || byte == '?'; }

/* The letters from `at` on, folded; how many of them are capitals. */
static size_t fold_letters(const char *bytes, size_t at, size_t limit, char *fold, size_t *capitals) {
  size_t length = 0;
  for (; at < limit && is_plain(bytes[at], PLAIN_LETTER); at++) {
    *capitals += bytes[at] < 'a';
    fold[length++] = (char)(bytes[at] | 0x20);
  }
  return length;
}

static uint16_t flags_of(bool upper_first, size_t capitals, size_t length) {
  uint16_t flags = WORD_SIMPLE;
  if (upper_first) flags |= WORD_UPPER_FIRST;
  if (length >= 2 && capitals == length) flags |= WORD_ALL_UPPER;
  return flags;
}

followup_status simple_word_take(struct text_reader *reader, struct text *read, size_t at, size_t *end) {
  *end = at;
  if (!is_plain(read->bytes[at], PLAIN_LETTER)) return FOLLOWUP_OK;
  if (!array_reserve(reader->context, &read->folds, LONGEST)) return FOLLOWUP_E_MEMORY;
  size_t capitals = 0, limit = read->length - at > LONGEST ? at + LONGEST : read->length;
  char *fold = read->folds.items + read->folds.count;
  size_t length = fold_letters(read->bytes, at, limit, fold, &capitals), stop = at + length;
  if (stop < read->length && is_end_mark(read->bytes[stop])) stop++;
  if (stop < read->length && !is_plain(read->bytes[stop], PLAIN_SPACE)) return FOLLOWUP_OK;
  if (!array_reserve(reader->context, &read->words, 1)) return FOLLOWUP_E_MEMORY;
  read->words.items[read->words.count++] =
      (struct text_word){.start = (uint32_t)at,
                         .end = (uint32_t)(at + length),
                         .fold = (uint32_t)read->folds.count,
                         .hash = word_hash(fold, length),
                         .fold_length = (uint16_t)length,
                         .flags = flags_of(read->bytes[at] < 'a', capitals, length),
                         .sentence = NO_SENTENCE};
  read->folds.count += length;
  *end = stop;
  return FOLLOWUP_OK;
}
