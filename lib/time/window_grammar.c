/* Times with their relation: what stands before and behind them, and how one leans on another. */
#include "time/window_grammar.h"

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

static bool is_kind(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return sentence->tokens[at].kind == kind;
}

static bool is_relation(const struct sentence *sentence, size_t at, enum relation relation) {
  return is_kind(sentence, at, WORD_RELATION) && token_at(sentence, at)->value == (int32_t)relation;
}

static size_t skip(const struct sentence *sentence, size_t at, enum word_kind kind) {
  return is_kind(sentence, at, kind) ? at + 1 : at;
}

static bool is_past_period(const struct sentence *sentence, size_t at) {
  return is_relation(sentence, at, REL_BEYOND) && at > 0 && is_kind(sentence, at - 1, WORD_THE);
}

/* The stronger of two relations in a row: "until at least the 20th". */
static unsigned char merge(unsigned char one, unsigned char other) {
  if (one == REL_NOT_BEFORE || one == REL_AT_LEAST) return one;
  return other;
}

/* Relations and fillers before a time; the token at which it begins. */
static size_t read_relations(const struct sentence *sentence, size_t at, unsigned char *relation) {
  for (;; at++) {
    const struct token *token = token_at(sentence, at);
    if (token->kind == WORD_RELATION)
      *relation = merge(*relation, (unsigned char)token->value);
    else if (token->kind != WORD_ABOUT && token->kind != WORD_SUFFIX_LATEST)
      return at;
  }
}

/* "over the next week" is no "over a week". */
static void settle_relation(const struct sentence *sentence, struct expression *expression, size_t core_at) {
  size_t look = skip(sentence, core_at, WORD_THE);
  enum word_kind kind = (enum word_kind)token_at(sentence, look)->kind;
  bool period =
      kind == WORD_NEXT || kind == WORD_COMING || kind == WORD_WEEKEND || kind == WORD_THIS || kind == WORD_FOLLOWING;
  if (expression->relation == REL_OVER) expression->relation = period ? REL_WITHIN : REL_BEYOND;
  if (expression->relation == REL_BEYOND && is_past_period(sentence, core_at - 1)) expression->is_past = true;
  if (expression->relation == REL_SINCE) expression->is_past = true;
  if (expression->relation == REL_FOR && expression->core.form != FORM_SPAN) expression->is_attribute = true;
}

static void read_suffixes(const struct sentence *sentence, size_t *at, struct expression *expression) {
  for (;; ++*at) {
    const struct token *token = token_at(sentence, *at);
    bool earliest = is_relation(sentence, *at, REL_NOT_BEFORE) || is_relation(sentence, *at, REL_AT_LEAST);
    if (token->kind == WORD_SUFFIX_LATEST) {
      expression->is_latest = true;
    } else if (token->kind == WORD_SUFFIX_EARLIEST || earliest) {
      struct expression probe = {0};
      size_t look = *at + 1;
      if (earliest && core_read(sentence, &look, &probe)) return;
      expression->is_earliest = true;
    } else if (token->kind == WORD_SUFFIX_ABOUT) {
      expression->is_approximate = true;
    } else {
      return;
    }
  }
}

/* "this week or next", "two weeks, possibly three": the unit is told by the time before. */
static bool read_elliptical(const struct sentence *sentence, size_t *at, const struct expression *before,
                            struct expression *into) {
  size_t look = *at;
  const struct token *token = token_at(sentence, look);
  if (before == NULL || before->is_attribute) return false;
  enum word_kind next = (enum word_kind)token_at(sentence, look + 1)->kind;
  bool ends = next >= MARK_COMMA || next == WORD_AND || next == WORD_SUFFIX_LATEST || next == WORD_RELATION ||
              token_has(token_at(sentence, look + 1), TRAIT(CONJ) | TRAIT(WHEN) | TRAIT(SPEAKER) | TRAIT(YOU));
  if (token->kind == WORD_NUMBER && before->core.form == FORM_SPAN && ends && next != MARK_POINT &&
      next != MARK_SLASH && next != MARK_COLON) {
    into->core = before->core;
    into->core.number = token->value;
    into->core.vague = 0;
    into->core.half = false;
  } else if (token->kind == WORD_NEXT && ends && before->core.form == FORM_WEEK) {
    into->core = (struct time_core){.form = FORM_WEEK, .number = before->core.number + 1};
  } else if (token->kind == WORD_NEXT && ends && before->core.form == FORM_MONTH) {
    into->core = (struct time_core){.form = FORM_MONTH, .number = before->core.number + 1};
  } else {
    return false;
  }
  *at = look + 1;
  return true;
}

/* Whether only "or", "to" and commas stand between two times. */
static bool joins(const struct sentence *sentence, size_t from, size_t to, bool between) {
  bool joined = false;
  if (from == to) return false;
  for (size_t i = from; i < to; i++) {
    const struct token *token = token_at(sentence, i);
    bool link = token->kind == WORD_OR || token->kind == WORD_TO || (token->kind == WORD_AND && between) ||
                token_has(token, TRAIT(EVEN_IF)) || token->kind == MARK_DASH;
    joined = joined || link;
    if (!link && token->kind != MARK_COMMA && token->kind != WORD_ABOUT && token->kind != WORD_RELATION) return false;
  }
  return joined;
}

static bool read_at(const struct sentence *sentence, size_t *at, const struct expression *before,
                    struct expression *into) {
  *into = (struct expression){.first = *at, .clock = {.zone = -1}};
  size_t core_at = read_relations(sentence, *at, &into->relation);
  size_t look = core_at;
  bool between = is_kind(sentence, *at, WORD_BETWEEN);
  if (between && !span_read(sentence, &look, into)) core_at = ++look;
  bool found = look > core_at || core_read(sentence, &look, into) || read_elliptical(sentence, &look, before, into);
  if (!found) return false;
  settle_relation(sentence, into, core_at);
  if (core_at > 0) core_mark(sentence, core_at, into);
  read_suffixes(sentence, &look, into);
  into->last = look;
  *at = look;
  return true;
}

static bool can_begin(const struct token *token) {
  return token->kind != WORD_PLAIN && token->kind < MARK_COMMA && token->kind != WORD_OF && token->kind != WORD_AND &&
         token->kind != WORD_OR && token->kind != WORD_TO;
}

void expressions_read(const struct sentence *sentence, struct expressions *expressions) {
  expressions->count = 0;
  bool between = false;
  for (size_t at = 0; at < sentence->count && expressions->count < EXPRESSIONS_MOST;) {
    struct expression *into = &expressions->items[expressions->count];
    const struct expression *before = expressions->count > 0 ? into - 1 : NULL;
    if (!can_begin(token_at(sentence, at))) {
      at++;
      continue;
    }
    between = between || is_kind(sentence, at, WORD_BETWEEN) || is_relation(sentence, at, REL_FROM);
    size_t from = at;
    if (!read_at(sentence, &at, before, into)) {
      at = from + 1;
      continue;
    }
    into->joins_previous = before != NULL && joins(sentence, before->last, into->first, between);
    if (into->joins_previous && into->relation == REL_NONE) into->relation = before->relation;
    expressions->count++;
  }
}
