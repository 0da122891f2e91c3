/* The flags of words that follow from their own letters and from the marks between them. */
#ifndef FOLLOWUP_TEXT_WORD_MARKS_H
#define FOLLOWUP_TEXT_WORD_MARKS_H

#include "text/text.h"

/* Sets the flags of all words; takes the apostrophe of a plural's possessive (students') into its word. */
void word_marks_set(struct text *read);

#endif
