/*
 * The times that a sentence names, as expressions that are not resolved yet: no date is computed here, and what is
 * ambiguous stays so.
 */
#ifndef FOLLOWUP_TIME_WINDOW_GRAMMAR_H
#define FOLLOWUP_TIME_WINDOW_GRAMMAR_H

#include "time/window_lexer.h"

enum expression_form {
  FORM_SPAN,        /* number, vague, half, unit */
  FORM_DAY,         /* number: days from today; 1 is tomorrow */
  FORM_WEEKDAY,     /* weekday, which, number: weeks on top */
  FORM_MONTH_DAY,   /* day; which: of this or next month */
  FORM_DATE,        /* month, day, year */
  FORM_NUMBERS,     /* month, day, year: as written, the order not known */
  FORM_WEEK,        /* number: weeks from this one; part */
  FORM_WEEK_OF,     /* of the nested expression; part */
  FORM_WEEKEND,     /* number: weeks from this one */
  FORM_MONTH,       /* number: months from this one; part */
  FORM_NAMED_MONTH, /* month, year; part */
  FORM_QUARTER,     /* number: 1 to 4, 0 this one */
  FORM_YEAR,        /* number: years from this one */
  FORM_MIDWEEK,
  FORM_CLOCK,      /* a time of day alone */
  FORM_SAME,       /* the day named before */
  FORM_DAY_AFTER,  /* the day after that */
  FORM_WEEK_AFTER, /* the week after that */
  FORM_COUNT
};

enum which { WHICH_PLAIN, WHICH_THIS, WHICH_NEXT, WHICH_FOLLOWING };

/* What a span counts from. */
enum anchor {
  ANCHOR_REFERENCE,
  ANCHOR_NESTED,   /* the expression inside */
  ANCHOR_PREVIOUS, /* the one named before: "a week after that" */
  ANCHOR_EVENT     /* something without a date of its own */
};

struct clock {
  bool is_set;
  unsigned char hour, minute;
  short zone; /* place in window_zone_names, -1 where none is named */
};

/* An expression without the one that it may count from. */
struct time_core {
  unsigned char form, unit, vague, part, which, weekday;
  unsigned char month, day;
  bool half, checks_weekday;
  int number, year; /* year 0: none named */
};

struct expression {
  struct time_core core, nested;
  struct clock clock;
  unsigned char anchor;
  unsigned char relation; /* enum relation */
  bool is_past, is_latest, is_earliest, is_attribute, is_approximate, is_upper_end;
  bool joins_previous; /* "Monday or Tuesday" */
  size_t first, last;  /* tokens; `last` is behind it */
};

enum { EXPRESSIONS_MOST = 24 };

struct expressions {
  struct expression items[EXPRESSIONS_MOST];
  size_t count;
};

/* Finds the times of a sentence, in order; what is past the most of them is left out. */
void expressions_read(const struct sentence *sentence, struct expressions *expressions);

/* Reads one time, without relation, at token `*at` and moves behind it. */
bool core_read(const struct sentence *sentence, size_t *at, struct expression *expression);
/* "last Friday" is over, "every Friday" is no day of its own: what stands before token `at`. */
void core_mark(const struct sentence *sentence, size_t at, struct expression *expression);
/* Reads a time of day at `*at` and moves behind it; `after_relation`: "by 5" counts as one too. */
bool clock_read(const struct sentence *sentence, size_t *at, bool after_relation, struct clock *clock);
/* A day of the month, a date in words or in numbers, a named month. */
bool date_read(const struct sentence *sentence, size_t *at, struct time_core *core);
/* A number and a unit, and what the span counts from. */
bool span_read(const struct sentence *sentence, size_t *at, struct expression *expression);

#endif
