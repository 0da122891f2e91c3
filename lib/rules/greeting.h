/* Whom a greeting names: its words, those that only greet set aside. */
#ifndef FOLLOWUP_RULES_GREETING_H
#define FOLLOWUP_RULES_GREETING_H

#include "rules/inspection.h"

enum { GREETING_NAMES = 12 };

struct greeting {
  const struct text_zone *zone; /* NULL: the body opens without one */
  size_t names[GREETING_NAMES]; /* words of the body that may be names */
  size_t name_count;
  bool group; /* "all", "team", "everyone": several people at once */
};

struct greeting read_greeting(const struct inspection *in);

#endif
