/*
 * Votes: where no phrase reaches, the words of a sentence together may still say a thing.
 *
 * A linear model, one voice a list: every word, and every two words that stand side by side, add their weight; a
 * sentence whose sum is above the voice's bar is a hit of that list, at the words that speak most for it. The weights
 * are learned from labelled sentences (lib/packs/train.py) and compiled into the pack. Integers alone: the same
 * sentence gives the same sum everywhere.
 */
#ifndef FOLLOWUP_TEXT_VOTES_H
#define FOLLOWUP_TEXT_VOTES_H

#include "text/phrase.h"

/* What votes see of a sentence besides its words. */
enum {
  SYMBOL_NONE, /* a word that is in no pair */
  SYMBOL_BEGIN,
  SYMBOL_END,
  SYMBOL_QUESTION, /* the end of one that asks */
  SYMBOL_BREAK,
  SYMBOL_COMMA,
  SYMBOL_NUMBER,
  SYMBOL_MONEY,
  SYMBOL_COMPANY,
  SYMBOL_NAME,
  SYMBOL_EMOJI,
  SYMBOL_RARE, /* a word too rare to have a weight of its own */
  SYMBOL_WORDS /* the first that stands for words */
};

/* The symbol of a term that stands for more than its word: SYMBOL_NUMBER to SYMBOL_EMOJI; SYMBOL_WORDS for the others.
 */
uint16_t vote_property(const struct term *term);

/* One sentence and what is wanted of it. */
struct vote_run {
  const struct text *text;
  size_t first, last; /* terms */
  size_t first_hit;   /* of those that phrases found in it */
  uint64_t lists;
};

/* Whether a comma stands before a term within its sentence. */
bool vote_comma_before(const struct text *text, const struct phrase_scan *scan, size_t at);

/* Adds a hit for every voice whose list is wanted that the run of terms convinces and that no phrase of the list hit.
 */
bool votes_cast(const followup_context *context, const struct pack *pack, const struct vote_run *run,
                struct phrase_scan *scan);

#endif
