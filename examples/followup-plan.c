/*
 * followup-plan: what to do next in a hiring process, and what the follow-ups so far show, with libfollowup.
 *
 * plan/options.c reads the command line, plan/session.c goes through the cases, plan/human.c and plan/json.c print.
 */
#include "plan/session.h"

static int plan_files(const void *from) {
  const struct options *options = from;
  const char *const *files = options->common.files;
  struct session session;
  if (session_open(&session, options))
    for (size_t i = 0; i < options->common.file_count && !session.run.output_failed; i++)
      session_plan(&session, files[i]);
  return session_close(&session);
}

int main(int count, char **words) {
  static const struct program program = {options_read, options_print_help, plan_files, options_free};
  struct options options = {0};
  return program_run(&program, &options.common, count, words);
}
