/* A table of promised replies with the ends that are expected of them. */
#ifndef FOLLOWUP_TESTS_WINDOW_ROWS_H
#define FOLLOWUP_TESTS_WINDOW_ROWS_H

#include <followup.h>

struct window_row {
  const char *id, *sentence, *expected; /* "2026-03-19T23:59:59" or "none" */
  size_t length;                        /* of the sentence */
  int64_t reference;
  followup_calendar *calendar;
};

struct window_rows {
  char *text;
  struct window_row *items;
  size_t count;
};

/* The columns are those of windows.tsv, in their order. False where the file cannot be read. */
bool window_rows_read(const char *path, struct window_rows *rows);
void window_rows_free(struct window_rows *rows);

#endif
