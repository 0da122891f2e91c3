/* An expression in writing, for people and for tests: "by weekday(friday)". */
#include <string.h>

#include "time/window_resolve.h"

static const char *const relations[] = {
    [REL_NONE] = "",
    [REL_BY] = "by ",
    [REL_WITHIN] = "within ",
    [REL_IN] = "in ",
    [REL_ON] = "on ",
    [REL_AT] = "at ",
    [REL_FROM] = "from ",
    [REL_AFTER] = "after ",
    [REL_BEFORE] = "before ",
    [REL_UNTIL] = "until ",
    [REL_SINCE] = "since ",
    [REL_BEYOND] = "beyond ",
    [REL_OVER] = "over ",
    [REL_NOT_BEFORE] = "not before ",
    [REL_AT_LEAST] = "at least ",
    [REL_FOR] = "for ",
};

static const char *const units[] = {
    [UNIT_MINUTE] = "minutes", [UNIT_HOUR] = "hours",
    [UNIT_DAY] = "days",       [UNIT_BUSINESS_DAY] = "business_days",
    [UNIT_WEEK] = "weeks",     [UNIT_FORTNIGHT] = "fortnights",
    [UNIT_MONTH] = "months",   [UNIT_YEAR] = "years",
};

static const char *const weekdays[] = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
static const char *const parts[] = {"", "early ", "mid ", "end of "};
static const char *const whiches[] = {"", "this ", "next ", "following "};
static const char *const vagues[] = {"", "couple", "few", "several"};

struct text {
  char *bytes;
  size_t length;
};

static void put(struct text *text, const char *words) {
  size_t length = strlen(words), room = FORM_LONGEST - 1 - text->length;
  if (length > room) length = room;
  memcpy(text->bytes + text->length, words, length);
  text->length += length;
  text->bytes[text->length] = '\0';
}

/* At least `digits` of them. */
static void put_number(struct text *text, int number, int digits) {
  char words[12], *at = words + sizeof words - 1;
  *at = '\0';
  for (int left = number < 0 ? -number : number; left > 0 || digits > 0; left /= 10, digits--)
    *--at = (char)('0' + left % 10);
  put(text, at);
}

static void put_offset(struct text *text, const char *name, int number) {
  put(text, name);
  put(text, number < 0 ? "(-" : "(+");
  put_number(text, number, 1);
  put(text, ")");
}

static void put_span(struct text *text, const struct time_core *core) {
  if (core->vague != 0)
    put(text, vagues[core->vague]);
  else
    put_number(text, core->number, 1);
  if (core->half) put(text, ".5");
  put(text, " ");
  put(text, units[core->unit]);
}

static void put_date(struct text *text, const char *name, const struct time_core *core) {
  put(text, name);
  put(text, "(");
  if (core->year != 0) {
    put_number(text, core->year, 4);
    put(text, "-");
  }
  if (core->month != 0) put_number(text, core->month, 2);
  if (core->month != 0 && core->day != 0) put(text, "-");
  if (core->day != 0) put_number(text, core->day, 2);
  put(text, ")");
}

static void put_weekday(struct text *text, const struct time_core *core) {
  put(text, whiches[core->which]);
  put(text, "weekday(");
  put(text, weekdays[core->weekday]);
  put(text, ")");
  if (core->number == 0) return;
  put(text, " +");
  put_number(text, core->number, 1);
  put(text, " week");
}

static void put_period(struct text *text, const char *name, const struct time_core *core) {
  put(text, parts[core->part]);
  put_offset(text, name, core->number);
}

/* "quarter(3)" by its number, else this one or the next. */
static void put_quarter(struct text *text, const struct time_core *core) {
  if (core->number <= 0) {
    put_offset(text, "quarter", -core->number);
    return;
  }
  put(text, "quarter(");
  put_number(text, core->number, 1);
  put(text, ")");
}

static void put_core(struct text *text, const struct time_core *core) {
  switch ((enum expression_form)core->form) {
    case FORM_SPAN: put_span(text, core); break;
    case FORM_DAY: put_offset(text, "day", core->number); break;
    case FORM_WEEKDAY: put_weekday(text, core); break;
    case FORM_MONTH_DAY:
      put(text, whiches[core->which]);
      put_date(text, "day_of_month", core);
      break;
    case FORM_DATE: put_date(text, "date", core); break;
    case FORM_NUMBERS: put_date(text, "numbers", core); break;
    case FORM_WEEK: put_period(text, "week", core); break;
    case FORM_WEEK_OF: put(text, parts[core->part]), put(text, "week_of"); break;
    case FORM_WEEKEND: put_period(text, "weekend", core); break;
    case FORM_MONTH: put_period(text, "month", core); break;
    case FORM_NAMED_MONTH:
      put(text, parts[core->part]);
      put_date(text, "month", core);
      break;
    case FORM_QUARTER: put_quarter(text, core); break;
    case FORM_YEAR: put_offset(text, "year", core->number); break;
    case FORM_MIDWEEK: put(text, "midweek"); break;
    case FORM_CLOCK: put(text, "today"); break;
    case FORM_SAME: put(text, "that_day"); break;
    case FORM_DAY_AFTER: put(text, "the_day_after"); break;
    case FORM_WEEK_AFTER: put(text, "the_week_after"); break;
    case FORM_COUNT: break;
  }
}

static void put_anchor(struct text *text, const struct expression *expression) {
  bool span = expression->core.form == FORM_SPAN;
  if (expression->core.form == FORM_WEEK_OF || (span && expression->anchor == ANCHOR_NESTED)) {
    put(text, span ? " from " : "(");
    put_core(text, &expression->nested);
    if (!span) put(text, ")");
  }
  if (span && expression->anchor == ANCHOR_PREVIOUS) put(text, " from that_day");
  if (span && expression->anchor == ANCHOR_EVENT) put(text, " from event");
}

static void put_clock(struct text *text, const struct clock *clock) {
  put(text, " ");
  put_number(text, clock->hour, 2);
  put(text, ":");
  put_number(text, clock->minute, 2);
  if (clock->zone < 0) return;
  put(text, " ");
  put(text, window_zone_names[clock->zone]);
}

void expression_print(const struct expression *expression, char bytes[FORM_LONGEST]) {
  struct text text = {bytes, 0};
  bytes[0] = '\0';
  put(&text, relations[expression->relation]);
  put_core(&text, &expression->core);
  put_anchor(&text, expression);
  if (expression->clock.is_set) put_clock(&text, &expression->clock);
}

static const char *const texts[ASSUMPTION_COUNT] = {
    [ASSUMES_WEEK_START] = "the week does not start on Monday here",
    [ASSUMES_NEXT_WEEKDAY] = "\"next\" before a weekday is the one in the week after this",
    [ASSUMES_MONTH_FIRST] = "a date in numbers has the month first",
    [ASSUMES_DAY_FIRST] = "a date in numbers has the day first",
    [ASSUMES_EARLY_MONTH] = "early in a month is up to its 10th",
    [ASSUMES_MID_MONTH] = "the middle of a month is its 15th",
    [ASSUMES_EARLY_WEEK] = "early in a week is up to its second working day",
    [ASSUMES_MID_WEEK] = "the middle of a week is its Wednesday",
    [ASSUMES_UPPER_END] = "the later end of a range counts",
    [ASSUMES_DAY_BEFORE] = "\"by\" a month and \"before\" a day end with the day before",
    [ASSUMES_NEXT_OCCURRENCE] = "what is over this month is next month's",
    [ASSUMES_DATE_OVER_WEEKDAY] = "the date counts, its weekday does not fit",
};

static const char *const couples[] = {"a couple is 2", "a couple is 3", "a couple is 4", "a couple is 5"};
static const char *const fews[] = {"a few is 2", "a few is 3", "a few is 4", "a few is 5", "a few is 6", "a few is 7"};
static const char *const severals[] = {"several is 3", "several is 4", "several is 5", "several is 6",
                                       "several is 7", "several is 8", "several is 9", "several is 10"};

const char *assumption_text(const struct followup_calendar *calendar, enum assumption assumption) {
  const unsigned char *readings = calendar->readings;
  switch (assumption) {
    case ASSUMES_COUPLE: return couples[readings[FOLLOWUP_READING_COUPLE] - 2];
    case ASSUMES_FEW: return fews[readings[FOLLOWUP_READING_FEW] - 2];
    case ASSUMES_SEVERAL: return severals[readings[FOLLOWUP_READING_SEVERAL] - 3];
    case ASSUMES_NEXT_WEEKDAY:
      return readings[FOLLOWUP_READING_NEXT_WEEKDAY] == 1 ? "\"next\" before a weekday is the first one to come"
                                                          : texts[ASSUMES_NEXT_WEEKDAY];
    case ASSUMES_EARLY_MONTH:
      return readings[FOLLOWUP_READING_EARLY_MONTH] == 10 ? texts[assumption]
                                                          : "early in a month ends on the day set for it";
    case ASSUMES_MID_MONTH:
      return readings[FOLLOWUP_READING_MID_MONTH] == 15 ? texts[assumption]
                                                        : "the middle of a month is the day set for it";
    default: return texts[assumption];
  }
}
