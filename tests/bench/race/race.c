/*
 * Runs contestants in turns: bench-race CASES.jsonl PHRASES WINDOWS.tsv
 *
 * Prints the names of those that are to be had, then an empty line. For every name read from standard input it runs
 * that contestant for a turn and prints the microseconds of its fastest pass for one message, or one sentence of the
 * windows. "measure" prints what is measured once, and an empty line.
 */
#define _POSIX_C_SOURCE 200809L
#include "race/race.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double turn = 0.15; /* seconds */

volatile uint64_t counted;

double now_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Texts. */

static void take_case(struct texts *texts, const char *line, size_t length) {
  size_t place = texts->count;
  if (followup_formats_read_case(NULL, line, length, &texts->cases[place], &texts->now[place], NULL) != FOLLOWUP_OK)
    exit(2);
  const followup_message *message = followup_case_message(texts->cases[place], 0);
  texts->bodies[place] = followup_message_body(message, &texts->lengths[place]);
  texts->count++;
}

/* Two columns. */
static void take_phrase(struct texts *texts, const char *line) {
  char *copy = strdup(line), *tab = strchr(copy, '\t');
  if (tab == NULL) exit(2);
  *tab = '\0';
  texts->plain[texts->phrase_count] = tab + 1;
  texts->phrases[texts->phrase_count++] = copy;
}

static bool read_lines(const char *path, struct texts *texts, bool are_cases) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t size = 0;
  ssize_t length;
  if (file == NULL) return false;
  while ((length = getline(&line, &size, file)) > 0) {
    if (are_cases && texts->count < CASES_MOST) take_case(texts, line, (size_t)length);
    line[strcspn(line, "\n")] = '\0';
    if (!are_cases && texts->phrase_count < PHRASES_MOST) take_phrase(texts, line);
  }
  free(line);
  fclose(file);
  return true;
}

static void free_texts(struct texts *texts) {
  for (size_t i = 0; i < texts->count; i++) followup_case_free(texts->cases[i]);
  for (size_t i = 0; i < texts->phrase_count; i++) free(texts->phrases[i]);
  window_rows_free(&texts->windows);
}

/* Turns. */

enum { CONTESTANTS_MOST = 32 };

static const struct contestant *present[CONTESTANTS_MOST];
static size_t present_count;

static void open_all(const struct contestant *all, const struct texts *texts) {
  for (; all->name != NULL; all++) {
    if (all->open != NULL && !all->open(texts)) continue;
    present[present_count++] = all;
    all->pass(texts); /* warm */
    puts(all->name);
  }
}

/* Whatever else the machine does makes a pass slower, never faster. */
static double fastest_pass(const struct contestant *contestant, const struct texts *texts) {
  double first = now_seconds(), fastest = 1e9;
  for (double start = first; start - first < turn; start = now_seconds()) {
    contestant->pass(texts);
    double seconds = now_seconds() - start;
    if (seconds < fastest) fastest = seconds;
  }
  return fastest / (double)(contestant->reads_windows ? texts->windows.count : texts->count);
}

static void take_turns(const struct texts *texts) {
  char line[128];
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (strcmp(line, "measure") == 0) {
      measure_ours(texts);
      puts("");
    }
    for (size_t i = 0; i < present_count; i++)
      if (strcmp(present[i]->name, line) == 0) printf("%.5f\n", fastest_pass(present[i], texts) * 1e6);
    fflush(stdout);
  }
}

int main(int count, char **words) {
  static struct texts texts;
  if (count != 4 || !read_lines(words[1], &texts, true) || !read_lines(words[2], &texts, false) ||
      !window_rows_read(words[3], &texts.windows)) {
    fprintf(stderr, "usage: bench-race CASES.jsonl PHRASES WINDOWS.tsv\n");
    return 2;
  }
  open_all(ours, &texts);
  open_all(floors, &texts);
  puts("");
  fflush(stdout);
  take_turns(&texts);
  free_texts(&texts);
  return 0;
}
