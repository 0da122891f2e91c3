/*
 * Notes taken up: which notes of a case a body speaks of, where, and how surely.
 *
 * Every note is read once a case. Its telling words go, as stems, into one sorted table for all notes; the body's words
 * are looked up in it, so that a message costs what it has in common with the notes, however many there are. Sorted
 * tables and not hashed ones: no text, however chosen, makes them slower than n log n.
 */
#ifndef FOLLOWUP_RULES_MARKS_H
#define FOLLOWUP_RULES_MARKS_H

#include <followup/uptake.h>

#include "model/model.h"
#include "rules/telling.h"

struct inspection;

/* A word of a note, a number, an abbreviation: what a body's words are held against. */
struct note_mark {
  uint64_t key;
  uint32_t note;  /* index */
  uint32_t form;  /* the word as written, hashed */
  uint16_t place; /* of the word in its note */
  uint8_t tells;  /* points */
  uint8_t how;    /* FOLLOWUP_UPTAKE_… */
  bool counts;    /* of a hit: more than a word of the trade */
};

typedef ARRAY(struct note_mark) mark_list;

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

enum { MARK_FILTER = 32 };

struct note_table {
  ARRAY(struct noted) notes;
  mark_list marks;              /* ascending keys once they are sorted */
  uint64_t filter[MARK_FILTER]; /* a bit for each mark's key: a quick no */
  bool has_abbreviations, is_read;
  ARRAY(uint16_t) ids; /* in the pack, of the words of the text at hand */
  /* Of the body looked at last. */
  mark_list found;                  /* `note` is the body's word */
  mark_list hits;                   /* `key` is note and word */
  ARRAY(struct note_match) matches; /* by note */
};

void note_table_clear(struct note_table *table);
/* Adds a note; FOLLOWUP_E_MEMORY where there is no memory. */
followup_status note_table_add(struct inspection *in, struct note_table *table, const struct model_text *note,
                               const followup_interviewer *of, size_t place);
void note_table_sort(struct note_table *table);
void note_table_free(const followup_context *context, struct note_table *table);

/* The first mark of that key, or where it would stand. */
size_t note_table_find(const struct note_table *table, uint64_t key);
/* Finds the marks of the body that some note has, sorted. False when there is no memory. */
bool note_table_mark_body(struct inspection *in, struct note_table *table);
void marks_sort(mark_list *list);

#endif
