/*
 * Notes taken up: which notes of a case a body speaks of, where, and how surely.
 *
 * Every note is read once a case. Its telling words go, as stems, into one sorted table for all notes; the body's words
 * are looked up in it, so that a message costs what it has in common with the notes, however many there are. Sorted
 * tables and not hashed ones: no text, however chosen, makes them slower than n log n.
 */
#ifndef FOLLOWUP_RULES_UPTAKE_H
#define FOLLOWUP_RULES_UPTAKE_H

#include <followup/uptake.h>

#include "model/model.h"
#include "rules/telling.h"

struct inspection;

/* A word of a note, a number, a run of words: what a body's words are held against. */
struct note_mark {
  uint64_t key;
  uint32_t note;  /* index */
  uint32_t form;  /* the word as written, hashed */
  uint16_t place; /* of the word in its note */
  uint8_t tells;  /* points */
  uint8_t how;    /* FOLLOWUP_UPTAKE_… */
};

struct noted {
  const followup_interviewer *of; /* NULL: a text that a caller gave */
  size_t place;                   /* among the interviewer's notes */
  unsigned tells;                 /* points of all its words */
};

/* A note and a body's words for it. */
struct note_match {
  uint32_t note;
  uint32_t first_word, last_word; /* of the body */
  unsigned points;
  unsigned stock; /* words in common that tell nothing alone; one of them is among the points */
  bool tells;     /* by more than them and small numbers */
  uint8_t how;
};

struct note_table {
  ARRAY(struct noted) notes;
  ARRAY(struct note_mark) marks; /* ascending keys once they are sorted */
  bool has_abbreviations, is_read;
  /* Of the body looked at last. */
  ARRAY(struct note_mark) found; /* `note` is the body's word */
  ARRAY(struct note_mark) hits;  /* `key` is note and word */
  ARRAY(struct note_match) matches; /* by note */
};

/* Points from which a note counts as taken up. */
enum { POINTS_TAKEN_UP = 4 };

void note_table_clear(struct note_table *table);
/* Adds a note; FOLLOWUP_E_MEMORY where there is no memory. */
followup_status note_table_add(struct inspection *in, struct note_table *table, const struct model_text *note,
                               const followup_interviewer *of, size_t place);
void note_table_sort(struct note_table *table);
void note_table_free(const followup_context *context, struct note_table *table);

/* Finds all notes that the body touches, in their order. False when there is no memory. */
bool note_table_match(struct inspection *in, struct note_table *table);

/* Whether the body says enough for it to count. */
bool note_match_is_taken_up(const struct note_match *match);
/* Whether so little is said as need not be a point of its own, and yet may be this one. */
bool note_match_is_touched(const struct note_match *match);
/* How surely a note is taken up: 0.5 from POINTS_TAKEN_UP on, 1 from twice as many, or where nothing more is in it. */
double note_match_sureness(const struct note_table *table, const struct note_match *match);

#endif
