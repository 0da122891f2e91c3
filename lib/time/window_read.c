/* From words to a window: every time of every sentence is judged, and the last promise that stands wins. */
#include <stdio.h>
#include <string.h>

#include "time/window.h"

enum { ANSWER_STRENGTH = 2, CHASE_STRENGTH = 3, EVENT_REACH = 10 };

/* The end of the year 9999, behind which no date has a form; nobody means a time that far. */
static const int64_t LAST_END = INT64_C(253402300799999);

/* A time that counts for something. */
struct candidate {
  bool is_set;
  enum verdict verdict;
  unsigned strength;
  struct expression expression;
  struct resolved resolved;
  size_t start, end;           /* bytes */
  size_t sentence, clause, at; /* which sentence; which clause and token of it */
  size_t distance;             /* tokens from the word that tells */
};

struct reading {
  struct followup_window *window;
  struct resolver resolver;
  struct candidate best, other; /* a promise; whatever else was said */
  size_t sentence;
};

/* The clause that a time begins in: no time begins outside of them. */
static const struct clause *find_clause(const struct clauses *clauses, size_t at) {
  size_t i = 0;
  while (i + 1 < clauses->count && at >= clauses->items[i].last) i++;
  return &clauses->items[i];
}

static bool is_upper(const struct expression *expression) {
  return expression->relation == REL_BY || expression->relation == REL_WITHIN || expression->relation == REL_BEFORE ||
         expression->is_latest;
}

/* Whether nothing but small words stands between two times; `corrects`: one of them takes the first back. */
static bool is_adjacent(const struct sentence *sentence, size_t from, size_t to, bool *corrects) {
  *corrects = false;
  for (size_t at = from; at < to; at++) {
    const struct token *token = &sentence->tokens[at];
    if (token_has(token, TRAIT(CORRECTION))) *corrects = true;
    bool small = token->kind != WORD_PLAIN || token_has(token, TRAIT(LIGHT) | TRAIT(CORRECTION) | TRAIT(EVEN_IF));
    if (!small) return false;
  }
  return true;
}

static bool beats_in_clause(const struct reading *reading, const struct candidate *best, const struct candidate *next) {
  bool corrects;
  if (is_adjacent(&reading->window->sentence, best->expression.last, next->expression.first, &corrects))
    return corrects || next->resolved.end >= best->resolved.end;
  if (is_upper(&best->expression) != is_upper(&next->expression)) return is_upper(&next->expression);
  return next->distance < best->distance;
}

static bool corrects_best(const struct reading *reading, const struct clause *clause) {
  return reading->best.is_set && (clause->traits & TRAIT(CORRECTION)) != 0;
}

static bool beats(const struct reading *reading, const struct candidate *next, const struct clause *clause) {
  const struct candidate *best = &reading->best;
  if (!best->is_set) return true;
  bool goes_on = clause->is_light && best->clause + 1 == next->clause;
  if (best->sentence == next->sentence && (best->clause == next->clause || goes_on))
    return beats_in_clause(reading, best, next);
  if (corrects_best(reading, clause)) return true;
  if (clause->is_light && best->sentence != next->sentence) return false;
  return next->strength >= best->strength;
}

static unsigned strength_of(const struct clause *clause) {
  if (clause->is_silence || (clause->traits & (TRAIT(CHASE) | TRAIT(PATIENCE))) != 0) return CHASE_STRENGTH;
  return clause->is_light && clause->evidence < ANSWER_STRENGTH ? ANSWER_STRENGTH : clause->evidence;
}

static size_t distance_of(const struct clause *clause, const struct expression *expression) {
  if (clause->evidence == 0) return 0;
  return expression->first > clause->told_at ? expression->first - clause->told_at
                                             : clause->told_at + 1 - expression->last;
}

/* "We will be in touch, and then …": an order of things, not that day. */
static bool is_sequence(const struct sentence *sentence, const struct clause *clause,
                        const struct expression *expression) {
  if (expression->core.form != FORM_SAME || expression->relation != REL_NONE) return false;
  const struct token *token = &sentence->tokens[expression->first];
  size_t at = clause->first;
  while (at < expression->first && token_has(&sentence->tokens[at], TRAIT(CONJ))) at++;
  return at == expression->first && token->end - token->start == 4;
}

/* "a week after the final round, which is this Friday": the time behind tells the event's day. */
static bool find_event(struct reading *reading, size_t index, struct resolver *resolver) {
  const struct expressions *expressions = &reading->window->expressions;
  const struct expression *expression = &expressions->items[index];
  if (index + 1 >= expressions->count) return false;
  const struct expression *behind = expression + 1;
  const struct clause *clause = find_clause(&reading->window->clauses, behind->first);
  if (behind->first > expression->last + EVENT_REACH || clause->evidence >= CHASE_STRENGTH ||
      behind->anchor == ANCHOR_EVENT || behind->is_past)
    return false;
  struct resolved resolved;
  if (!expression_resolve(resolver, behind, &resolved)) return false;
  resolver->has_previous = true;
  resolver->previous = resolved.day;
  return true;
}

static bool resolve(struct reading *reading, size_t index, struct resolved *resolved) {
  const struct expression *expression = &reading->window->expressions.items[index];
  struct resolver resolver = reading->resolver;
  if (expression->core.form == FORM_SPAN && expression->anchor == ANCHOR_EVENT) find_event(reading, index, &resolver);
  if (!expression_resolve(&resolver, expression, resolved)) return false;
  if (!expression->is_past && !expression->is_attribute) {
    reading->resolver.has_previous = true;
    reading->resolver.previous = resolved->day;
  }
  return true;
}

static enum verdict judge(const struct reading *reading, const struct clause *clause,
                          const struct expression *expression, bool is_resolved, const struct resolved *resolved) {
  const struct followup_window *window = reading->window;
  enum verdict verdict = clause_judge(&window->sentence, &window->clauses, clause, expression);
  if (verdict == VERDICT_NOISE && corrects_best(reading, clause) && !clause->is_request) verdict = VERDICT_PROMISE;
  if (verdict == VERDICT_PROMISE && is_sequence(&window->sentence, clause, expression)) return VERDICT_NOISE;
  bool bound = verdict == VERDICT_PROMISE || verdict == VERDICT_LOWER;
  if (is_resolved && resolved->end > LAST_END) return VERDICT_NOISE;
  if (!is_resolved) return bound ? VERDICT_CONDITIONAL : verdict;
  return bound && resolved->end <= reading->resolver.reference ? VERDICT_PAST : verdict;
}

static void consider(struct reading *reading, size_t index) {
  const struct followup_window *window = reading->window;
  const struct expression *expression = &window->expressions.items[index];
  struct candidate next = {.is_set = true, .expression = *expression, .sentence = reading->sentence};
  bool is_resolved = resolve(reading, index, &next.resolved);
  if (next.resolved.lacks_zone) reading->window->missing_zones |= UINT64_C(1) << expression->clock.zone;
  const struct clause *clause = find_clause(&window->clauses, expression->first);
  next.verdict = judge(reading, clause, expression, is_resolved, &next.resolved);
  if (next.verdict == VERDICT_NOISE) return;
  next.start = window->sentence.tokens[expression->first].start;
  next.end = window->sentence.tokens[expression->last - 1].end;
  next.clause = (size_t)(clause - window->clauses.items);
  next.strength = strength_of(clause);
  next.distance = distance_of(clause, expression);
  if (next.verdict == VERDICT_LOWER) /* it was resolved */
    expression_resolve_lower(&reading->resolver, expression, &next.resolved);
  if (!is_resolved) next.resolved.end = next.resolved.alternative = FOLLOWUP_NO_TIME;
  if (next.resolved.alternative <= reading->resolver.reference) /* nobody promises what has gone by */
    next.resolved.alternative = FOLLOWUP_NO_TIME;
  if (next.verdict == VERDICT_PROMISE) {
    if (beats(reading, &next, clause)) reading->best = next;
  } else if (!reading->other.is_set || next.verdict >= reading->other.verdict) {
    reading->other = next;
  }
}

static void read_sentences(struct reading *reading, const char *words, size_t length) {
  struct followup_window *window = reading->window;
  size_t at = 0;
  while (sentence_read(words, length, &at, &window->sentence)) {
    reading->sentence++;
    expressions_read(&window->sentence, &window->expressions);
    if (window->expressions.count == 0) continue;
    clauses_split(&window->sentence, &window->expressions, &window->clauses);
    clauses_weigh(&window->sentence, &window->expressions, &window->clauses);
    for (size_t i = 0; i < window->expressions.count; i++) consider(reading, i);
  }
}

static followup_window_status to_status(enum verdict verdict) {
  switch (verdict) {
    case VERDICT_PROMISE: return FOLLOWUP_WINDOW_PROMISED;
    case VERDICT_LOWER: return FOLLOWUP_WINDOW_LOWER_BOUND;
    case VERDICT_CONDITIONAL: return FOLLOWUP_WINDOW_CONDITIONAL;
    case VERDICT_OWN: return FOLLOWUP_WINDOW_OWN_DEADLINE;
    case VERDICT_PAST: return FOLLOWUP_WINDOW_PAST;
    case VERDICT_NOISE: break;
  }
  return FOLLOWUP_WINDOW_NONE;
}

static followup_precision to_precision(const struct candidate *found) {
  if (found->expression.is_approximate) return FOLLOWUP_PRECISION_APPROXIMATE;
  bool range = found->expression.is_upper_end || found->expression.joins_previous;
  return range ? FOLLOWUP_PRECISION_UPPER_END : FOLLOWUP_PRECISION_EXACT;
}

static void write_local(struct followup_window *window, const struct time_zone *zone) {
  struct civil_time local = time_zone_local(zone, window->end);
  if (local.year < 0 || local.year > 9999) return;
  const int values[] = {local.year / 100, local.year % 100, local.month, local.day,
                        local.hour,       local.minute,     local.second};
  static const char marks[] = {0, '-', '-', 'T', ':', ':', '\0'};
  char *at = window->local;
  for (int i = 0; i < 7; i++) {
    *at++ = (char)('0' + values[i] / 10);
    *at++ = (char)('0' + values[i] % 10);
    if (i > 0) *at++ = marks[i];
  }
}

static void keep_assumptions(struct followup_window *window, const struct followup_calendar *calendar,
                             const struct candidate *found) {
  uint32_t bits = found->resolved.assumptions;
  if (found->expression.joins_previous) bits |= UINT32_C(1) << ASSUMES_UPPER_END;
  for (int i = 0; i < ASSUMPTION_COUNT; i++)
    if ((bits >> i & 1) != 0)
      window->assumptions[window->assumption_count++] = assumption_text(calendar, (enum assumption)i);
}

static void keep(struct followup_window *window, const struct candidate *found,
                 const struct followup_calendar *calendar, const struct time_zone *zone) {
  window->status = to_status(found->verdict);
  window->has_span = true;
  window->start_byte = found->start;
  window->end_byte = found->end;
  expression_print(&found->expression, window->form);
  bool bound = found->verdict == VERDICT_PROMISE || found->verdict == VERDICT_LOWER;
  if (!bound) return; /* these were resolved */
  window->end = found->resolved.end;
  if (found->verdict == VERDICT_PROMISE) window->alternative = found->resolved.alternative;
  window->precision = to_precision(found);
  write_local(window, zone);
  keep_assumptions(window, calendar, found);
}

void window_empty(struct followup_window *window) {
  window->status = FOLLOWUP_WINDOW_NONE;
  window->precision = FOLLOWUP_PRECISION_NONE;
  window->end = window->alternative = FOLLOWUP_NO_TIME;
  window->has_span = false;
  window->start_byte = window->end_byte = 0;
  window->form[0] = window->local[0] = '\0';
  window->assumption_count = 0;
  window->missing_zones = 0;
}

void window_read(struct followup_window *window, const char *words, size_t length, int64_t reference,
                 const struct followup_calendar *calendar, const struct time_zone *zone, struct known_zones zones) {
  window_empty(window);
  struct reading reading = {.window = window,
                            .resolver = {.calendar = calendar,
                                         .zone = zone,
                                         .reference = reference,
                                         .today = calendar_day_of(zone, reference),
                                         .zones = zones}};
  read_sentences(&reading, words, length);
  if (reading.best.is_set)
    keep(window, &reading.best, calendar, zone);
  else if (reading.other.is_set)
    keep(window, &reading.other, calendar, zone);
}

uint64_t window_zones_named(struct followup_window *window, const char *words, size_t length) {
  uint64_t named = 0;
  size_t at = 0;
  while (sentence_read(words, length, &at, &window->sentence)) {
    expressions_read(&window->sentence, &window->expressions);
    for (size_t i = 0; i < window->expressions.count; i++) {
      const struct clock *clock = &window->expressions.items[i].clock;
      if (clock->is_set && clock->zone >= 0) named |= UINT64_C(1) << clock->zone;
    }
  }
  return named;
}
