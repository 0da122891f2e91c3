#include "time/window_resolve.h"

#include <string.h>

enum {
  SECOND = 1000,
  MINUTE = 60,
  HOUR = 3600,
  DAYS_OF_WEEK = 7,
  DAYS_OF_FORTNIGHT = 14,
  MONTHS = 12,
  NUMBER_MOST = 20000
};

static void assume(struct resolved *resolved, enum assumption assumption) {
  resolved->assumptions |= UINT32_C(1) << assumption;
}

static int vague_number(const struct resolver *resolver, const struct time_core *core, struct resolved *resolved) {
  static const enum assumption assumed[] = {0, ASSUMES_COUPLE, ASSUMES_FEW, ASSUMES_SEVERAL};
  static const followup_reading readings[] = {0, FOLLOWUP_READING_COUPLE, FOLLOWUP_READING_FEW,
                                              FOLLOWUP_READING_SEVERAL};
  if (core->vague == 0) return core->number < NUMBER_MOST ? core->number : NUMBER_MOST;
  assume(resolved, assumed[core->vague]);
  return resolver->calendar->readings[readings[core->vague]];
}

/* The day of the month, or the month's last. */
static int64_t clamp_to_month(int32_t year, int month, int day) {
  int most = civil_month_length(year, month);
  return civil_to_days(year, month, day < most ? day : most);
}

static int64_t add_months(int64_t day, int months) {
  struct civil_date date = civil_from_days(day);
  int64_t since = (int64_t)date.year * MONTHS + date.month - 1 + months;
  return clamp_to_month((int32_t)(since / MONTHS), (int)(since % MONTHS) + 1, date.day);
}

static int64_t add_span(const struct resolver *resolver, const struct time_core *core, int64_t day,
                        struct resolved *resolved) {
  int number = vague_number(resolver, core, resolved), half = core->half;
  switch (core->unit) {
    case UNIT_BUSINESS_DAY: return calendar_count_business_days(resolver->calendar, day, number + half);
    case UNIT_WEEK: return day + (int64_t)number * DAYS_OF_WEEK + (half ? (DAYS_OF_WEEK + 1) / 2 : 0);
    case UNIT_FORTNIGHT: return day + (int64_t)number * DAYS_OF_FORTNIGHT + (half ? DAYS_OF_WEEK : 0);
    case UNIT_MONTH: return add_months(day, number) + (half ? 15 : 0);
    case UNIT_YEAR: return add_months(add_months(day, number * MONTHS), half ? MONTHS / 2 : 0);
    case UNIT_HOUR: return day + number / 24;
    case UNIT_MINUTE: return day;
    default: return day + number + half;
  }
}

/* The first such day strictly after `day`. */
static int64_t weekday_after(int64_t day, unsigned weekday) {
  int64_t ahead = ((int)weekday - (int)civil_weekday(day) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return day + (ahead == 0 ? DAYS_OF_WEEK : ahead);
}

static int64_t weekday_in_week(const struct resolver *resolver, int64_t week, unsigned weekday) {
  return week + ((int)weekday - (int)calendar_week_start(resolver->calendar) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
}

static int64_t find_weekday(const struct resolver *resolver, const struct time_core *core, struct resolved *resolved) {
  int64_t plain = weekday_after(resolver->today, core->weekday);
  int64_t week = calendar_week_of(resolver->calendar, resolver->today);
  int64_t next = weekday_in_week(resolver, week + DAYS_OF_WEEK, core->weekday);
  int64_t found = plain, more = (int64_t)core->number * DAYS_OF_WEEK;
  if (core->which == WHICH_FOLLOWING && resolver->has_previous && resolver->previous >= resolver->today)
    found = weekday_after(resolver->previous, core->weekday);
  if (core->which == WHICH_NEXT) {
    bool first = resolver->calendar->readings[FOLLOWUP_READING_NEXT_WEEKDAY] == 1;
    found = first ? plain : next;
    assume(resolved, ASSUMES_NEXT_WEEKDAY);
    if (next != plain) resolved->alternative = calendar_day_end(resolver->zone, (first ? next : plain) + more);
  }
  return found + more;
}

/* "Said on a weekend day, that of the next week." */
static int64_t week_at(const struct resolver *resolver, int offset) {
  int64_t today = resolver->today, week = calendar_week_of(resolver->calendar, today);
  bool weekend = calendar_is_weekend(resolver->calendar, civil_weekday(today));
  if (offset == 0 && weekend) offset = 1;
  return week + (int64_t)offset * DAYS_OF_WEEK;
}

static int64_t part_of_week(const struct resolver *resolver, int64_t week, unsigned part, struct resolved *resolved) {
  if (part == PART_EARLY) {
    assume(resolved, ASSUMES_EARLY_WEEK);
    return calendar_second_working_day(resolver->calendar, week);
  }
  if (part == PART_MID) {
    assume(resolved, ASSUMES_MID_WEEK);
    return weekday_in_week(resolver, week, WEDNESDAY);
  }
  return calendar_last_working_day(resolver->calendar, week);
}

static int64_t find_week(const struct resolver *resolver, const struct expression *expression,
                         struct resolved *resolved) {
  int offset = expression->core.number;
  int64_t week = week_at(resolver, offset);
  if (expression->relation == REL_BEFORE && expression->core.part == PART_WHOLE && offset > 0) {
    assume(resolved, ASSUMES_DAY_BEFORE);
    return calendar_last_working_day(resolver->calendar, week - DAYS_OF_WEEK);
  }
  int64_t day = part_of_week(resolver, week, expression->core.part, resolved);
  /* A week whose last working day has gone by: its last day that is no weekend, which today is at the earliest. */
  if (day < resolver->today) {
    for (day = week + DAYS_OF_WEEK - 1; calendar_is_weekend(resolver->calendar, civil_weekday(day));) day--;
  }
  if (calendar_week_start(resolver->calendar) != MONDAY) assume(resolved, ASSUMES_WEEK_START);
  return day;
}

static int64_t find_weekend(const struct resolver *resolver, const struct expression *expression) {
  int64_t week = calendar_week_of(resolver->calendar, resolver->today) + expression->core.number * DAYS_OF_WEEK;
  bool before = expression->relation == REL_BY || expression->relation == REL_BEFORE;
  if (before && expression->core.part != PART_END) {
    int64_t day = calendar_last_working_day(resolver->calendar, week);
    return day >= resolver->today ? day : calendar_last_working_day(resolver->calendar, week + DAYS_OF_WEEK);
  }
  int64_t day = week + DAYS_OF_WEEK - 1;
  while (day > week && !calendar_is_weekend(resolver->calendar, civil_weekday(day))) day--;
  return day >= resolver->today ? day : day + DAYS_OF_WEEK;
}

static int part_day(const struct resolver *resolver, unsigned part, struct resolved *resolved) {
  if (part == PART_EARLY) assume(resolved, ASSUMES_EARLY_MONTH);
  if (part == PART_MID) assume(resolved, ASSUMES_MID_MONTH);
  if (part == PART_EARLY) return resolver->calendar->readings[FOLLOWUP_READING_EARLY_MONTH];
  if (part == PART_MID) return resolver->calendar->readings[FOLLOWUP_READING_MID_MONTH];
  return 31;
}

static int64_t find_month(const struct resolver *resolver, const struct expression *expression,
                          struct resolved *resolved) {
  const struct time_core *core = &expression->core;
  struct civil_date today = civil_from_days(resolver->today);
  int64_t first = add_months(civil_to_days(today.year, today.month, 1), core->number);
  if (expression->relation == REL_BEFORE && core->part == PART_WHOLE && core->number > 0) {
    assume(resolved, ASSUMES_DAY_BEFORE);
    return first - 1;
  }
  struct civil_date date = civil_from_days(first);
  int64_t day = clamp_to_month(date.year, date.month, part_day(resolver, core->part, resolved));
  if (day >= resolver->today) return day;
  date = civil_from_days(add_months(first, 1));
  assume(resolved, ASSUMES_NEXT_OCCURRENCE);
  return clamp_to_month(date.year, date.month, part_day(resolver, core->part, resolved));
}

static int64_t named_month_day(const struct resolver *resolver, const struct expression *expression, int32_t year,
                               struct resolved *resolved) {
  const struct time_core *core = &expression->core;
  bool before =
      expression->relation == REL_BY || expression->relation == REL_BEFORE || expression->relation == REL_UNTIL;
  if (before && core->part == PART_WHOLE) {
    assume(resolved, ASSUMES_DAY_BEFORE);
    return civil_to_days(year, core->month, 1) - 1;
  }
  return clamp_to_month(year, core->month, part_day(resolver, core->part, resolved));
}

static int64_t find_named_month(const struct resolver *resolver, const struct expression *expression,
                                struct resolved *resolved) {
  int32_t year = expression->core.year != 0 ? expression->core.year : civil_from_days(resolver->today).year;
  int64_t day = named_month_day(resolver, expression, year, resolved);
  if (day >= resolver->today || expression->core.year != 0) return day;
  return named_month_day(resolver, expression, year + 1, resolved);
}

static int64_t find_month_day(const struct resolver *resolver, const struct time_core *core) {
  struct civil_date today = civil_from_days(resolver->today);
  int64_t first = civil_to_days(today.year, today.month, 1);
  for (int month = core->which == WHICH_NEXT;; month++) { /* every other month has 31 days */
    struct civil_date date = civil_from_days(add_months(first, month));
    if (core->day > civil_month_length(date.year, date.month)) continue;
    int64_t day = civil_to_days(date.year, date.month, core->day);
    if (day >= resolver->today || core->which != WHICH_PLAIN) return day;
  }
}

/* February 29 waits for a leap year; neither month nor date is 0. */
static bool find_date(const struct resolver *resolver, int year, int month, int date, int64_t *day) {
  bool named = year != 0;
  if (!named) year = civil_from_days(resolver->today).year;
  for (int i = 0; i <= 8; i++, year++) {
    bool exists = month <= MONTHS && date <= civil_month_length(year, month);
    *day = exists ? civil_to_days(year, month, date) : 0;
    if (exists && (named || *day >= resolver->today)) return true;
    if (named || month > MONTHS) return false;
  }
  return false;
}

static bool find_numbers(const struct resolver *resolver, const struct time_core *core, struct resolved *resolved,
                         int64_t *day) {
  bool month_first = calendar_is_month_first(resolver->calendar, resolver->zone);
  int64_t first, second;
  bool as_month = find_date(resolver, core->year, core->month, core->day, &first);
  bool as_day = find_date(resolver, core->year, core->day, core->month, &second);
  if (!as_month && !as_day) return false;
  bool takes_month = as_month && (month_first || !as_day);
  if (as_month && as_day && first != second) {
    assume(resolved, month_first ? ASSUMES_MONTH_FIRST : ASSUMES_DAY_FIRST);
    resolved->alternative = calendar_day_end(resolver->zone, takes_month ? second : first);
  }
  *day = takes_month ? first : second;
  return true;
}

static int64_t quarter_end(const struct resolver *resolver, int number) {
  struct civil_date today = civil_from_days(resolver->today);
  int quarter = number > 0 ? number : (today.month - 1) / 3 + 1 - (number < 0 ? number : 0);
  int32_t year = today.year + (number > 0 && quarter * 3 < today.month);
  int64_t first = add_months(civil_to_days(year, 1, 1), quarter * 3);
  return first - 1;
}

static int64_t find_previous(const struct resolver *resolver) {
  return resolver->has_previous ? resolver->previous : resolver->today;
}

static int64_t find_midweek(const struct resolver *resolver, struct resolved *resolved) {
  assume(resolved, ASSUMES_MID_WEEK);
  return weekday_after(resolver->today, WEDNESDAY);
}

static bool find_day(const struct resolver *resolver, const struct expression *expression, struct resolved *resolved,
                     int64_t *day);

// NOLINTNEXTLINE(misc-no-recursion): what is nested holds nothing nested
static bool find_nested(const struct resolver *resolver, const struct expression *expression, struct resolved *resolved,
                        int64_t *day) {
  struct expression inner = {.core = expression->nested};
  return find_day(resolver, &inner, resolved, day);
}

// NOLINTNEXTLINE(misc-no-recursion): what is nested holds nothing nested
static bool find_span(const struct resolver *resolver, const struct expression *expression, struct resolved *resolved,
                      int64_t *day) {
  int64_t from = resolver->today;
  if (expression->anchor == ANCHOR_NESTED && !find_nested(resolver, expression, resolved, &from)) return false;
  if (expression->anchor == ANCHOR_EVENT && !resolver->has_previous) return false;
  if (expression->anchor == ANCHOR_PREVIOUS || expression->anchor == ANCHOR_EVENT) from = find_previous(resolver);
  *day = add_span(resolver, &expression->core, from, resolved);
  if (expression->is_upper_end) assume(resolved, ASSUMES_UPPER_END);
  return true;
}

// NOLINTNEXTLINE(misc-no-recursion): what is nested holds nothing nested
static bool find_week_of(const struct resolver *resolver, const struct expression *expression,
                         struct resolved *resolved, int64_t *day) {
  if (!find_nested(resolver, expression, resolved, day)) return false;
  int64_t week = calendar_week_of(resolver->calendar, *day);
  *day = part_of_week(resolver, week, expression->core.part, resolved);
  if (*day < resolver->today && week + DAYS_OF_WEEK > resolver->today) *day = week + DAYS_OF_WEEK - 1;
  return true;
}

// NOLINTNEXTLINE(misc-no-recursion): what is nested holds nothing nested
static bool find_day(const struct resolver *resolver, const struct expression *expression, struct resolved *resolved,
                     int64_t *day) {
  const struct time_core *core = &expression->core;
  switch ((enum expression_form)core->form) {
    case FORM_SPAN: return find_span(resolver, expression, resolved, day);
    case FORM_DAY: *day = resolver->today + core->number; return true;
    case FORM_WEEKDAY: *day = find_weekday(resolver, core, resolved); return true;
    case FORM_MONTH_DAY: *day = find_month_day(resolver, core); return true;
    case FORM_DATE: return find_date(resolver, core->year, core->month, core->day, day);
    case FORM_NUMBERS: return find_numbers(resolver, core, resolved, day);
    case FORM_WEEK: *day = find_week(resolver, expression, resolved); return true;
    case FORM_WEEK_OF: return find_week_of(resolver, expression, resolved, day);
    case FORM_WEEKEND: *day = find_weekend(resolver, expression); return true;
    case FORM_MONTH: *day = find_month(resolver, expression, resolved); return true;
    case FORM_NAMED_MONTH: *day = find_named_month(resolver, expression, resolved); return true;
    case FORM_QUARTER: *day = quarter_end(resolver, core->number); return true;
    case FORM_YEAR: *day = civil_to_days(civil_from_days(resolver->today).year + core->number, MONTHS, 31); return true;
    case FORM_MIDWEEK: *day = find_midweek(resolver, resolved); return true;
    case FORM_CLOCK: *day = resolver->today; return true;
    case FORM_SAME: *day = find_previous(resolver); return resolver->has_previous;
    case FORM_DAY_AFTER: *day = find_previous(resolver) + 1; return true;
    case FORM_WEEK_AFTER:
      *day = calendar_last_working_day(resolver->calendar,
                                       calendar_week_of(resolver->calendar, find_previous(resolver)) + DAYS_OF_WEEK);
      return true;
    case FORM_COUNT: break;
  }
  return false;
}

static const struct time_zone *find_zone(const struct resolver *resolver, int place, struct resolved *resolved) {
  if (place < 0) return resolver->zone;
  for (size_t i = 0; i < resolver->zones.count; i++) {
    const struct time_zone *known = resolver->zones.items[i];
    if (strcmp(time_zone_name(known), window_zone_names[place]) == 0) return known;
  }
  resolved->lacks_zone = true;
  return resolver->zone;
}

static int64_t clock_instant(const struct resolver *resolver, const struct clock *clock, int64_t day,
                             struct resolved *resolved) {
  const struct time_zone *zone = find_zone(resolver, clock->zone, resolved);
  if (clock->hour >= 24) return calendar_day_end(zone, day);
  struct civil_date date = civil_from_days(day);
  return time_zone_instant(zone,
                           (struct civil_time){date.year, date.month, date.day, clock->hour, clock->minute, 0, SUNDAY});
}

/* Hours and minutes elapse; they do not wait for a day's end. */
static bool is_elapsed(const struct expression *expression) {
  bool short_unit = expression->core.unit == UNIT_HOUR || expression->core.unit == UNIT_MINUTE;
  return expression->core.form == FORM_SPAN && short_unit && expression->anchor == ANCHOR_REFERENCE;
}

static int64_t elapsed_end(const struct resolver *resolver, const struct expression *expression,
                           struct resolved *resolved) {
  int64_t unit = expression->core.unit == UNIT_HOUR ? HOUR : MINUTE;
  int64_t seconds = vague_number(resolver, &expression->core, resolved) * unit + (expression->core.half ? unit / 2 : 0);
  int64_t at = resolver->reference - ((resolver->reference % SECOND) + SECOND) % SECOND;
  if (expression->is_upper_end) assume(resolved, ASSUMES_UPPER_END);
  return at + seconds * SECOND;
}

/* "Before Friday" ends with Thursday; periods see to it themselves. */
static bool ends_before(const struct expression *expression) {
  unsigned form = expression->core.form;
  bool day = form == FORM_WEEKDAY || form == FORM_MONTH_DAY || form == FORM_DATE || form == FORM_NUMBERS ||
             form == FORM_WEEK_OF || (form == FORM_DAY && expression->core.number > 0);
  return expression->relation == REL_BEFORE && day && !expression->clock.is_set;
}

static void check_weekday(const struct resolver *resolver, const struct expression *expression,
                          struct resolved *resolved) {
  if (!expression->core.checks_weekday || civil_weekday(resolved->day) == (enum weekday)expression->core.weekday)
    return;
  assume(resolved, ASSUMES_DATE_OVER_WEEKDAY);
  resolved->alternative = calendar_day_end(resolver->zone, weekday_after(resolver->today, expression->core.weekday));
}

bool expression_resolve(const struct resolver *resolver, const struct expression *expression,
                        struct resolved *resolved) {
  *resolved = (struct resolved){.alternative = FOLLOWUP_NO_TIME};
  if (is_elapsed(expression)) {
    resolved->end = elapsed_end(resolver, expression, resolved);
    resolved->day = calendar_day_of(resolver->zone, resolved->end);
    return true;
  }
  if (!find_day(resolver, expression, resolved, &resolved->day)) return false;
  check_weekday(resolver, expression, resolved);
  if (ends_before(expression)) {
    assume(resolved, ASSUMES_DAY_BEFORE);
    resolved->alternative = calendar_day_end(resolver->zone, resolved->day);
    resolved->day--;
  }
  resolved->end = expression->clock.is_set ? clock_instant(resolver, &expression->clock, resolved->day, resolved)
                                           : calendar_day_end(resolver->zone, resolved->day);
  return true;
}

void expression_resolve_lower(const struct resolver *resolver, const struct expression *expression,
                              struct resolved *resolved) {
  struct expression bound = *expression;
  const struct time_core *core = &bound.core;
  bool whole = core->part == PART_WHOLE;
  bool month = whole && (core->form == FORM_NAMED_MONTH || (core->form == FORM_MONTH && core->number > 0));
  bound.relation = (unsigned char)(month ? REL_BEFORE : REL_ON);
  expression_resolve(resolver, &bound, resolved);
  if (month) resolved->day++;
  if (whole && core->form == FORM_WEEK && core->number > 0) resolved->day = week_at(resolver, core->number);
  if (!bound.clock.is_set && !is_elapsed(&bound)) resolved->end = calendar_day_end(resolver->zone, resolved->day);
}
