/* What the record, and calls without a case, ask of the linter. */
#ifndef FOLLOWUP_LINT_H
#define FOLLOWUP_LINT_H

#include "rules/inspection.h"

/*
 * Counts the notes of an interviewer that a message takes up. The case's own words are read where `first` says that it
 * is the first question about that case.
 */
followup_status lint_count_notes(followup_scratch *scratch, const followup_message *message,
                                 const followup_interviewer *interviewer, bool first, size_t *count);

/* A linter and a scratch for one call, where the caller gave none. */
struct tools {
  followup_linter *own_linter;
  followup_scratch *own_scratch;
  followup_scratch *scratch;
};

followup_status take_tools(const followup_linter *linter, followup_scratch *scratch, struct tools *tools,
                           followup_error *error);
void give_back(struct tools *tools);

#endif
