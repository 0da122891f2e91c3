/* A report in the making, and one that a caller holds. */
#ifndef FOLLOWUP_RULES_REPORT_H
#define FOLLOWUP_RULES_REPORT_H

#include <followup/report.h>

#include "base/array.h"

enum { FINDING_ARGUMENTS = 3, UNIT_COUNT = FOLLOWUP_UNIT_CODE_POINTS + 1 };

/* The number of a wrong-name finding whose greeting is a lone name: it can be replaced. */
enum { GREETS_ONE_NAME = 1 };

/* A text in the report's `texts`, NUL-terminated; 0 is "". */
typedef uint32_t text_place;

struct followup_finding {
  const followup_report *report;
  followup_rule rule;
  followup_level level;
  followup_kind kind;
  followup_part part;
  size_t index;
  bool has_span;
  bool widened; /* by another one: `text` and `fingerprint` are still the first one's */
  size_t start[UNIT_COUNT], end[UNIT_COUNT];
  text_place message, text;
  /* What the explanation names beside the text: message pattern arguments {1} to {3}; `number` is {4}. */
  text_place arguments[FINDING_ARGUMENTS];
  int number;
  uint64_t fingerprint;
};

typedef ARRAY(struct followup_finding) finding_list;
typedef ARRAY(char) text_pool;

struct followup_report {
  const followup_context *context;
  finding_list findings;
  text_pool texts;
  ARRAY(char *) rendered; /* two a finding: explanation and suggestion, NULL until asked for */
};

/* Keeps a text; 0 for an empty one or where there is no memory, which `*good` then tells. */
text_place text_pool_add(const followup_context *context, text_pool *pool, const char *text, size_t length, bool *good);

/* Puts findings and texts into a caller's report, or a new one where `*report` is NULL; on failure nothing changes. */
followup_status report_fill(const followup_context *context, const finding_list *findings, const text_pool *texts,
                            followup_report **report);

#endif
