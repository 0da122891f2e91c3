/* A line on standard error that says how far a long run is; none where standard error is no terminal. */
#ifndef FOLLOWUP_SHARED_PROGRESS_H
#define FOLLOWUP_SHARED_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct progress {
  bool watched, shown;
  int64_t next; /* milliseconds of a steady clock */
};

struct progress progress_start(void);
/* Shows the number, but not more than a few times a second and not in a run that is over soon. */
void progress_show(struct progress *progress, size_t messages);
/* Takes the line away, so that something else can be printed. */
void progress_clear(struct progress *progress);

#endif
