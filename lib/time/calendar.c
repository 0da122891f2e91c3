#include "time/calendar.h"

#include "base/error.h"
#include "base/utf8.h"

enum { MOST_DAYS = 10000, DAYS_OF_WEEK = 7 };

#define OFF(weekday) (1U << (weekday))

struct regional_weekend {
  const char *regions; /* two letters each */
  unsigned days_off;
};

/* As CLDR has them; all other regions have Saturday and Sunday. */
static const struct regional_weekend regional_weekends[] = {
    {"BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE", OFF(FRIDAY) | OFF(SATURDAY)},
    {"IN UG", OFF(SUNDAY)},
    {"IR", OFF(FRIDAY)},
    {"AF", OFF(THURSDAY) | OFF(FRIDAY)},
};

static bool lists_region(const char *regions, const char *region) {
  for (; *regions != '\0'; regions += regions[2] != '\0' ? 3 : 2)
    if (regions[0] == region[0] && regions[1] == region[1]) return true;
  return false;
}

static unsigned days_off_of_region(const char *region) {
  for (size_t i = 0; i < sizeof regional_weekends / sizeof regional_weekends[0]; i++)
    if (lists_region(regional_weekends[i].regions, region)) return regional_weekends[i].days_off;
  return OFF(SATURDAY) | OFF(SUNDAY);
}

static unsigned days_off(const struct followup_calendar *calendar) {
  switch (calendar->weekend) {
    case FOLLOWUP_WEEKEND_OF_REGION: break;
    case FOLLOWUP_WEEKEND_SAT_SUN: return OFF(SATURDAY) | OFF(SUNDAY);
    case FOLLOWUP_WEEKEND_FRI_SAT: return OFF(FRIDAY) | OFF(SATURDAY);
    case FOLLOWUP_WEEKEND_SUN: return OFF(SUNDAY);
    case FOLLOWUP_WEEKEND_FRI: return OFF(FRIDAY);
    case FOLLOWUP_WEEKEND_NONE: return 0;
  }
  return days_off_of_region(calendar->region);
}

bool calendar_is_weekend(const struct followup_calendar *calendar, enum weekday weekday) {
  return (days_off(calendar) & OFF(weekday)) != 0;
}

/* The place of the first holiday that is not before `day`. */
static size_t find_holiday(const struct followup_calendar *calendar, int64_t day) {
  size_t low = 0, high = calendar->holidays.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (calendar->holidays.items[middle] < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_holiday(const struct followup_calendar *calendar, int64_t day) {
  size_t at = find_holiday(calendar, day);
  return at < calendar->holidays.count && calendar->holidays.items[at] == day;
}

bool calendar_is_business_day(const struct followup_calendar *calendar, int64_t day) {
  return !calendar_is_weekend(calendar, civil_weekday(day)) && !is_holiday(calendar, day);
}

int64_t calendar_count_business_days(const struct followup_calendar *calendar, int64_t day, int days) {
  while (days > 0)
    if (calendar_is_business_day(calendar, ++day)) days--;
  return day;
}

enum weekday calendar_week_start(const struct followup_calendar *calendar) {
  int chosen = calendar->readings[FOLLOWUP_READING_WEEK_START];
  if (chosen > 0) return (enum weekday)(chosen % DAYS_OF_WEEK);
  return days_off(calendar) == (OFF(FRIDAY) | OFF(SATURDAY)) ? SUNDAY : MONDAY;
}

int64_t calendar_week_of(const struct followup_calendar *calendar, int64_t day) {
  return day - ((int)civil_weekday(day) - (int)calendar_week_start(calendar) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
}

int64_t calendar_last_working_day(const struct followup_calendar *calendar, int64_t week) {
  for (int64_t day = week + DAYS_OF_WEEK - 1; day >= week; day--)
    if (calendar_is_business_day(calendar, day)) return day;
  int64_t day = week + DAYS_OF_WEEK - 1;
  while (calendar_is_weekend(calendar, civil_weekday(day))) day--;
  return day;
}

int64_t calendar_second_working_day(const struct followup_calendar *calendar, int64_t week) {
  int found = 0;
  for (int64_t day = week; day < week + DAYS_OF_WEEK; day++)
    if (calendar_is_business_day(calendar, day) && ++found == 2) return day;
  return calendar_last_working_day(calendar, week);
}

int64_t calendar_day_end(const struct time_zone *zone, int64_t day) {
  struct civil_date date = civil_from_days(day);
  return time_zone_instant(zone, (struct civil_time){date.year, date.month, date.day, 23, 59, 59, SUNDAY});
}

int64_t calendar_day_of(const struct time_zone *zone, int64_t instant) {
  struct civil_time local = time_zone_local(zone, instant);
  return civil_to_days(local.year, local.month, local.day);
}

static followup_status require_zone(const followup_calendar *calendar, followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  if (calendar->zone == NULL) return error_argument(error, "calendar.time_zone", "is not set");
  return FOLLOWUP_OK;
}

followup_status followup_business_days_after(const followup_calendar *calendar, int64_t instant, int days, int64_t *end,
                                             followup_error *error) {
  followup_status status = require_zone(calendar, error);
  if (status != FOLLOWUP_OK) return status;
  if (days < 1 || days > MOST_DAYS) return error_argument(error, "days", "must be 1 to 10000");
  if (instant == FOLLOWUP_NO_TIME) return error_argument(error, "instant", "is not a time");
  if (end == NULL) return error_argument(error, "end", "is NULL");
  int64_t day = calendar_count_business_days(calendar, calendar_day_of(calendar->zone, instant), days);
  *end = calendar_day_end(calendar->zone, day);
  return FOLLOWUP_OK;
}

bool followup_is_business_day(const followup_calendar *calendar, int64_t instant) {
  if (calendar == NULL || calendar->zone == NULL || instant == FOLLOWUP_NO_TIME) return false;
  return calendar_is_business_day(calendar, calendar_day_of(calendar->zone, instant));
}

/* Two digits behind a mark; -1 for anything else. */
static int read_pair(const char *text, char mark) {
  bool digits = text[1] >= '0' && text[1] <= '9' && text[2] >= '0' && text[2] <= '9';
  return text[0] == mark && digits ? (text[1] - '0') * 10 + text[2] - '0' : -1;
}

static bool parse_local(const char *text, size_t length, struct civil_time *local) {
  int64_t day;
  if ((length != 16 && length != 19) || !civil_parse_date(text, 10, &day)) return false;
  struct civil_date date = civil_from_days(day);
  int hour = read_pair(text + 10, text[10] == ' ' ? ' ' : 'T'), minute = read_pair(text + 13, ':');
  int second = length == 19 ? read_pair(text + 16, ':') : 0;
  *local = (struct civil_time){date.year, date.month, date.day, hour, minute, second, SUNDAY};
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

followup_status followup_calendar_instant(const followup_calendar *calendar, const char *local, size_t length,
                                          int64_t *instant, followup_error *error) {
  struct civil_time parsed;
  followup_status status = require_zone(calendar, error);
  if (status == FOLLOWUP_OK) status = text_accept(calendar->context, "local", local, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (instant == NULL) return error_argument(error, "instant", "is NULL");
  if (!parse_local(local, length, &parsed))
    return error_argument(error, "local", "not a date-time as YYYY-MM-DDTHH:MM");
  *instant = time_zone_instant(calendar->zone, parsed);
  return FOLLOWUP_OK;
}

static followup_status add_holiday(struct followup_calendar *calendar, int64_t day, followup_error *error) {
  size_t at = find_holiday(calendar, day), count = calendar->holidays.count;
  if (at < count && calendar->holidays.items[at] == day) return FOLLOWUP_OK;
  if (!array_reserve(calendar->context, &calendar->holidays, 1)) return error_memory(error);
  int64_t *items = calendar->holidays.items;
  for (size_t i = count; i > at; i--) items[i] = items[i - 1];
  items[at] = day;
  calendar->holidays.count++;
  return FOLLOWUP_OK;
}

followup_status followup_calendar_add_holiday(followup_calendar *calendar, const char *date, size_t length,
                                              followup_error *error) {
  static const char member[] = "calendar.holidays";
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  followup_status status = text_accept(calendar->context, member, date, &length, error);
  if (status != FOLLOWUP_OK) return status;
  int64_t day;
  if (!civil_parse_date(date, length, &day)) return error_argument(error, member, "not a date as YYYY-MM-DD");
  return add_holiday(calendar, day, error);
}
