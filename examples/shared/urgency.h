/* What to do first. */
#ifndef FOLLOWUP_SHARED_URGENCY_H
#define FOLLOWUP_SHARED_URGENCY_H

#include <followup.h>

/*
 * The actions that are open or overdue, the most urgent first: what is due nearest to now, whether before or after.
 * What a person owes somebody comes before notes that nobody took in time, and those before what is optional. `*sorted`
 * is the caller's: free(). False when there is no memory.
 */
bool urgency_sort(const followup_plan *plan, int64_t now, const followup_action ***sorted, size_t *count);

#endif
