/* Findings for a person to read. */
#ifndef FOLLOWUP_LINT_HUMAN_H
#define FOLLOWUP_LINT_HUMAN_H

#include <followup-formats.h>

#include "terminal.h"

/* What was judged together: a case, or a text alone. */
struct judged {
  const char *file;
  const followup_case *of; /* or NULL */
  const char *text;        /* the body, where there is no case */
  size_t length;
  bool is_one_message; /* of the case only the last message was judged: a mail, a draft */
};

struct tally {
  size_t messages;
  size_t findings[FOLLOWUP_LEVEL_ERROR + 1]; /* by level */
  size_t bad_inputs;
  bool must_attach; /* something is still to be attached */
};

/* Prints a report, a header before the findings of each message. Errors: as followup_report_explanation(). */
followup_status human_print_report(const struct terminal *terminal, const struct judged *judged,
                                   followup_report *report, followup_error *error);

/* The last line: what was found in all. */
void human_print_tally(const struct terminal *terminal, const struct tally *tally);

#endif
