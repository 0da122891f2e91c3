/* What the command line asks for. */
#ifndef FOLLOWUP_DRAFT_OPTIONS_H
#define FOLLOWUP_DRAFT_OPTIONS_H

#include "common_options.h"

enum output_format { OUTPUT_TEXT, OUTPUT_EML };

struct options {
  struct common_options common; /* its format is an enum output_format */
  followup_action_kind action;  /* or 0: what is open */
  const char *to;               /* or NULL */
  followup_register tone;
};

/* `into` is of struct options. On failure says what is wrong on standard error and returns false. */
bool options_read(void *into, int count, char **words);
void options_free(void *into);

void options_print_help(void);

#endif
