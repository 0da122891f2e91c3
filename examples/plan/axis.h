/* Open actions drawn over a line of time. */
#ifndef FOLLOWUP_PLAN_AXIS_H
#define FOLLOWUP_PLAN_AXIS_H

#include <followup.h>

#include "terminal.h"

enum { MOST_BARS = 9 };

/* A bar for each action, numbered from 1, from when it opens to when it is due; nothing where nobody looks on. */
void axis_draw(const struct terminal *terminal, int64_t now, const followup_action *const actions[], size_t count);

#endif
