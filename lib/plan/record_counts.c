/* What the record counts, over the planner's actions and the case's history. */
#include "lint.h"
#include "plan/record.h"

static bool has_ended(const struct planner *planner, const struct planned *action, followup_action_kind kind) {
  return action->kind == kind && action->anchor <= planner->now;
}

static bool in_time(const struct planned *action) {
  return action->done_by != NULL && action->done_by->sent <= action->due;
}

/* Thanks */

static int order_by_number(const void *one, const void *other) {
  const int64_t *left = one, *right = other;
  return (*left > *right) - (*left < *right);
}

/* Of an even number, half-way between the two in the middle. */
static int64_t median(const int64_t *const *sorted, size_t count) {
  if (count == 0) return FOLLOWUP_NO_TIME;
  int64_t upper = *sorted[count / 2], lower = *sorted[(count - 1) / 2];
  return lower + (upper - lower) / 2;
}

static bool find_median(struct followup_record *record, int64_t *delays, size_t count) {
  handle_index order = {NULL, 0, 0};
  if (!array_reserve(record->context, &order, count)) return false;
  for (size_t i = 0; i < count; i++) order.items[order.count++] = &delays[i];
  index_sort(&order, order_by_number);
  record->median_delay = median((const int64_t *const *)order.items, count);
  array_free(record->context, &order);
  return true;
}

static void count_seat(struct followup_record *record, const struct planned *action, int64_t *delays) {
  record->interviewers++;
  record->notes_held += action->interviewer->notes.count;
  if (action->done_by == NULL) return;
  delays[record->thanked++] = action->done_by->sent - action->anchor;
  record->thanked_in_time += in_time(action);
}

static bool name_never_thanked(struct followup_record *record, const struct mailbox *person) {
  bool good = array_reserve(record->context, &record->never_thanked, 1);
  const struct model_text *name = person->address.length > 0 ? &person->address : &person->name;
  text_place place = text_pool_add(record->context, &record->texts, name->bytes, name->length, &good);
  if (good) record->never_thanked.items[record->never_thanked.count++] = place;
  return good;
}

/* Puts the interviewers with and without thanks into two lists; the second is walked in the order of the case. */
static bool list_people(const struct followup_record *record, const struct planner *planner, struct people *thanked,
                        struct people *named) {
  for (size_t i = 0; i < planner->actions.count; i++) {
    const struct planned *action = &planner->actions.items[i];
    if (!has_ended(planner, action, FOLLOWUP_ACTION_THANK_YOU)) continue;
    struct meeting meeting = {action->to, 0, i, action};
    if (!people_add(record->context, action->done_by != NULL ? thanked : named, &meeting)) return false;
  }
  return people_sort(record->context, thanked) && people_sort(record->context, named);
}

/* Who sat in several interviews is named at the first of them, and not at all where one of them was followed by thanks.
 */
static bool list_never_thanked(struct followup_record *record, const struct people *thanked,
                               const struct people *named) {
  for (size_t i = 0; i < named->meetings.count; i++) {
    const struct meeting *meeting = &named->meetings.items[i];
    if (people_first(thanked, &meeting->person, 0) != NULL) continue;
    if (people_first(named, &meeting->person, 0)->handle != meeting->handle) continue;
    if (!name_never_thanked(record, &meeting->person)) return false;
  }
  return true;
}

static bool find_never_thanked(struct followup_record *record, const struct planner *planner) {
  struct people thanked = {.meetings = {NULL, 0, 0}}, named = {.meetings = {NULL, 0, 0}};
  bool good = list_people(record, planner, &thanked, &named) && list_never_thanked(record, &thanked, &named);
  people_free(record->context, &thanked);
  people_free(record->context, &named);
  return good;
}

followup_status count_thanks(struct followup_record *record, const struct planner *planner) {
  int64_t *delays = memory_take(record->context, planner->actions.count * sizeof *delays);
  if (delays == NULL) return FOLLOWUP_E_MEMORY;
  for (size_t i = 0; i < planner->actions.count; i++)
    if (has_ended(planner, &planner->actions.items[i], FOLLOWUP_ACTION_THANK_YOU))
      count_seat(record, &planner->actions.items[i], delays);
  bool good = find_median(record, delays, record->thanked);
  memory_give(record->context, delays);
  return good && find_never_thanked(record, planner) ? FOLLOWUP_OK : FOLLOWUP_E_MEMORY;
}

/* Notes */

static followup_status count_notes_of(struct followup_record *record, const struct planner *planner,
                                      followup_scratch *scratch) {
  followup_status status = FOLLOWUP_OK;
  bool first = true;
  for (size_t i = 0; status == FOLLOWUP_OK && i < planner->actions.count; i++) {
    const struct planned *action = &planner->actions.items[i];
    size_t taken_up = 0;
    if (action->kind != FOLLOWUP_ACTION_THANK_YOU || action->done_by == NULL) continue;
    if (action->interviewer->notes.count == 0) continue;
    status = lint_count_notes(scratch, action->done_by, action->interviewer, first, &taken_up);
    record->notes_taken_up += taken_up;
    first = false;
  }
  return status;
}

followup_status count_notes(struct followup_record *record, const struct planner *planner) {
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  if (record->notes_held == 0 || record->thanked == 0) return FOLLOWUP_OK;
  followup_status status = followup_linter_new(record->context, planner->policy, &linter, NULL);
  if (status == FOLLOWUP_OK) status = followup_scratch_new(linter, &scratch, NULL);
  if (status == FOLLOWUP_OK) status = count_notes_of(record, planner, scratch);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return status;
}

/* Materials */

void count_materials(struct followup_record *record, const struct planner *planner) {
  for (size_t i = 0; i < planner->actions.count; i++) {
    const struct planned *action = &planner->actions.items[i];
    if (action->kind != FOLLOWUP_ACTION_MATERIALS) continue;
    record->materials_promised++;
    record->materials_in_time += in_time(action);
  }
}

/* Status checks */

static bool name_early(struct followup_record *record, const followup_message *message) {
  const char *id = followup_message_id(message);
  size_t length = 0;
  while (id[length] != '\0') length++;
  bool good = array_reserve(record->context, &record->early_status_checks, 1);
  text_place place = text_pool_add(record->context, &record->texts, id, length, &good);
  if (good) record->early_status_checks.items[record->early_status_checks.count++] = place;
  return good;
}

followup_status count_status_checks(struct followup_record *record, struct planner *planner) {
  const handle_index *checks = &planner->history.sent[FOLLOWUP_KIND_STATUS_CHECK];
  for (size_t i = 0; i < checks->count; i++) {
    const followup_message *check = checks->items[i];
    struct status_window window;
    if (check->sent > planner->now) break;
    followup_status status =
        find_status_window(&planner->history, planner->policy, check->sent, &planner->reading, &window);
    if (status != FOLLOWUP_OK) return status;
    if (window.interview == NULL || check->sent >= window.opens) continue;
    if (!name_early(record, check)) return FOLLOWUP_E_MEMORY;
  }
  return FOLLOWUP_OK;
}

/* Follow-ups nobody asked for: each is the last of a span that ends with it. */

void count_follow_ups(struct followup_record *record, const struct planner *planner) {
  const handle_index *follow_ups = &planner->history.follow_ups;
  for (size_t i = 0; i < follow_ups->count; i++) {
    const followup_message *last = follow_ups->items[i];
    if (last->sent > planner->now) break;
    struct moment moment = {last->sent, last->place};
    size_t count = follow_ups_in_the_way(&planner->history, planner->policy, moment) + 1;
    if (count > record->most_unsolicited) record->most_unsolicited = count;
  }
}
