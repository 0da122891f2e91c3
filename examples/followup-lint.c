/*
 * followup-lint: judges case files, mails and drafts with libfollowup.
 *
 * lint/options.c reads the command line, lint/session.c holds what all inputs share, lint/judge.c goes through one
 * input, lint/many.c judges cases in several threads, lint/human.c prints for a person.
 */
#include "lint/judge.h"
#include "lint/many.h"

static int judge_files(const void *from) {
  const struct options *options = from;
  const char *const *files = options->common.files;
  struct session session;
  if (session_open(&session, options)) {
    for (size_t i = 0; i < options->common.file_count && !session.run.output_failed; i++)
      judge_file(&session, files[i]);
    many_finish(&session);
  }
  return session_close(&session);
}

int main(int count, char **words) {
  static const struct program program = {options_read, options_print_help, judge_files, options_free};
  struct options options = {0};
  return program_run(&program, &options.common, count, words);
}
