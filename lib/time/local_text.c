#include "time/local_text.h"

#include <stdio.h>
#include <stdlib.h>

enum { SECOND = 1000, MINUTE = 60, HOUR = 60 };

static const char *const weekday_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};
static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

/* Writes `number`, which is not negative, with `digits` digits, and `behind` it; gives the place behind that. */
static char *put(char *into, int number, int digits, char behind) {
  for (int i = digits; i-- > 0; number /= 10) into[i] = (char)('0' + number % 10);
  into[digits] = behind;
  return into + digits + 1;
}

/* Years beyond four digits, or before the year 0, are written as long as they are. */
static char *put_year(char *into, int32_t year) {
  if (year >= 0 && year <= 9999) return put(into, year, 4, '-');
  int written = snprintf(into, LOCAL_TEXT, "%04d-", year);
  return into + written;
}

/* RFC 3339 has no seconds in offsets, which old local times have: the time of day makes up for what is cut off. */
void write_local_text(const struct time_zone *zone, int64_t instant, char into[LOCAL_TEXT]) {
  int offset = time_zone_offset_at(zone, instant), minutes = offset / MINUTE;
  int64_t millisecond = (instant % SECOND + SECOND) % SECOND;
  struct civil_time local = time_zone_local(time_zone_utc(), instant + (int64_t)minutes * MINUTE * SECOND);
  char *at = put_year(into, local.year);
  at = put(at, local.month, 2, '-');
  at = put(at, local.day, 2, 'T');
  at = put(at, local.hour, 2, ':');
  at = put(at, local.minute, 2, ':');
  char sign = minutes < 0 ? '-' : '+';
  at = put(at, local.second, 2, millisecond > 0 ? '.' : sign);
  if (millisecond > 0) at = put(at, (int)millisecond, 3, sign);
  at = put(at, abs(minutes) / HOUR, 2, ':');
  put(at, abs(minutes) % HOUR, 2, '\0');
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
