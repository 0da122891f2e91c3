/*
 * Many texts: for each of them another one that is nearest to it, found without comparing all with all.
 *
 * The similarity of two texts is that of text/passages.h: twice the weight they share by the weight of both. A text's
 * nearest is looked for through its runs of words, the rarest first. What the runs not looked at yet can still cover
 * bounds how near any text not seen yet can be, and the search ends when nothing can be nearer than what was found. So
 * the answer is the one that comparing all would give; where a text has very many half-near ones, `settled` tells that
 * the search was cut short.
 */
#ifndef FOLLOWUP_TEXT_NEAREST_H
#define FOLLOWUP_TEXT_NEAREST_H

#include "text/substance.h"

#define NO_TEXT UINT32_MAX

/* Up to this many texts every answer is settled. */
enum { ALWAYS_SETTLED = 2048 };

/* A share of 1, in the unit of `least`. */
enum { WHOLE_SHARE = 1000000 };

struct nearest_text {
  uint64_t sequence, owner;
  uint32_t group;
  uint32_t first_word, word_count;
  uint32_t weight;
  uint32_t leader; /* the first text of its owner with the same words */
  bool stands;     /* is looked at when others look for their nearest */
  /* The answer. */
  uint32_t nearest; /* NO_TEXT: none reaches the least share */
  uint32_t shared;  /* weight shared with it */
  bool same;        /* it has the same words in the same order */
  bool settled;
};

struct nearest {
  ARRAY(struct nearest_text) texts;
  ARRAY(uint64_t) stems;  /* of all words */
  ARRAY(uint8_t) weights; /* of all words */
  /* Working memory of nearest_find(). */
  sort_array items;
  ARRAY(uint32_t) runs;    /* by word: the number of the run that begins there; 0: no other text has it */
  ARRAY(uint32_t) ends;    /* by run: where its texts end in `holders`; those of the run before end where they begin */
  ARRAY(uint32_t) holders; /* texts, the lightest first */
  ARRAY(uint32_t) asked;   /* by run: the text that was looked for and has it */
  ARRAY(uint32_t) met;     /* by run: the text that was marked last and has it */
  ARRAY(uint32_t) seen;    /* by text: the text that was looked for when it was compared last */
  ARRAY(uint32_t) reach;   /* by place in `items`: the weight that this run and all behind it cover */
  ARRAY(uint8_t) covered;  /* by word of the text looked for */
};

void nearest_clear(struct nearest *nearest);
/* Adds a text; only texts of one group and of different owners are compared. FOLLOWUP_E_LIMIT: too many words. */
followup_status nearest_add(const followup_context *context, struct nearest *nearest, const struct substance *text,
                            uint32_t group, uint64_t owner);
/* Finds the answers, none below a share of `least`. False when there is no memory: all answers are then none. */
bool nearest_find(const followup_context *context, struct nearest *nearest, uint32_t least);
void nearest_free(const followup_context *context, struct nearest *nearest);

/* Inside this room. */

/* Numbers the runs that several texts have, and lists the texts of each (text/nearest_runs.c). */
bool nearest_number_runs(const followup_context *context, struct nearest *nearest);
/* Finds the nearest of one text among those that stand (text/nearest_search.c). */
bool nearest_search(const followup_context *context, struct nearest *nearest, uint32_t text, uint32_t least);

#endif
