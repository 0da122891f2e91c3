/* A plan for a person to read: what to do now, what is coming, what is done. */
#ifndef FOLLOWUP_PLAN_HUMAN_H
#define FOLLOWUP_PLAN_HUMAN_H

#include <followup.h>

#include "terminal.h"

void human_print_plan(const struct terminal *terminal, const char *file, const followup_case *of, int64_t now,
                      const followup_plan *plan);

#endif
