/* A table of promised replies. */
#ifndef FOLLOWUP_WINDOW_BATCH_H
#define FOLLOWUP_WINDOW_BATCH_H

#include <stdbool.h>

/* Prints `id<TAB>end` for each line; false after a message on standard error. */
bool batch_run(const char *path);

#endif
