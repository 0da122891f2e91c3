/* What the command line asks for. */
#ifndef FOLLOWUP_LINT_OPTIONS_H
#define FOLLOWUP_LINT_OPTIONS_H

#include <followup-formats.h>

enum output_format { OUTPUT_HUMAN, OUTPUT_JSON, OUTPUT_SARIF };

struct options {
  enum output_format format;
  int64_t now;            /* or FOLLOWUP_NO_TIME */
  followup_level fail_on; /* FOLLOWUP_LEVEL_OFF: never */
  followup_kind kind;
  size_t limit; /* of a text, in bytes */
  const char *policy_path, *case_path;
  const char **to; /* mailboxes */
  size_t to_count;
  const char **files;
  size_t file_count;
  bool help, version;
};

/* Reads the command line; on failure says what is wrong on standard error and returns false. */
bool options_read(struct options *options, int count, char **words);
void options_free(struct options *options);

void options_print_help(void);

#endif
