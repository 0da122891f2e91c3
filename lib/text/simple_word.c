#include "text/simple_word.h"

#include "text/characters.h"
#include "text/eight.h"
#include "text/folds.h"

enum { LONGEST = 48 };

static bool is_end_mark(char byte) { return byte == '.' || byte == ',' || byte == '!' || byte == '?'; }

static uint64_t next_eight(const struct text *read, size_t at) {
  size_t left = read->length - at;
  return left >= 8 ? eight_at(read->bytes + at) : eight_of(read->bytes + at, left);
}

/* The letters from a place on. */
struct letters {
  size_t length;
  uint64_t hash;
  bool all_capitals;
};

/* Folds the letters from `at` on, LONGEST of them at most, eight bytes a step. */
static inline struct letters fold_letters(const struct text *read, size_t at, char *fold) {
  struct letters letters = {.all_capitals = true};
  for (size_t count = 8; count == 8 && letters.length < LONGEST; letters.length += count) {
    uint64_t eight = next_eight(read, at + letters.length), found = eight_letters(eight);
    count = eight_run(found);
    if (count == 0) break;
    uint64_t folded = eight_first(eight | EIGHT_OF(0x20), count);
    eight_put(fold + letters.length, folded);
    letters.hash = word_hash_step(letters.hash, folded);
    uint64_t small = eight_first(eight << 2 & found, count);
    letters.all_capitals = letters.all_capitals && (small & EIGHT_OF(0x80)) == 0;
  }
  return letters;
}

static uint16_t flags_of(char first, const struct letters *letters) {
  uint16_t flags = WORD_SIMPLE;
  if (first < 'a') flags |= WORD_UPPER_FIRST;
  if (letters->length >= 2 && letters->all_capitals) flags |= WORD_ALL_UPPER;
  return flags;
}

followup_status simple_word_take(struct text_reader *reader, struct text *read, size_t at, size_t *end) {
  *end = at;
  if (!is_plain(read->bytes[at], PLAIN_LETTER)) return FOLLOWUP_OK;
  if (!array_reserve(reader->context, &read->folds, LONGEST + FOLDS_BEHIND)) return FOLLOWUP_E_MEMORY;
  struct letters letters = fold_letters(read, at, read->folds.items + read->folds.count);
  size_t stop = at + letters.length;
  if (stop < read->length && is_end_mark(read->bytes[stop])) stop++;
  if (stop < read->length && !is_plain(read->bytes[stop], PLAIN_SPACE)) return FOLLOWUP_OK;
  if (!array_reserve(reader->context, &read->words, 1)) return FOLLOWUP_E_MEMORY;
  read->words.items[read->words.count++] = (struct text_word){.start = (uint32_t)at,
                                                              .end = (uint32_t)(at + letters.length),
                                                              .fold = (uint32_t)read->folds.count,
                                                              .hash = (uint32_t)letters.hash,
                                                              .fold_length = (uint16_t)letters.length,
                                                              .flags = flags_of(read->bytes[at], &letters),
                                                              .sentence = NO_SENTENCE};
  read->folds.count += letters.length;
  *end = stop;
  return FOLLOWUP_OK;
}
