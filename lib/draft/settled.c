/* What else of the plan a message answers: all that one person was promised, or asked for, goes out in one mail. */
#include <string.h>

#include "draft/drafting.h"
#include "model/build.h"

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

followup_status find_settled(struct drafting *drafting) {
  const followup_context *context = drafting->context;
  const struct action_places *own = &drafting->action->places;
  size_t count = followup_plan_count(drafting->action->plan);
  if (!array_reserve(context, &drafting->settled, count) || !array_reserve(context, &drafting->things, count))
    return FOLLOWUP_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    const followup_action *other = followup_plan_at(drafting->action->plan, i);
    if (!goes_with(drafting, other)) continue;
    const struct action_places *places = &other->places;
    const struct model_text *thing = thing_of(drafting->view.of, places);
    drafting->settled.items[drafting->settled.count++] = *places;
    drafting->several_interviews |= places->interview != own->interview;
    drafting->several_events |= places->event != own->event;
    if (thing != NULL) drafting->things.items[drafting->things.count++] = thing;
  }
  return FOLLOWUP_OK;
}
