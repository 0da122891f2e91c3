/* An action as a caller holds it. */
#ifndef FOLLOWUP_PLAN_ACTION_H
#define FOLLOWUP_PLAN_ACTION_H

#include <followup/plan.h>

#include "rules/report.h"

/* Where the parts that an action hangs on stand in the case; FOLLOWUP_NOWHERE for those it has not. */
struct action_places {
  size_t interview, interviewer, material, event;
};

struct followup_action {
  const followup_plan *plan;
  followup_action_kind kind;
  followup_action_state state;
  int64_t opens, due;
  bool late, optional;
  struct action_places places;
  text_place interview, to, to_name, what, done_by, zone, opens_local, due_local, because;
};

#endif
