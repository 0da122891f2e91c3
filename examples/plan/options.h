/* What the command line asks for. */
#ifndef FOLLOWUP_PLAN_OPTIONS_H
#define FOLLOWUP_PLAN_OPTIONS_H

#include "common_options.h"

enum output_format { OUTPUT_HUMAN, OUTPUT_JSON, OUTPUT_ICS };

struct options {
  struct common_options common; /* its format is an enum output_format */
  bool record;
};

/* Reads the command line; on failure says what is wrong on standard error and returns false. */
bool options_read(void *into, int count, char **words);
void options_free(void *into);

void options_print_help(void);

#endif
