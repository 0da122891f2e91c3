/* The lines of a text that a finding is about, with the place underlined. */
#ifndef FOLLOWUP_LINT_EXCERPT_H
#define FOLLOWUP_LINT_EXCERPT_H

#include "terminal.h"

enum { EXCERPT_INDENT = 10 };

/* A text and how far its lines were counted, so that findings in order of place count each line once. */
struct excerpt_source {
  const char *text;
  size_t length;
  const char *label; /* before the text, or NULL: its lines are numbered */
  size_t counted, line;
};

struct excerpt_source excerpt_source(const char *text, size_t length, const char *label);

void excerpt_print(const struct terminal *terminal, struct excerpt_source *source, size_t start, size_t end,
                   enum paint paint);

#endif
