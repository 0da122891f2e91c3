#include "time/zone_rule.h"

#include "time/civil.h"

enum { DAY = 86400 };

/* A reader of the rule's text; once something was wrong, all that follows fails. */
struct reader {
  const char *at, *end;
  bool failed;
};

static bool accept(struct reader *reader, char byte) {
  if (reader->failed || reader->at == reader->end || *reader->at != byte) return false;
  reader->at++;
  return true;
}

static void expect(struct reader *reader, char byte) {
  if (!accept(reader, byte)) reader->failed = true;
}

static bool sees_digit(const struct reader *reader) {
  return reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9';
}

static int read_number(struct reader *reader, int least, int most) {
  int value = 0;
  if (!sees_digit(reader)) reader->failed = true;
  while (!reader->failed && sees_digit(reader)) {
    value = value * 10 + (*reader->at++ - '0');
    if (value > most) reader->failed = true;
  }
  if (value < least) reader->failed = true;
  return reader->failed ? least : value;
}

static bool is_letter(char byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'); }

static void skip_name(struct reader *reader) {
  const char *from = reader->at;
  if (accept(reader, '<')) {
    while (reader->at < reader->end && *reader->at != '>') reader->at++;
    expect(reader, '>');
    return;
  }
  while (reader->at < reader->end && is_letter(*reader->at)) reader->at++;
  if (reader->at - from < 3) reader->failed = true;
}

/* [+-]hh[:mm[:ss]] */
static int32_t read_clock(struct reader *reader, int most_hours) {
  bool negative = accept(reader, '-');
  if (!negative) accept(reader, '+');
  int32_t seconds = read_number(reader, 0, most_hours) * 3600;
  if (accept(reader, ':')) {
    seconds += read_number(reader, 0, 59) * 60;
    if (accept(reader, ':')) seconds += read_number(reader, 0, 59);
  }
  return negative ? -seconds : seconds;
}

static struct rule_date read_date(struct reader *reader) {
  struct rule_date date = {RULE_YEAR_DAY, 0, 0, 0, 2 * 3600};
  if (accept(reader, 'M')) {
    date.kind = RULE_WEEKDAY;
    date.month = read_number(reader, 1, 12);
    expect(reader, '.');
    date.week = read_number(reader, 1, 5);
    expect(reader, '.');
    date.day = read_number(reader, 0, 6);
  } else if (accept(reader, 'J')) {
    date.kind = RULE_JULIAN_DAY;
    date.day = read_number(reader, 1, 365);
  } else {
    date.day = read_number(reader, 0, 365);
  }
  if (accept(reader, '/')) date.seconds = read_clock(reader, 167);
  return date;
}

static void read_summer(struct reader *reader, struct zone_rule *rule) {
  rule->has_summer = true;
  skip_name(reader);
  /* The text counts offsets westward. */
  rule->summer = reader->at < reader->end && *reader->at != ',' ? -read_clock(reader, 24) : rule->standard + 3600;
  expect(reader, ',');
  rule->start = read_date(reader);
  expect(reader, ',');
  rule->end = read_date(reader);
}

bool zone_rule_parse(const char *text, size_t length, struct zone_rule *rule) {
  struct reader reader = {text, text + length, false};
  struct zone_rule parsed = {0};
  skip_name(&reader);
  parsed.standard = -read_clock(&reader, 24);
  if (!reader.failed && reader.at < reader.end) read_summer(&reader, &parsed);
  if (reader.failed || reader.at != reader.end) return false;
  *rule = parsed;
  return true;
}

static int64_t find_weekday(int32_t year, const struct rule_date *date) {
  int64_t first = civil_to_days(year, date->month, 1);
  int to_weekday = (date->day - (int)civil_weekday(first) + 7) % 7;
  int day = to_weekday + (date->week - 1) * 7;
  if (day >= civil_month_length(year, date->month)) day -= 7;
  return first + day;
}

/* Seconds by the clock of before the change. */
static int64_t date_in_year(int32_t year, const struct rule_date *date) {
  int64_t day;
  if (date->kind == RULE_WEEKDAY) {
    day = find_weekday(year, date);
  } else {
    day = civil_to_days(year, 1, 1) + date->day;
    bool is_behind_leap_day = date->day > 59 && civil_month_length(year, 2) == 29;
    if (date->kind == RULE_JULIAN_DAY) day += is_behind_leap_day ? 0 : -1;
  }
  return day * DAY + date->seconds;
}

struct change {
  int64_t at;
  bool to_summer;
};

enum { YEARS_AROUND = 3, CHANGES_AROUND = 2 * YEARS_AROUND };

/* The changes of the years around, in order: those of one year may lie in the next one or the one before. */
static void find_changes(const struct zone_rule *rule, int64_t at, struct change changes[CHANGES_AROUND]) {
  int64_t days = at / DAY - (at % DAY < 0);
  int32_t year = civil_from_days(days).year - 1;
  for (int i = 0; i < YEARS_AROUND; i++, year++) {
    struct change start = {date_in_year(year, &rule->start) - rule->standard, true};
    struct change end = {date_in_year(year, &rule->end) - rule->summer, false};
    changes[2 * i] = start.at <= end.at ? start : end;
    changes[2 * i + 1] = start.at <= end.at ? end : start;
  }
}

int32_t zone_rule_offset(const struct zone_rule *rule, int64_t at) {
  if (!rule->has_summer) return rule->standard;
  struct change changes[CHANGES_AROUND];
  find_changes(rule, at, changes);
  bool is_summer = !changes[0].to_summer;
  for (int i = 0; i < CHANGES_AROUND && changes[i].at <= at; i++) is_summer = changes[i].to_summer;
  return is_summer ? rule->summer : rule->standard;
}

bool zone_rule_next(const struct zone_rule *rule, int64_t after, int64_t *at) {
  if (!rule->has_summer) return false;
  struct change changes[CHANGES_AROUND];
  find_changes(rule, after, changes);
  for (int i = 0; i < CHANGES_AROUND; i++) {
    if (changes[i].at <= after) continue;
    *at = changes[i].at;
    return true;
  }
  return false;
}
