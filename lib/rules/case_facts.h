/*
 * What a suggestion names of the case: the reader's name, the role, a note of one's own, the day of the conversation.
 *
 * A rule's file lists the facts that its suggestion wants; they become the arguments {1} to {3} of a finding. Where one
 * is not known, the suggestion without facts is said instead.
 */
#ifndef FOLLOWUP_RULES_CASE_FACTS_H
#define FOLLOWUP_RULES_CASE_FACTS_H

#include "rules/inspection.h"
#include "time/local_text.h"

enum { FACT_BYTES = 160 }; /* a name, or TIME_WORDS */

struct case_facts {
  char text[FINDING_ARGUMENTS][FACT_BYTES];
};

/* Puts the facts that a rule's suggestion wants into the line; `room` holds their text. False when a call within
 * failed. */
bool add_case_facts(struct inspection *in, const struct rule_row *row, struct report_line *line,
                    struct case_facts *room);

#endif
