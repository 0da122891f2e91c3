/* The rule table as code reads it. */
#ifndef FOLLOWUP_RULES_CATALOGUE_H
#define FOLLOWUP_RULES_CATALOGUE_H

#include <followup/rule.h>

struct inspection;
struct rule_row;

/* Judges one rule of one message; false when it could not, for the reason in `in->failure`, else for want of memory. */
typedef bool (*rule_function)(struct inspection *in, const struct rule_row *row);

struct rule_row {
  followup_rule rule;
  const char *name;
  followup_family family;
  followup_level level;
  uint16_t kinds; /* one bit a kind, and LEAVING */
  rule_function judge;
  uint16_t list;
  const char *summary;
};

/* The bit of a text of no kind by which the candidate leaves the process. */
enum { LEAVING = 1 << 15 };

/* The row of a rule, or NULL; its place in the table. */
const struct rule_row *catalogue_row(followup_rule rule);
const struct rule_row *catalogue_at(size_t place);
size_t catalogue_place(const struct rule_row *row);
size_t catalogue_count(void);

/* The level that a rule has where no policy says otherwise. */
followup_level catalogue_level(const struct rule_row *row, followup_kind kind);

#endif
