/* Where findings stand: in the reader's order, and no place told of twice. */
#ifndef FOLLOWUP_RULES_PLACES_H
#define FOLLOWUP_RULES_PLACES_H

#include "rules/inspection.h"

/*
 * Settles the findings of one message, which begin at `from`: sorts them by place, makes one of those of one rule that
 * overlap, and drops one whose words another rule has said more of. False when there is no memory.
 */
bool places_settle(struct inspection *in, size_t from);

#endif
