#define _POSIX_C_SOURCE 200809L
#include "support/figure.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One write of one line at the end of the file: checks run beside each other. */
static void add_line(const char *line) {
  const char *path = getenv("FOLLOWUP_FIGURES");
  if (path == NULL || *path == '\0') return;
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
  bool written = file >= 0 && write(file, line, strlen(line)) == (ssize_t)strlen(line);
  if (file >= 0) close(file);
  if (!written) fprintf(stderr, "could not write a figure to %s\n", path);
}

static bool report(const char *what, const char *sense, double figure, double bound, const char *unit, bool held) {
  char line[400];
  const char *space = *unit != '\0' ? " " : "";
  snprintf(line, sizeof line, "%s\t%.10g%s%s\t%s %.10g%s%s\n", what, figure, space, unit, sense, bound, space, unit);
  add_line(line);
  if (!held) fprintf(stderr, "beyond its bound: %s", line);
  return held;
}

bool figure_at_most(const char *what, double figure, double bound, const char *unit) {
  return report(what, "at most", figure, bound, unit, figure <= bound);
}

bool figure_at_least(const char *what, double figure, double bound, const char *unit) {
  return report(what, "at least", figure, bound, unit, figure >= bound);
}

bool figure_exactly(const char *what, double figure, double bound, const char *unit) {
  return report(what, "exactly", figure, bound, unit, figure == bound);
}

bool figures_take_long(void) {
  const char *wanted = getenv("FOLLOWUP_LONG");
  return wanted != NULL && strcmp(wanted, "1") == 0;
}
