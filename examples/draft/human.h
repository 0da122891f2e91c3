/* A draft for a person to copy and finish. */
#ifndef FOLLOWUP_DRAFT_HUMAN_H
#define FOLLOWUP_DRAFT_HUMAN_H

#include <followup.h>

#include "terminal.h"

void human_print_draft(const struct terminal *terminal, const char *place, const followup_action *action,
                       const followup_draft *draft, int64_t now);

#endif
