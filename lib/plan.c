/* The plan as a caller holds it: the planner's actions with their texts, free of the case. */
#include <string.h>

#include "base/error.h"
#include "plan/action.h"
#include "plan/because.h"
#include "time/local_text.h"

struct followup_plan {
  const followup_context *context;
  ARRAY(struct followup_action) actions;
  text_pool texts;
};

/* Making */

static text_place keep(followup_plan *plan, const char *text, bool *good) {
  return text_pool_add(plan->context, &plan->texts, text, strlen(text), good);
}

static text_place keep_text(followup_plan *plan, const struct model_text *text, bool *good) {
  return text_pool_add(plan->context, &plan->texts, text->bytes, text->length, good);
}

static struct action_places places_of(const struct planned *from) {
  struct action_places places = {FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE};
  if (from->interview != NULL) places.interview = from->interview->place;
  if (from->interviewer != NULL) places.interviewer = from->interviewer->place;
  if (from->material != NULL) places.material = (size_t)(from->material - from->interview->promised_materials.items);
  if (from->event != NULL) places.event = from->event->place;
  return places;
}

static bool late(const struct planned *from) { return from->done_by != NULL && from->done_by->sent > from->due; }

static void keep_names(followup_plan *plan, const struct planned *from, struct followup_action *action, bool *good) {
  const struct mailbox *to = &from->to;
  action->to = keep_text(plan, to->address.length > 0 ? &to->address : &to->name, good);
  action->to_name = keep_text(plan, &to->name, good);
  if (from->interview != NULL) action->interview = keep_text(plan, &from->interview->id, good);
  if (from->material != NULL) action->what = keep_text(plan, &from->material->what, good);
  if (from->done_by != NULL) action->done_by = keep(plan, followup_message_id(from->done_by), good);
}

static void keep_times(followup_plan *plan, const struct planned *from, struct followup_action *action, bool *good) {
  char local[LOCAL_TEXT];
  write_local_text(from->zone, from->opens, local);
  action->opens_local = keep(plan, local, good);
  write_local_text(from->zone, from->due, local);
  action->due_local = keep(plan, local, good);
  action->zone = keep(plan, time_zone_name(from->zone), good);
}

static bool keep_action(followup_plan *plan, const struct planner *planner, const struct planned *from) {
  struct followup_action action = {.plan = plan,
                                   .kind = from->kind,
                                   .state = from->state,
                                   .opens = from->opens,
                                   .due = from->due,
                                   .late = late(from),
                                   .optional = from->kind == FOLLOWUP_ACTION_FEEDBACK_REQUEST,
                                   .places = places_of(from)};
  char because[BECAUSE_TEXT];
  bool good = array_reserve(plan->context, &plan->actions, 1);
  say_because(planner, from, because);
  action.because = keep(plan, because, &good);
  keep_names(plan, from, &action, &good);
  keep_times(plan, from, &action, &good);
  if (good) plan->actions.items[plan->actions.count++] = action;
  return good;
}

static followup_plan *copy_plan(const struct planner *planner) {
  followup_plan *plan = memory_take_zeroed(planner->context, sizeof *plan);
  if (plan == NULL) return NULL;
  plan->context = planner->context;
  for (size_t i = 0; i < planner->order.count; i++) {
    if (keep_action(plan, planner, planner->order.items[i])) continue;
    followup_plan_free(plan);
    return NULL;
  }
  return plan;
}

followup_status followup_plan_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                   followup_plan **made, followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  struct planner planner;
  followup_plan *plan = NULL;
  followup_status status = planner_open(&planner, policy, of, now, error);
  if (status == FOLLOWUP_OK) {
    plan = copy_plan(&planner);
    if (plan == NULL) status = error_memory(error);
  }
  planner_close(&planner);
  if (status == FOLLOWUP_OK) *made = plan;
  return status;
}

void followup_plan_free(followup_plan *plan) {
  if (plan == NULL) return;
  array_free(plan->context, &plan->actions);
  array_free(plan->context, &plan->texts);
  memory_give(plan->context, plan);
}

/* Reading */

size_t followup_plan_count(const followup_plan *plan) { return plan != NULL ? plan->actions.count : 0; }

const followup_action *followup_plan_at(const followup_plan *plan, size_t index) {
  return index < followup_plan_count(plan) ? &plan->actions.items[index] : NULL;
}

followup_action_kind followup_action_kind_of(const followup_action *action) {
  return action != NULL ? action->kind : (followup_action_kind)0;
}

followup_action_state followup_action_state_of(const followup_action *action) {
  return action != NULL ? action->state : (followup_action_state)0;
}

int64_t followup_action_opens(const followup_action *action) {
  return action != NULL ? action->opens : FOLLOWUP_NO_TIME;
}

int64_t followup_action_due(const followup_action *action) { return action != NULL ? action->due : FOLLOWUP_NO_TIME; }

bool followup_action_late(const followup_action *action) { return action != NULL && action->late; }

bool followup_action_optional(const followup_action *action) { return action != NULL && action->optional; }

#define TEXT_GETTER(name, member)                                     \
  const char *followup_action_##name(const followup_action *action) { \
    if (action == NULL || action->member == 0) return "";             \
    return action->plan->texts.items + action->member;                \
  }

TEXT_GETTER(interview, interview)
TEXT_GETTER(to, to)
TEXT_GETTER(to_name, to_name)
TEXT_GETTER(what, what)
TEXT_GETTER(done_by, done_by)
TEXT_GETTER(time_zone, zone)
TEXT_GETTER(opens_local, opens_local)
TEXT_GETTER(due_local, due_local)
TEXT_GETTER(because, because)

const char *followup_action_kind_name(followup_action_kind kind) {
  static const char *const names[] = {NULL,           "capture_notes",         "thank_you",
                                      "materials",    "information_reply",     "application_follow_up",
                                      "status_check", "offer_acknowledgement", "feedback_request"};
  return kind >= FOLLOWUP_ACTION_CAPTURE_NOTES && kind <= FOLLOWUP_ACTION_FEEDBACK_REQUEST ? names[kind] : NULL;
}

const char *followup_action_state_name(followup_action_state state) {
  static const char *const names[] = {NULL, "done", "closed", "upcoming", "held", "overdue", "open"};
  return state >= FOLLOWUP_ACTION_DONE && state <= FOLLOWUP_ACTION_OPEN ? names[state] : NULL;
}
