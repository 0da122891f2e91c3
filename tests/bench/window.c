/*
 * How fast promised replies are read: bench-window WINDOWS.tsv
 *
 * All sentences of the table, one thread, the window reused. Prints sentences a second and time a sentence.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "support/window_rows.h"

enum { SECONDS = 2 };

static double now_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int read_all(const struct window_rows *rows, followup_window **window) {
  int promised = 0;
  for (size_t i = 0; i < rows->count; i++) {
    const struct window_row *row = &rows->items[i];
    if (followup_window_read(row->sentence, row->length, row->reference, row->calendar, window, NULL) != FOLLOWUP_OK)
      exit(2);
    promised += followup_window_status_of(*window) == FOLLOWUP_WINDOW_PROMISED;
  }
  return promised;
}

int main(int argc, char **argv) {
  struct window_rows rows;
  if (argc != 2 || !window_rows_read(argv[1], &rows)) {
    fprintf(stderr, "usage: bench-window WINDOWS.tsv\n");
    return 2;
  }
  followup_window *window = NULL;
  int promised = read_all(&rows, &window);
  double start = now_seconds();
  size_t rounds = 0;
  while (now_seconds() - start < SECONDS) {
    read_all(&rows, &window);
    rounds++;
  }
  double seconds = (now_seconds() - start) / (double)rounds / (double)rows.count;
  printf("sentences               %zu (%d windows)\n", rows.count, promised);
  printf("sentences a second      %.0f\n", 1 / seconds);
  printf("time a sentence         %.2f us\n", seconds * 1e6);
  followup_window_free(window);
  window_rows_free(&rows);
  return 0;
}
