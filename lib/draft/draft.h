/* A draft as a caller holds it. */
#ifndef FOLLOWUP_DRAFT_DRAFT_H
#define FOLLOWUP_DRAFT_DRAFT_H

#include <followup/draft.h>

#include "base/array.h"
#include "plan/action.h"
#include "rules/report.h"

/* A stretch of the body. */
struct slot {
  size_t start, end;
};

struct followup_draft {
  const followup_context *context;
  followup_kind kind;
  followup_action_kind action;
  text_place interview, to, to_name, subject, body, to_do;
  bool has_address; /* `to` is one */
  text_pool texts;
  ARRAY(struct slot) slots;
  ARRAY(struct action_places) settled; /* of the action's kind */
};

#endif
