/* The words that most words are: ASCII letters between white space. One look tells all about them. */
#ifndef FOLLOWUP_TEXT_SIMPLE_WORD_H
#define FOLLOWUP_TEXT_SIMPLE_WORD_H

#include "text/reader.h"

/*
 * Takes the run without white space that begins at `at` where it is such a word, with one mark of a sentence's end
 * behind it perhaps: adds the word with fold and flags (WORD_SIMPLE among them) and sets `end` behind the run; sets it
 * to `at` where the run is anything else.
 */
followup_status simple_word_take(struct text_reader *reader, struct text *read, size_t at, size_t *end);

#endif
