/* A stretch of a mail's own bytes, and its lines. Nothing here is copied or ends with a NUL. */
#ifndef FOLLOWUP_FORMATS_MAIL_LINES_H
#define FOLLOWUP_FORMATS_MAIL_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct stretch {
  const char *bytes;
  size_t length;
};

struct line {
  const char *start;
  size_t length;    /* without CR and LF */
  const char *next; /* behind the LF */
};

static inline const char *stretch_end(const struct stretch *stretch) { return stretch->bytes + stretch->length; }

static inline struct stretch stretch_between(const char *start, const char *end) {
  return (struct stretch){start, (size_t)(end - start)};
}

/* The line that starts at `at`; false at the end. */
static inline bool line_at(const char *at, const char *end, struct line *line) {
  if (at >= end) return false;
  const char *feed = memchr(at, '\n', (size_t)(end - at));
  const char *stop = feed != NULL ? feed : end;
  line->start = at;
  line->next = feed != NULL ? feed + 1 : end;
  if (stop > at && stop[-1] == '\r') stop--;
  line->length = (size_t)(stop - at);
  return true;
}

#endif
