/* What the words of a text tell of the conversation: nothing, little, or something that only it can have held. */
#ifndef FOLLOWUP_RULES_TELLING_H
#define FOLLOWUP_RULES_TELLING_H

#include "text/phrase.h"

struct inspection;

/*
 * Points. What any letter of thanks may hold tells nothing, a rare abstract word ("perspicacity") little; a homely word
 * tells half of what a rare one tells, and a rare doing ("kneading") nearly as much.
 */
enum { TELLS_NOTHING = 0, TELLS_LITTLE = 1, TELLS_HOMELY = 2, TELLS_DOING = 3, TELLS_MUCH = 4 };

/* How a word stands to the conversation, wherever it stands. */
unsigned word_tells(const struct pack *pack, const struct text *text, const struct text_word *word, uint16_t id);

/* Whether two words of a text are folded alike. */
bool word_is_same(const struct text *text, const struct text_word *one, const struct text_word *other);

/* Whether a word says what the job is, in another form perhaps: "nursing" where the role is Staff Nurse. */
bool is_of_the_role(const struct inspection *in, const struct text *text, const struct text_word *word);

/* What each term of a body tells, in its place there; one message after the other. */
struct telling {
  ARRAY(uint8_t) terms; /* points */
  bool is_read;
};

/* Weighs the terms of the body's prose, unless that was done already. False when there is no memory. */
bool telling_read(struct inspection *in);

#endif
