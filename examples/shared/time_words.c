#include "time_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR };

struct fields {
  int year, month, day, hour, minute, second, offset; /* the offset in seconds east of UTC */
};

static struct fields read_fields(const char *local) {
  struct fields fields = {0, 1, 1, 0, 0, 0, 0};
  const char *sign = strpbrk(local + (strlen(local) > 19 ? 19 : strlen(local)), "+-");
  int hours = 0, minutes = 0;
  // NOLINTNEXTLINE(cert-err34-c): the library wrote this text
  sscanf(local, "%d-%d-%dT%d:%d:%d", &fields.year, &fields.month, &fields.day, &fields.hour, &fields.minute,
         &fields.second);
  // NOLINTNEXTLINE(cert-err34-c): the library wrote this text
  if (sign != NULL) sscanf(sign + 1, "%d:%d", &hours, &minutes);
  fields.offset = (sign != NULL && *sign == '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
  return fields;
}

/* Days since 1970-01-01; years begin in March, so that the leap day comes last. */
static int64_t days_of(const struct fields *fields) {
  int64_t year = fields->month > 2 ? fields->year : fields->year - 1;
  int month = fields->month > 2 ? fields->month - 3 : fields->month + 9;
  return year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + fields->day - 1 - 719468;
}

static struct fields fields_of_day(int64_t day) {
  struct fields fields = {(int)((day + 719468) / 365.2425), 1, 1, 0, 0, 0, 0};
  while (days_of(&(struct fields){.year = fields.year + 1, .month = 1, .day = 1}) <= day) fields.year++;
  while (days_of(&fields) > day) fields.year--;
  while (fields.month < 12 &&
         days_of(&(struct fields){.year = fields.year, .month = fields.month + 1, .day = 1}) <= day)
    fields.month++;
  fields.day = (int)(day - days_of(&fields)) + 1;
  return fields;
}

static const char *weekday_of(int64_t day) {
  static const char *const names[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  return names[(day % 7 + 7) % 7];
}

static const char *month_of(int month) {
  static const char *const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
  return names[(month + 11) % 12];
}

static int64_t floor_divide(int64_t value, int64_t by) { return value / by - (value % by < 0); }

static void date_words(const struct fields *fields, char into[MOMENT_WORDS]) {
  snprintf(into, MOMENT_WORDS, "%s %d %s", weekday_of(days_of(fields)), fields->day, month_of(fields->month));
}

void say_date(const char *local, char into[MOMENT_WORDS]) {
  struct fields fields = read_fields(local);
  date_words(&fields, into);
}

/* The days around now have names of their own. */
static void day_words(const struct fields *fields, int64_t now, char into[MOMENT_WORDS]) {
  int64_t today = floor_divide(floor_divide(now, 1000) + fields->offset, DAY), distance = days_of(fields) - today;
  if (distance >= -1 && distance <= 1)
    snprintf(into, MOMENT_WORDS, "%s", distance < 0 ? "yesterday" : distance > 0 ? "tomorrow" : "today");
  else
    date_words(fields, into);
}

void say_moment(const char *local, int64_t now, char into[MOMENT_WORDS]) {
  struct fields fields = read_fields(local);
  char day[MOMENT_WORDS];
  day_words(&fields, now, day);
  if (fields.hour == 23 && fields.minute == 59 && fields.second == 59)
    snprintf(into, MOMENT_WORDS, "the end of %.40s", day);
  else
    snprintf(into, MOMENT_WORDS, "%.40s at %02d:%02d", day, fields.hour, fields.minute);
}

static int64_t rounded(int64_t seconds, int64_t unit) { return (seconds + unit / 2) / unit; }

/* Whole units: "in 4 days" must not be said of three and a half. */
void say_distance(int64_t from, int64_t to, char into[MOMENT_WORDS]) {
  int64_t seconds = llabs(to - from) / 1000, count;
  const char *unit = seconds < 90 * MINUTE ? "minute" : seconds < 2 * DAY ? "hour" : "day";
  count = seconds / (*unit == 'm' ? MINUTE : *unit == 'h' ? HOUR : DAY);
  if (seconds < MINUTE)
    snprintf(into, MOMENT_WORDS, "now");
  else
    snprintf(into, MOMENT_WORDS, to > from ? "in %lld %s%s" : "%lld %s%s ago", (long long)count, unit,
             count == 1 ? "" : "s");
}

static int add_unit(char into[MOMENT_WORDS], int used, int64_t count, const char *unit) {
  if (count == 0) return used;
  return used + snprintf(into + used, (size_t)(MOMENT_WORDS - used), "%s%lld %s%s", used > 0 ? " " : "",
                         (long long)count, unit, count == 1 ? "" : "s");
}

void say_span(int64_t milliseconds, char into[MOMENT_WORDS]) {
  int64_t minutes = rounded(milliseconds / 1000, MINUTE);
  int used = add_unit(into, 0, minutes / (24 * 60), "day");
  used = add_unit(into, used, minutes / 60 % 24, "hour");
  if (minutes < 24 * 60) used = add_unit(into, used, minutes % 60, "minute");
  if (used == 0) snprintf(into, MOMENT_WORDS, "less than a minute");
}

void local_at_offset_of(const char *local, int64_t instant, char into[MOMENT_WORDS]) {
  int offset = read_fields(local).offset;
  int64_t seconds = floor_divide(instant, 1000) + offset, day = floor_divide(seconds, DAY),
          of_day = seconds - day * DAY;
  struct fields fields = fields_of_day(day);
  snprintf(into, MOMENT_WORDS, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", fields.year, fields.month, fields.day,
           (int)(of_day / HOUR), (int)(of_day % HOUR / MINUTE), (int)(of_day % MINUTE), offset < 0 ? '-' : '+',
           abs(offset) / HOUR, abs(offset) % HOUR / MINUTE);
}
