/* One run of the program: what all cases share. */
#ifndef FOLLOWUP_PANEL_SESSION_H
#define FOLLOWUP_PANEL_SESSION_H

#include <followup-formats.h>

#include "options.h"
#include "run.h"

enum { EXIT_FINE = 0, EXIT_ALIKE = 1 };

struct session {
  struct run run;
  followup_linter *linter;
  followup_scratch *scratch;
  bool found_alike;
};

/* False when there is nothing to go on with, which was said on standard error; close it all the same. */
bool session_open(struct session *session, const struct options *options);
/* Returns the exit status. */
int session_close(struct session *session);

/* Shows the panels of every case of a file. */
void session_show(struct session *session, const char *path);

#endif
