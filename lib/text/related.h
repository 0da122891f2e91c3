/* Groups of words for the same thing: lorry and truck. */
#ifndef FOLLOWUP_TEXT_RELATED_H
#define FOLLOWUP_TEXT_RELATED_H

#include <stddef.h>
#include <stdint.h>

struct related_word {
  const char *word;
  uint16_t group;
};

/* Sorted by word, then group; made of packs/en/related.txt. */
extern const struct related_word related_words[];
extern const size_t related_word_count;

/* The first row of a folded word, and how many it has: one for each of its groups. */
const struct related_word *related_find(const char *fold, size_t length, size_t *count);

#endif
