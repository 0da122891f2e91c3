/* One run of the program: what all inputs share, and where findings go. */
#ifndef FOLLOWUP_LINT_SESSION_H
#define FOLLOWUP_LINT_SESSION_H

#include "human.h"
#include "inputs.h"
#include "options.h"
#include "progress.h"

enum { EXIT_CLEAN = 0, EXIT_FOUND = 1, EXIT_BAD = 2 };

struct session {
  const struct options *options;
  followup_context *context;
  followup_error *error;
  followup_policy *policy;
  followup_linter *linter, *draft_linter; /* the second without the rules that no draft can follow */
  followup_scratch *scratch, *draft_scratch;
  followup_report *report;
  followup_writer *writer;     /* NULL: findings are for a person */
  struct file_text background; /* the text of --case */
  struct terminal terminal;
  struct progress progress;
  struct tally tally;
  followup_level worst;
  int64_t clock; /* when it was first asked, or FOLLOWUP_NO_TIME */
  bool output_failed;
  int output_errno; /* why, or 0 */
};

/* False when there is nothing to go on with, which was said on standard error; close it all the same. */
bool session_open(struct session *session, const struct options *options);
/* Ends the output and returns the exit status. */
int session_close(struct session *session);

/* The instant to judge at: --now, else the case's, else the clock. */
int64_t session_now(struct session *session, int64_t of_case);

/* Makes the linter of drafts where it was not needed before. */
followup_status session_need_draft_linter(struct session *session);

/* Hands the report over, as `messages` messages judged. */
void session_deliver(struct session *session, const struct judged *judged, bool body_is_file, size_t messages);

/* Says on standard error what is wrong with an input. */
void session_complain(struct session *session, const char *place, const char *words);
/* The same with what the session's error says; the place gets the line where there is one. */
void session_complain_error(struct session *session, const char *place);

#endif
