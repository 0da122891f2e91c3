/* What the command line asks for. */
#ifndef FOLLOWUP_PLAN_OPTIONS_H
#define FOLLOWUP_PLAN_OPTIONS_H

#include <followup-formats.h>

enum output_format { OUTPUT_HUMAN, OUTPUT_JSON, OUTPUT_ICS };

struct options {
  enum output_format format;
  int64_t now; /* or FOLLOWUP_NO_TIME */
  const char *policy_path;
  const char **files;
  size_t file_count;
  bool record, help, version;
};

/* Reads the command line; on failure says what is wrong on standard error and returns false. */
bool options_read(struct options *options, int count, char **words);
void options_free(struct options *options);

void options_print_help(void);

#endif
