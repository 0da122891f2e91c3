/*
 * followup-plan: what to do next in a hiring process, and what the follow-ups so far show, with libfollowup.
 *
 * plan/options.c reads the command line, plan/session.c goes through the cases, plan/human.c and plan/json.c print.
 */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <stdio.h>

#include "plan/session.h"

static int finish(void) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return EXIT_PLANNED;
  perror("followup-plan");
  return EXIT_BAD;
}

static int plan_files(const struct options *options) {
  struct session session;
  if (session_open(&session, options))
    for (size_t i = 0; i < options->file_count && !session.output_failed; i++)
      session_plan(&session, options->files[i]);
  return session_close(&session);
}

static int run(const struct options *options) {
  if (options->help) {
    options_print_help();
    return finish();
  }
  if (options->version) {
    printf("followup-plan %s\n", followup_version());
    return finish();
  }
  return plan_files(options);
}

int main(int count, char **words) {
  struct options options;
  signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of writing */
  int exit_status = options_read(&options, count, words) ? run(&options) : EXIT_BAD;
  options_free(&options);
  return exit_status;
}
