/* Cutting a sentence into clauses: at marks, at conjunctions, before "if" and "once". */
#include "time/window_clause.h"

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

/* "a two-day course": words like others. */
static bool is_part_of_noun(const struct expression *expression) {
  return expression->is_attribute && expression->core.form == FORM_SPAN;
}

static void mark_times(const struct expressions *expressions, struct clauses *clauses, size_t count) {
  for (size_t i = 0; i < count; i++) clauses->time_at[i] = 0;
  for (size_t i = 0; i < expressions->count; i++)
    for (size_t at = expressions->items[i].first;
         !is_part_of_noun(&expressions->items[i]) && at < expressions->items[i].last; at++)
      clauses->time_at[at] = (unsigned char)(i + 1);
}

static bool is_mark(const struct token *token) {
  return token->kind == MARK_COMMA || token->kind == MARK_BREAK ||
         (token->kind == MARK_DASH && (token->flags & TOKEN_GLUED) == 0);
}

/* "should you not hear", but not "you should". */
static bool is_inverted_if(const struct sentence *sentence, size_t at, bool begins) {
  const struct token *token = token_at(sentence, at);
  if (!token_has(token, TRAIT(MODAL))) return true;
  return begins && token_has(token + 1, TRAIT(YOU) | TRAIT(SPEAKER) | TRAIT(PERSON) | TRAIT(IT) | TRAIT(DET));
}

static bool is_subordinate_time(const struct token *token) {
  if (token->kind != WORD_RELATION) return false;
  return token->value == REL_AFTER || token->value == REL_BEFORE || token->value == REL_UNTIL ||
         token->value == REL_SINCE;
}

static bool begins_subordinate(const struct sentence *sentence, const struct clauses *clauses, size_t at, bool begins) {
  const struct token *token = token_at(sentence, at);
  if (clauses->time_at[at] != 0 || token_has(token, TRAIT(EVEN_IF))) return false;
  if (token_has(token, TRAIT(IF))) return is_inverted_if(sentence, at, begins);
  return token_has(token, TRAIT(UNLESS) | TRAIT(WHEN) | TRAIT(BECAUSE)) || is_subordinate_time(token);
}

static bool begins_coordinate(const struct sentence *sentence, const struct expressions *expressions,
                              const struct clauses *clauses, size_t at) {
  if (clauses->time_at[at] != 0 || !token_has(token_at(sentence, at), TRAIT(CONJ))) return false;
  unsigned next = clauses->time_at[at + 1];
  return next == 0 || !expressions->items[next - 1].joins_previous;
}

static struct clause *open_clause(struct clauses *clauses, size_t first) {
  struct clause *clause = &clauses->items[clauses->count++];
  *clause = (struct clause){.first = first, .last = first};
  return clause;
}

static void mark_kind(const struct sentence *sentence, const struct clauses *clauses, struct clause *clause) {
  size_t at = clause->first;
  while (at < clause->last && token_has(token_at(sentence, at), TRAIT(CONJ)) &&
         !begins_subordinate(sentence, clauses, at, true)) {
    clause->is_coordinated = true;
    at++;
  }
  if (at >= clause->last || !begins_subordinate(sentence, clauses, at, true)) return;
  const struct token *token = token_at(sentence, at);
  clause->is_condition = token_has(token, TRAIT(IF));
  clause->is_unless = token_has(token, TRAIT(UNLESS));
  bool contrasts = token_has(token, TRAIT(CONJ)) && clause != clauses->items; /* "…, though we will call by Friday" */
  clause->is_reason = token_has(token, TRAIT(BECAUSE)) && !contrasts;
  bool waits = token->kind == WORD_RELATION && token->value != REL_AFTER;
  clause->is_when = !contrasts && !clause->is_condition && !clause->is_unless && !clause->is_reason && !waits;
  clause->is_reason = clause->is_reason || waits;
}

static bool is_light(const struct sentence *sentence, const struct clauses *clauses, const struct clause *clause) {
  for (size_t at = clause->first; at < clause->last; at++) {
    const struct token *token = token_at(sentence, at);
    bool small = token->kind >= MARK_COMMA || token_has(token, TRAIT(LIGHT) | TRAIT(CONJ) | TRAIT(EVEN_IF)) ||
                 token_has(token, TRAIT(CORRECTION)) || token->kind == WORD_ABOUT ||
                 token->kind == WORD_SUFFIX_LATEST || token->kind == WORD_THE;
    if (clauses->time_at[at] == 0 && !small) return false;
  }
  return true;
}

static bool has_time(const struct clauses *clauses, const struct clause *clause) {
  for (size_t at = clause->first; at < clause->last; at++)
    if (clauses->time_at[at] != 0) return true;
  return false;
}

static bool has_verb(const struct sentence *sentence, const struct clause *clause) {
  for (size_t at = clause->first; at < clause->last; at++)
    if (token_has(token_at(sentence, at), TRAIT(AUX) | TRAIT(VERB))) return true;
  return false;
}

static bool is_subordinate(const struct clause *clause) {
  return clause->is_condition || clause->is_when || clause->is_unless || clause->is_reason;
}

/* Whether the clause behind place `i` takes in the small one before it. */
static bool goes_forwards(const struct clauses *clauses, size_t i, const struct clause *clause) {
  const struct clause *next = i + 1 < clauses->count ? &clauses->items[i + 1] : NULL;
  bool apart = next != NULL && has_time(clauses, clause) && (is_subordinate(next) || next->is_coordinated);
  return next != NULL && !next->begins_sentence && !apart;
}

/* Small clauses go to their neighbour: the first of a sentence and "and, by Friday," forwards, the others backwards. */
static void join_light(const struct sentence *sentence, struct clauses *clauses) {
  size_t kept = 0;
  bool forwards = false;
  for (size_t i = 0; i < clauses->count; i++) {
    struct clause clause = clauses->items[i];
    struct clause *before = kept > 0 ? &clauses->items[kept - 1] : NULL;
    clause.is_light = is_light(sentence, clauses, &clause);
    bool subordinate = is_subordinate(&clause);
    if (forwards && before != NULL) {
      bool coordinated = before->is_coordinated || clause.is_coordinated;
      size_t first = before->first;
      bool begins = before->begins_sentence;
      *before = clause;
      before->first = first;
      before->begins_sentence = begins;
      before->is_coordinated = coordinated;
      forwards = clause.is_light && !subordinate && goes_forwards(clauses, i, before);
      continue;
    }
    bool leads = clause.is_behind_colon && goes_forwards(clauses, i, &clause);
    if (clause.is_light && before != NULL && !clause.begins_sentence && !clause.is_coordinated && !subordinate &&
        !leads) {
      before->last = clause.last;
      continue;
    }
    bool head = has_time(clauses, &clause) ? kept == 0 || clause.is_coordinated || leads : !has_verb(sentence, &clause);
    bool empty_head = clause.is_light && !subordinate && head;
    clauses->items[kept++] = clause;
    forwards = empty_head && goes_forwards(clauses, i, &clause);
  }
  clauses->count = kept;
}

static bool holds_only_conjunctions(const struct sentence *sentence, const struct clauses *clauses,
                                    const struct clause *clause) {
  for (size_t at = clause->first; at < clause->last; at++)
    if (!token_has(token_at(sentence, at), TRAIT(CONJ)) || clauses->time_at[at] != 0) return false;
  return true;
}

void clauses_split(const struct sentence *sentence, const struct expressions *expressions, struct clauses *clauses) {
  clauses->count = 0;
  mark_times(expressions, clauses, sentence->count + 8);
  struct clause *clause = open_clause(clauses, 0);
  clause->begins_sentence = true;
  for (size_t at = 0; at < sentence->count; at++) {
    const struct token *token = token_at(sentence, at);
    bool room = clauses->count < CLAUSES_MOST;
    if (clauses->time_at[at] == 0 && is_mark(token) && room) {
      bool hard = token->kind != MARK_COMMA && token->value != ':';
      if (clause->last > clause->first) clause = open_clause(clauses, at + 1);
      clause->first = clause->last = at + 1;
      clause->begins_sentence = clause->begins_sentence || hard;
      clause->is_behind_colon = token->kind == MARK_BREAK && !hard;
      continue;
    }
    bool begins = clause->last == clause->first;
    bool splits =
        begins_subordinate(sentence, clauses, at, begins) || begins_coordinate(sentence, expressions, clauses, at);
    if (splits && room && !holds_only_conjunctions(sentence, clauses, clause)) clause = open_clause(clauses, at);
    clause->last = at + 1;
  }
  for (size_t i = 0; i < clauses->count; i++) mark_kind(sentence, clauses, &clauses->items[i]);
  join_light(sentence, clauses);
}
