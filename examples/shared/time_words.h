/* Times as people say them, from the local texts that a plan gives. */
#ifndef FOLLOWUP_SHARED_TIME_WORDS_H
#define FOLLOWUP_SHARED_TIME_WORDS_H

#include <stdbool.h>
#include <stdint.h>

enum { MOMENT_WORDS = 64 };

/* "Thu 5 March" of "2026-03-05T15:00:00-06:00". */
void say_date(const char *local, char into[MOMENT_WORDS]);
/* "today at 15:00", "Thu 5 March at 15:00", "the end of Thu 19 March"; `now` is Unix milliseconds. */
void say_moment(const char *local, int64_t now, char into[MOMENT_WORDS]);
/* "in 3 hours", "2 days ago", "now". */
void say_distance(int64_t from, int64_t to, char into[MOMENT_WORDS]);
/* "4 hours 10 minutes", "2 days 3 hours". */
void say_span(int64_t milliseconds, char into[MOMENT_WORDS]);
/* An instant at the offset that a local text has: "2026-03-05T15:00:00-06:00". */
void local_at_offset_of(const char *local, int64_t instant, char into[MOMENT_WORDS]);

#endif
