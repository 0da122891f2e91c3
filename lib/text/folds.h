/* Words in the form in which they are compared. */
#ifndef FOLLOWUP_TEXT_FOLDS_H
#define FOLLOWUP_TEXT_FOLDS_H

#include "text/reader.h"

/* FNV-1a, as lib/packs/tables.py computes it over the words of a pack. */
static inline uint32_t word_hash(const char *fold, size_t length) {
  uint32_t hash = 2166136261u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)fold[i]) * 16777619u;
  return hash;
}

/* Appends the fold of `word` to the text's folds and notes the place in the word; WORD_POSSESSIVE is set here. */
followup_status fold_word(struct text_reader *reader, struct text *read, struct text_word *word);

#endif
