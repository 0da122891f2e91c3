/* One run of the program: what all cases share, and where plans go. */
#ifndef FOLLOWUP_PLAN_SESSION_H
#define FOLLOWUP_PLAN_SESSION_H

#include "options.h"
#include "run.h"

enum { EXIT_PLANNED = 0 };

struct session {
  struct run run;
  const struct options *options;
  followup_calendar_writer *calendar; /* of --format=ics */
  bool begun, has_elements;           /* of the JSON array */
};

/* False when there is nothing to go on with, which was said on standard error; close it all the same. */
bool session_open(struct session *session, const struct options *options);
/* Ends the output and returns the exit status. */
int session_close(struct session *session);

/* Plans every case of a file, or prints its record. */
void session_plan(struct session *session, const char *path);

#endif
