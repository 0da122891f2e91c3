/* Full stops that belong to a word. */
#ifndef FOLLOWUP_TEXT_ABBREVIATIONS_H
#define FOLLOWUP_TEXT_ABBREVIATIONS_H

#include "text/text.h"

/*
 * Whether the full stop behind the word `before` is part of it, and its sentence goes on with the word `after`.
 * `opening` is the sentence's first word.
 */
bool abbreviation_goes_on(const struct text *read, size_t opening, size_t before, size_t after);

/* Whether the word is written with a full stop at its end wherever it stands: Inc., St., Ph.D. */
bool is_abbreviation(const struct text *read, const struct text_word *word);

#endif
