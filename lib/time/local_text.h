/* Instants as text: for programs as RFC 3339, for people in English. */
#ifndef FOLLOWUP_TIME_LOCAL_TEXT_H
#define FOLLOWUP_TIME_LOCAL_TEXT_H

#include "time/zone.h"

enum { LOCAL_TEXT = 48, TIME_WORDS = 64 };

/* "2026-03-05T15:00:00-06:00", with milliseconds only where there are some. */
void write_local_text(const struct time_zone *zone, int64_t instant, char into[LOCAL_TEXT]);

/* "Thursday 5 March at 15:00". */
void say_instant(const struct time_zone *zone, int64_t instant, char into[TIME_WORDS]);
/* The same for a limit: the last second of a day is "the end of Friday 13 March". */
void say_limit(const struct time_zone *zone, int64_t instant, char into[TIME_WORDS]);
/* "Thu 5 March", for a day since 1970-01-01. */
void say_day(int64_t day, char into[TIME_WORDS]);

#endif
