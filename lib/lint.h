/* What the record asks of the linter. */
#ifndef FOLLOWUP_LINT_H
#define FOLLOWUP_LINT_H

#include "rules/inspection.h"

/*
 * Counts the notes of an interviewer that a message takes up. The case's own words are read where `first` says that it
 * is the first question about that case.
 */
followup_status lint_count_notes(followup_scratch *scratch, const followup_message *message,
                                 const followup_interviewer *interviewer, bool first, size_t *count);

#endif
