/* What looks like a person's name, by its letters alone. */
#ifndef FOLLOWUP_TEXT_NAMES_H
#define FOLLOWUP_TEXT_NAMES_H

#include "text/reader.h"

/* Whether a word may stand in a name or between two: a capital, a particle ("van", "and"), a part behind a hyphen. */
bool word_fits_name(const struct text *read, const struct text_word *word);

/* Whether the words from `first` to before `end` of a line read as a name or several, titles and letters included. */
bool words_are_name(const struct text *read, const struct text_line *line, uint32_t first, uint32_t end);

#endif
