#include "draft/days.h"

#include <stdio.h>
#include <string.h>

#include "draft/words.h"
#include "draft_words.h"
#include "time/window.h"

enum { WEEK = 7, ALMOST_A_YEAR = 300, MOST_UNITS = 1000, NOT_ALIKE = -1 };

/* How many days ago an instant was, where candidate and interviewer would say the same; else NOT_ALIKE. */
static int64_t days_back(const struct view *view, const struct time_zone *zone, int64_t instant) {
  const struct time_zone *own = zone_of_case(view->of);
  int64_t back = calendar_day_of(zone, view->at) - calendar_day_of(zone, instant);
  return back == calendar_day_of(own, view->at) - calendar_day_of(own, instant) ? back : NOT_ALIKE;
}

static followup_status set_date(struct facts *facts, const struct time_zone *zone, int64_t instant) {
  struct civil_time local = time_zone_local(zone, instant);
  const char *weekday = draft_list_weekdays.words[local.weekday], *month = draft_list_months.words[local.month - 1];
  char day[8], year[16];
  int day_length = snprintf(day, sizeof day, "%d", local.day);
  int year_length = snprintf(year, sizeof year, "%d", (int)local.year);
  followup_status status = fact_set(facts, FACT_WEEKDAY, weekday, strlen(weekday));
  if (status == FOLLOWUP_OK) status = fact_set(facts, FACT_MONTH, month, strlen(month));
  if (status == FOLLOWUP_OK) status = fact_set(facts, FACT_DAY, day, (size_t)day_length);
  return status == FOLLOWUP_OK ? fact_set(facts, FACT_YEAR, year, (size_t)year_length) : status;
}

/* The form of a date: `forms` without a year, without and with the month first; then the same with one. */
static int choose_date(const struct view *view, const struct time_zone *zone, int64_t instant, const int forms[4]) {
  int64_t day = calendar_day_of(zone, view->at) - calendar_day_of(zone, instant);
  int month_first = calendar_is_month_first(&view->of->calendar, zone);
  return forms[(day <= ALMOST_A_YEAR && day > -ALMOST_A_YEAR ? 0 : 2) + month_first];
}

followup_status say_day_back(struct facts *facts, enum draft_fact fact, const struct view *view,
                             const struct time_zone *zone, int64_t instant) {
  static const int forms[] = {PART_DAY_DATE, PART_DAY_DATE_MONTH_FIRST, PART_DAY_YEAR, PART_DAY_YEAR_MONTH_FIRST};
  static const int near[] = {PART_DAY_TODAY, PART_DAY_YESTERDAY, PART_DAY_WEEKDAY};
  int64_t back = days_back(view, zone, instant);
  bool is_near = back >= 0 && back < WEEK;
  int form = is_near ? near[back < 2 ? back : 2] : choose_date(view, zone, instant, forms);
  followup_status status = set_date(facts, zone, instant);
  return status == FOLLOWUP_OK ? fact_word(facts, fact, form) : status;
}

/* Windows */

/* "within 2 weeks", "in 5 business_days", "10 business_days" and nothing behind it. */
static bool read_span(const char *form, enum draft_fact *unit, int *count) {
  static const struct {
    const char *name;
    enum draft_fact fact;
    int times;
  } units[] = {{" weeks", FACT_WEEKS, 1},
               {" fortnights", FACT_WEEKS, 2},
               {" days", FACT_DAYS, 1},
               {" business_days", FACT_BUSINESS_DAYS, 1}};
  form += strncmp(form, "within ", 7) == 0 ? 7 : strncmp(form, "in ", 3) == 0 ? 3 : 0;
  int number = 0;
  for (; *form >= '0' && *form <= '9' && number < MOST_UNITS; form++) number = number * 10 + (*form - '0');
  for (size_t i = 0; number > 0 && i < sizeof units / sizeof units[0]; i++) {
    *unit = units[i].fact;
    *count = number * units[i].times;
    if (strcmp(form, units[i].name) == 0) return true;
  }
  return false;
}

static followup_status say_span(struct facts *facts, enum draft_fact unit, int count) {
  int part = unit == FACT_WEEKS ? PART_LIMIT_WEEKS : unit == FACT_DAYS ? PART_LIMIT_DAYS : PART_LIMIT_BUSINESS_DAYS;
  fact_set_count(facts, unit, count);
  return fact_word(facts, FACT_WINDOW, part);
}

/* "the end of next week", a week later. */
static bool is_last_week(const struct view *view, const struct time_zone *zone, const char *form, int64_t end) {
  const followup_calendar *calendar = &view->of->calendar;
  if (strstr(form, "end of week") == NULL) return false;
  int64_t this_week = calendar_week_of(calendar, calendar_day_of(zone, view->at));
  return calendar_week_of(calendar, calendar_day_of(zone, end)) == this_week - WEEK;
}

static bool is_last_month(const struct view *view, const struct time_zone *zone, const char *form, int64_t end) {
  if (strstr(form, "end of month") == NULL) return false;
  struct civil_time now = time_zone_local(zone, view->at), then = time_zone_local(zone, end);
  return (now.year - then.year) * 12 + now.month - then.month == 1;
}

/* "last Friday" means one day only where that Friday is of the week before; of the same week it may be either. */
static bool is_last_weekday(const struct view *view, const struct time_zone *zone, int64_t end) {
  const followup_calendar *calendar = &view->of->calendar;
  int64_t back = days_back(view, zone, end), now = calendar_day_of(zone, view->at);
  return back > 1 && back < WEEK && calendar_week_of(calendar, now - back) != calendar_week_of(calendar, now);
}

/* What was promised is told as past: the day itself, once it is asked about, by its date. */
static followup_status say_limit_back(struct facts *facts, const struct view *view, const struct time_zone *zone,
                                      const char *form, int64_t end) {
  static const int forms[] = {PART_LIMIT_DATE, PART_LIMIT_DATE_MONTH_FIRST, PART_LIMIT_YEAR,
                              PART_LIMIT_YEAR_MONTH_FIRST};
  if (is_last_week(view, zone, form, end)) return fact_word(facts, FACT_WINDOW, PART_LIMIT_LAST_WEEK);
  if (is_last_month(view, zone, form, end)) return fact_word(facts, FACT_WINDOW, PART_LIMIT_LAST_MONTH);
  bool last = is_last_weekday(view, zone, end);
  followup_status status = set_date(facts, zone, end);
  if (status != FOLLOWUP_OK) return status;
  return fact_word(facts, FACT_WINDOW, last ? PART_LIMIT_WEEKDAY : choose_date(view, zone, end, forms));
}

/* "about two weeks", "in a week or so" */
static bool is_hedged(const struct model_text *words, const followup_window *reading) {
  for (size_t at = reading->start_byte; at < reading->end_byte;) {
    size_t length = strcspn(words->bytes + at, " ,.");
    if (length > reading->end_byte - at) length = reading->end_byte - at;
    if (listed(&draft_list_hedges, (struct stretch){words->bytes + at, length}) != NULL) return true;
    at += length + 1;
  }
  return false;
}

/* What is only roughly said, and what hangs on something else, is no date that one could name to anybody. */
static bool is_exact(const struct status_window *window, const followup_window *reading) {
  return (reading->precision == FOLLOWUP_PRECISION_EXACT || reading->precision == FOLLOWUP_PRECISION_UPPER_END) &&
         strstr(reading->form, "event") == NULL && !is_hedged(window->words, reading);
}

followup_status say_named_window(struct facts *facts, const struct view *view, const struct status_window *window,
                                 const followup_window *reading) {
  enum draft_fact unit;
  int count;
  /* An instant alone is what the candidate reckons with: nobody can be told to have said so. */
  if (window->source == WINDOW_INSTANT && window->words == NULL) return FOLLOWUP_OK;
  if (window->source == WINDOW_INSTANT)
    return say_limit_back(facts, view, window->zone, "", window->interview->window_ends);
  if (window->source != WINDOW_WORDS || !is_exact(window, reading)) return FOLLOWUP_OK;
  if (read_span(reading->form, &unit, &count)) return say_span(facts, unit, count);
  return say_limit_back(facts, view, window->zone, reading->form, reading->end);
}
