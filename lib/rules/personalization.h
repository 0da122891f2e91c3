/* What a message holds of the conversation: for the rules, and for callers who ask for it. */
#ifndef FOLLOWUP_RULES_PERSONALIZATION_H
#define FOLLOWUP_RULES_PERSONALIZATION_H

#include "rules/uptake.h"

struct inspection;

/* Words of the body from the first to the last. */
struct body_stretch {
  uint32_t first_word, last_word;
};

typedef ARRAY(struct body_stretch) body_stretches;

/* Telling words of a sentence, each once; more of one sort than count for the sum are not looked at. */
enum { SORTS_OF_TELLING = 3, WORDS_COUNTED = 3 };

struct sentence_talk {
  struct body_stretch stretch;
  const struct text_word *words[SORTS_OF_TELLING][WORDS_COUNTED];
  uint8_t counts[SORTS_OF_TELLING]; /* TALK_MUCH, TALK_HOMELY, TALK_LITTLE */
};

/* The sentence of the body that begins with a term, once its telling was read; `*end` becomes the term behind it. */
struct sentence_talk read_sentence_talk(const followup_scratch *scratch, size_t first, size_t *end);

/* Finds the first `most` of the body's concrete details, one a sentence. False when there is no memory. */
bool find_details(struct inspection *in, size_t most);

/* Adds a person's notes to the scratch's table. */
followup_status add_notes_of(struct inspection *in, const followup_interviewer *person);
/* Finds the notes of the case that the body touches. False when there is no memory. */
bool match_notes(struct inspection *in);
/* How many of an interviewer's own notes were found to be taken up. */
size_t count_matches_of(const struct inspection *in, const followup_interviewer *interviewer);

#endif
