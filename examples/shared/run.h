/* One run over case files: what all of it shares, and how it complains. */
#ifndef FOLLOWUP_SHARED_RUN_H
#define FOLLOWUP_SHARED_RUN_H

#include "clock.h"
#include "common_options.h"
#include "progress.h"
#include "terminal.h"

struct run {
  const struct common_options *options;
  followup_context *context;
  followup_error *error;
  followup_policy *policy;
  struct terminal terminal;
  struct progress progress;
  int64_t clock;                 /* read once, when the run opens */
  char clock_words[CLOCK_WORDS]; /* the same in words, or "" */
  bool clock_told;
  size_t bad_inputs;
  bool output_failed;
  int output_errno; /* why, or 0 */
};

/* Opens it and reads --policy. False when there is nothing to go on with, which was said; close it all the same. */
bool run_open(struct run *run, const struct common_options *options);
/* Writes out what is left to standard output and frees; true where all inputs were good and all output was written. */
bool run_close(struct run *run);

/* Says on standard error what is wrong with an input, or with anything else, and counts it. */
void run_complain(struct run *run, const char *place, const char *words);
/* The same with what the error says. The place gets the line, but for a place that is a line (`is_line`) itself. */
void run_complain_error(struct run *run, const char *place, bool is_line);
/* The same with an error of its own. */
void run_complain_of(struct run *run, const char *place, bool is_line, const followup_error *error);
bool run_out_of_memory(struct run *run);

/* The instant that counts: --now, else the case's, else the clock; any thread may ask. */
int64_t run_instant(const struct run *run, int64_t of_case, bool *by_clock);
/* Tells the clock, once a run; `done` is "judged" or the like. */
void run_tell_clock(struct run *run, const char *done);
/* The instant that counts; the clock is told where `done` is not NULL. */
int64_t run_now(struct run *run, int64_t of_case, const char *done);

/* Takes note that standard output failed, for the reason in errno. */
void run_output_failed(struct run *run);

#endif
