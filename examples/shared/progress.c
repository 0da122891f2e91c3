#define _POSIX_C_SOURCE 200809L

#include "progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 700, INTERVAL = 150 }; /* milliseconds */

static int64_t steady_milliseconds(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct progress progress_start(void) {
  const char *kind = getenv("TERM");
  bool watched = isatty(STDERR_FILENO) == 1 && kind != NULL && strcmp(kind, "dumb") != 0;
  return (struct progress){watched, false, watched ? steady_milliseconds() + PATIENCE : 0};
}

void progress_show(struct progress *progress, size_t messages) {
  if (!progress->watched) return;
  int64_t now = steady_milliseconds();
  if (now < progress->next) return;
  progress->next = now + INTERVAL;
  progress->shown = true;
  fprintf(stderr, "\r%zu messages judged …\033[K", messages);
  fflush(stderr);
}

void progress_clear(struct progress *progress) {
  if (!progress->shown) return;
  progress->shown = false;
  fputs("\r\033[K", stderr);
  fflush(stderr);
}
