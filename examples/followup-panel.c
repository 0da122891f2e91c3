/*
 * followup-panel: the thank-you notes of a panel at a glance, and those that are too much alike, with libfollowup.
 *
 * panel/seats.c finds who was thanked by which message, panel/taken_up.c which notes it takes up, panel/alike.c
 * compares the messages; panel/human.c and panel/marked.c print.
 */
#include "panel/session.h"

static int show_files(const void *from) {
  const struct options *options = from;
  const char *const *files = options->common.files;
  struct session session;
  if (session_open(&session, options))
    for (size_t i = 0; i < options->common.file_count && !session.run.output_failed; i++)
      session_show(&session, files[i]);
  return session_close(&session);
}

int main(int count, char **words) {
  static const struct program program = {options_read, options_print_help, show_files, options_free};
  struct options options = {0};
  return program_run(&program, &options.common, count, words);
}
