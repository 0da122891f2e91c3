/* What the command line asks for. */
#ifndef FOLLOWUP_LINT_OPTIONS_H
#define FOLLOWUP_LINT_OPTIONS_H

#include "common_options.h"

enum output_format { OUTPUT_HUMAN, OUTPUT_JSON, OUTPUT_SARIF };

struct options {
  struct common_options common; /* its format is an enum output_format */
  followup_level fail_on;       /* FOLLOWUP_LEVEL_OFF: never */
  followup_kind kind;
  size_t limit; /* of a text, in bytes */
  size_t jobs;  /* threads that judge cases */
  const char *case_path;
  const char **to; /* mailboxes */
  size_t to_count;
};

/* Reads the command line; on failure says what is wrong on standard error and returns false. */
bool options_read(void *into, int count, char **words);
void options_free(void *into);

void options_print_help(void);

#endif
