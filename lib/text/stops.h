/* Whether a sentence ends between two words. */
#ifndef FOLLOWUP_TEXT_STOPS_H
#define FOLLOWUP_TEXT_STOPS_H

#include "text/reader.h"

/* Two neighbours, and what is known of the place between them. */
struct stop {
  size_t before, after; /* word indices */
  size_t opening;       /* the index of the sentence's first word */
  bool icu_breaks;
  bool after_emoji; /* `before` is an emoji, and the mark that ends the sentence may stand before it */
};

/* The place behind the marks that end the sentence, or 0 where it goes on. */
size_t sentence_stop(const struct text *read, const struct stop *stop);

#endif
