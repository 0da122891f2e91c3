/* What the command line asks for. */
#ifndef FOLLOWUP_PANEL_OPTIONS_H
#define FOLLOWUP_PANEL_OPTIONS_H

#include "common_options.h"

struct options {
  struct common_options common;
};

/* `into` is of struct options. On failure says what is wrong on standard error and returns false. */
bool options_read(void *into, int count, char **words);
void options_free(void *into);

void options_print_help(void);

#endif
