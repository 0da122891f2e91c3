/* Words in the form in which they are compared. */
#ifndef FOLLOWUP_TEXT_FOLDS_H
#define FOLLOWUP_TEXT_FOLDS_H

#include "text/eight.h"
#include "text/reader.h"

/* Bytes that can be read behind every fold of a text. */
enum { FOLDS_BEHIND = 8 };

/* Takes the next eight bytes of a fold, or what is left of it, into its hash. */
static inline uint64_t word_hash_step(uint64_t hash, uint64_t eight) {
  hash = (hash ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
  return hash ^ hash >> 32;
}

/* The lower half is the hash; lib/packs/tables.py computes it too, over the words of a pack. */
static inline uint32_t word_hash(const char *fold, size_t length) {
  uint64_t hash = 0;
  for (size_t at = 0; at < length; at += 8) hash = word_hash_step(hash, eight_of(fold + at, length - at));
  return (uint32_t)hash;
}

/* The first eight bytes of a word's fold, 0 behind its end. */
static inline uint64_t word_head(const struct text *text, const struct text_word *word) {
  return eight_first(eight_at(text->folds.items + word->fold), word->fold_length);
}

/* Appends the fold of `word` to the text's folds and notes the place in the word; WORD_POSSESSIVE is set here. */
followup_status fold_word(struct text_reader *reader, struct text *read, struct text_word *word);

#endif
