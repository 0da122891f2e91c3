/* What a clause says of hearing from the employer: who acts, on whom, and when in time the verb stands. */
#include "time/window_clause.h"

enum { NONE = 0, WEAK = 1, FAIR = 2, STRONG = 3, REACH = 4 };

static const struct token *token_at(const struct sentence *sentence, size_t at) { return &sentence->tokens[at]; }

struct look {
  const struct sentence *sentence;
  const struct clauses *clauses;
  struct clause *clause;
  size_t first; /* behind conjunctions and "they said" */
};

static bool is_free(const struct look *look, size_t at) { return look->clauses->time_at[at] == 0; }

static bool has(const struct look *look, size_t at, uint64_t traits) {
  return is_free(look, at) && token_has(token_at(look->sentence, at), traits);
}

static bool has_before(const struct look *look, size_t at, uint64_t traits) {
  for (size_t i = at; i-- > look->first;)
    if (has(look, i, traits)) return true;
  return false;
}

/* Right before, small words and times passed over. */
static bool stands_before(const struct look *look, size_t at, size_t reach, uint64_t traits) {
  for (size_t i = at; i-- > look->first && reach > 0;) {
    if (!is_free(look, i)) continue;
    if (has(look, i, traits)) return true;
    reach--;
  }
  return false;
}

static bool is_noun(const struct look *look, size_t at) {
  if (at == look->clause->first) return false;
  const struct token *before = token_at(look->sentence, at - 1);
  return is_free(look, at - 1) &&
         (token_has(before, TRAIT(DET) | TRAIT(YOUR)) || before->kind == WORD_NUMBER || before->kind == WORD_NEXT ||
          before->kind == WORD_LAST) &&
         !token_has(before, TRAIT(IT) & ~TRAIT(DET));
}

/* "called", not "will be called": a thing of the past. */
static bool is_over(const struct look *look, size_t at) {
  const struct token *token = token_at(look->sentence, at);
  bool helped = stands_before(look, at, 3, TRAIT(AUX) | TRAIT(GET) | TRAIT(MODAL));
  if (token_has(token, TRAIT(PAST)) && !helped) return true;
  for (size_t i = at; i-- > look->first;) {
    if (has(look, i, TRAIT(MODAL))) return false;
    bool helper = stands_before(look, i, 3, TRAIT(AUX) | TRAIT(GET) | TRAIT(MODAL));
    if (has(look, i, TRAIT(PAST)) && !helper) return true;
  }
  return false;
}

static bool follows_to(const struct look *look, size_t at) {
  return at > look->first && is_free(look, at - 1) && token_at(look->sentence, at - 1)->kind == WORD_TO;
}

enum object { OBJECT_NONE, OBJECT_YOU, OBJECT_US, OBJECT_NEWS, OBJECT_OTHER };

/* Whom or what a verb is about. */
static enum object find_object(const struct look *look, size_t verb) {
  size_t reach = REACH;
  if (has(look, verb, TRAIT(US))) return OBJECT_US; /* "call me", read as one word */
  if (has(look, verb, TRAIT(YOU))) return OBJECT_YOU;
  for (size_t at = verb + 1; at < look->clause->last && reach > 0; at++, reach--) {
    const struct token *token = token_at(look->sentence, at);
    if (!is_free(look, at)) return OBJECT_NONE;
    if (has(look, at, TRAIT(OTHER))) return OBJECT_OTHER;
    if (has(look, at, TRAIT(YOU) | TRAIT(CANDIDATES)))
      return has(look, at, TRAIT(CANDIDATES)) && has_before(look, at, TRAIT(OTHER)) ? OBJECT_OTHER : OBJECT_YOU;
    if (has(look, at, TRAIT(US))) return OBJECT_US;
    if (has(look, at, TRAIT(YOUR))) return OBJECT_OTHER;
    if (has(look, at, TRAIT(NEWS))) return OBJECT_NEWS;
    if (has(look, at, TRAIT(OUTSIDER) | TRAIT(PERSON))) return OBJECT_OTHER;
    if (token->kind >= MARK_COMMA || has(look, at, TRAIT(CONJ) | TRAIT(AUX) | TRAIT(WHO))) return OBJECT_NONE;
  }
  return OBJECT_NONE;
}

static void keep_evidence(struct clause *clause, unsigned evidence, size_t at) {
  if (evidence <= clause->evidence) return;
  clause->evidence = (unsigned char)evidence;
  clause->told_at = at;
}

static bool is_candidate_subject(const struct look *look) { return look->clause->subject == SUBJECT_YOU; }

/* "the board call", not "we will call": a word that may be either, with nothing of a verb around it. */
static bool is_thing(const struct look *look, size_t at) {
  if (!has(look, at, TRAIT(NOTICE) | TRAIT(NEWS)) || at == look->first || follows_to(look, at)) return false;
  const uint64_t verbal = TRAIT(MODAL) | TRAIT(AUX) | TRAIT(SPEAKER) | TRAIT(PERSON) | TRAIT(CONJ) | TRAIT(EXPECT);
  return !stands_before(look, at, 2, verbal) && find_object(look, at) != OBJECT_YOU;
}

/* "have it settled and everyone notified": somebody sees to it. */
static bool is_seen_to(const struct look *look, size_t at) {
  return look->clause->is_coordinated && at > look->first && has(look, at, TRAIT(PAST)) &&
         has(look, at - 1, TRAIT(YOU) | TRAIT(CANDIDATES)) && find_object(look, at) != OBJECT_US;
}

/* "call you", "get back", "be notified". */
static unsigned weigh_tell(const struct look *look, size_t at) {
  if (is_seen_to(look, at)) return STRONG;
  const struct clause *clause = look->clause;
  const struct token *token = token_at(look->sentence, at);
  if (is_noun(look, at) || is_over(look, at) || is_thing(look, at)) return NONE;
  bool passive = token_has(token, TRAIT(BE)) ||
                 (token_has(token, TRAIT(PAST)) && stands_before(look, at, 2, TRAIT(GET) | TRAIT(BE)));
  if (is_candidate_subject(look) && !passive && !clause->is_silence) {
    enum object object = find_object(look, at);
    return object == OBJECT_YOU ? STRONG : NONE;
  }
  switch (passive ? OBJECT_NONE : find_object(look, at)) {
    case OBJECT_OTHER: return NONE;
    case OBJECT_US: return clause->is_reported || clause->is_silence ? STRONG : NONE;
    default: break;
  }
  bool theirs = has_before(look, at, TRAIT(YOUR)) && clause->subject == SUBJECT_OTHER && passive &&
                !has_before(look, at, TRAIT(NEWS));
  return theirs ? NONE : STRONG;
}

static unsigned weigh_hear(const struct look *look, size_t at) {
  const struct clause *clause = look->clause;
  if (is_over(look, at) && !clause->is_silence) return NONE;
  if (find_object(look, at) == OBJECT_YOU) return NONE; /* "hear from you" */
  if (clause->subject == SUBJECT_SPEAKER && !clause->is_reported) return NONE;
  return STRONG;
}

static unsigned weigh_know(const struct look *look, size_t at) {
  bool wanted =
      follows_to(look, at) && at > look->first + 1 && has(look, at - 2, TRAIT(YOU)); /* "want you to know C" */
  if (wanted) return NONE;
  if (is_over(look, at) || look->clause->is_request) return NONE;
  if (is_candidate_subject(look)) return STRONG;
  return look->clause->subject == SUBJECT_SPEAKER || look->clause->subject == SUBJECT_OTHER ? WEAK : NONE;
}

static bool is_their_own(const struct look *look, size_t at) { return stands_before(look, at, 2, TRAIT(YOUR)); }

/* "an answer", "our decision": whose, and what happens to it. */
static unsigned weigh_news(const struct look *look, size_t at) {
  const struct clause *clause = look->clause;
  if (at + 1 < clause->last && has(look, at + 1, TRAIT(EVENT)) && !has(look, at + 1, TRAIT(TELL))) return NONE;
  if (is_over(look, at)) return NONE;
  uint64_t all = clause->traits;
  if (is_candidate_subject(look) && (all & TRAIT(RECEIVE)) != 0) return STRONG;
  if (has_before(look, at, TRAIT(EXPECT) | TRAIT(GIVE))) return STRONG;
  if ((all & TRAIT(GIVE)) != 0) return STRONG;
  if ((all & (TRAIT(VERB) | TRAIT(AUX))) == 0) return FAIR;
  bool happens = (all & (TRAIT(BE) | TRAIT(DECIDE) | TRAIT(MODAL) | TRAIT(EXPECT) | TRAIT(TELL) | TRAIT(TAKE))) != 0;
  return happens ? FAIR : NONE;
}

/* "an email", "a call": only where somebody gets it. */
static unsigned weigh_notice(const struct look *look, size_t at) {
  const struct clause *clause = look->clause;
  if (is_over(look, at)) return NONE;
  if (has_before(look, at, TRAIT(EXPECT))) return STRONG;
  if (is_their_own(look, at)) return NONE;
  if (is_candidate_subject(look) && has_before(look, at, TRAIT(RECEIVE))) return STRONG;
  for (size_t i = at + 1; i < clause->last && i <= at + 3; i++)
    if (has(look, i, TRAIT(GIVE)) && !is_over(look, i)) return FAIR; /* "letters go out" */
  bool sent = (clause->traits & TRAIT(GIVE)) != 0 && (clause->traits & TRAIT(DEADLINE)) == 0;
  if (sent && (clause->traits & (TRAIT(YOU) | TRAIT(CANDIDATES))) != 0) return FAIR;
  return sent && (clause->traits & TRAIT(MODAL)) != 0 ? FAIR : NONE;
}

/* A time, with nothing before it but small words and such as have one of the traits. */
static bool is_time_behind(const struct look *look, size_t at, uint64_t traits) {
  for (size_t i = at + 1; i < look->clause->last; i++) {
    if (!is_free(look, i)) return true;
    bool mark = token_at(look->sentence, i)->kind != WORD_PLAIN;
    if (!mark && !has(look, i, TRAIT(LIGHT) | TRAIT(OUR) | traits)) return false;
  }
  return false;
}

/* "It will be two weeks", "the process takes a month", "we need another week". */
static unsigned weigh_duration(const struct look *look, size_t at) {
  const struct clause *clause = look->clause;
  uint64_t all = clause->traits;
  if (!is_time_behind(look, at, TRAIT(US) | TRAIT(YOU) | TRAIT(OUTSIDER) | TRAIT(PERSON))) return NONE;
  if (has(look, at, TRAIT(TIMELINE)) && (all & TRAIT(AUX)) == 0) return FAIR; /* "Turnaround: ten days" */
  if (is_over(look, at) || (stands_before(look, at, 2, TRAIT(HAVE)) && !has_before(look, at, TRAIT(MODAL))))
    return NONE;
  bool lasts = has(look, at, TRAIT(BE) | TRAIT(TAKE));
  if (lasts && has_before(look, at, TRAIT(TIMELINE) | TRAIT(NEWS)) && !is_candidate_subject(look)) return FAIR;
  if (lasts && clause->subject == SUBJECT_IT && (all & (TRAIT(EVENT) | TRAIT(DEADLINE))) == 0) return FAIR;
  if (has(look, at, TRAIT(TAKE)) && at + 1 < clause->last && has(look, at + 1, TRAIT(US)) && (all & TRAIT(EVENT)) == 0)
    return FAIR;
  if (has(look, at, TRAIT(NEED)) && clause->subject == SUBJECT_SPEAKER) return FAIR;
  bool waits = has(look, at, TRAIT(LIKELY_LONG)) && (is_candidate_subject(look) || clause->subject == SUBJECT_SPEAKER);
  return waits ? FAIR : NONE;
}

/* "We hope to wrap up", "the process should be complete": all of it, not "wrap up the audit" nor "finish at five". */
static unsigned weigh_finish(const struct look *look, size_t at) {
  const struct clause *clause = look->clause;
  const uint64_t whole = TRAIT(TIMELINE) | TRAIT(NEWS) | TRAIT(DECIDE);
  bool ours = clause->subject == SUBJECT_SPEAKER || clause->subject == SUBJECT_IT || has_before(look, at, whole);
  if (!ours || is_candidate_subject(look) || clause->is_request || is_over(look, at)) return NONE;
  if (!has_before(look, at, TRAIT(MODAL) | TRAIT(EXPECT))) return NONE;
  return is_time_behind(look, at, whole | TRAIT(IT)) ? WEAK : NONE;
}

struct scale {
  uint64_t traits;
  unsigned (*weigh)(const struct look *look, size_t at);
};

static const struct scale scales[] = {
    {TRAIT(TELL), weigh_tell},
    {TRAIT(HEAR), weigh_hear},
    {TRAIT(KNOW), weigh_know},
    {TRAIT(NEWS), weigh_news},
    {TRAIT(NOTICE), weigh_notice},
    {TRAIT(FINISH), weigh_finish},
    {TRAIT(BE) | TRAIT(TAKE) | TRAIT(NEED) | TRAIT(LIKELY_LONG) | TRAIT(TIMELINE), weigh_duration},
};

static const uint64_t WEIGHED = TRAIT(TELL) | TRAIT(HEAR) | TRAIT(KNOW) | TRAIT(NEWS) | TRAIT(NOTICE) | TRAIT(BE) |
                                TRAIT(TAKE) | TRAIT(NEED) | TRAIT(LIKELY_LONG) | TRAIT(TIMELINE) | TRAIT(DECIDE) |
                                TRAIT(FINISH);

static unsigned weigh_token(const struct look *look, size_t at) {
  unsigned most = NONE;
  if (!has(look, at, WEIGHED)) return NONE;
  for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
    if (!has(look, at, scales[i].traits)) continue;
    unsigned evidence = scales[i].weigh(look, at);
    if (evidence > most) most = evidence;
  }
  if (most == NONE && has(look, at, TRAIT(DECIDE)) && !is_over(look, at) && !is_candidate_subject(look) &&
      !look->clause->is_request)
    most = WEAK;
  return most;
}

static unsigned char find_subject(const struct look *look, size_t verb) {
  unsigned char subject = SUBJECT_NONE;
  for (size_t at = look->first; at < verb; at++) {
    const struct token *token = token_at(look->sentence, at);
    if (!is_free(look, at)) continue;
    if (token_has(token, TRAIT(YOU) | TRAIT(CANDIDATES)))
      subject = SUBJECT_YOU;
    else if (token_has(token, TRAIT(SPEAKER)))
      subject = look->clause->is_reported ? SUBJECT_YOU : SUBJECT_SPEAKER;
    else if (token_has(token, TRAIT(IT)) && !token_has(token, TRAIT(WHO)) && subject == SUBJECT_NONE)
      subject = SUBJECT_IT;
    else if (!token_has(token, TRAIT(LIGHT) | TRAIT(CONJ) | TRAIT(PLEASE)) && token->kind < MARK_COMMA &&
             (token->kind == WORD_PLAIN || token->kind == WORD_THE) && subject != SUBJECT_YOU)
      subject = SUBJECT_OTHER;
  }
  return subject;
}

static size_t find_verb(const struct look *look) {
  for (size_t at = look->first; at < look->clause->last; at++) {
    bool noun = at > look->first && is_noun(look, at);
    if (has(look, at, TRAIT(AUX) | TRAIT(VERB) | TRAIT(TELL)) && !noun) return at;
  }
  return look->clause->last;
}

/* "They said", "the recruiter told me": what follows is what counts. */
static size_t skip_report(struct look *look) {
  struct clause *clause = look->clause;
  for (size_t at = clause->first; at < clause->last; at++) {
    if (!has(look, at, TRAIT(REPORTED)) || has_before(look, at, TRAIT(YOU))) continue;
    if (at > clause->first && has(look, at - 1, TRAIT(MODAL))) return clause->first;
    clause->is_reported = true;
    at++;
    if (at < clause->last && has(look, at, TRAIT(US))) at++;
    return at;
  }
  return clause->first;
}

static void find_request(const struct look *look, size_t verb) {
  struct clause *clause = look->clause;
  const struct token *token = token_at(look->sentence, verb);
  bool found = verb < clause->last;
  bool bare = clause->subject == SUBJECT_NONE && !clause->is_coordinated;
  const uint64_t subjects = TRAIT(YOU) | TRAIT(SPEAKER) | TRAIT(PERSON) | TRAIT(DET) | TRAIT(IT);
  bool asks = look->sentence->is_question && !is_free(look, verb + 1);
  clause->is_inverted = found && bare && token_has(token, TRAIT(AUX)) && verb + 1 < clause->last &&
                        (has(look, verb + 1, subjects) || asks);
  bool please = (clause->traits & TRAIT(PLEASE)) != 0;
  size_t head = look->first;
  while (head < clause->last && (!is_free(look, head) || has(look, head, TRAIT(CONJ) | TRAIT(PLEASE)))) head++;
  bool noun = head + 1 < clause->last && has(look, head, TRAIT(NEWS)) &&
              has(look, head + 1, TRAIT(VERB) | TRAIT(AUX) | TRAIT(TELL) | TRAIT(GIVE));
  bool ordered =
      bare && head < clause->last && has(look, head, TRAIT(ASK)) && !noun && find_object(look, head) != OBJECT_YOU;
  bool obliged = (clause->traits & TRAIT(OBLIGE)) != 0 && (clause->traits & TRAIT(YOU)) != 0 &&
                 has_before(look, clause->last, TRAIT(OBLIGE));
  clause->is_request = please || ordered || obliged || (clause->is_inverted && has(look, verb + 1, TRAIT(YOU)));
}

static void collect_traits(const struct look *look) {
  struct clause *clause = look->clause;
  clause->traits = 0;
  for (size_t at = clause->first; at < clause->last; at++) {
    const struct token *token = token_at(look->sentence, at);
    if (!is_free(look, at)) continue;
    clause->traits |= token->traits;
    bool about_time = at + 1 < clause->last && !is_free(look, at + 1);
    if (token_has(token, TRAIT(NEG)) && !token_has(token, TRAIT(HARMLESS_NOT)) && !about_time) clause->denies = true;
  }
}

/* "If you have not heard", "unless we contact you", "no news by Friday means". */
static bool is_silence(const struct look *look, struct clause *before) {
  struct clause *clause = look->clause;
  const uint64_t heard = TRAIT(TELL) | TRAIT(HEAR) | TRAIT(NEWS) | TRAIT(NOTICE) | TRAIT(KNOW) | TRAIT(SILENT);
  if ((clause->traits & heard) == 0) return false;
  if (clause->is_unless) return (clause->traits & (TRAIT(TELL) | TRAIT(HEAR) | TRAIT(NEWS))) != 0;
  bool denied = (clause->traits & (TRAIT(NEG) | TRAIT(SILENT))) != 0;
  if (!denied || clause->is_condition || clause->is_when) return denied;
  if (look->sentence->is_question) return clause->begins_sentence && (clause->traits & TRAIT(SPEAKER)) == 0;
  /* "if Friday comes and you have not heard" */
  bool goes_on = clause->is_coordinated && before != NULL && before->is_condition;
  if (goes_on) before->is_silence = true;
  return goes_on;
}

static void weigh(struct look *look, struct clause *before) {
  struct clause *clause = look->clause;
  collect_traits(look);
  clause->is_silence = is_silence(look, before);
  look->first = skip_report(look);
  size_t verb = find_verb(look);
  clause->subject = find_subject(look, verb);
  find_request(look, verb);
  if (clause->subject == SUBJECT_NONE && clause->is_coordinated && before != NULL) {
    clause->subject = before->subject;
    clause->is_request = clause->is_request || before->is_request;
    clause->is_reported = clause->is_reported || before->is_reported;
  }
  if (clause->is_inverted && has(look, verb + 1, TRAIT(YOU))) clause->subject = SUBJECT_YOU;
  for (size_t at = look->first; at < clause->last; at++)
    if (is_free(look, at)) keep_evidence(clause, weigh_token(look, at), at);
  bool polite = (clause->traits & TRAIT(POLITE)) != 0 && (clause->traits & TRAIT(MODAL)) == 0;
  if (polite && !clause->is_silence) clause->evidence = NONE;
}

/* A condition governs what follows it; one that stands behind, what is before it. */
static void spread_conditions(struct clauses *clauses, const struct sentence *sentence) {
  bool under = false;
  for (size_t i = 0; i < clauses->count; i++) {
    struct clause *clause = &clauses->items[i], *before = i > 0 ? clause - 1 : NULL;
    if (clause->begins_sentence || token_has(token_at(sentence, clause->first), TRAIT(OTHERWISE))) under = false;
    clause->is_conditional = under;
    if (clause->is_condition && !clause->is_silence) {
      bool fronted = before == NULL || clause->begins_sentence || clause->is_coordinated;
      bool asks = before != NULL && !fronted && before->evidence > 0 &&
                  token_has(token_at(sentence, before->told_at), TRAIT(KNOWING));
      if (fronted) under = true;
      if (!fronted && !asks) before->is_conditional = true;
    }
    if (clause->is_when && !clause->is_silence) {
      if (before != NULL) before->is_after_unknown = true;
      if (i + 1 < clauses->count) clause[1].is_after_unknown = true;
    }
  }
}

void clauses_weigh(const struct sentence *sentence, const struct expressions *expressions, struct clauses *clauses) {
  (void)expressions;
  for (size_t i = 0; i < clauses->count; i++) {
    struct clause *clause = &clauses->items[i];
    struct look look = {sentence, clauses, clause, clause->first};
    weigh(&look, i > 0 ? clause - 1 : NULL);
  }
  spread_conditions(clauses, sentence);
}
