/* Which message settled an action, what closed it, and what state that leaves it in. */
#include "model/queries.h"
#include "plan/planner.h"

/* Settled */

/* When the person is met again, so that an earlier interview is no longer what they would be thanked for. */
static int64_t next_meeting(const struct planner *planner, const struct planned *action) {
  const struct meeting *next = people_first(&planner->starts, &action->to, action->anchor);
  const followup_interviewer *who = next != NULL ? next->handle : NULL;
  if (who != NULL && who->interview == action->interview) /* one that took no time at all */
    next = people_first(&planner->starts, &action->to, instant_add(action->anchor, 1));
  return next != NULL ? next->at : INT64_MAX;
}

static const followup_message *thanks_for(const struct planner *planner, const struct planned *action) {
  const struct meeting *first = people_first(&planner->notes, &action->to, action->anchor);
  if (first == NULL || first->at > planner->now || first->at >= next_meeting(planner, action)) return NULL;
  return first->handle;
}

static const followup_message *materials_for(const struct planner *planner, const struct planned *action) {
  bool to_anybody = action->to.address.length == 0 && action->to.name.length == 0;
  if (to_anybody) return first_message(&planner->history, FOLLOWUP_KIND_MATERIALS, action->anchor, planner->now);
  const struct meeting *first = people_first(&planner->papers, &action->to, action->anchor);
  return first != NULL && first->at <= planner->now ? first->handle : NULL;
}

static const followup_message *settled_by(const struct planner *planner, const struct planned *action) {
  static const followup_kind kinds[] = {
      [FOLLOWUP_ACTION_INFORMATION_REPLY] = FOLLOWUP_KIND_INFORMATION_REPLY,
      [FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP] = FOLLOWUP_KIND_APPLICATION_FOLLOW_UP,
      [FOLLOWUP_ACTION_STATUS_CHECK] = FOLLOWUP_KIND_STATUS_CHECK,
      [FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT] = FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT,
      [FOLLOWUP_ACTION_FEEDBACK_REQUEST] = FOLLOWUP_KIND_FEEDBACK_REQUEST,
  };
  switch (action->kind) {
    case FOLLOWUP_ACTION_CAPTURE_NOTES: return NULL;
    case FOLLOWUP_ACTION_THANK_YOU: return thanks_for(planner, action);
    case FOLLOWUP_ACTION_MATERIALS: return materials_for(planner, action);
    default: return first_message(&planner->history, kinds[action->kind], action->opens, planner->now);
  }
}

/* Closed */

/* The later of two events, either of which may be missing. */
static const followup_event *later(const followup_event *one, const followup_event *other) {
  if (one == NULL || other == NULL) return one != NULL ? one : other;
  return other->at > one->at ? other : one;
}

static const followup_event *decision(const struct planner *planner) {
  return later(planner->last[FOLLOWUP_EVENT_REJECTION],
               later(planner->last[FOLLOWUP_EVENT_WITHDRAWAL], planner->last[FOLLOWUP_EVENT_HIRE]));
}

static const followup_event *last_of_all(const struct planner *planner) {
  const followup_event *last = NULL;
  for (int kind = FOLLOWUP_EVENT_REPLY; kind < EVENT_KINDS; kind++) last = later(last, planner->last[kind]);
  return last;
}

static const followup_event *after(const followup_event *event, int64_t anchor) {
  return event != NULL && event->at > anchor ? event : NULL;
}

static const followup_event *closes_status_check(const struct planner *planner, const struct planned *action) {
  const followup_event *event = planner->last_plain_reply;
  event = later(event, planner->last[FOLLOWUP_EVENT_VERBAL_OFFER]);
  event = later(event, planner->last[FOLLOWUP_EVENT_WRITTEN_OFFER]);
  event = after(event, action->anchor);
  return event != NULL ? event : decision(planner);
}

static const followup_event *closes_acknowledgement(const struct planner *planner, const struct planned *action) {
  const followup_event *event = planner->last[FOLLOWUP_EVENT_WRITTEN_OFFER];
  event = later(event, planner->last[FOLLOWUP_EVENT_WITHDRAWAL]);
  event = later(event, planner->last[FOLLOWUP_EVENT_HIRE]);
  return event != NULL && event->at >= action->anchor ? event : NULL;
}

static const followup_event *closing_event(const struct planner *planner, const struct planned *action) {
  switch (action->kind) {
    case FOLLOWUP_ACTION_STATUS_CHECK: return closes_status_check(planner, action);
    case FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT: return closes_acknowledgement(planner, action);
    case FOLLOWUP_ACTION_FEEDBACK_REQUEST: return planner->last[FOLLOWUP_EVENT_WITHDRAWAL];
    case FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP: return last_of_all(planner);
    default: return decision(planner);
  }
}

/* A later interview takes the place of the window: the last that has ended is known, so it is one still to come. */
static const followup_interview *closing_interview(const struct planner *planner, const struct planned *action) {
  if (action->kind != FOLLOWUP_ACTION_STATUS_CHECK) return NULL;
  const followup_interview *last = case_latest_interview(planner->of, INT64_MAX);
  return last->end > planner->now ? last : NULL; /* a window is that of an interview */
}

/* Held */

void find_free_again(struct planner *planner) {
  const struct moment now = {planner->now, SIZE_MAX};
  const handle_index *follow_ups = &planner->history.follow_ups;
  size_t allowed = (size_t)planner->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY] - 1;
  int64_t span = (int64_t)planner->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS] * HOUR_MILLISECONDS;
  planner->free_again = FOLLOWUP_NO_TIME;
  if (follow_ups_in_the_way(&planner->history, planner->policy, now) < allowed) return;
  const followup_message *in_the_way = follow_ups->items[messages_before(follow_ups, now) - allowed];
  planner->free_again = instant_add(in_the_way->sent, span);
}

static bool is_held(const struct planner *planner, const struct planned *action) {
  if (planner->free_again == FOLLOWUP_NO_TIME) return false;
  switch (action->kind) {
    case FOLLOWUP_ACTION_THANK_YOU:
      return !round_has_begun(&planner->history, action->interview, (struct moment){planner->now, SIZE_MAX});
    case FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP:
    case FOLLOWUP_ACTION_STATUS_CHECK:
    case FOLLOWUP_ACTION_FEEDBACK_REQUEST: return true;
    default: return false;
  }
}

static followup_action_state state_of(const struct planner *planner, const struct planned *action) {
  if (action->done_by != NULL) return FOLLOWUP_ACTION_DONE;
  if (action->closed_by != NULL || action->closed_by_round != NULL || action->thanked_by != NULL)
    return FOLLOWUP_ACTION_CLOSED;
  if (planner->now < action->opens) return FOLLOWUP_ACTION_UPCOMING;
  if (is_held(planner, action)) return FOLLOWUP_ACTION_HELD;
  return planner->now > action->due ? FOLLOWUP_ACTION_OVERDUE : FOLLOWUP_ACTION_OPEN;
}

void settle(const struct planner *planner, struct planned *action) {
  action->done_by = settled_by(planner, action);
  if (action->done_by == NULL && action->thanked_by == NULL) {
    action->closed_by = closing_event(planner, action);
    if (action->closed_by == NULL) action->closed_by_round = closing_interview(planner, action);
  }
  action->state = state_of(planner, action);
  if (action->state == FOLLOWUP_ACTION_HELD) action->opens = planner->free_again;
}
