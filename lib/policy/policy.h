/* The policy as rules read it. */
#ifndef FOLLOWUP_POLICY_POLICY_H
#define FOLLOWUP_POLICY_POLICY_H

#include <followup/policy.h>

#include "base/array.h"

enum { KIND_COUNT = FOLLOWUP_KIND_FEEDBACK_REQUEST + 1, NUMBER_COUNT = FOLLOWUP_NUMBER_EXCLAMATION_MARKS + 1 };
enum { RULE_PLACES = 64, LEVEL_DEFAULT = -1 };

struct suppressed_recipient {
  followup_rule rule; /* FOLLOWUP_RULE_NONE: all */
  char *address;
};

struct followup_policy {
  const followup_context *context;
  int8_t levels[RULE_PLACES]; /* by place in the catalogue */
  int numbers[NUMBER_COUNT];
  struct {
    int least, most;
  } sentences[KIND_COUNT];
  ARRAY(struct suppressed_recipient) recipients;
  ARRAY(uint64_t) fingerprints;
};

struct rule_row;

/* The level of a rule of the table for messages of a kind. */
followup_level policy_level(const followup_policy *policy, const struct rule_row *row, followup_kind kind);

/* A copy in another context's memory. */
followup_status policy_copy(const followup_context *context, const followup_policy *policy, followup_policy **made);
/* Asked of a copy only: its fingerprints are sorted. */
bool policy_suppresses(const followup_policy *policy, followup_rule rule, const char *address, uint64_t fingerprint);

#endif
