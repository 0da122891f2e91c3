/* One run of the program: what all inputs share, and where findings go. */
#ifndef FOLLOWUP_LINT_SESSION_H
#define FOLLOWUP_LINT_SESSION_H

#include "human.h"
#include "inputs.h"
#include "options.h"
#include "run.h"

enum { EXIT_CLEAN = 0, EXIT_FOUND = 1 };

struct session {
  struct run run;
  const struct options *options;
  followup_linter *linter, *draft_linter; /* the second without the rules that no draft can follow */
  followup_scratch *scratch, *draft_scratch;
  followup_report *report;
  followup_writer *writer;     /* NULL: findings are for a person */
  struct file_text background; /* the text of --case */
  struct many *many;           /* cases that are judged together; NULL: none yet */
  struct tally tally;
  followup_level worst;
};

/* False when there is nothing to go on with, which was said on standard error; close it all the same. */
bool session_open(struct session *session, const struct options *options);
/* Ends the output and returns the exit status. */
int session_close(struct session *session);

/* The instant to judge at: --now, else the case's, else the clock, which is told. */
int64_t session_now(struct session *session, int64_t of_case);
/* Says that the clock was the instant, once; a document of findings is not told. */
void session_tell_clock(struct session *session);

/* Makes the linter of drafts where it was not needed before. */
followup_status session_need_draft_linter(struct session *session);

/* Hands a report over, as `messages` messages judged. */
void session_deliver(struct session *session, const struct judged *judged, followup_report *report, bool body_is_file,
                     size_t messages);

#endif
