/* The thank-you notes of a case compared with each other: what the rules of the family "panel" read. */
#ifndef FOLLOWUP_RULES_PANEL_H
#define FOLLOWUP_RULES_PANEL_H

#include "rules/catalogue.h"
#include "text/nearest.h"

struct panel_notes {
  bool is_read;
  bool whole_case; /* every message of the case is judged, not one alone */
  struct nearest notes;
  ARRAY(uint32_t) messages; /* by note: its message's place in the case */
  ARRAY(uint32_t) numbers;  /* by message: its note's number, NO_TEXT for one that is not compared */
  struct substance substance;
};

void panel_notes_free(const followup_context *context, struct panel_notes *panel);

bool judge_identical_messages(struct inspection *in, const struct rule_row *row);
bool judge_similar_messages(struct inspection *in, const struct rule_row *row);

#endif
