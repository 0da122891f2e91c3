/* Word stems by Snowball, which is asked for a word that it was not asked for lately, and sets of them. */
#ifndef FOLLOWUP_TEXT_STEMS_H
#define FOLLOWUP_TEXT_STEMS_H

#include "text/text.h"

struct stemmer;

/* Snowball allocates with malloc, here and never again. */
followup_status stemmer_new(const followup_context *context, struct stemmer **made);
void stemmer_free(struct stemmer *stemmer);

/* A number that stands for the stem of a folded word. Never 0. */
uint64_t stem_of(struct stemmer *stemmer, const char *fold, size_t length);
/* The same of a text's word. */
uint64_t stem_of_word(struct stemmer *stemmer, const struct text *text, const struct text_word *word);

struct stem_set {
  ARRAY(uint64_t) slots; /* count is a power of two, or 0 */
};

/* Empties the set and makes room for `most` stems. */
bool stem_set_prepare(const followup_context *context, struct stem_set *set, size_t most);
void stem_set_add(struct stem_set *set, uint64_t stem);
bool stem_set_holds(const struct stem_set *set, uint64_t stem);
void stem_set_free(const followup_context *context, struct stem_set *set);

#endif
