/*
 * Runs contestants in turns: bench-race CASES.jsonl PHRASES WINDOWS.tsv
 *
 * Prints the names of those that are to be had, then an empty line. For every name read from standard input that
 * contestant has a turn, and the microseconds for one message, or one sentence of the windows, are printed: of each the
 * fastest time so far, because whatever else the machine does makes it slower, never faster. "mean NAME" prints
 * processor time in the mean of a turn; "measure" what is measured once, and an empty line.
 */
#define _POSIX_C_SOURCE 200809L
#include "race/race.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double turn = 0.15; /* seconds */

volatile uint64_t counted;

static double seconds_of(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

double wall_seconds(void) { return seconds_of(CLOCK_MONOTONIC); }
double cpu_seconds(void) { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

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

struct entry {
  const struct contestant *contestant;
  size_t things;
  double *fastest; /* seconds of each */
};

static struct entry entries[CONTESTANTS_MOST];
static size_t entry_count;

static void pass(const struct entry *entry, const struct texts *texts) {
  for (size_t i = 0; i < entry->things; i++) entry->contestant->take(texts, i);
}

static void open_all(const struct contestant *all, const struct texts *texts) {
  for (; all->name != NULL; all++) {
    if (all->open != NULL && !all->open(texts)) continue;
    struct entry *entry = &entries[entry_count++];
    entry->contestant = all;
    entry->things = all->reads_windows ? texts->windows.count : texts->count;
    entry->fastest = malloc(entry->things * sizeof *entry->fastest);
    for (size_t i = 0; i < entry->things; i++) entry->fastest[i] = 1e9;
    pass(entry, texts); /* warm */
    puts(all->name);
  }
}

/* What looking at the clock takes by itself. */
static double clock_seconds(void) {
  double fastest = 1e9;
  for (int i = 0; i < 1000; i++) {
    double start = wall_seconds(), seconds = wall_seconds() - start;
    if (seconds < fastest) fastest = seconds;
  }
  return fastest;
}

static void time_each(const struct entry *entry, const struct texts *texts) {
  for (size_t i = 0; i < entry->things; i++) {
    double start = wall_seconds();
    entry->contestant->take(texts, i);
    double seconds = wall_seconds() - start;
    if (seconds < entry->fastest[i]) entry->fastest[i] = seconds;
  }
}

static double have_turn(const struct entry *entry, const struct texts *texts) {
  double start = wall_seconds(), sum = 0;
  do time_each(entry, texts);
  while (wall_seconds() - start < turn);
  for (size_t i = 0; i < entry->things; i++) sum += entry->fastest[i];
  return sum / (double)entry->things - clock_seconds();
}

static double mean_of_turn(const struct entry *entry, const struct texts *texts) {
  double start = cpu_seconds();
  size_t passes = 0;
  for (; cpu_seconds() - start < turn; passes++) pass(entry, texts);
  return (cpu_seconds() - start) / (double)passes / (double)entry->things;
}

static void take_turns(const struct texts *texts) {
  static const char mean[] = "mean ";
  char line[128];
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    bool in_the_mean = strncmp(line, mean, strlen(mean)) == 0;
    const char *name = in_the_mean ? line + strlen(mean) : line;
    for (size_t i = 0; i < entry_count; i++)
      if (strcmp(entries[i].contestant->name, name) == 0)
        printf("%.5f\n", (in_the_mean ? mean_of_turn : have_turn)(&entries[i], texts) * 1e6);
    if (strcmp(name, "measure") == 0) {
      measure_ours(texts);
      puts("");
    }
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
  for (size_t i = 0; i < entry_count; i++) free(entries[i].fastest);
  free_texts(&texts);
  return 0;
}
