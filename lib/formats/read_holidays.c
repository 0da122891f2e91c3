/* Days off out of a calendar file. */
#include <stdio.h>

#include "formats/calendar_events.h"

enum { DAY = 86400, MOST_SPAN = 366, MOST_YEARS = 200, MOST_DAYS = 200000 };

struct holidays {
  followup_calendar *calendar;
  int first_year, last_year;
  int days_left; /* of a file, also those in other years: what it costs to go through them is bounded */
};

static followup_status add_days(struct holidays *holidays, struct icaltimetype first, int count,
                                followup_error *error) {
  char text[48];
  holidays->days_left -= count;
  if (holidays->days_left < 0)
    return calendar_fail(error, FOLLOWUP_E_LIMIT, FOLLOWUP_NOWHERE, "makes more than 200000 days in all");
  followup_status status = FOLLOWUP_OK;
  for (int i = 0; i < count && status == FOLLOWUP_OK; i++, icaltime_adjust(&first, 1, 0, 0, 0)) {
    if (first.year < holidays->first_year || first.year > holidays->last_year) continue;
    snprintf(text, sizeof text, "%04d-%02d-%02d", first.year, first.month, first.day);
    status = followup_calendar_add_holiday(holidays->calendar, text, FOLLOWUP_ZERO_TERMINATED, error);
  }
  return status;
}

static bool day_exists(struct icaltimetype day) {
  return day.year >= 1 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= icaltime_days_in_month(day.month, day.year);
}

/* The day after the last is where it ends; without an end it is one day. */
static int days_of(const struct calendar_event *event, struct icaltimetype start) {
  struct icaltimetype end = event_time(event, ICAL_DTEND_PROPERTY);
  int64_t seconds = event_duration(event);
  if (!icaltime_is_null_time(end)) {
    if (!end.is_date || !day_exists(end)) return 0;
    seconds = (int64_t)icaltime_as_timet(end) - (int64_t)icaltime_as_timet(start);
    if (seconds == 0) return 1; /* as some programs write a single day */
  } else if (event_property(event, ICAL_DURATION_PROPERTY) == NULL)
    return 1;
  return seconds < DAY || seconds > (int64_t)MOST_SPAN * DAY ? 0 : (int)(seconds / DAY);
}

static bool is_empty(const short *list) { return list[0] == ICAL_RECURRENCE_ARRAY_MAX; }

/* By month, by day of the month and by weekday is how holidays are told. */
static bool is_simple(const struct icalrecurrencetype *rule) {
  return rule->freq == ICAL_YEARLY_RECURRENCE && is_empty(rule->by_second) && is_empty(rule->by_minute) &&
         is_empty(rule->by_hour) && is_empty(rule->by_year_day) && is_empty(rule->by_week_no) &&
         is_empty(rule->by_set_pos) && rule->rscale == NULL;
}

static followup_status add_each(struct holidays *holidays, const struct calendar_event *event,
                                icalrecur_iterator *times, int days, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  while (status == FOLLOWUP_OK) {
    struct icaltimetype at = icalrecur_iterator_next(times);
    if (icaltime_is_null_time(at) || at.year > holidays->last_year) return FOLLOWUP_OK;
    status = calendar_settle(error, add_days(holidays, at, days, error), event->rule_line);
  }
  return status;
}

static followup_status add_recurring(struct holidays *holidays, const struct calendar_event *event,
                                     struct icaltimetype start, int days, followup_error *error) {
  struct icalrecurrencetype rule = icalproperty_get_rrule(event_property(event, ICAL_RRULE_PROPERTY));
  if (!is_simple(&rule))
    return calendar_fail(error, FOLLOWUP_E_UNKNOWN, event->rule_line,
                         "is not a yearly rule by month, day of the month and weekday");
  icalrecur_iterator *times = icalrecur_iterator_new(rule, start);
  if (times == NULL) return calendar_fail(error, FOLLOWUP_E_SYNTAX, event->rule_line, "is not a rule that can be");
  followup_status status = add_each(holidays, event, times, days, error);
  icalrecur_iterator_free(times);
  return status;
}

static followup_status take_holiday(const struct calendar_event *event, void *user, followup_error *error) {
  struct holidays *holidays = user;
  if (event_is_cancelled(event) || !event_is_of_days(event)) return FOLLOWUP_OK;
  struct icaltimetype start = event_time(event, ICAL_DTSTART_PROPERTY);
  if (!day_exists(start))
    return calendar_fail(error, FOLLOWUP_E_ARGUMENT, event->start_line, "starts on a day that does not exist");
  int days = days_of(event, start);
  if (days == 0)
    return calendar_fail(error, FOLLOWUP_E_ARGUMENT, event->end_line,
                         "does not end after it starts, on a day, within 366 days");
  if (event_property(event, ICAL_RRULE_PROPERTY) != NULL) return add_recurring(holidays, event, start, days, error);
  return calendar_settle(error, add_days(holidays, start, days, error), event->start_line);
}

followup_status followup_formats_read_holidays(followup_calendar *calendar, const char *text, size_t length,
                                               int first_year, int last_year, followup_error *error) {
  struct holidays holidays = {calendar, first_year, last_year, MOST_DAYS};
  if (calendar == NULL) return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "no calendar");
  if (first_year < 1 || last_year > 9999 || first_year > last_year || last_year - first_year >= MOST_YEARS)
    return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "not up to 200 years between 1 and 9999");
  return each_event(text, length, take_holiday, &holidays, error);
}
