/* Dates: "the 15th", "15 March", "3/15", "2026-03-15", "March 2027". */
#include "time/window_grammar.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2200, MONTHS = 12, DAYS_MOST = 31 };

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

static bool is_kind(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return sentence->tokens[at].kind == kind;
}

static bool is_glued(const struct sentence *sentence, size_t at) {
  return (token_at(sentence, at)->flags & TOKEN_GLUED) != 0;
}

/* A year of four digits, a comma may stand before it. */
static void read_year(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  if (is_kind(sentence, look, MARK_COMMA)) look++;
  const struct token *token = token_at(sentence, look);
  if (token->kind != WORD_NUMBER || token->digits != 4 || token->value < YEAR_LEAST || token->value > YEAR_MOST) return;
  core->year = token->value;
  *at = look + 1;
}

/* "15", "15th", "fifteenth"; `ordinal`: only the latter two. */
static bool read_day(const struct sentence *sentence, size_t *at, bool ordinal, unsigned char *day) {
  const struct token *token = token_at(sentence, *at);
  if (token->kind == WORD_ORDINAL) {
    *day = (unsigned char)token->value;
    ++*at;
    return true;
  }
  if (token->kind != WORD_NUMBER || token->digits == 0 || token->digits > 2) return false;
  if (token->value < 1 || token->value > DAYS_MOST) return false;
  bool has_ending = is_kind(sentence, *at + 1, WORD_SUFFIX_ORDINAL) && is_glued(sentence, *at + 1);
  if (ordinal && !has_ending) return false;
  *day = (unsigned char)token->value;
  *at += has_ending ? 2 : 1;
  return true;
}

/* "10-12", "10th to 12th", "10th or 11th": the later one. */
static void read_later_day(const struct sentence *sentence, size_t *at, unsigned char *day) {
  size_t look = *at;
  const struct token *token = token_at(sentence, look);
  if (token->kind != MARK_DASH && token->kind != WORD_TO && token->kind != WORD_OR) return;
  look++;
  if (is_kind(sentence, look, WORD_THE)) look++;
  unsigned char later;
  bool needs_ordinal = token->kind != MARK_DASH;
  if (!read_day(sentence, &look, needs_ordinal, &later) || later <= *day) return;
  if (is_kind(sentence, look, WORD_UNIT) || is_kind(sentence, look, MARK_COLON)) return;
  *day = later;
  *at = look;
}

/* "may" and "march" are words of other sorts too. */
static bool is_month(const struct sentence *sentence, size_t at) {
  const struct token *token = token_at(sentence, at);
  if (token->kind != WORD_MONTH) return false;
  if (!token_has(token, TRAIT(MODAL) | TRAIT(VERB)) && token->value != 3) return true;
  return (token->flags & TOKEN_CAPITAL) != 0 && (at > 0 || is_kind(sentence, at + 1, WORD_NUMBER));
}

static bool read_month_first(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  if (!is_month(sentence, look)) return false;
  core->form = FORM_NAMED_MONTH;
  core->month = (unsigned char)token_at(sentence, look)->value;
  core->part = PART_WHOLE;
  look++;
  size_t day_at = look;
  if (is_kind(sentence, day_at, WORD_THE)) day_at++;
  bool ordinal = day_at > look;
  if (read_day(sentence, &day_at, ordinal, &core->day) && !is_kind(sentence, day_at, WORD_HALF_DAY) &&
      !is_kind(sentence, day_at, MARK_COLON) && !is_kind(sentence, day_at, WORD_UNIT)) {
    read_later_day(sentence, &day_at, &core->day);
    core->form = FORM_DATE;
    look = day_at;
  } else {
    core->day = 0;
    if (is_kind(sentence, look, WORD_PERIOD_OVER)) { /* "before March is out" */
      core->part = PART_END;
      look++;
    }
  }
  read_year(sentence, &look, core);
  *at = look;
  return true;
}

/* "of next month" behind a day; "of the month" says nothing. */
static void read_of_month(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  if (is_kind(sentence, look, WORD_OF)) look++;
  if (is_kind(sentence, look, WORD_THE)) look++;
  bool next = is_kind(sentence, look, WORD_NEXT) || is_kind(sentence, look, WORD_FOLLOWING);
  bool this = is_kind(sentence, look, WORD_THIS) || token_has(token_at(sentence, look), TRAIT(IT));
  if (next || this) look++;
  if (!is_kind(sentence, look, WORD_UNIT) || token_at(sentence, look)->value != UNIT_MONTH) return;
  if (next) core->which = WHICH_NEXT;
  if (this) core->which = WHICH_THIS;
  *at = look + 1;
}

static bool read_day_first(const struct sentence *sentence, size_t *at, struct time_core *core) {
  size_t look = *at;
  bool the = is_kind(sentence, look, WORD_THE);
  if (the) look++;
  bool spelled = is_kind(sentence, look, WORD_ORDINAL);
  if (!read_day(sentence, &look, false, &core->day)) return false;
  bool ordinal = spelled || is_kind(sentence, look - 1, WORD_SUFFIX_ORDINAL);
  read_later_day(sentence, &look, &core->day);
  size_t month_at = look;
  if (is_kind(sentence, month_at, WORD_OF)) month_at++;
  if (is_month(sentence, month_at)) {
    core->form = FORM_DATE;
    core->month = (unsigned char)token_at(sentence, month_at)->value;
    look = month_at + 1;
    read_year(sentence, &look, core);
    *at = look;
    return true;
  }
  if (!ordinal) return false;
  bool relation_before = *at > 0 && is_kind(sentence, *at - 1, WORD_RELATION);
  if (spelled) { /* "the second interview" is no date */
    const struct token *next = token_at(sentence, look);
    bool alone = next->kind >= MARK_COMMA || next->kind == WORD_OF || next->kind == WORD_RELATION ||
                 next->kind == WORD_OR || token_has(next, TRAIT(CONJ) | TRAIT(YOU) | TRAIT(SPEAKER));
    if (!alone || !relation_before) return false;
  }
  if (!the && !relation_before && !is_kind(sentence, *at + 1, WORD_SUFFIX_ORDINAL)) return false;
  if (look < sentence->count && token_has(token_at(sentence, look), TRAIT(EVENT) | TRAIT(CANDIDATES))) return false;
  core->form = FORM_MONTH_DAY;
  read_of_month(sentence, &look, core);
  *at = look;
  return true;
}

static int full_year(const struct token *token) {
  return token->digits == 2 ? 2000 + token->value : token->digits == 4 ? token->value : 0;
}

static bool can_be_date(int one, int other) {
  bool both = one >= 1 && other >= 1 && one <= DAYS_MOST && other <= DAYS_MOST;
  return both && (one <= MONTHS || other <= MONTHS);
}

/* "3/15", "15/03/2026", "15.3.", "2026-03-15". */
static bool read_numbers(const struct sentence *sentence, size_t *at, struct time_core *core) {
  const struct token *token = token_at(sentence, *at);
  if (token[0].kind != WORD_NUMBER || token[0].digits == 0 || token[2].kind != WORD_NUMBER) return false;
  unsigned char mark = token[1].kind;
  if (mark != MARK_SLASH && mark != MARK_POINT && mark != MARK_DASH) return false;
  bool third = token[3].kind == mark && token[4].kind == WORD_NUMBER && token[4].digits > 0;
  if (token[0].digits == 4 && third && mark != MARK_POINT && token[2].value <= MONTHS && token[4].value <= DAYS_MOST &&
      token[2].value >= 1 && token[4].value >= 1) {
    *core = (struct time_core){.form = FORM_DATE,
                               .year = token[0].value,
                               .month = (unsigned char)token[2].value,
                               .day = (unsigned char)token[4].value};
    *at += 5;
    return true;
  }
  if (!can_be_date(token[0].value, token[2].value) || (mark != MARK_SLASH && !third)) return false;
  if (third && full_year(&token[4]) == 0) return false;
  if (!third && token[0].value == 24 && token[2].value == 7) return false; /* round the clock */
  *core = (struct time_core){.form = FORM_NUMBERS,
                             .month = (unsigned char)token[0].value,
                             .day = (unsigned char)token[2].value,
                             .year = third ? full_year(&token[4]) : 0};
  *at += third ? 5 : 3;
  return true;
}

bool date_read(const struct sentence *sentence, size_t *at, struct time_core *core) {
  struct time_core read = {0};
  if (is_kind(sentence, *at, WORD_FEAST)) {
    int32_t value = token_at(sentence, *at)->value;
    *core = (struct time_core){
        .form = FORM_DATE, .month = (unsigned char)(value / 100), .day = (unsigned char)(value % 100)};
    ++*at;
    return true;
  }
  bool found = read_numbers(sentence, at, &read) || read_month_first(sentence, at, &read);
  if (!found) {
    read = (struct time_core){0};
    found = read_day_first(sentence, at, &read);
  }
  if (found) *core = read;
  return found;
}
