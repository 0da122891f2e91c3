/* The command line: options with or without values, and files. */
#ifndef FOLLOWUP_SHARED_COMMAND_LINE_H
#define FOLLOWUP_SHARED_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* `take` puts a value into what the program keeps, and says false to one it cannot read. */
struct option {
  const char *name;
  bool (*take)(void *into, const char *value);
  const char *expects; /* what a good value is, in words; NULL: it has none */
};

struct command_line {
  const char *program;
  const struct option *options;
  size_t option_count;
  void *into;
  const char **files; /* room for as many as there are words */
  size_t file_count;
};

/* Reads "--name", "--name=value", "--name" "value", "-h" for "--help", and files; says on standard error what is wrong.
 */
bool command_line_read(struct command_line *line, int count, char **words);

/* Says it in the program's name, and how to get help; false, so that a caller can return it. */
bool command_line_refuse(const char *program, const char *words, const char *about);

#endif
