/* Civil dates of the proleptic Gregorian calendar, as day numbers: 1970-01-01 is day 0. */
#ifndef FOLLOWUP_TIME_CIVIL_H
#define FOLLOWUP_TIME_CIVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum weekday { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };

struct civil_date {
  int32_t year;
  int month; /* 1 to 12 */
  int day;   /* 1 to 31 */
};

/* What a clock on the wall and the calendar beside it show. */
struct civil_time {
  int32_t year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  enum weekday weekday; /* told by time_zone_local(), not asked by time_zone_instant() */
};

/* The day number; a day past the month's end counts on into the next month. */
int64_t civil_to_days(int32_t year, int month, int day);
struct civil_date civil_from_days(int64_t days);
enum weekday civil_weekday(int64_t days);
/* 28 to 31. */
int civil_month_length(int32_t year, int month);

/* YYYY-MM-DD and nothing else; false for a date that does not exist, `days` untouched. */
bool civil_parse_date(const char *text, size_t length, int64_t *days);

#endif
