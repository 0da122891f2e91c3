/* The command line of followup-window. */
#ifndef FOLLOWUP_WINDOW_OPTIONS_H
#define FOLLOWUP_WINDOW_OPTIONS_H

#include <followup.h>

struct options {
  const char *reference; /* NULL: the clock */
  const char *zone;      /* NULL: UTC */
  const char *region;    /* NULL: none */
  const char *holidays;  /* dates, separated by commas, or NULL */
  const char *batch;     /* a file, or NULL */
  followup_weekend weekend;
  const char *sentence;
  const char **words; /* of the command line that are no options */
  bool help, version;
};

/* False after a message on standard error. */
bool options_read(struct options *options, int count, char **words);
void options_free(struct options *options);
bool weekend_from_name(const char *name, followup_weekend *weekend);
void options_print_help(void);

#endif
