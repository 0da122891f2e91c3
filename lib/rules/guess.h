/* What a message is for, told from its own words. */
#ifndef FOLLOWUP_RULES_GUESS_H
#define FOLLOWUP_RULES_GUESS_H

#include "rules/inspection.h"

followup_kind guess_kind(const struct inspection *in);

#endif
