/*
 * What of a text is compared with other texts: the words of its prose in their order, stemmed, without names and the
 * titles beside them. Words of a formula that everybody uses weigh little.
 */
#ifndef FOLLOWUP_TEXT_SUBSTANCE_H
#define FOLLOWUP_TEXT_SUBSTANCE_H

#include "base/sort.h"
#include "text/phrase.h"
#include "text/stems.h"

/* Words in a row that two texts must share before any of them counts as shared. */
enum { SHARED_RUN = 3 };

enum { ORDINARY_WEIGHT = 8, FORMULA_WEIGHT = 1 };

struct substance_word {
  uint64_t stem;
  uint32_t start, end; /* bytes of the text */
  uint8_t weight;
};

struct substance {
  ARRAY(struct substance_word) words;
  uint32_t weight;   /* of all words */
  uint64_t sequence; /* stands for all stems in their order */
};

/* What a pack calls its titles, its formulas, and the words of a greeting that are no names. */
struct substance_lists {
  uint16_t formulas;
  uint32_t titles;
  const uint32_t *no_names;
  size_t no_name_count;
};

/* Names to set aside, by their stems. */
typedef sort_array name_set;

/* Adds the words of a text that was read; the set is asked after it was sorted. False when there is no memory. */
bool names_add(const followup_context *context, name_set *names, struct stemmer *stemmer, const struct text *text);
/* Adds what a body's greeting calls its reader. */
bool names_add_greeting(const followup_context *context, name_set *names, struct stemmer *stemmer,
                        const struct pack *pack, const struct substance_lists *lists, const struct text *body);
void names_sort(name_set *names);

/* Reads a text with its terms, in which the formulas were found; names in either set are left out. */
bool substance_read(const followup_context *context, struct stemmer *stemmer, const struct pack *pack,
                    const struct substance_lists *lists, const struct text *text, const struct phrase_scan *scan,
                    const name_set *const names[2], struct substance *read);
void substance_free(const followup_context *context, struct substance *read);

/* How many runs of SHARED_RUN words it has, and a number that stands for the words of one. */
size_t run_count(size_t words);
uint64_t run_key(const uint64_t stems[SHARED_RUN]);

/* Spreads a number's bits. */
uint64_t mix_bits(uint64_t number);

#endif
