/* One case on its way: read and judged by any thread, delivered by the program's own. */
#ifndef FOLLOWUP_LINT_TASK_H
#define FOLLOWUP_LINT_TASK_H

#include "session.h"

struct task {
  const char *place; /* "path", or "path:3" */
  bool is_line;
  const char *json;
  size_t length;
  /* What comes of it. */
  followup_case *of;       /* freed before the next use */
  followup_report *report; /* used again and again */
  followup_error *error;   /* says why, where `status` is bad */
  followup_status status;
  bool by_clock; /* no other instant was known */
};

/* Reads the case and judges it; nothing of the session is changed. */
void task_work(struct task *task, const struct session *session, followup_scratch *scratch);

/* Prints the findings, or says what was wrong. */
void task_deliver(struct task *task, struct session *session);

#endif
