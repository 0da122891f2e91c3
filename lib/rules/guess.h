/* What a message is for, told from its own words. */
#ifndef FOLLOWUP_RULES_GUESS_H
#define FOLLOWUP_RULES_GUESS_H

#include "rules/inspection.h"

/* FOLLOWUP_KIND_UNKNOWN for a text without a hint and for one that withdraws or declines. */
followup_kind guess_kind(const struct inspection *in);
/* Whether it says that the candidate withdraws, declines or has taken another job. */
bool leaves_process(const struct inspection *in);

#endif
