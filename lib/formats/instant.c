#include "formats/instant.h"

#include <stdbool.h>
#include <string.h>

#include <followup-formats.h>

static const char not_an_instant[] = "is not an instant such as 2026-03-05T14:00:00-06:00";
static const char no_offset[] = "has no offset from UTC, such as Z or -06:00";
static const char no_such_day[] = "is on a day that does not exist";
static const char no_such_time[] = "is at a time of day that does not exist";

enum { DATE_AND_TIME = sizeof "2026-03-05T14:00:00" - 1 };

struct fields {
  int year, month, day, hour, minute, second, milliseconds;
  int offset_hour, offset_minute, offset_sign;
};

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/* Holds a text against a form in which 0 stands for any digit, T for t and T, everything else for itself. */
static bool has_form(const char *text, size_t length, const char *form) {
  if (length < strlen(form)) return false;
  for (size_t i = 0; form[i] != '\0'; i++) {
    bool fits = form[i] == '0' ? is_digit(text[i]) : text[i] == form[i] || (form[i] == 'T' && text[i] == 't');
    if (!fits) return false;
  }
  return true;
}

static int number(const char *digits, int count) {
  int value = 0;
  for (int i = 0; i < count; i++) value = value * 10 + (digits[i] - '0');
  return value;
}

/* Reads ".123…" and returns its length, 0 where there is none; what is finer than a millisecond is cut off. */
static size_t read_fraction(const char *text, size_t length, int *milliseconds) {
  if (length < 2 || text[0] != '.' || !is_digit(text[1])) return 0;
  size_t end = 1;
  int weight = 100;
  for (*milliseconds = 0; end < length && is_digit(text[end]); end++, weight /= 10)
    *milliseconds += (text[end] - '0') * weight;
  return end;
}

/* Reads the rest of the text as an offset. */
static const char *read_offset(const char *text, size_t length, struct fields *fields) {
  if (length == 0) return no_offset;
  if (length == 1 && (text[0] == 'Z' || text[0] == 'z')) return NULL;
  if (length != 6 || (!has_form(text, length, "+00:00") && !has_form(text, length, "-00:00"))) return not_an_instant;
  fields->offset_sign = text[0] == '-' ? -1 : 1;
  fields->offset_hour = number(text + 1, 2);
  fields->offset_minute = number(text + 4, 2);
  return NULL;
}

static const char *read_fields(const char *text, size_t length, struct fields *fields) {
  if (!has_form(text, length, "0000-00-00T00:00:00")) return not_an_instant;
  fields->year = number(text, 4);
  fields->month = number(text + 5, 2);
  fields->day = number(text + 8, 2);
  fields->hour = number(text + 11, 2);
  fields->minute = number(text + 14, 2);
  fields->second = number(text + 17, 2);
  size_t at = DATE_AND_TIME;
  at += read_fraction(text + at, length - at, &fields->milliseconds);
  return read_offset(text + at, length - at, fields);
}

static bool day_exists(const struct fields *fields) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = fields->year, month = fields->month;
  if (month < 1 || month > 12) return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  int most = month == 2 && leap ? 29 : days[month - 1];
  return fields->day >= 1 && fields->day <= most;
}

/* Days since 1970-01-01 in the Gregorian calendar; years begin in March, so that the leap day comes last. */
static int64_t days_since_1970(const struct fields *fields) {
  int64_t year = fields->month > 2 ? fields->year : fields->year - 1;
  int64_t month = fields->month > 2 ? fields->month - 3 : fields->month + 9;
  int64_t day_of_year = (153 * month + 2) / 5 + fields->day - 1;
  int64_t before = year >= 0 ? 0 : -1; /* year -1 is the last one of the 400 years before */
  int64_t in_era = year - before * 400;
  int64_t day_of_era = in_era * 365 + in_era / 4 - in_era / 100 + in_era / 400 + day_of_year;
  return day_of_era + before * 146097 - 719468;
}

static int64_t seconds_since_1970(const struct fields *fields) {
  int64_t local = ((days_since_1970(fields) * 24 + fields->hour) * 60 + fields->minute) * 60 + fields->second;
  return local - fields->offset_sign * (fields->offset_hour * 60 + fields->offset_minute) * 60;
}

/* A leap second ends the last UTC day of June or December; it is the same instant as the midnight after it. */
static bool second_exists(const struct fields *fields, int64_t seconds) {
  if (fields->second < 60) return true;
  if (fields->second > 60 || seconds % 86400 != 0) return false;
  struct fields july = {.year = fields->year, .month = 7, .day = 1};
  struct fields january = {.year = fields->year, .month = 1, .day = 1};
  struct fields next = {.year = fields->year + 1, .month = 1, .day = 1};
  int64_t day = seconds / 86400;
  return day == days_since_1970(&july) || day == days_since_1970(&january) || day == days_since_1970(&next);
}

const char *rfc3339_read(const char *text, size_t length, int64_t *instant) {
  struct fields fields = {0};
  const char *wrong = read_fields(text, length, &fields);
  if (wrong != NULL) return wrong;
  if (!day_exists(&fields)) return no_such_day;
  bool on_clock = fields.hour <= 23 && fields.minute <= 59 && fields.offset_hour <= 23 && fields.offset_minute <= 59;
  int64_t seconds = seconds_since_1970(&fields);
  if (!on_clock || !second_exists(&fields, seconds)) return no_such_time;
  *instant = seconds * 1000 + fields.milliseconds;
  return NULL;
}

void rfc3339_offset(const char *text, size_t length, char into[OFFSET_SIZE]) {
  const char *offset = text + length - (OFFSET_SIZE - 1);
  bool utc = text[length - 1] == 'Z' || text[length - 1] == 'z' || strncmp(offset, "-00:00", 6) == 0;
  memcpy(into, utc ? "+00:00" : offset, OFFSET_SIZE - 1);
  into[OFFSET_SIZE - 1] = '\0';
}

bool followup_formats_instant(const char *text, size_t length, int64_t *instant) {
  if (text == NULL || instant == NULL) return false;
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(text);
  return rfc3339_read(text, length, instant) == NULL;
}
