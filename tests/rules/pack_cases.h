/* The pack's own must-fire and must-stay-silent cases, as lib/packs/compile.py lays them out. */
#ifndef FOLLOWUP_TESTS_PACK_CASES_H
#define FOLLOWUP_TESTS_PACK_CASES_H

#include <stdbool.h>
#include <stddef.h>

struct pack_case {
  const char *rule;
  int line; /* in the rule's file */
  bool fires;
  const char *kind, *scene, *text;
};

extern const struct pack_case pack_cases[];
extern const size_t pack_case_count;

#endif
