/* One action for every follow-up that the process calls for. */
#include "model/queries.h"
#include "plan/planner.h"

enum { NOTES_WANTED = 2, STATUS_CHECK_DAYS = 5 };

static bool add(struct planner *planner, struct planned *action) {
  if (!array_reserve(planner->context, &planner->actions, 1)) return false;
  action->place = planner->actions.count;
  settle(planner, action);
  planner->actions.items[planner->actions.count++] = *action;
  return true;
}

static void set_due(const struct planner *planner, struct planned *action, followup_number hours,
                    const struct time_zone *zone) {
  struct deadline deadline = deadline_in_hours(planner->of, planner->policy, hours, action->anchor, zone);
  action->due = deadline.due;
  action->rolled = deadline.rolled;
}

/* Interviews */

static struct planned after_interview(const followup_interview *interview, followup_action_kind kind) {
  return (struct planned){.kind = kind,
                          .interview = interview,
                          .zone = zone_of_interview(interview),
                          .anchor = interview->end,
                          .opens = interview->end};
}

static bool add_thank_you(struct planner *planner, const followup_interviewer *interviewer) {
  struct planned action = after_interview(interviewer->interview, FOLLOWUP_ACTION_THANK_YOU);
  action.interviewer = interviewer;
  action.to = interviewer_mailbox(interviewer);
  set_due(planner, &action, FOLLOWUP_NUMBER_THANK_YOU_HOURS, action.zone);
  return add(planner, &action);
}

static bool add_notes(struct planner *planner, const followup_interviewer *interviewer) {
  const struct planned *thanks = &planner->actions.items[planner->actions.count - 1];
  struct planned action = after_interview(interviewer->interview, FOLLOWUP_ACTION_CAPTURE_NOTES);
  action.interviewer = interviewer;
  action.to = interviewer_mailbox(interviewer);
  action.due = instant_add(action.anchor, HOUR_MILLISECONDS);
  action.thanked_by = thanks->done_by;
  return add(planner, &action);
}

static bool add_panel(struct planner *planner, const followup_interview *interview) {
  for (size_t i = 0; i < interview->panel.count; i++) {
    const followup_interviewer *interviewer = interview->panel.items[i];
    if (!add_thank_you(planner, interviewer)) return false;
    bool noted = interviewer->notes.count >= NOTES_WANTED || interview->end > planner->now;
    if (!noted && !add_notes(planner, interviewer)) return false;
  }
  return true;
}

/* Whom a material goes to: the mailbox as promised, filled up with what the panel knows of that person. */
static struct mailbox receiver(const followup_interview *interview, const struct promised_material *material) {
  struct mailbox to = material->to;
  if (to.address.length > 0 && to.name.length > 0) return to;
  const followup_interviewer *met = interview_find_interviewer(interview, &to);
  if (met == NULL) return to;
  if (to.address.length == 0) to.address = met->email;
  if (to.name.length == 0) to.name = met->name;
  return to;
}

static bool add_materials(struct planner *planner, const followup_interview *interview) {
  for (size_t i = 0; i < interview->promised_materials.count; i++) {
    const struct promised_material *material = &interview->promised_materials.items[i];
    struct planned action = after_interview(interview, FOLLOWUP_ACTION_MATERIALS);
    action.material = material;
    action.to = receiver(interview, material);
    set_due(planner, &action, FOLLOWUP_NUMBER_MATERIALS_HOURS, action.zone);
    if (!add(planner, &action)) return false;
  }
  return true;
}

static bool add_interviews(struct planner *planner) {
  const followup_case *of = planner->of;
  for (size_t i = 0; i < of->interviews.count; i++) {
    const followup_interview *interview = of->interviews.items[i];
    if (!add_panel(planner, interview)) return false;
    if (interview->end <= planner->now && !add_materials(planner, interview)) return false;
  }
  return true;
}

/* Events */

static bool add_answer(struct planner *planner, const followup_event *event, followup_action_kind kind,
                       followup_number hours) {
  struct planned action = {.kind = kind,
                           .event = event,
                           .to = event->from,
                           .zone = zone_of_case(planner->of),
                           .anchor = event->at,
                           .opens = event->at};
  if (kind == FOLLOWUP_ACTION_FEEDBACK_REQUEST)
    action.due = deadline_in_days(zone_of_days(planner->of, event->at), event->at, planner->policy->numbers[hours]);
  else
    set_due(planner, &action, hours, zone_of_person(&planner->history, &event->from, event->at));
  return add(planner, &action);
}

static bool add_event(struct planner *planner, const followup_event *event) {
  switch (event->kind) {
    case FOLLOWUP_EVENT_INFORMATION_REQUEST:
      return add_answer(planner, event, FOLLOWUP_ACTION_INFORMATION_REPLY, FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS);
    case FOLLOWUP_EVENT_VERBAL_OFFER:
      return add_answer(planner, event, FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT,
                        FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS);
    case FOLLOWUP_EVENT_REJECTION:
      return add_answer(planner, event, FOLLOWUP_ACTION_FEEDBACK_REQUEST, FOLLOWUP_NUMBER_FEEDBACK_REQUEST_DUE_DAYS);
    default: return true;
  }
}

static bool add_events(struct planner *planner) {
  for (size_t i = 0; i < planner->of->events.count; i++) {
    const followup_event *event = planner->of->events.items[i];
    if (event->at <= planner->now && !add_event(planner, event)) return false;
  }
  return true;
}

/* The application, and the window */

static bool add_application(struct planner *planner) {
  const followup_case *of = planner->of;
  if (of->applied_at == FOLLOWUP_NO_TIME || of->interviews.count > 0) return true;
  struct planned action = {
      .kind = FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, .zone = zone_of_case(of), .anchor = of->applied_at};
  const int *numbers = planner->policy->numbers;
  action.opens = deadline_in_days(action.zone, action.anchor, numbers[FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS]);
  action.due = deadline_in_days(action.zone, action.anchor, numbers[FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DUE_DAYS]);
  if (action.due < action.opens) action.due = action.opens; /* a policy may have moved only one of them */
  return add(planner, &action);
}

static bool add_status_check(struct planner *planner) {
  const struct status_window *window = &planner->window;
  if (window->interview == NULL) return true;
  bool later_word = window->promise != NULL;
  struct planned action = {.kind = FOLLOWUP_ACTION_STATUS_CHECK,
                           .interview = later_word ? NULL : window->interview,
                           .event = window->promise,
                           .zone = later_word ? zone_of_case(planner->of) : window->zone,
                           .anchor = window->anchor,
                           .opens = window->opens};
  action.due = business_days_after(planner->of, window->zone, window->opens, STATUS_CHECK_DAYS);
  return add(planner, &action);
}

bool gather_actions(struct planner *planner) {
  return add_interviews(planner) && add_events(planner) && add_application(planner) && add_status_check(planner);
}
