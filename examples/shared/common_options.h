/* What the command lines of the programs over case files share. */
#ifndef FOLLOWUP_SHARED_COMMON_OPTIONS_H
#define FOLLOWUP_SHARED_COMMON_OPTIONS_H

#include <followup-formats.h>

#include "command_line.h"

enum { EXIT_BAD = 2 }; /* bad usage or input; the others are the program's own */

/* Stands first in a program's own options. */
struct common_options {
  const char *program;
  const char *const *formats; /* the names that --format takes; NULL ends them */
  int format;                 /* which of them: the first, unless said */
  int64_t now;                /* or FOLLOWUP_NO_TIME */
  const char *policy_path;
  const char **files;
  size_t file_count;
  bool help, version;
};

/* The rows of these options in a program's table; `formats` says the names in words. */
#define COMMON_OPTIONS(formats)                                                                  \
  {"format", common_take_format, formats},                                                       \
      {"now", common_take_now, "an instant with its offset, such as 2026-03-05T14:00:00-06:00"}, \
      {"policy", common_take_policy, "a file"}, {"help", common_take_help, NULL}, {              \
    "version", common_take_version, NULL                                                         \
  }

bool common_take_format(void *into, const char *value);
bool common_take_now(void *into, const char *value);
bool common_take_policy(void *into, const char *value);
bool common_take_help(void *into, const char *value);
bool common_take_version(void *into, const char *value);

/*
 * Reads a command line by the table of a program whose options begin with `into`. Where no file is named, `purpose`
 * ("nothing to judge") tells what comes of it.
 */
bool common_options_read(struct common_options *into, const struct option *all, size_t option_count,
                         const char *purpose, int count, char **words);
void common_options_free(struct common_options *options);

/* The life of a program: help or the version where they are asked for, else its work; the exit status. */
struct program {
  bool (*read)(void *options, int count, char **words);
  void (*print_help)(void);
  int (*work)(const void *options);
  void (*end)(void *options);
};
int program_run(const struct program *program, struct common_options *options, int count, char **words);

#endif
