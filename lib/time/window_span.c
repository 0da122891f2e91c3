/* Spans: "ten business days", "one to two weeks", "a week after the interview". */
#include "time/window_grammar.h"

struct amount {
  int number;
  unsigned char vague;
  bool half;
};

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

static bool is_kind(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return sentence->tokens[at].kind == kind;
}

static bool is_relation(const struct sentence *sentence, size_t at, enum relation relation) {
  return is_kind(sentence, at, WORD_RELATION) && token_at(sentence, at)->value == (int32_t)relation;
}

static bool is_filler(const struct sentence *sentence, size_t at) {
  const struct token *token = token_at(sentence, at);
  return token->kind == WORD_MORE || token->kind == WORD_ABOUT || token->kind == WORD_SUFFIX_LATEST ||
         token->kind == WORD_SUFFIX_ABOUT;
}

static size_t skip_fillers(const struct sentence *sentence, size_t at) {
  while (is_filler(sentence, at)) at++;
  return at;
}

/* The point of "1.5": of such numbers only halves are counted. */
static bool is_point(const struct sentence *sentence, size_t at) {
  const struct token *token = token_at(sentence, at);
  return (token->kind == MARK_POINT || token->kind == MARK_COLON) && token[1].kind == WORD_NUMBER;
}

static bool amount_read(const struct sentence *sentence, size_t *at, struct amount *amount) {
  const struct token *token = token_at(sentence, *at), *next = token + 1;
  *amount = (struct amount){.number = token->value};
  if (token->digits > 0 && *at > 0 && is_point(sentence, *at - 1)) return false;
  switch (token->kind) {
    case WORD_NUMBER:
      ++*at;
      if (is_point(sentence, *at)) {
        amount->half = next[1].digits == 1 && next[1].value == 5;
        *at += 2;
        return amount->half;
      }
      if (token->digits == 0 && token->value >= 20 && token->value % 10 == 0 && next->kind == WORD_NUMBER &&
          next->digits == 0 && next->value > 0 && next->value < 10) {
        amount->number += next->value;
        ++*at;
      }
      return true;
    case WORD_ARTICLE: ++*at; return true;
    case WORD_HALF:
      *amount = (struct amount){.half = true};
      ++*at;
      return true;
    case WORD_VAGUE:
      *amount = (struct amount){.vague = (unsigned char)token->value};
      ++*at;
      if (is_kind(sentence, *at, WORD_OF)) ++*at;
      return true;
    default: return false;
  }
}

/* "days", "business days"; `*at` stays where there is none. */
static bool unit_read(const struct sentence *sentence, size_t *at, unsigned char *unit) {
  size_t look = skip_fillers(sentence, *at);
  bool business = is_kind(sentence, look, WORD_BUSINESS);
  if (business) look++;
  if (!is_kind(sentence, look, WORD_UNIT)) return false;
  int32_t value = token_at(sentence, look)->value;
  if (business && value != UNIT_DAY && value != UNIT_HOUR && value != UNIT_WEEK) return false;
  *unit = (unsigned char)(business && value == UNIT_DAY ? UNIT_BUSINESS_DAY : value);
  *at = look + 1;
  return true;
}

static bool is_range_mark(const struct sentence *sentence, size_t at, bool between) {
  const struct token *token = token_at(sentence, at);
  return token->kind == WORD_TO || token->kind == WORD_OR || token->kind == MARK_DASH ||
         (between && token->kind == WORD_AND) || (token->kind == WORD_RELATION && token->value == REL_UNTIL);
}

static void set_amount(struct time_core *core, const struct amount *amount, unsigned char unit) {
  core->form = FORM_SPAN;
  core->number = amount->number;
  core->vague = amount->vague;
  core->half = amount->half;
  core->unit = unit;
}

/* "and a half", "or two", " to ten days" behind the unit. */
static void read_behind_unit(const struct sentence *sentence, size_t *at, bool between, struct expression *into) {
  if (is_kind(sentence, *at, WORD_PLUS_HALF)) {
    into->core.half = true;
    ++*at;
  }
  if (is_kind(sentence, *at, WORD_OR_TWO) && into->core.number == 1) {
    size_t look = *at + 1;
    unsigned char unit;
    if (!unit_read(sentence, &look, &unit)) look = *at + 1;
    into->core.number = 2;
    into->is_upper_end = true;
    *at = look;
    return;
  }
  if (!is_range_mark(sentence, *at, between)) return;
  size_t look = skip_fillers(sentence, *at + 1);
  struct amount amount;
  unsigned char unit = into->core.unit;
  if (!amount_read(sentence, &look, &amount)) return;
  bool has_unit = unit_read(sentence, &look, &unit);
  if (!has_unit && is_kind(sentence, *at, WORD_TO)) return;
  if (!has_unit && !is_kind(sentence, look, MARK_END) && !is_kind(sentence, look, MARK_COMMA)) return;
  set_amount(&into->core, &amount, unit);
  into->is_upper_end = true;
  *at = look;
}

static bool is_reference_event(const struct sentence *sentence, size_t at) {
  bool far = false;
  for (size_t i = at; i < at + 5 && i < sentence->count; i++) {
    const struct token *token = token_at(sentence, i);
    far = far || token_has(token, TRAIT(FAR)) || token->kind == WORD_LAST || token->kind == WORD_NEXT ||
          token->kind == WORD_ORDINAL;
    if (token_has(token, TRAIT(MEETING)) || token->kind == WORD_NOW) return !far;
    if (token_has(token, TRAIT(EVENT))) return false;
    if (token->kind >= MARK_COMMA) return false;
  }
  return false;
}

/* "two weeks from a decision": until it. */
static bool is_to_come(const struct sentence *sentence, size_t at) {
  if (!is_relation(sentence, at - 1, REL_FROM)) return false;
  if (token_has(token_at(sentence, at), TRAIT(DET))) at++;
  return token_has(token_at(sentence, at), TRAIT(NEWS) | TRAIT(DECIDE) | TRAIT(KNOW));
}

static void read_anchor_behind(const struct sentence *sentence, size_t *at, size_t look, struct expression *into) {
  struct expression inner = {0};
  size_t behind = look;
  if (is_kind(sentence, behind, WORD_THE)) behind++;
  if (is_to_come(sentence, look)) {
    into->anchor = ANCHOR_REFERENCE;
  } else if (is_reference_event(sentence, look)) {
    into->anchor = ANCHOR_REFERENCE;
    *at = look;
    while (!token_has(token_at(sentence, *at), TRAIT(MEETING)) && !is_kind(sentence, *at, WORD_NOW)) ++*at;
    ++*at;
  } else if (core_read(sentence, &look, &inner) && inner.core.form != FORM_SPAN) {
    into->anchor = ANCHOR_NESTED;
    into->nested = inner.core;
    into->clock = inner.clock;
    into->is_past = inner.is_past;
    *at = look;
  } else if (token_has(token_at(sentence, behind), TRAIT(IT)) || is_kind(sentence, behind, WORD_SAME)) {
    into->anchor = ANCHOR_PREVIOUS;
    *at = behind + 1;
  } else {
    into->anchor = ANCHOR_EVENT;
  }
}

/* "from Monday", "after that", "of the final round", "on Tuesday": what the span counts from. */
static void read_anchor(const struct sentence *sentence, size_t *at, struct expression *into) {
  bool weeks = into->core.unit == UNIT_WEEK || into->core.unit == UNIT_FORTNIGHT;
  size_t look = *at;
  bool later = is_kind(sentence, look, WORD_PART) && token_at(sentence, look)->value == PART_END &&
               token_at(sentence, look)->word != NO_WORD && !is_kind(sentence, look + 1, WORD_THIS);
  if (is_kind(sentence, look, WORD_SUFFIX_ONWARD) || later) {
    into->anchor = ANCHOR_PREVIOUS;
    ++*at;
  } else if (is_relation(sentence, look, REL_FROM) || is_relation(sentence, look, REL_AFTER) ||
             is_kind(sentence, look, WORD_OF) || is_kind(sentence, look, WORD_FOLLOWING)) {
    read_anchor_behind(sentence, at, look + 1, into);
  } else if (weeks && is_kind(sentence, look, WORD_DAY)) { /* "a week tomorrow" */
    read_anchor_behind(sentence, at, look, into);
  } else if (weeks && (is_relation(sentence, look, REL_ON) || is_kind(sentence, look, WORD_WEEKDAY))) {
    look += is_relation(sentence, look, REL_ON);
    if (is_kind(sentence, look, WORD_WEEKDAY)) read_anchor_behind(sentence, at, look, into);
  } else if (token_has(token_at(sentence, look), TRAIT(WHEN)) && !token_has(token_at(sentence, look), TRAIT(BECAUSE))) {
    into->anchor = ANCHOR_EVENT;
  }
}

static void read_suffixes(const struct sentence *sentence, size_t *at, struct expression *into) {
  for (;; ++*at) {
    const struct token *token = token_at(sentence, *at);
    switch (token->kind) {
      case WORD_SUFFIX_AGO: into->is_past = true; break;
      case WORD_SUFFIX_LATEST: into->is_latest = true; break;
      case WORD_SUFFIX_EARLIEST: into->is_earliest = true; break;
      case WORD_SUFFIX_ABOUT: into->is_approximate = true; break;
      case WORD_SUFFIX_HENCE: into->is_attribute = false; break;
      case WORD_ABOUT:
        if (is_kind(sentence, *at + 1, WORD_NUMBER) || is_kind(sentence, *at + 1, WORD_ARTICLE)) return;
        break;
      default: return;
    }
  }
}

static bool read_first_amount(const struct sentence *sentence, size_t *at, bool between, struct expression *into) {
  struct amount amount;
  unsigned char unit;
  if (!amount_read(sentence, at, &amount)) {
    bool another = *at > 0 && is_kind(sentence, *at - 1, WORD_MORE) && is_kind(sentence, *at, WORD_UNIT) &&
                   !token_is_plural(token_at(sentence, *at));
    if (!another) return false;
    amount = (struct amount){.number = 1}; /* "another week" */
  }
  bool hyphen = (token_at(sentence, *at > 0 ? *at - 1 : 0)->flags & TOKEN_HYPHEN) != 0;
  if (is_kind(sentence, *at, WORD_PLUS_HALF)) {
    amount.half = true;
    ++*at;
  }
  size_t look = *at;
  if (!unit_read(sentence, &look, &unit)) {
    while (is_filler(sentence, look) || is_kind(sentence, look, MARK_COMMA)) look++;
    if (!is_range_mark(sentence, look, between) && look == *at) return false;
    if (is_range_mark(sentence, look, between)) look++;
    look = skip_fillers(sentence, look);
    int first = amount.number;
    if (!amount_read(sentence, &look, &amount) || amount.vague != 0 || amount.number < first) return false;
    if (!unit_read(sentence, &look, &unit)) return false;
    into->is_upper_end = true;
  }
  const struct token *unit_token = token_at(sentence, look - 1);
  bool one_of_many = amount.number > 1 && !token_is_plural(unit_token) && look < sentence->count &&
                     token_at(sentence, look)->kind == WORD_PLAIN && unit_token->end - unit_token->start > 3;
  bool hyphened = hyphen && (unit_token->flags & TOKEN_POSSESSIVE) == 0 && !into->is_upper_end;
  into->is_attribute = one_of_many || hyphened; /* "a 45-minute chat" */
  set_amount(&into->core, &amount, unit);
  *at = look;
  return true;
}

bool span_read(const struct sentence *sentence, size_t *at, struct expression *expression) {
  struct expression into = *expression;
  size_t look = *at;
  bool between = is_kind(sentence, look, WORD_BETWEEN);
  if (between) look++;
  look = skip_fillers(sentence, look);
  if (!read_first_amount(sentence, &look, between, &into)) return false;
  if ((token_at(sentence, look - 1)->flags & TOKEN_POSSESSIVE) != 0) into.is_attribute = true;
  read_behind_unit(sentence, &look, between, &into);
  read_suffixes(sentence, &look, &into);
  read_anchor(sentence, &look, &into);
  read_suffixes(sentence, &look, &into);
  into.is_approximate = into.is_approximate || into.core.vague != 0;
  *expression = into;
  *at = look;
  return true;
}
