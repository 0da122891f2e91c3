/* The clock on the wall, which only programs read. */
#ifndef FOLLOWUP_SHARED_CLOCK_H
#define FOLLOWUP_SHARED_CLOCK_H

#include <stdint.h>

enum { CLOCK_WORDS = 32 };

/* Unix milliseconds UTC; `words` gets "2026-03-05T15:00:00Z", or "" where that cannot be said. */
int64_t clock_read(char words[CLOCK_WORDS]);

#endif
