/* Notes taken up: which notes of a table a body speaks of, where, and how surely. */
#ifndef FOLLOWUP_RULES_UPTAKE_H
#define FOLLOWUP_RULES_UPTAKE_H

#include "rules/marks.h"

/* Points from which a note counts as taken up. */
enum { POINTS_TAKEN_UP = 4 };
/* Words of the trade, which do not count alone, do where so many stand beside each other. */
enum { MUCH_BESIDE = 2 };

/* Finds all notes that the body touches, in their order. False when there is no memory. */
bool note_table_match(struct inspection *in, struct note_table *table);

/* Whether the body says enough for it to count. */
bool note_match_is_taken_up(const struct note_match *match);
/* Whether so little is said as need not be a point of its own, and yet may be this one. */
bool note_match_is_touched(const struct note_match *match);
/* How surely a note is taken up: 0.5 from POINTS_TAKEN_UP on, 1 from twice as many, or where nothing more is in it. */
double note_match_sureness(const struct note_table *table, const struct note_match *match);

#endif
