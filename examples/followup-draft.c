/*
 * followup-draft: a first version of what is to be written now in a hiring process, with libfollowup.
 *
 * draft/options.c reads the command line, draft/session.c goes through the cases and chooses among the plan's actions,
 * draft/human.c prints.
 */
#include "draft/session.h"

static int draft_files(const void *from) {
  const struct options *options = from;
  const char *const *files = options->common.files;
  struct session session;
  if (session_open(&session, options))
    for (size_t i = 0; i < options->common.file_count && !session.run.output_failed; i++)
      session_draft(&session, files[i]);
  return session_close(&session);
}

int main(int count, char **words) {
  static const struct program program = {options_read, options_print_help, draft_files, options_free};
  struct options options;
  return program_run(&program, &options.common, count, words);
}
