#include "plan/planner.h"

#include <string.h>

#include "base/error.h"
#include "model/build.h"
#include "model/queries.h"

/* By due instant, then by kind, then by place in the case. */
static int order_by_due(const void *one, const void *other) {
  const struct planned *left = one, *right = other;
  if (left->due != right->due) return left->due < right->due ? -1 : 1;
  if (left->kind != right->kind) return left->kind < right->kind ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

static bool sort_actions(struct planner *planner) {
  size_t count = planner->actions.count;
  if (!array_reserve(planner->context, &planner->order, count)) return false;
  for (size_t i = 0; i < count; i++) planner->order.items[planner->order.count++] = &planner->actions.items[i];
  index_sort(&planner->order, order_by_due);
  return true;
}

/* Whom messages of a kind went to. */
static bool read_deliveries(struct planner *planner, followup_kind kind, struct people *people) {
  const handle_index *sent = &planner->history.sent[kind];
  for (size_t i = 0; i < sent->count; i++) {
    const followup_message *message = sent->items[i];
    for (size_t j = 0; j < message->to.count; j++) {
      struct meeting meeting = {message->to.items[j], message->sent, message->place, message};
      if (!people_add(planner->context, people, &meeting)) return false;
    }
  }
  return people_sort(planner->context, people);
}

/* What had happened by now. */
static void read_events(struct planner *planner) {
  for (int kind = FOLLOWUP_EVENT_REPLY; kind < EVENT_KINDS; kind++)
    planner->last[kind] = last_event(&planner->history, (followup_event_kind)kind, planner->now);
  const handle_index *replies = &planner->history.events[FOLLOWUP_EVENT_REPLY];
  for (size_t at = events_before(replies, (struct moment){planner->now, SIZE_MAX}); at-- > 0;) {
    const followup_event *reply = replies->items[at];
    if (!model_text_is_empty(&reply->promised_reply)) continue;
    planner->last_plain_reply = reply;
    return;
  }
}

static bool read_case(struct planner *planner) {
  if (!history_read(planner->context, &planner->history, planner->of)) return false;
  read_events(planner);
  find_free_again(planner);
  return read_deliveries(planner, FOLLOWUP_KIND_THANK_YOU, &planner->notes) &&
         read_deliveries(planner, FOLLOWUP_KIND_MATERIALS, &planner->papers) &&
         people_add_interviewers(planner->context, &planner->starts, planner->of, true) &&
         people_sort(planner->context, &planner->starts);
}

static followup_status require_times(const followup_case *of, followup_error *error) {
  for (size_t i = 0; i < of->interviews.count; i++)
    if (of->interviews.items[i]->end == FOLLOWUP_NO_TIME)
      return error_within("interviews", i, error_argument(error, "end", "is not set"), error);
  return FOLLOWUP_OK;
}

static followup_status take_policy(struct planner *planner, const followup_policy *policy) {
  planner->policy = policy;
  if (policy != NULL) return FOLLOWUP_OK;
  followup_status status = followup_policy_new(planner->context, &planner->own_policy, NULL);
  planner->policy = planner->own_policy;
  return status;
}

static followup_status make_actions(struct planner *planner) {
  followup_status status = read_case(planner) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
  if (status == FOLLOWUP_OK)
    status = find_status_window(&planner->history, planner->policy, planner->now, &planner->reading, &planner->window);
  if (status != FOLLOWUP_OK) return status;
  return gather_actions(planner) && sort_actions(planner) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

followup_status planner_open(struct planner *planner, const followup_policy *policy, const followup_case *of,
                             int64_t now, followup_error *error) {
  memset(planner, 0, sizeof *planner);
  if (of == NULL) return error_argument(error, "case", "is NULL");
  planner->context = of->context;
  planner->of = of;
  planner->now = now;
  if (now == FOLLOWUP_NO_TIME) return error_argument(error, "now", "is not a time");
  followup_status status = require_times(of, error);
  if (status != FOLLOWUP_OK) return status;
  status = take_policy(planner, policy);
  if (status == FOLLOWUP_OK) status = make_actions(planner);
  return status == FOLLOWUP_OK ? status : error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
}

void planner_close(struct planner *planner) {
  if (planner->context == NULL) return;
  history_free(planner->context, &planner->history);
  people_free(planner->context, &planner->starts);
  people_free(planner->context, &planner->notes);
  people_free(planner->context, &planner->papers);
  followup_window_free(planner->reading);
  array_free(planner->context, &planner->actions);
  array_free(planner->context, &planner->order);
  followup_policy_free(planner->own_policy);
}
