/* From an expression, a reference and a calendar to an instant. */
#ifndef FOLLOWUP_TIME_WINDOW_RESOLVE_H
#define FOLLOWUP_TIME_WINDOW_RESOLVE_H

#include "time/calendar.h"
#include "time/window_grammar.h"

enum assumption {
  ASSUMES_COUPLE,
  ASSUMES_FEW,
  ASSUMES_SEVERAL,
  ASSUMES_WEEK_START,
  ASSUMES_NEXT_WEEKDAY,
  ASSUMES_MONTH_FIRST,
  ASSUMES_DAY_FIRST,
  ASSUMES_EARLY_MONTH,
  ASSUMES_MID_MONTH,
  ASSUMES_EARLY_WEEK,
  ASSUMES_MID_WEEK,
  ASSUMES_UPPER_END,
  ASSUMES_DAY_BEFORE,
  ASSUMES_NEXT_OCCURRENCE,
  ASSUMES_DATE_OVER_WEEKDAY,
  ASSUMPTION_COUNT
};

/* Zones that words may name, read beforehand. */
struct known_zones {
  const struct time_zone *const *items;
  size_t count;
};

struct resolver {
  const struct followup_calendar *calendar;
  const struct time_zone *zone;
  int64_t reference, today; /* milliseconds; the local date */
  bool has_previous;        /* a day was named before */
  int64_t previous;
  struct known_zones zones;
};

struct resolved {
  int64_t day;
  int64_t end;          /* milliseconds; 23:59:59 of the day, or the time of day that was named */
  int64_t alternative;  /* or FOLLOWUP_NO_TIME */
  uint32_t assumptions; /* bits by enum assumption */
  bool lacks_zone;      /* the zone that was named is not among those known */
};

/* False where nothing can be told: counted from what has no date, a date that does not exist. */
bool expression_resolve(const struct resolver *resolver, const struct expression *expression,
                        struct resolved *resolved);

/* The same for "not before": the end of the first day that it may be. */
void expression_resolve_lower(const struct resolver *resolver, const struct expression *expression,
                              struct resolved *resolved);

/* An assumption in words; static. */
const char *assumption_text(const struct followup_calendar *calendar, enum assumption assumption);

enum { FORM_LONGEST = 160 };

/* Writes "by weekday(friday)", NUL-terminated. */
void expression_print(const struct expression *expression, char text[FORM_LONGEST]);

#endif
