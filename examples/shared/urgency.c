#include "urgency.h"

#include <stdlib.h>

struct ranked {
  const followup_action *action;
  int rank;
  int64_t distance;
  size_t place; /* in the plan */
};

static bool is_to_do(const followup_action *action) {
  followup_action_state state = followup_action_state_of(action);
  return state == FOLLOWUP_ACTION_OVERDUE || state == FOLLOWUP_ACTION_OPEN;
}

static int rank_of(const followup_action *action) {
  if (followup_action_optional(action)) return 2;
  return followup_action_kind_of(action) == FOLLOWUP_ACTION_CAPTURE_NOTES &&
         followup_action_state_of(action) == FOLLOWUP_ACTION_OVERDUE;
}

static int compare(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  if (a->rank != b->rank) return a->rank - b->rank;
  if (a->distance != b->distance) return a->distance < b->distance ? -1 : 1;
  return a->place < b->place ? -1 : a->place > b->place;
}

bool urgency_sort(const followup_plan *plan, int64_t now, const followup_action ***sorted, size_t *count) {
  size_t all = followup_plan_count(plan);
  struct ranked *ranked = calloc(all + 1, sizeof *ranked);
  const followup_action **actions = calloc(all + 1, sizeof *actions);
  *count = 0;
  for (size_t i = 0; ranked != NULL && actions != NULL && i < all; i++) {
    const followup_action *action = followup_plan_at(plan, i);
    int64_t due = followup_action_due(action), distance = due < now ? now - due : due - now;
    if (is_to_do(action)) ranked[(*count)++] = (struct ranked){action, rank_of(action), distance, i};
  }
  bool good = ranked != NULL && actions != NULL;
  if (good) qsort(ranked, *count, sizeof *ranked, compare);
  for (size_t i = 0; good && i < *count; i++) actions[i] = ranked[i].action;
  free(ranked);
  if (!good) free(actions);
  if (good) *sorted = actions;
  return good;
}
