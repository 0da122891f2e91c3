/* Times of day: "5pm", "half past nine", "noon", "17:30 London time". */
#include "time/window_grammar.h"

enum { NOON = 12, HOURS = 24, MINUTES = 60, AFTERNOON_UNTIL = 7 };

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

static bool is_kind(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return sentence->tokens[at].kind == kind;
}

/* "5", "5:30", "five"; `minutes` tells whether they were named. */
static bool read_hour(const struct sentence *sentence, size_t *at, int *hour, int *minute, bool *minutes) {
  const struct token *token = token_at(sentence, *at);
  if (token->kind != WORD_NUMBER || token->digits > 2 || token->value >= HOURS) return false;
  *hour = token->value;
  *minute = 0;
  *minutes = (token[1].kind == MARK_COLON || token[1].kind == MARK_POINT) && token[2].kind == WORD_NUMBER &&
             token[2].digits == 2 && token[2].value < MINUTES;
  if (*minutes) *minute = token[2].value;
  *at += *minutes ? 3 : 1;
  return true;
}

/* "2-4pm", "between 2 and 4pm": the later. */
static void read_later_hour(const struct sentence *sentence, size_t *at, int *hour, int *minute, bool *minutes) {
  const struct token *token = token_at(sentence, *at);
  if (token->kind != MARK_DASH && token->kind != WORD_TO && token->kind != WORD_AND && token->kind != WORD_OR) return;
  size_t look = *at + 1;
  int later, later_minute;
  bool later_minutes;
  if (!read_hour(sentence, &look, &later, &later_minute, &later_minutes)) return;
  if (!is_kind(sentence, look, WORD_HALF_DAY) && !(later_minutes && *minutes)) return;
  *hour = later;
  *minute = later_minute;
  *minutes = later_minutes;
  *at = look;
}

static bool names_day(const struct sentence *sentence, size_t at) {
  if (is_kind(sentence, at, WORD_RELATION) && token_at(sentence, at)->value == REL_ON) at++;
  const struct token *token = token_at(sentence, at);
  return token->kind == WORD_WEEKDAY || token->kind == WORD_DAY || token->kind == WORD_DAY_PART ||
         token->kind == WORD_ZONE;
}

static bool read_half_day(const struct sentence *sentence, size_t *at, int *half_day) {
  if (is_kind(sentence, *at, WORD_OCLOCK)) {
    ++*at;
    *half_day = -1;
    if (is_kind(sentence, *at, WORD_HALF_DAY) || is_kind(sentence, *at, WORD_DAY_PART)) {
      *half_day = token_at(sentence, *at)->value;
      ++*at;
    }
    return true;
  }
  if (is_kind(sentence, *at, WORD_HALF_DAY) || is_kind(sentence, *at, WORD_DAY_PART)) {
    *half_day = token_at(sentence, *at)->value;
    ++*at;
    return true;
  }
  return false;
}

static int to_hour(int hour, int half_day, bool minutes) {
  if (half_day == NOON) return hour < NOON ? hour + NOON : hour;
  if (half_day == 0) return hour == NOON ? 0 : hour;
  bool afternoon = !minutes && hour >= 1 && hour <= AFTERNOON_UNTIL;
  return afternoon ? hour + NOON : hour;
}

static bool read_numbers(const struct sentence *sentence, size_t *at, bool after_relation, int *hour, int *minute) {
  size_t look = *at;
  bool minutes;
  int half_day = -1;
  if (!read_hour(sentence, &look, hour, minute, &minutes)) return false;
  bool is_colon = minutes && is_kind(sentence, look - 2, MARK_COLON);
  read_later_hour(sentence, &look, hour, minute, &minutes);
  bool told = read_half_day(sentence, &look, &half_day);
  bool ends = after_relation && is_kind(sentence, *at - 1, WORD_RELATION) &&
              token_at(sentence, *at - 1)->value == REL_AT && *hour >= 1 && *hour <= NOON &&
              sentence->tokens[look].kind >= MARK_COMMA; /* "on the 12th at 3" */
  bool spelled_out = after_relation && (names_day(sentence, look) || ends);
  if (!told && !is_colon && !(minutes && after_relation) && !spelled_out) return false;
  *hour = to_hour(*hour, half_day, minutes && !told);
  *at = look;
  return true;
}

/* "half past two", "quarter to five". */
static bool read_past_hour(const struct sentence *sentence, size_t *at, int *hour, int *minute) {
  if (!is_kind(sentence, *at, WORD_PAST_HOUR) || !is_kind(sentence, *at + 1, WORD_NUMBER)) return false;
  size_t look = *at + 1;
  int half_day = -1;
  bool minutes;
  if (!read_hour(sentence, &look, hour, minute, &minutes) || minutes) return false;
  if (is_kind(sentence, look, WORD_UNIT)) return false;
  read_half_day(sentence, &look, &half_day);
  int offset = token_at(sentence, *at)->value;
  *hour = to_hour(*hour, half_day, false) - (offset < 0);
  *minute = offset < 0 ? MINUTES + offset : offset;
  *at = look;
  return *hour >= 0;
}

static void read_zone(const struct sentence *sentence, size_t *at, struct clock *clock) {
  if (!is_kind(sentence, *at, WORD_ZONE)) return;
  clock->zone = (short)token_at(sentence, *at)->value;
  ++*at;
}

bool clock_read(const struct sentence *sentence, size_t *at, bool after_relation, struct clock *clock) {
  int hour = NOON, minute = 0;
  size_t look = *at;
  if (is_kind(sentence, look, WORD_NUMBER) && token_at(sentence, look)->value == NOON &&
      is_kind(sentence, look + 1, WORD_NOON))
    look++;
  if (is_kind(sentence, look, WORD_NOON)) {
    look++;
  } else if (is_kind(sentence, look, WORD_MIDNIGHT)) {
    hour = HOURS; /* the end of that day */
    look++;
  } else if (!read_past_hour(sentence, &look, &hour, &minute) &&
             !read_numbers(sentence, &look, after_relation, &hour, &minute)) {
    return false;
  }
  *clock = (struct clock){true, (unsigned char)hour, (unsigned char)minute, -1};
  read_zone(sentence, &look, clock);
  *at = look;
  return true;
}
