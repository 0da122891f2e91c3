/*
 * The race: what is measured in one process, on the same texts, in short turns.
 *
 * A contestant takes one text at a time. The bodies are those of the cases, so that what judges a case and what only
 * scans its text read the same bytes.
 */
#ifndef FOLLOWUP_BENCH_RACE_H
#define FOLLOWUP_BENCH_RACE_H

#include <followup-formats.h>

#include "support/window_rows.h"

enum { CASES_MOST = 1000, PHRASES_MOST = 400 };

struct texts {
  size_t count;
  followup_case *cases[CASES_MOST];
  int64_t now[CASES_MOST];
  const char *bodies[CASES_MOST];
  size_t lengths[CASES_MOST];
  size_t phrase_count;
  char *phrases[PHRASES_MOST];     /* regular expressions */
  const char *plain[PHRASES_MOST]; /* the first choice of each, in words */
  struct window_rows windows;
};

struct contestant {
  const char *name;
  bool (*open)(const struct texts *texts); /* or NULL; false: not to be had here */
  void (*take)(const struct texts *texts, size_t index);
  bool reads_windows; /* instead of messages */
};

/* Both end with a row without a name. */
extern const struct contestant floors[], ours[];

double wall_seconds(void);
double cpu_seconds(void); /* of all threads */

/* What is measured once: prints "name<TAB>number" lines. */
void measure_ours(const struct texts *texts);

/* Where a contestant leaves what it counted, so that no compiler drops the counting. */
extern volatile uint64_t counted;

#endif
