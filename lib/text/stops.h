/* Whether a sentence ends between two words. */
#ifndef FOLLOWUP_TEXT_STOPS_H
#define FOLLOWUP_TEXT_STOPS_H

#include "text/reader.h"

/* Two neighbours, and what is known of the place between them. */
struct stop {
  size_t before, after; /* word indices */
  size_t opening;       /* the index of the sentence's first word */
  bool icu_breaks;      /* true as well where ICU need not be asked */
};

/*
 * Whether only ICU can say if a sentence may end here. Among ASCII marks and letters it always may where a terminal
 * stands and no comma or dash follows it; what ICU makes of abbreviations and small letters is decided here anyway.
 */
bool stop_needs_icu(const struct text *read, const struct stop *stop);

/* The place behind the marks that end the sentence, or 0 where it goes on. */
size_t sentence_stop(const struct text *read, const struct stop *stop);

/* The same behind an emoji that stands at a sentence's end, with or without marks of its own. */
size_t emoji_stop(const struct text *read, size_t emoji, size_t after);

#endif
