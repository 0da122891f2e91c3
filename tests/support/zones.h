/* Zones in tests: reading one, and instants in it. */
#ifndef FOLLOWUP_TESTS_ZONES_H
#define FOLLOWUP_TESTS_ZONES_H

#include "base/memory.h"
#include "time/zone.h"

enum { HOUR = 3600 };

const followup_context *plain(void);

/* A zone by its name, or the test fails. */
struct time_zone *read_zone(const char *name);
void free_zone(struct time_zone *zone);

/* Milliseconds of a time in UTC and in a zone. */
int64_t utc(int year, int month, int day, int hour, int minute);
int64_t instant(const struct time_zone *zone, int year, int month, int day, int hour, int minute);

#endif
