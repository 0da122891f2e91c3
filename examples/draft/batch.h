/* The drafts for one case. */
#ifndef FOLLOWUP_DRAFT_BATCH_H
#define FOLLOWUP_DRAFT_BATCH_H

#include <followup.h>

#include "options.h"

struct written {
  const followup_action *action;
  followup_draft *draft;
};

/* The most urgent first; what a draft settles besides its own action gets no other. */
struct batch {
  struct written *items;
  size_t count;
};

/* What the options ask for of a plan. On failure `batch` is to be freed all the same. */
followup_status batch_make(struct batch *batch, const struct options *options, const followup_policy *policy,
                           const followup_case *of, const followup_plan *plan, int64_t now, followup_error *error);
void batch_free(struct batch *batch);

#endif
