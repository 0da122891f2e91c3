#include "time/local_text.h"

#include <stdio.h>
#include <stdlib.h>

enum { SECOND = 1000, MINUTE = 60, HOUR = 60 };

static const char *const weekday_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

/* RFC 3339 has no seconds in offsets, which old local times have: the time of day makes up for what is cut off. */
void write_local_text(const struct time_zone *zone, int64_t instant, char into[LOCAL_TEXT]) {
  int offset = time_zone_offset_at(zone, instant), minutes = offset / MINUTE;
  int64_t millisecond = (instant % SECOND + SECOND) % SECOND;
  struct civil_time local = time_zone_local(time_zone_utc(), instant + (int64_t)minutes * MINUTE * SECOND);
  char fraction[8] = "";
  if (millisecond > 0) snprintf(fraction, sizeof fraction, ".%03d", (int)millisecond);
  snprintf(into, LOCAL_TEXT, "%04d-%02d-%02dT%02d:%02d:%02d%s%c%02d:%02d", (int)local.year, local.month, local.day,
           local.hour, local.minute, local.second, fraction, minutes < 0 ? '-' : '+', abs(minutes) / HOUR,
           abs(minutes) % HOUR);
}

void say_instant(const struct time_zone *zone, int64_t instant, char into[TIME_WORDS]) {
  struct civil_time local = time_zone_local(zone, instant);
  snprintf(into, TIME_WORDS, "%s %d %s at %02d:%02d", weekday_names[local.weekday], local.day,
           month_names[local.month - 1], local.hour, local.minute);
}

void say_limit(const struct time_zone *zone, int64_t instant, char into[TIME_WORDS]) {
  struct civil_time local = time_zone_local(zone, instant);
  if (local.hour == 23 && local.minute == 59 && local.second == 59)
    snprintf(into, TIME_WORDS, "the end of %s %d %s", weekday_names[local.weekday], local.day,
             month_names[local.month - 1]);
  else
    say_instant(zone, instant, into);
}

void say_day(int64_t day, char into[TIME_WORDS]) {
  struct civil_date date = civil_from_days(day);
  snprintf(into, TIME_WORDS, "%.3s %d %s", weekday_names[civil_weekday(day)], date.day, month_names[date.month - 1]);
}
