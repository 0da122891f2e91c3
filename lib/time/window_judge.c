/* What a time is, from its relation and its clause: a promise, a lower bound, somebody else's date. */
#include "time/window_clause.h"

static const uint64_t HEARS = TRAIT(TELL) | TRAIT(HEAR) | TRAIT(NEWS);

static bool has(const struct clause *clause, uint64_t traits) { return (clause->traits & traits) != 0; }

static bool is_lower(const struct expression *expression) {
  return expression->relation == REL_NOT_BEFORE || expression->relation == REL_AT_LEAST || expression->is_earliest;
}

/* "The earliest is the 14th, the latest the 16th": which of the two words stands nearer before the time. */
static bool stands_behind_earliest(const struct sentence *sentence, const struct clause *clause,
                                   const struct expression *expression) {
  for (size_t at = expression->first; at-- > clause->first;) {
    if (token_has(&sentence->tokens[at], TRAIT(LATEST))) return false;
    if (token_has(&sentence->tokens[at], TRAIT(EARLIEST))) return true;
  }
  return false;
}

static bool any_silence(const struct clauses *clauses) {
  for (size_t i = 0; i < clauses->count; i++)
    if (clauses->items[i].is_silence) return true;
  return false;
}

static bool silence_has_time(const struct clauses *clauses) {
  for (size_t i = 0; i < clauses->count; i++)
    for (size_t at = clauses->items[i].first; clauses->items[i].is_silence && at < clauses->items[i].last; at++)
      if (clauses->time_at[at] != 0) return true;
  return false;
}

/* A negation right before a time denies that time alone: "not tomorrow, but by Thursday". */
static bool is_denied_alone(const struct sentence *sentence, const struct expression *expression) {
  return expression->first > 0 && token_has(&sentence->tokens[expression->first - 1], TRAIT(NEG)) &&
         !token_has(&sentence->tokens[expression->first - 1], TRAIT(HARMLESS_NOT));
}

static bool is_chase(const struct clauses *clauses, const struct clause *clause) {
  bool permitted =
      has(clause, TRAIT(PERMIT)) || (clause->subject == SUBJECT_YOU && has(clause, TRAIT(MODAL)) &&
                                     !has(clause, TRAIT(OBLIGE)) && clause->evidence == 0 && !clause->is_inverted);
  return has(clause, TRAIT(CHASE)) && (any_silence(clauses) || permitted);
}

/* Whether the time stands right behind such a word. */
static bool is_right_behind(const struct sentence *sentence, const struct clauses *clauses, const struct clause *clause,
                            const struct expression *expression, uint64_t traits) {
  const uint64_t between = TRAIT(LIGHT) | TRAIT(US) | TRAIT(OUTSIDER) | TRAIT(IT) | TRAIT(PERSON) | TRAIT(OUR);
  for (size_t at = expression->first; at-- > clause->first;) {
    const struct token *token = &sentence->tokens[at];
    if (token_has(token, traits)) return true;
    if (clauses->time_at[at] == 0 && !token_has(token, between) && token->kind != WORD_MORE) return false;
  }
  return false;
}

static bool asks_patience(const struct sentence *sentence, const struct clauses *clauses, const struct clause *clause,
                          const struct expression *expression) {
  if (!is_right_behind(sentence, clauses, clause, expression, TRAIT(PATIENCE))) return false;
  bool of_them = clause->subject == SUBJECT_NONE || clause->subject == SUBJECT_YOU || clause->is_request ||
                 has(clause, TRAIT(YOUR) | TRAIT(US) | TRAIT(YOU));
  return of_them;
}

static bool is_own(const struct sentence *sentence, const struct clause *clause) {
  bool receives = clause->subject == SUBJECT_YOU && has(clause, TRAIT(RECEIVE)) && has(clause, TRAIT(MODAL)) &&
                  !clause->is_inverted && !has(clause, TRAIT(OBLIGE)) && clause->evidence > 0 &&
                  token_has(&sentence->tokens[clause->told_at], TRAIT(NEWS) | TRAIT(HEAR));
  if (has(clause, TRAIT(THEIR_OWN)) && !clause->is_reported && !receives) return true;
  if (has(clause, TRAIT(DEADLINE)) && !has(clause, TRAIT(TELL) | TRAIT(HEAR) | TRAIT(DECIDE))) return true;
  if (!clause->is_request || has(clause, TRAIT(EXPECT))) return false;
  if (has(clause, TRAIT(OBLIGE)) && clause->subject == SUBJECT_YOU && !has(clause, TRAIT(HEAR))) return true;
  bool told = clause->evidence > 0 && !clause->is_inverted && has(clause, TRAIT(MODAL));
  return !(told && clause->subject != SUBJECT_NONE);
}

/* What bounds silence from above, whatever its relation: "if there is nothing past the 22nd". */
static enum verdict judge_silence(const struct expression *expression) {
  return is_lower(expression) ? VERDICT_LOWER : VERDICT_PROMISE;
}

static enum verdict judge_denied(const struct expression *expression) {
  switch ((enum relation)expression->relation) {
    case REL_BEFORE:
    case REL_UNTIL:
    case REL_AFTER:
    case REL_FROM:
    case REL_FOR:
    case REL_NOT_BEFORE:
    case REL_AT_LEAST: return VERDICT_LOWER;
    default: return VERDICT_NOISE;
  }
}

static enum verdict judge_affirmed(const struct clause *clause, const struct expression *expression) {
  bool holds_out = has(clause, TRAIT(NEED)) || clause->subject == SUBJECT_SPEAKER;
  switch ((enum relation)expression->relation) {
    case REL_NOT_BEFORE:
    case REL_AT_LEAST:
    case REL_BEYOND:
    case REL_AFTER:
    case REL_FROM: return VERDICT_LOWER;
    case REL_UNTIL: return holds_out ? VERDICT_PROMISE : VERDICT_LOWER;
    case REL_FOR: return has(clause, TRAIT(EXPECT) | TRAIT(TAKE)) ? VERDICT_PROMISE : VERDICT_NOISE;
    default: return VERDICT_PROMISE;
  }
}

static bool all_light(const struct clauses *clauses) {
  for (size_t i = 0; i < clauses->count; i++)
    if (!clauses->items[i].is_light) return false;
  return true;
}

/* Small words and a time are an answer of their own; beside other clauses only where those speak of hearing. */
static bool is_answer(const struct clauses *clauses, const struct clause *clause) {
  if (!clause->is_light) return false;
  size_t at = (size_t)(clause - clauses->items);
  if (clauses->count == 1 || has(clause, TRAIT(CORRECTION))) return true;
  if (at > 0 && clause[-1].evidence > 0) return true;
  if (all_light(clauses)) return true;
  for (size_t i = at + 1; i < clauses->count && !clauses->items[i].begins_sentence; i++)
    if (clauses->items[i].evidence > 0) return true;
  return false;
}

static enum verdict judge_bound(const struct sentence *sentence, const struct clause *clause,
                                const struct expression *expression) {
  bool alone = is_denied_alone(sentence, expression);
  bool denied = clause->denies || alone;
  if (expression->is_earliest || stands_behind_earliest(sentence, clause, expression)) return VERDICT_LOWER;
  if (denied && !(expression->relation == REL_BEYOND)) return alone ? VERDICT_LOWER : judge_denied(expression);
  if (denied) return VERDICT_PROMISE;
  if (has(clause, TRAIT(DOUBT))) return VERDICT_NOISE;
  return judge_affirmed(clause, expression);
}

static bool is_uncounted(const struct clause *clause, const struct expression *expression) {
  return clause->is_after_unknown && expression->core.form == FORM_SPAN && expression->anchor == ANCHOR_REFERENCE;
}

/* "We will not keep you past the 26th", "it won't take longer than a week". */
static bool bounds_silence(const struct clause *clause, const struct expression *expression) {
  return clause->denies && expression->relation == REL_BEYOND && !has(clause, TRAIT(EVENT) | TRAIT(DEADLINE));
}

enum verdict clause_judge(const struct sentence *sentence, const struct clauses *clauses, const struct clause *clause,
                          const struct expression *expression) {
  if (expression->is_past) return VERDICT_PAST;
  if (expression->is_attribute) return VERDICT_NOISE;
  if (clause->is_silence) return judge_silence(expression);
  if (clause->is_condition || clause->is_unless || clause->is_when) return VERDICT_CONDITIONAL;
  if (clause->is_reason) return VERDICT_NOISE;
  if (is_chase(clauses, clause)) {
    if (silence_has_time(clauses)) return VERDICT_NOISE;
    return clause->denies && !has(clause, TRAIT(PERMIT)) ? VERDICT_LOWER : VERDICT_PROMISE;
  }
  if (!clause->denies && asks_patience(sentence, clauses, clause, expression))
    return is_lower(expression) ? VERDICT_LOWER : VERDICT_PROMISE;
  bool bounded = bounds_silence(clause, expression);
  if (sentence->is_question && (clause->is_inverted || clause->evidence == 0)) return VERDICT_NOISE;
  if (is_own(sentence, clause) && !bounded) return VERDICT_OWN;
  if (clause->is_conditional) return VERDICT_CONDITIONAL;
  bool speaks = clause->evidence > 0 || is_answer(clauses, clause) || bounded;
  if (!speaks) return VERDICT_NOISE;
  if (has(clause, TRAIT(INVITE)) && clause->evidence < 3 && !has(clause, HEARS)) return VERDICT_NOISE;
  enum verdict verdict = judge_bound(sentence, clause, expression);
  return verdict == VERDICT_PROMISE && is_uncounted(clause, expression) ? VERDICT_CONDITIONAL : verdict;
}
