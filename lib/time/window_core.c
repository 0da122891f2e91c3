/* One time: "next Friday", "the end of the month", "5pm tomorrow", "the week of the 14th". */
#include "time/window_grammar.h"

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

static bool is_kind(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return sentence->tokens[at].kind == kind;
}

static bool is_relation(const struct sentence *sentence, size_t at, enum relation relation) {
  return is_kind(sentence, at, WORD_RELATION) && token_at(sentence, at)->value == (int32_t)relation;
}

static bool is_unit(const struct sentence *sentence, size_t at, enum unit unit) {
  return is_kind(sentence, at, WORD_UNIT) && token_at(sentence, at)->value == (int32_t)unit;
}

static size_t skip(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return is_kind(sentence, at, kind) ? at + 1 : at;
}

/* "this", "next", "the coming", "the following"; `*at` stays where there is none. */
static bool read_which(const struct sentence *sentence, size_t *at, unsigned char *which) {
  size_t look = skip(sentence, *at, WORD_THE);
  switch (token_at(sentence, look)->kind) {
    case WORD_THIS:
    case WORD_COMING: *which = WHICH_THIS; break;
    case WORD_NEXT: *which = WHICH_NEXT; break;
    case WORD_FOLLOWING: *which = WHICH_FOLLOWING; break;
    default: return false;
  }
  look++;
  if (is_kind(sentence, look, WORD_COMING)) look++; /* "this coming Saturday" */
  *at = look;
  return true;
}

/* "last Friday" is over, "every Friday" is no day of its own. */
void core_mark(const struct sentence *sentence, size_t at, struct expression *into) {
  if (at > 0 && is_kind(sentence, at - 1, WORD_LAST)) into->is_past = true;
  if (at > 0 && is_kind(sentence, at - 1, WORD_EVERY)) into->is_attribute = true;
}

/* "week", "of next week", "after next" behind a weekday. */
static void read_week_of_weekday(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  if (is_kind(sentence, look, WORD_AFTER_NEXT)) {
    core->which = WHICH_NEXT;
    core->number = 1;
    *at = look + 1;
    return;
  }
  if (is_unit(sentence, look, UNIT_WEEK) && core->which == WHICH_PLAIN && !is_kind(sentence, look + 1, WORD_OF)) {
    core->number = 1;
    *at = look + 1;
    return;
  }
  if (is_kind(sentence, look, MARK_COMMA) && is_kind(sentence, look + 1, WORD_NEXT)) look++;
  look = skip(sentence, look, WORD_OF);
  unsigned char which;
  if (is_kind(sentence, look, WORD_WEEK_AFTER_NEXT)) {
    core->which = WHICH_NEXT;
    core->number = 1;
    *at = look + 1;
  } else if (look > *at && is_kind(sentence, look, WORD_WEEK_AFTER)) { /* "of the following week" */
    core->which = WHICH_NEXT;
    *at = look + 1;
  } else if (read_which(sentence, &look, &which) && is_unit(sentence, look, UNIT_WEEK)) {
    core->which = which == WHICH_FOLLOWING ? WHICH_NEXT : which;
    *at = look + 1;
  }
}

/* "Tuesday the 10th", "Friday, 13 March", "Friday (13 March)": the date counts. */
static bool read_date_of_weekday(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  bool bracket = is_kind(sentence, look, MARK_BREAK) && token_at(sentence, look)->value == '(';
  if (is_kind(sentence, look, MARK_COMMA) || bracket) look++;
  struct time_core date = {0};
  if (!date_read(sentence, &look, &date)) return false;
  if (date.form == FORM_NAMED_MONTH) return false;
  date.weekday = core->weekday;
  date.checks_weekday = true;
  *core = date;
  if (bracket && is_kind(sentence, look, MARK_BREAK)) look++;
  *at = look;
  return true;
}

static bool is_mondays(const struct token *token) {
  enum { SHORTEST = 7 }; /* "mondays"; "tues" and "thurs" are one day */
  return token_is_plural(token) && window_words[token->word].length >= SHORTEST;
}

static bool read_weekday(const struct sentence *sentence, size_t *at, struct expression *into) {
  size_t look = *at;
  unsigned char which = WHICH_PLAIN;
  if (!read_which(sentence, &look, &which)) look = skip(sentence, look, WORD_THE);
  const struct token *token = token_at(sentence, look);
  if (token->kind != WORD_WEEKDAY) return false;
  bool short_name = token->end - token->start <= 3;
  if (short_name && (token->flags & TOKEN_CAPITAL) == 0) return false; /* "sat", "sun" */
  into->core = (struct time_core){.form = FORM_WEEKDAY, .weekday = (unsigned char)token->value, .which = which};
  into->is_attribute = (token->flags & TOKEN_POSSESSIVE) != 0 || is_mondays(token);
  core_mark(sentence, look, into);
  look++;
  if (!read_date_of_weekday(sentence, &look, &into->core)) read_week_of_weekday(sentence, &look, &into->core);
  *at = look;
  return true;
}

static bool set_period(size_t *at, struct time_core *core, enum expression_form form, int number) {
  core->form = (unsigned char)form;
  core->number = number;
  ++*at;
  return true;
}

/* The unit behind "this", "next", "end of the". */
static bool read_period_unit(const struct sentence *sentence, size_t *at, int offset, bool named_part,
                             struct expression *into) {
  const struct token *token = token_at(sentence, *at);
  if (token->kind == WORD_WEEKEND) return set_period(at, &into->core, FORM_WEEKEND, offset);
  if (token->kind == WORD_QUARTER) return set_period(at, &into->core, FORM_QUARTER, offset > 0 ? -1 : 0);
  if (token->kind != WORD_UNIT || token_is_plural(token)) return false; /* "in the coming weeks" */
  if ((token->flags & TOKEN_POSSESSIVE) != 0) into->is_attribute = true;
  switch (token->value) {
    case UNIT_WEEK: return set_period(at, &into->core, FORM_WEEK, offset);
    case UNIT_MONTH: return set_period(at, &into->core, FORM_MONTH, offset);
    case UNIT_YEAR: return set_period(at, &into->core, FORM_YEAR, offset);
    case UNIT_DAY:
      if (!named_part || offset != 0) return false;
      return set_period(at, &into->core, FORM_DAY, 0);
    default: return false;
  }
}

/* "next week", "the end of the month", "the week after next", "mid-month". */
static bool read_period(const struct sentence *sentence, size_t *at, bool named_part, struct expression *into) {
  size_t look = *at;
  unsigned char which;
  int offset = 0;
  bool whole = false;
  if (read_which(sentence, &look, &which)) {
    offset = which == WHICH_NEXT || which == WHICH_FOLLOWING;
    whole = true;
    if (is_kind(sentence, look - 1, WORD_COMING) && is_unit(sentence, look, UNIT_WEEK)) offset = 1;
  } else {
    look = skip(sentence, look, WORD_THE);
  }
  bool past = is_kind(sentence, look, WORD_LAST);
  if (past) look++;
  if (is_kind(sentence, look, WORD_BUSINESS)) look++; /* "the end of the working week" */
  bool weekend = is_kind(sentence, look, WORD_WEEKEND) && look > *at;
  if (!whole && !named_part && !past && !weekend) return false;
  if (!read_period_unit(sentence, &look, offset, named_part, into)) return false;
  into->is_past = past;
  *at = look;
  return true;
}

/* "the first week of December": the week that holds most of its first seven days. No other week of a month is one. */
static bool take_week_of_month(const struct sentence *sentence, size_t week, struct time_core *month) {
  enum { DAYS = 7, MIDDLE = 3 };
  if (week == 0 || !is_kind(sentence, week - 1, WORD_ORDINAL)) return false;
  int number = token_at(sentence, week - 1)->value;
  if (number > 4) return false;
  month->form = FORM_DATE;
  month->day = (unsigned char)(DAYS * (number - 1) + MIDDLE);
  return true;
}

static bool read_week_of(const struct sentence *sentence, size_t *at, struct expression *into) {
  bool ending = is_kind(sentence, *at, WORD_WEEK_ENDING);
  bool counted = *at > 0 && (is_kind(sentence, *at - 1, WORD_ARTICLE) || is_kind(sentence, *at - 1, WORD_NUMBER));
  bool plain = is_unit(sentence, *at, UNIT_WEEK) && is_kind(sentence, *at + 1, WORD_OF) && !counted;
  if (!ending && !plain && !is_kind(sentence, *at, WORD_WEEK_OF)) return false;
  size_t from = *at + (plain ? 2 : 1), look = from;
  struct expression inner = {0};
  if (!date_read(sentence, &look, &inner.core)) {
    look = from;
    if (!read_weekday(sentence, &look, &inner)) return false;
  }
  if (inner.core.form == FORM_NAMED_MONTH && !take_week_of_month(sentence, *at, &inner.core)) return false;
  into->core = ending ? inner.core : (struct time_core){.form = FORM_WEEK_OF};
  into->nested = inner.core;
  *at = look;
  return true;
}

static bool read_simple(const struct sentence *sentence, size_t *at, struct expression *into) {
  const struct token *token = token_at(sentence, *at);
  struct time_core *core = &into->core;
  switch (token->kind) {
    case WORD_DAY:
      *core = (struct time_core){.form = FORM_DAY, .number = token->value};
      into->is_attribute = (token->flags & TOKEN_POSSESSIVE) != 0;
      break;
    case WORD_PAST_DAY:
      *core = (struct time_core){.form = FORM_DAY, .number = -1};
      into->is_past = true;
      break;
    case WORD_MONTH_END: *core = (struct time_core){.form = FORM_MONTH, .part = PART_END}; break;
    case WORD_WEEK_END: *core = (struct time_core){.form = FORM_WEEK, .part = PART_END}; break;
    case WORD_YEAR_END: *core = (struct time_core){.form = FORM_YEAR, .part = PART_END}; break;
    case WORD_MIDWEEK: *core = (struct time_core){.form = FORM_MIDWEEK}; break;
    case WORD_WEEK_AFTER_NEXT: *core = (struct time_core){.form = FORM_WEEK, .number = 2}; break;
    case WORD_Q: *core = (struct time_core){.form = FORM_QUARTER, .number = token->value}; break;
    case WORD_SAME: *core = (struct time_core){.form = FORM_SAME}; break;
    case WORD_DAY_AFTER: *core = (struct time_core){.form = FORM_DAY_AFTER}; break;
    case WORD_WEEK_AFTER: *core = (struct time_core){.form = FORM_WEEK_AFTER}; break;
    default: return false;
  }
  ++*at;
  return true;
}

/* A day part or a time of day behind a day: "tomorrow morning at 9", "Friday, 5pm", "Monday by noon". */
static void read_clock_behind(const struct sentence *sentence, size_t *at, struct expression *into) {
  size_t look = *at;
  if (is_kind(sentence, look, WORD_DAY_PART)) {
    bool possessive = (token_at(sentence, look)->flags & TOKEN_POSSESSIVE) != 0;
    into->is_attribute = into->is_attribute || possessive;
    *at = ++look;
  }
  if (is_kind(sentence, look, WORD_DAY_END) && (token_at(sentence, look - 1)->flags & TOKEN_POSSESSIVE) == 0)
    *at = ++look;
  if (is_kind(sentence, look, MARK_COMMA)) look++;
  bool relation = is_kind(sentence, look, WORD_RELATION) &&
                  (is_relation(sentence, look, REL_AT) || is_relation(sentence, look, REL_BY) ||
                   is_relation(sentence, look, REL_BEFORE));
  if (relation) look++;
  while (is_kind(sentence, look, WORD_ABOUT)) look++;
  if (is_kind(sentence, look, WORD_DAY_END)) {
    *at = look + 1;
    return;
  }
  struct clock clock;
  if (!clock_read(sentence, &look, relation, &clock)) return;
  into->clock = clock;
  *at = look;
  if (is_kind(sentence, look, WORD_DAY_PART)) ++*at;
}

static bool has_day(const struct time_core *core) {
  return core->form == FORM_DAY || core->form == FORM_WEEKDAY || core->form == FORM_MONTH_DAY ||
         core->form == FORM_DATE || core->form == FORM_NUMBERS || core->form == FORM_SAME ||
         core->form == FORM_DAY_AFTER;
}

static bool read_day(const struct sentence *sentence, size_t *at, struct expression *into) {
  struct expression read = *into;
  size_t look = *at;
  if (!read_weekday(sentence, &look, &read) && !date_read(sentence, &look, &read.core) &&
      !read_simple(sentence, &look, &read))
    return false;
  if (has_day(&read.core)) read_clock_behind(sentence, &look, &read);
  *into = read;
  *at = look;
  return true;
}

/* "5pm on Friday", "close of business Friday", "noon tomorrow"; alone, they are today's. */
static bool read_clock_first(const struct sentence *sentence, size_t *at, struct expression *into) {
  size_t look = *at;
  struct clock clock = {0};
  bool after_relation = *at > 0 && is_kind(sentence, *at - 1, WORD_RELATION);
  bool day_part = is_kind(sentence, look, WORD_DAY_END) || is_kind(sentence, look, WORD_DAY_PART);
  if (day_part)
    look++;
  else if (!clock_read(sentence, &look, after_relation, &clock))
    return false;
  size_t behind = look;
  if (is_kind(sentence, behind, MARK_COMMA)) behind++;
  if (is_relation(sentence, behind, REL_ON) || is_relation(sentence, behind, REL_BY) ||
      is_kind(sentence, behind, WORD_OF) || is_relation(sentence, behind, REL_IN))
    behind++;
  struct expression day = {0};
  size_t day_at = behind;
  if (read_day(sentence, &day_at, &day) && has_day(&day.core)) {
    into->core = day.core;
    into->is_attribute = day.is_attribute;
    into->is_past = day.is_past;
    into->clock = day.clock.is_set ? day.clock : clock;
    look = day_at;
  } else if (is_kind(sentence, *at, WORD_DAY_PART)) {
    const struct token *token = token_at(sentence, *at);
    if (token->value != 0 || token->word != NO_WORD) return false;
    into->core = (struct time_core){.form = FORM_DAY, .number = 1}; /* "in the morning" */
  } else if (clock.is_set) {
    into->core = (struct time_core){.form = FORM_CLOCK};
    into->clock = clock;
  } else {
    into->core = (struct time_core){.form = FORM_DAY, .number = 0};
  }
  *at = look;
  return true;
}

/* "early next week", "mid-March", "the end of the week of the 14th", "late Friday". */
static bool read_part(const struct sentence *sentence, size_t *at, struct expression *into) {
  size_t look = skip(sentence, *at, WORD_THE);
  bool midweek = is_kind(sentence, look, WORD_MIDWEEK);
  if (!is_kind(sentence, look, WORD_PART) && !midweek) return false;
  unsigned char part = (unsigned char)(midweek ? PART_MID : token_at(sentence, look)->value);
  look++;
  while (is_kind(sentence, look, WORD_PART)) { /* "sometime early next week", "towards the end of" */
    if (token_at(sentence, look)->value != PART_WHOLE) part = (unsigned char)token_at(sentence, look)->value;
    look++;
  }
  while (is_relation(sentence, look, REL_ON) || is_relation(sentence, look, REL_IN) ||
         is_kind(sentence, look, WORD_OF) || is_kind(sentence, look, WORD_ABOUT))
    look++;
  struct expression read = *into;
  struct time_core date = {0};
  size_t date_at = look;
  if (read_period(sentence, &look, true, &read) || read_week_of(sentence, &look, &read)) {
    read.core.part = part;
  } else if (midweek) {
    return false;
  } else if (date_read(sentence, &date_at, &date) && date.form == FORM_NAMED_MONTH) {
    read.core = date;
    read.core.part = part;
    look = date_at;
  } else if (is_kind(sentence, look, WORD_Q)) {
    read_simple(sentence, &look, &read);
  } else if (!read_day(sentence, &look, &read)) {
    return false;
  }
  if (part == PART_WHOLE && read.core.form == FORM_NAMED_MONTH) read.core.part = PART_END;
  read.is_approximate = part == PART_EARLY || part == PART_MID;
  *into = read;
  *at = look;
  return true;
}

/* "the next two weeks", "the coming few days", "the next week or two", "the week" after "within". */
static bool read_counted(const struct sentence *sentence, size_t *at, struct expression *into) {
  size_t look = *at;
  unsigned char which;
  bool next = read_which(sentence, &look, &which);
  bool the = !next && is_kind(sentence, look, WORD_THE);
  if (the) look++;
  bool within = *at > 0 && is_relation(sentence, *at - 1, REL_WITHIN);
  if (next && is_kind(sentence, look, WORD_UNIT) && is_kind(sentence, look + 1, WORD_OR_TWO)) {
    into->core =
        (struct time_core){.form = FORM_SPAN, .number = 2, .unit = (unsigned char)token_at(sentence, look)->value};
    into->is_upper_end = true;
    *at = look + 2;
    return true;
  }
  bool one = is_kind(sentence, look, WORD_UNIT) && within && (the || next);
  bool singular = one && (is_unit(sentence, look, UNIT_HOUR) || is_unit(sentence, look, UNIT_DAY) || !next);
  if (singular) {
    const struct token *token = token_at(sentence, look);
    into->core = (struct time_core){.form = FORM_SPAN, .number = 1, .unit = (unsigned char)token->value};
    *at = look + 1;
    return true;
  }
  if (!(next || the) || is_kind(sentence, look, WORD_ARTICLE) || !span_read(sentence, &look, into)) return false;
  *at = look;
  return true;
}

bool core_read(const struct sentence *sentence, size_t *at, struct expression *expression) {
  expression->clock.zone = -1;
  return read_part(sentence, at, expression) || read_week_of(sentence, at, expression) ||
         read_counted(sentence, at, expression) || read_clock_first(sentence, at, expression) ||
         read_day(sentence, at, expression) || span_read(sentence, at, expression) ||
         read_period(sentence, at, false, expression);
}
