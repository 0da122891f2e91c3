/* What else of the plan a message answers: all that one person was promised, or asked for, goes out in one mail. */
#include <string.h>

#include "draft/drafting.h"
#include "model/build.h"

enum { MOST_TOGETHER = 12 };

static bool waits(const followup_action *action) {
  return action->state != FOLLOWUP_ACTION_DONE && action->state != FOLLOWUP_ACTION_CLOSED;
}

static bool is_same_receiver(const followup_action *one, const followup_action *other) {
  return strcmp(followup_action_to(one), followup_action_to(other)) == 0 &&
         strcmp(followup_action_to_name(one), followup_action_to_name(other)) == 0;
}

/* What is done or closed, and drafted all the same, is drafted alone. */
static bool goes_with(const struct drafting *drafting, const followup_action *other) {
  const followup_action *action = drafting->action;
  bool joins = action->kind == FOLLOWUP_ACTION_MATERIALS || action->kind == FOLLOWUP_ACTION_INFORMATION_REPLY;
  if (other == action || !joins || other->kind != action->kind) return other == action;
  return waits(action) && waits(other) && other->opens <= drafting->view.at && is_same_receiver(action, other);
}

/* The thing of an action, where the case still has it there. */
static const struct model_text *thing_of(const followup_case *of, const struct action_places *places) {
  if (places->interview >= of->interviews.count) return NULL;
  const followup_interview *interview = of->interviews.items[places->interview];
  if (places->material >= interview->promised_materials.count) return NULL;
  return &interview->promised_materials.items[places->material].what;
}

/* How many before it go with the action of the draft. */
static size_t rank_of_own(const struct drafting *drafting) {
  size_t rank = 0;
  for (size_t i = 0; followup_plan_at(drafting->action->plan, i) != drafting->action; i++)
    rank += goes_with(drafting, followup_plan_at(drafting->action->plan, i));
  return rank;
}

static void settle(struct drafting *drafting, const struct action_places *places) {
  const struct action_places *own = &drafting->action->places;
  const struct model_text *thing = thing_of(drafting->view.of, places);
  drafting->settled.items[drafting->settled.count++] = *places;
  drafting->several_interviews |= places->interview != own->interview;
  drafting->several_events |= places->event != own->event;
  if (thing != NULL) drafting->things.items[drafting->things.count++] = thing;
}

/* Very many go out in several mails, each with as many as one reads. */
followup_status find_settled(struct drafting *drafting) {
  const followup_context *context = drafting->context;
  if (!array_reserve(context, &drafting->settled, MOST_TOGETHER) ||
      !array_reserve(context, &drafting->things, MOST_TOGETHER))
    return FOLLOWUP_E_MEMORY;
  size_t mail = rank_of_own(drafting) / MOST_TOGETHER, rank = 0;
  for (size_t i = 0; i < followup_plan_count(drafting->action->plan); i++) {
    const followup_action *other = followup_plan_at(drafting->action->plan, i);
    if (goes_with(drafting, other) && rank++ / MOST_TOGETHER == mail) settle(drafting, &other->places);
  }
  return FOLLOWUP_OK;
}
