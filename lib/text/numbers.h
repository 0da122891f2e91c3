/* Whole numbers in digits and in words: 2,000 and "two thousand", "twenty-six" and "26th". */
#ifndef FOLLOWUP_TEXT_NUMBERS_H
#define FOLLOWUP_TEXT_NUMBERS_H

#include "text/text.h"

struct text_number {
  uint64_t value;
  size_t words; /* how many it is written in; 0: there is no number */
};

/* The longest number that begins with that word. It ends with its sentence. */
struct text_number number_at(const struct text *text, size_t word);

#endif
