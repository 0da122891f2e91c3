#define _POSIX_C_SOURCE 200809L

#include "batch.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "urgency.h"

#define Z FOLLOWUP_ZERO_TERMINATED

/* Which actions. */

/* "Name <address>", "address" or "Name", as --to has it. */
static bool means(const char *to, const followup_action *action) {
  const char *open = strrchr(to, '<'), *address = followup_action_to(action);
  size_t length = strlen(address);
  if (open != NULL) return strncasecmp(open + 1, address, length) == 0 && open[1 + length] == '>';
  return strcasecmp(to, address) == 0 || strcasecmp(to, followup_action_to_name(action)) == 0;
}

static bool is_to_do(const followup_action *action) {
  followup_action_state state = followup_action_state_of(action);
  return state == FOLLOWUP_ACTION_OPEN || state == FOLLOWUP_ACTION_OVERDUE;
}

/* What waits for nobody in particular goes to whom --to names, where nothing of its kind waits for that person. */
static bool goes_to_another(const struct options *options, const followup_plan *plan, followup_action_kind kind) {
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *other = followup_plan_at(plan, i);
    if (followup_action_kind_of(other) == kind && *followup_action_to(other) != '\0' && means(options->to, other) &&
        (options->action != 0 || is_to_do(other)))
      return true;
  }
  return false;
}

static bool is_wanted(const struct options *options, const followup_plan *plan, const followup_action *action) {
  followup_action_kind kind = followup_action_kind_of(action);
  bool names_nobody = *followup_action_to(action) == '\0';
  if (kind == FOLLOWUP_ACTION_CAPTURE_NOTES) return false;
  if (options->action != 0 && kind != options->action) return false;
  if (options->to != NULL && !names_nobody && !means(options->to, action)) return false;
  if (options->to != NULL && names_nobody && goes_to_another(options, plan, kind)) return false;
  return options->action != 0 || is_to_do(action);
}

/* Drafting. */

static bool is_settled(const struct batch *batch, const followup_action *action) {
  for (size_t i = 0; i < batch->count; i++)
    if (followup_draft_settles(batch->items[i].draft, action)) return true;
  return false;
}

struct making {
  struct batch *batch;
  const struct options *options;
  const followup_policy *policy;
  const followup_case *of;
  const followup_plan *plan;
  int64_t now;
  followup_error *error;
};

static followup_status add(const struct making *making, const followup_action *action) {
  const struct options *options = making->options;
  struct batch *batch = making->batch;
  const char *to = *followup_action_to(action) == '\0' ? options->to : NULL;
  followup_draft *draft = NULL;
  if (!is_wanted(options, making->plan, action) || is_settled(batch, action)) return FOLLOWUP_OK;
  followup_status status =
      followup_draft_make(making->policy, making->of, action, making->now, options->tone, to, Z, &draft, making->error);
  if (status == FOLLOWUP_OK) batch->items[batch->count++] = (struct written){action, draft};
  return status;
}

static followup_status out_of_memory(followup_error *error) {
  return followup_error_set(error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
}

/* What is named in another state than open or overdue comes behind, in the plan's order. */
static followup_status add_all(const struct making *making) {
  const followup_plan *plan = making->plan;
  const followup_action **urgent = NULL;
  size_t count;
  followup_status status = FOLLOWUP_OK;
  if (!urgency_sort(plan, making->now, &urgent, &count)) return out_of_memory(making->error);
  for (size_t i = 0; status == FOLLOWUP_OK && i < count; i++) status = add(making, urgent[i]);
  for (size_t i = 0; status == FOLLOWUP_OK && i < followup_plan_count(plan); i++)
    if (!is_to_do(followup_plan_at(plan, i))) status = add(making, followup_plan_at(plan, i));
  free(urgent);
  return status;
}

followup_status batch_make(struct batch *batch, const struct options *options, const followup_policy *policy,
                           const followup_case *of, const followup_plan *plan, int64_t now, followup_error *error) {
  *batch = (struct batch){calloc(followup_plan_count(plan) + 1, sizeof *batch->items), 0};
  const struct making making = {batch, options, policy, of, plan, now, error};
  return batch->items != NULL ? add_all(&making) : out_of_memory(error);
}

void batch_free(struct batch *batch) {
  while (batch->count > 0) followup_draft_free(batch->items[--batch->count].draft);
  free(batch->items);
}
