/*
 * Words that mean something in this case alone: the company's name, the role, people's names.
 *
 * A sorted set of folded words, filled once a case and asked for every word of its messages. Not a hash table: words
 * chosen to meet in one slot would make it slow.
 */
#ifndef FOLLOWUP_TEXT_KNOWN_H
#define FOLLOWUP_TEXT_KNOWN_H

#include "base/sort.h"
#include "text/phrase.h"

enum { KNOWN_FILTER = 8 };

struct known_words {
  sort_array words;              /* by hash; `first` is TERM_COMPANY, TERM_ROLE, TERM_NAME */
  uint64_t filter[KNOWN_FILTER]; /* a bit for each word's word_hash(): a quick no */
};

void known_words_clear(struct known_words *known);
/* Adds every word of a text that was read, but those of the pack's set `ignored`. False when there is no memory. */
bool known_words_add(const followup_context *context, struct known_words *known, const struct pack *pack,
                     const struct text *text, uint32_t ignored, uint16_t flags);
/* Makes what was added ready to be asked. */
void known_words_sort(struct known_words *known);
/* What a folded word means: TERM_COMPANY, TERM_ROLE, TERM_NAME, 0 for one that is not known. */
uint16_t known_word_flags(const struct known_words *known, const char *fold, size_t length);
/* Marks the terms of a text whose words are known. */
void known_words_mark(const struct known_words *known, const struct text *text, term_array *terms);
void known_words_free(const followup_context *context, struct known_words *known);

#endif
