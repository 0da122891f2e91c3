#define _POSIX_C_SOURCE 200809L

#include "common_options.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool common_take_format(void *into, const char *value) {
  struct common_options *options = into;
  for (int i = 0; options->formats[i] != NULL; i++)
    if (strcmp(value, options->formats[i]) == 0) {
      options->format = i;
      return true;
    }
  return false;
}

bool common_take_now(void *into, const char *value) {
  struct common_options *options = into;
  return followup_formats_instant(value, FOLLOWUP_ZERO_TERMINATED, &options->now);
}

bool common_take_policy(void *into, const char *value) {
  struct common_options *options = into;
  options->policy_path = value;
  return *value != '\0';
}

bool common_take_help(void *into, const char *value) {
  (void)value;
  return ((struct common_options *)into)->help = true;
}

bool common_take_version(void *into, const char *value) {
  (void)value;
  return ((struct common_options *)into)->version = true;
}

bool common_options_read(struct common_options *into, const struct option *all, size_t option_count,
                         const char *purpose, int count, char **words) {
  into->now = FOLLOWUP_NO_TIME;
  into->files = calloc(count > 0 ? (size_t)count : 1, sizeof *into->files);
  if (into->files == NULL) return command_line_refuse(into->program, "out of memory", "");
  struct command_line line = {into->program, all, option_count, into, into->files, 0};
  if (!command_line_read(&line, count, words)) return false;
  into->file_count = line.file_count;
  if (into->file_count == 0 && !into->help && !into->version)
    return command_line_refuse(into->program, purpose, ": name a file");
  return true;
}

void common_options_free(struct common_options *options) { free(options->files); }

static int print_about(const struct program *program, const struct common_options *options) {
  if (options->help)
    program->print_help();
  else
    printf("%s %s\n", options->program, followup_version());
  if (fflush(stdout) == 0 && !ferror(stdout)) return EXIT_SUCCESS;
  perror(options->program);
  return EXIT_BAD;
}

int program_run(const struct program *program, struct common_options *options, int count, char **words) {
  int exit_status = EXIT_BAD;
  signal(SIGPIPE, SIG_IGN); /* a reader that went away is an error of writing */
  if (program->read(options, count, words))
    exit_status = options->help || options->version ? print_about(program, options) : program->work(options);
  program->end(options);
  return exit_status;
}
