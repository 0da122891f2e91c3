/* A record for a person to read. */
#ifndef FOLLOWUP_PLAN_RECORD_OUTPUT_H
#define FOLLOWUP_PLAN_RECORD_OUTPUT_H

#include <followup.h>

#include "terminal.h"

void human_print_record(const struct terminal *terminal, const char *file, const followup_record *record);

#endif
