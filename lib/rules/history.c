#include "rules/history.h"

#include "model/orders.h"
#include "model/queries.h"

int64_t instant_add(int64_t instant, int64_t milliseconds) {
  if (milliseconds > 0 && instant > INT64_MAX - milliseconds) return INT64_MAX;
  if (milliseconds < 0 && instant < INT64_MIN + 1 - milliseconds) return INT64_MIN + 1;
  return instant + milliseconds;
}

/* Orders */

static int compare_moments(struct moment one, struct moment other) {
  if (one.at != other.at) return one.at < other.at ? -1 : 1;
  return (one.place > other.place) - (one.place < other.place);
}

static struct moment sent_moment(const followup_message *message) {
  return (struct moment){message->sent, message->place};
}

static struct moment event_moment(const followup_event *event) { return (struct moment){event->at, event->place}; }

static int order_by_sent(const void *one, const void *other) {
  return compare_moments(sent_moment(one), sent_moment(other));
}

static int order_by_at(const void *one, const void *other) {
  return compare_moments(event_moment(one), event_moment(other));
}

struct moment message_moment(const followup_message *message, int64_t now) {
  bool draft = message->sent == FOLLOWUP_NO_TIME;
  return (struct moment){message_instant(message, now), draft ? SIZE_MAX : message->place};
}

size_t messages_before(const handle_index *messages, struct moment moment) {
  const followup_message sought = {.sent = moment.at, .place = moment.place};
  return index_find(messages, &sought, order_by_sent);
}

size_t events_before(const handle_index *events, struct moment moment) {
  const followup_event sought = {.at = moment.at, .place = moment.place};
  return index_find(events, &sought, order_by_at);
}

const followup_message *first_message(const struct history *history, followup_kind kind, int64_t from, int64_t until) {
  const handle_index *sent = &history->sent[kind];
  size_t at = messages_before(sent, (struct moment){from, 0});
  const followup_message *first = at < sent->count ? sent->items[at] : NULL;
  return first != NULL && first->sent <= until ? first : NULL;
}

const followup_event *last_event(const struct history *history, followup_event_kind kind, int64_t until) {
  const handle_index *events = &history->events[kind];
  size_t count = events_before(events, (struct moment){until, SIZE_MAX});
  return count > 0 ? events->items[count - 1] : NULL;
}

const followup_interview *last_material_interview(const struct history *history, int64_t until) {
  const handle_index *interviews = &history->material_interviews;
  const followup_interview after_all = {.end = until, .place = SIZE_MAX};
  size_t count = index_find(interviews, &after_all, order_by_end);
  return count > 0 ? interviews->items[count - 1] : NULL;
}

/* Reading */

bool is_unsolicited(followup_kind kind) {
  return kind == FOLLOWUP_KIND_THANK_YOU || kind == FOLLOWUP_KIND_STATUS_CHECK ||
         kind == FOLLOWUP_KIND_APPLICATION_FOLLOW_UP || kind == FOLLOWUP_KIND_CONTINUED_INTEREST ||
         kind == FOLLOWUP_KIND_FEEDBACK_REQUEST;
}

static bool add(const followup_context *context, handle_index *index, const void *handle) {
  if (!array_reserve(context, index, 1)) return false;
  index->items[index->count++] = handle;
  return true;
}

static bool read_events(const followup_context *context, struct history *history) {
  const followup_case *of = history->of;
  for (size_t i = 0; i < of->events.count; i++) {
    const followup_event *event = of->events.items[i];
    if (!add(context, &history->events[event->kind], event)) return false;
    if (!model_text_is_empty(&event->promised_reply) && !add(context, &history->promises, event)) return false;
  }
  for (int kind = 0; kind < EVENT_KINDS; kind++) index_sort(&history->events[kind], order_by_at);
  index_sort(&history->promises, order_by_at);
  return true;
}

static bool read_messages(const followup_context *context, struct history *history) {
  const followup_case *of = history->of;
  for (size_t i = 0; i < of->messages.count; i++) {
    const followup_message *message = of->messages.items[i];
    if (message->sent == FOLLOWUP_NO_TIME) continue;
    if (!add(context, &history->sent[message->kind], message)) return false;
  }
  for (int kind = 0; kind < KIND_COUNT; kind++) index_sort(&history->sent[kind], order_by_sent);
  return true;
}

/* Notes come in the order of time, so that the first one of an interview begins its round. */
static bool read_rounds(const followup_context *context, struct history *history) {
  const handle_index *notes = &history->sent[FOLLOWUP_KIND_THANK_YOU];
  size_t interviews = history->of->interviews.count;
  if (!array_reserve(context, &history->first_notes, interviews)) return false;
  for (size_t i = 0; i < interviews; i++) history->first_notes.items[history->first_notes.count++] = NULL;
  for (size_t i = 0; i < notes->count; i++) {
    const followup_message *note = notes->items[i];
    const followup_interview *interview = message_interview(note, note->sent);
    if (interview != NULL && history->first_notes.items[interview->place] != NULL) continue;
    if (interview != NULL) history->first_notes.items[interview->place] = note;
    if (!add(context, &history->follow_ups, note)) return false;
  }
  return true;
}

static bool read_follow_ups(const followup_context *context, struct history *history) {
  if (!read_rounds(context, history)) return false;
  for (int kind = 0; kind < KIND_COUNT; kind++) {
    const handle_index *sent = &history->sent[kind];
    if (kind == FOLLOWUP_KIND_THANK_YOU || !is_unsolicited((followup_kind)kind)) continue;
    for (size_t i = 0; i < sent->count; i++)
      if (!add(context, &history->follow_ups, sent->items[i])) return false;
  }
  index_sort(&history->follow_ups, order_by_sent);
  return true;
}

/* The case has them by their end already. */
static bool read_interviews(const followup_context *context, struct history *history) {
  const handle_index *interviews = &history->of->interviews_by_end;
  for (size_t i = 0; i < interviews->count; i++) {
    const followup_interview *interview = interviews->items[i];
    if (interview->promised_materials.count > 0 && !add(context, &history->material_interviews, interview))
      return false;
  }
  return people_add_interviewers(context, &history->interviewers, history->of, false) &&
         people_sort(context, &history->interviewers);
}

static void clear(struct history *history) {
  for (int kind = 0; kind < EVENT_KINDS; kind++) history->events[kind].count = 0;
  history->promises.count = 0;
  for (int kind = 0; kind < KIND_COUNT; kind++) history->sent[kind].count = 0;
  history->follow_ups.count = history->first_notes.count = history->material_interviews.count = 0;
  people_clear(&history->interviewers);
}

bool history_read(const followup_context *context, struct history *history, const followup_case *of) {
  clear(history);
  history->of = of;
  return of == NULL || (read_events(context, history) && read_messages(context, history) &&
                        read_follow_ups(context, history) && read_interviews(context, history));
}

void history_free(const followup_context *context, struct history *history) {
  for (int kind = 0; kind < EVENT_KINDS; kind++) array_free(context, &history->events[kind]);
  array_free(context, &history->promises);
  for (int kind = 0; kind < KIND_COUNT; kind++) array_free(context, &history->sent[kind]);
  array_free(context, &history->follow_ups);
  array_free(context, &history->first_notes);
  array_free(context, &history->material_interviews);
  people_free(context, &history->interviewers);
}

/* Follow-ups nobody asked for */

size_t follow_ups_in_the_way(const struct history *history, const followup_policy *policy, struct moment moment) {
  int64_t span = (int64_t)policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS] * HOUR_MILLISECONDS;
  struct moment free_until = {instant_add(moment.at, -span), SIZE_MAX};
  size_t before = messages_before(&history->follow_ups, moment);
  return before - messages_before(&history->follow_ups, free_until);
}

bool round_has_begun(const struct history *history, const followup_interview *interview, struct moment moment) {
  const followup_message *first = interview != NULL ? history->first_notes.items[interview->place] : NULL;
  return first != NULL && compare_moments(sent_moment(first), moment) < 0;
}
