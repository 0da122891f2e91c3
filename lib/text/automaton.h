/* Following one part of a phrase from the word that woke it, to both sides. */
#ifndef FOLLOWUP_TEXT_AUTOMATON_H
#define FOLLOWUP_TEXT_AUTOMATON_H

#include "text/phrase.h"

/* Whether a term is what a label names. */
bool label_matches(const struct pack *pack, const struct pack_label *label, const struct term *term);

/* Those of `wanted` positions of a part at which a term may stand. */
uint64_t automaton_match(const struct pack *pack, const struct pack_part *part, uint64_t wanted,
                         const struct term *term);

/*
 * Goes both ways from the term at `anchor`, which stands at a position of the part, to the farthest terms at which the
 * part can be complete. False where it cannot be.
 */
bool automaton_follow(const struct pack *pack, const struct pack_part *part, const struct term *terms, size_t anchor,
                      unsigned position, int64_t *first, int64_t *last);

#endif
