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

/* Words of the greeting and of what stands under the text; more than these no reader takes for names. */
enum { FRAME_WORDS = 64 };

/* What each term of a body tells, in its place there; one message after the other. */
struct telling {
  ARRAY(uint8_t) terms; /* points, of those weighed so far */
  const struct text_word *frame[FRAME_WORDS];
  size_t frame_count;
  bool is_begun;
};

/* Weighs the terms of the body up to the end of a term's sentence, where that was not done before; or all of them.
 * False when there is no memory. */
bool telling_read_to(struct inspection *in, size_t term);
bool telling_read(struct inspection *in);

#endif
