/* Days off: which dates are business days. Days are counted since 1970-01-01 (time/civil.h). */
#ifndef FOLLOWUP_TIME_CALENDAR_H
#define FOLLOWUP_TIME_CALENDAR_H

#include <followup/calendar.h>

#include "base/array.h"
#include "time/zone.h"

enum { READING_COUNT = FOLLOWUP_READING_MID_MONTH + 1 };

struct followup_calendar {
  const followup_context *context;
  bool stands_alone; /* else a case owns it */
  char region[3];    /* two capitals, or "" */
  followup_weekend weekend;
  unsigned char readings[READING_COUNT];
  struct time_zone *zone;  /* or NULL */
  ARRAY(int64_t) holidays; /* ascending, each once */
};

/* Fills a calendar that a case owns, and gives back what it holds. */
void calendar_begin(struct followup_calendar *calendar, const followup_context *context);
void calendar_end(struct followup_calendar *calendar);

bool calendar_is_weekend(const struct followup_calendar *calendar, enum weekday weekday);
bool calendar_is_business_day(const struct followup_calendar *calendar, int64_t day);
/* The Nth business day after `day`. */
int64_t calendar_count_business_days(const struct followup_calendar *calendar, int64_t day, int days);

enum weekday calendar_week_start(const struct followup_calendar *calendar);
/* The first day of the week that `day` is in. */
int64_t calendar_week_of(const struct followup_calendar *calendar, int64_t day);
/* The last business day of the week that begins there; where holidays leave none, the last that is no weekend. */
int64_t calendar_last_working_day(const struct followup_calendar *calendar, int64_t week);
/* The second business day of that week; where there is none, the last. */
int64_t calendar_second_working_day(const struct followup_calendar *calendar, int64_t week);

/* Whether "3/5" is the fifth of March; `zone` is asked where no region is set. */
bool calendar_is_month_first(const struct followup_calendar *calendar, const struct time_zone *zone);

/* 23:59:59 of a day. */
int64_t calendar_day_end(const struct time_zone *zone, int64_t day);
/* The local date of an instant. */
int64_t calendar_day_of(const struct time_zone *zone, int64_t instant);

#endif
