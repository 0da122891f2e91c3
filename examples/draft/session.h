/* One run of the program: what all cases share. */
#ifndef FOLLOWUP_DRAFT_SESSION_H
#define FOLLOWUP_DRAFT_SESSION_H

#include <followup-formats.h>

#include "options.h"
#include "run.h"

enum { EXIT_DRAFTED = 0, EXIT_NO_SUCH_ACTION = 1 };

struct session {
  struct run run;
  const struct options *options;
  size_t drafted;
};

/* False when there is nothing to go on with, which was said on standard error; close it all the same. */
bool session_open(struct session *session, const struct options *options);
/* Returns the exit status. */
int session_close(struct session *session);

/* Drafts for every case of a file. */
void session_draft(struct session *session, const char *path);

#endif
