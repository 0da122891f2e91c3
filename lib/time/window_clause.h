/*
 * Which time of a sentence is a promise at all: who acts, upper bounds against lower ones, conditions, the past, what
 * the candidate is to do.
 */
#ifndef FOLLOWUP_TIME_WINDOW_CLAUSE_H
#define FOLLOWUP_TIME_WINDOW_CLAUSE_H

#include "time/window_grammar.h"

enum subject { SUBJECT_NONE, SUBJECT_YOU, SUBJECT_SPEAKER, SUBJECT_IT, SUBJECT_OTHER };

/* What holds for all that a clause says. */
struct clause {
  size_t first, last; /* tokens; `last` is behind it */
  uint64_t traits;    /* of all its words outside of times */
  unsigned char subject;
  bool begins_sentence; /* or stands behind a semicolon */
  bool is_coordinated;  /* "and …" */
  bool is_behind_colon;
  bool is_light; /* nothing but times and small words */
  bool is_condition, is_when, is_unless, is_reason, is_silence;
  bool is_request, is_inverted, is_reported;
  bool is_conditional;    /* stands under a condition */
  bool is_after_unknown;  /* stands beside "once …" */
  bool denies;            /* a negation that is not about one time alone */
  unsigned char evidence; /* that the candidate hears: 0 none, 1 a decision is made, 2 and 3 somebody tells */
  size_t told_at;         /* the token that says so */
};

enum { CLAUSES_MOST = 48 };

struct clauses {
  struct clause items[CLAUSES_MOST];
  size_t count;
  unsigned char time_at[SENTENCE_MOST + 8]; /* of each token: 1 more than the time that it belongs to, 0 for none */
};

/* Cuts a sentence into clauses. */
void clauses_split(const struct sentence *sentence, const struct expressions *expressions, struct clauses *clauses);

/* Finds what each clause says of hearing from the employer. */
void clauses_weigh(const struct sentence *sentence, const struct expressions *expressions, struct clauses *clauses);

enum verdict { VERDICT_NOISE, VERDICT_PAST, VERDICT_OWN, VERDICT_CONDITIONAL, VERDICT_LOWER, VERDICT_PROMISE };

/* What one time of a clause is. */
enum verdict clause_judge(const struct sentence *sentence, const struct clauses *clauses, const struct clause *clause,
                          const struct expression *expression);

#endif
