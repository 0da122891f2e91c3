/* Why an action is in the plan, and why it stands as it does: one sentence of English. */
#ifndef FOLLOWUP_PLAN_BECAUSE_H
#define FOLLOWUP_PLAN_BECAUSE_H

#include "plan/planner.h"

enum { BECAUSE_TEXT = 512 };

void say_because(const struct planner *planner, const struct planned *action, char into[BECAUSE_TEXT]);

#endif
