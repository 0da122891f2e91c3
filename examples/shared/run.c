#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "inputs.h"

/* Complaints. */

static void say(struct run *run, const char *place, size_t line, const char *words) {
  progress_clear(&run->progress);
  fflush(stdout); /* what was printed before stands before it on a screen */
  terminal_print(stderr, place, strlen(place));
  if (line != FOLLOWUP_NOWHERE) fprintf(stderr, ":%zu", line);
  fputs(": ", stderr);
  terminal_print(stderr, words, strlen(words));
  fputc('\n', stderr);
}

void run_complain(struct run *run, const char *place, const char *words) {
  run->bad_inputs++;
  say(run, place, FOLLOWUP_NOWHERE, words);
}

void run_complain_of(struct run *run, const char *place, bool is_line, const followup_error *error) {
  run->bad_inputs++;
  say(run, place, is_line ? FOLLOWUP_NOWHERE : followup_error_line(error), followup_error_message(error));
}

void run_complain_error(struct run *run, const char *place, bool is_line) {
  run_complain_of(run, place, is_line, run->error);
}

bool run_out_of_memory(struct run *run) {
  run_complain(run, run->options->program, "out of memory");
  return false;
}

/* Opening. */

static bool read_policy(struct run *run) {
  struct file_text text;
  const char *path = run->options->policy_path;
  if (path == NULL) return true;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &text);
  if (wrong != NULL) {
    run_complain(run, path, wrong);
    return false;
  }
  followup_status status = followup_formats_read_policy(run->policy, text.bytes, text.length, run->error);
  file_text_free(&text);
  if (status != FOLLOWUP_OK) run_complain_error(run, path, false);
  return status == FOLLOWUP_OK;
}

bool run_open(struct run *run, const struct common_options *options) {
  *run = (struct run){.options = options, .terminal = terminal_open(stdout)};
  run->clock = clock_read(run->clock_words);
  if (followup_context_new(NULL, NULL, NULL, &run->context) != FOLLOWUP_OK ||
      followup_error_new(run->context, &run->error) != FOLLOWUP_OK ||
      followup_policy_new(run->context, &run->policy, run->error) != FOLLOWUP_OK)
    return run_out_of_memory(run);
  return read_policy(run);
}

/* The clock. */

int64_t run_instant(const struct run *run, int64_t of_case, bool *by_clock) {
  *by_clock = run->options->now == FOLLOWUP_NO_TIME && of_case == FOLLOWUP_NO_TIME;
  if (run->options->now != FOLLOWUP_NO_TIME) return run->options->now;
  return *by_clock ? run->clock : of_case;
}

void run_tell_clock(struct run *run, const char *done) {
  char words[128];
  if (run->clock_told || run->clock_words[0] == '\0') return;
  run->clock_told = true;
  snprintf(words, sizeof words, "%s as of %s, by the clock; --now sets another time", done, run->clock_words);
  say(run, run->options->program, FOLLOWUP_NOWHERE, words);
}

int64_t run_now(struct run *run, int64_t of_case, const char *done) {
  bool by_clock;
  int64_t now = run_instant(run, of_case, &by_clock);
  if (by_clock && done != NULL) run_tell_clock(run, done);
  return now;
}

/* Closing. */

void run_output_failed(struct run *run) {
  run->output_failed = true;
  if (run->output_errno == 0) run->output_errno = errno;
}

/* A reader that went away (`| head`) needs no message; a full disk does. */
static void flush_output(struct run *run) {
  if (fflush(stdout) != 0 || ferror(stdout)) run_output_failed(run);
  if (!run->output_failed || run->output_errno == EPIPE) return;
  bool known = run->output_errno != 0;
  say(run, run->options->program, FOLLOWUP_NOWHERE, known ? strerror(run->output_errno) : "cannot write the output");
}

bool run_close(struct run *run) {
  flush_output(run);
  followup_policy_free(run->policy);
  followup_error_free(run->error);
  followup_context_free(run->context);
  return run->bad_inputs == 0 && !run->output_failed;
}
