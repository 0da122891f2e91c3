/* What the record, calls without a case, and calls that do more than judging ask of the linter. */
#ifndef FOLLOWUP_LINT_H
#define FOLLOWUP_LINT_H

#include "rules/inspection.h"

/* A linter and a scratch for one call, where the caller gave none. */
struct lint_tools {
  followup_linter *own_linter;
  followup_scratch *own_scratch;
  followup_scratch *scratch;
};

followup_status lint_take_tools(const followup_linter *linter, followup_scratch *scratch, struct lint_tools *tools,
                                followup_error *error);
void lint_give_back(struct lint_tools *tools);

/* Takes a text from outside and reads it as a message without a case; `subject` may be NULL. */
followup_status lint_read_alone(struct lint_tools *tools, followup_kind kind, const char *subject,
                                size_t subject_length, const char *body, size_t body_length, followup_error *error);
/* Reads a message of a case as a thank-you note; the case's own words too, where `first` says that they are not known. */
followup_status lint_read_thanks(followup_scratch *scratch, const followup_message *message, bool first);
/* What was read last, for a look at it. */
struct inspection lint_inspect(followup_scratch *scratch, followup_kind kind);

/*
 * Counts the notes of an interviewer that a message takes up. The case's own words are read where `first` says that it
 * is the first question about that case.
 */
followup_status lint_count_notes(followup_scratch *scratch, const followup_message *message,
                                 const followup_interviewer *interviewer, bool first, size_t *count);

#endif
