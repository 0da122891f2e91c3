/* The sentences of drafts as lib/packs/drafts.py compiles them. */
#ifndef FOLLOWUP_DRAFT_TABLES_H
#define FOLLOWUP_DRAFT_TABLES_H

#include <followup/message.h>

#include <stdbool.h>
#include <stddef.h>

enum draft_fact {
#define DRAFT_FACT(constant, name, kind) constant,
#include "draft/facts.def"
#undef DRAFT_FACT
  DRAFT_FACTS
};

enum { DRAFT_KINDS = FOLLOWUP_KIND_FEEDBACK_REQUEST + 1 };
/* In the place of a part: the slots for the person's own sentences; nothing. */
enum { DRAFT_SLOTS = -1, DRAFT_NO_PART = -2 };

struct draft_pattern {
  const char *text;               /* an ICU message pattern, its arguments numbered */
  const unsigned char *arguments; /* the fact of each number */
  unsigned char argument_count, registers;
  bool counts; /* its one argument is a number */
};

/* Wordings of one thing; they may be used where these facts are known. */
struct draft_group {
  const unsigned char *facts;
  size_t fact_count;
  const struct draft_pattern *patterns;
  size_t count;
};

/* The richest group comes first. */
struct draft_part {
  const struct draft_group *groups;
  size_t count;
  bool panel; /* worded otherwise for each person of a panel */
};

struct draft_step {
  int part;       /* or DRAFT_SLOTS */
  bool optional;  /* may have nothing to say */
  bool paragraph; /* begins one */
};

struct draft_layout {
  const struct draft_step *steps;
  size_t count;
  int subject, to_do;
};

struct draft_list {
  const char *const *words;
  size_t count;
};

#endif
