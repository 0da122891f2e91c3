/* Looking into a report. */
#ifndef FOLLOWUP_TESTS_FINDINGS_H
#define FOLLOWUP_TESTS_FINDINGS_H

#include <followup.h>

/* The first finding of a rule, or NULL; how many there are. */
const followup_finding *finding_of(const followup_report *report, followup_rule rule);
size_t count_of(const followup_report *report, followup_rule rule);

#endif
