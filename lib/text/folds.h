/* Words in the form in which they are compared. */
#ifndef FOLLOWUP_TEXT_FOLDS_H
#define FOLLOWUP_TEXT_FOLDS_H

#include "text/reader.h"

/* Appends the fold of `word` to the text's folds and notes the place in the word; WORD_POSSESSIVE is set here. */
followup_status fold_word(struct text_reader *reader, struct text *read, struct text_word *word);

#endif
