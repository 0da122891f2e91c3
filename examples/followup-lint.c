/*
 * followup-lint: judges case files, mails and drafts with libfollowup.
 *
 * lint/options.c reads the command line, lint/session.c holds what all inputs share, lint/judge.c goes through one
 * input, lint/human.c prints for a person.
 */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <stdio.h>

#include "lint/judge.h"

static int finish(int exit_status) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return exit_status;
  perror("followup-lint");
  return EXIT_BAD;
}

static int judge_files(const struct options *options) {
  struct session session;
  if (session_open(&session, options))
    for (size_t i = 0; i < options->file_count && !session.output_failed; i++) judge_file(&session, options->files[i]);
  return session_close(&session);
}

static int run(const struct options *options) {
  if (options->help) {
    options_print_help();
    return finish(EXIT_CLEAN);
  }
  if (options->version) {
    printf("followup-lint %s\n", followup_version());
    return finish(EXIT_CLEAN);
  }
  return judge_files(options);
}

int main(int count, char **words) {
  struct options options;
  signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of writing */
  int exit_status = options_read(&options, count, words) ? run(&options) : EXIT_BAD;
  options_free(&options);
  return exit_status;
}
