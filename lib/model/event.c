#include <string.h>

#include "base/error.h"
#include "model/build.h"

static const struct {
  followup_event_kind kind;
  const char *name;
} names[] = {{FOLLOWUP_EVENT_REPLY, "reply"},
             {FOLLOWUP_EVENT_INFORMATION_REQUEST, "information_request"},
             {FOLLOWUP_EVENT_VERBAL_OFFER, "verbal_offer"},
             {FOLLOWUP_EVENT_WRITTEN_OFFER, "written_offer"},
             {FOLLOWUP_EVENT_REJECTION, "rejection"},
             {FOLLOWUP_EVENT_WITHDRAWAL, "withdrawal"},
             {FOLLOWUP_EVENT_HIRE, "hire"}};

const char *followup_event_kind_name(followup_event_kind kind) {
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (names[i].kind == kind) return names[i].name;
  return NULL;
}

bool followup_event_kind_from_name(const char *name, size_t length, followup_event_kind *kind) {
  if (name == NULL || kind == NULL) return false;
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(name);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strlen(names[i].name) != length || memcmp(names[i].name, name, length) != 0) continue;
    *kind = names[i].kind;
    return true;
  }
  return false;
}

struct followup_event *event_new(struct followup_case *of, followup_event_kind kind, int64_t at) {
  struct followup_event *event = memory_take_zeroed(of->context, sizeof *event);
  if (event == NULL) return NULL;
  event->of = of;
  event->place = of->events.count;
  event->kind = kind;
  event->at = at;
  return event;
}

void event_free(struct followup_event *event) {
  const followup_context *context = event->of->context;
  mailbox_free(context, &event->from);
  model_text_free(context, &event->promised_reply);
  memory_give(context, event);
}

static followup_status within(const followup_event *event, followup_status status, followup_error *error) {
  return error_within("events", event->place, status, error);
}

followup_status followup_event_set_from(followup_event *event, const char *mailbox, size_t length,
                                        followup_error *error) {
  if (event == NULL) return error_argument(error, "event", "is NULL");
  return within(event, mailbox_set(event->of->context, &event->from, "from", mailbox, length, error), error);
}

followup_status followup_event_set_promised_reply(followup_event *event, const char *words, size_t length,
                                                  followup_error *error) {
  if (event == NULL) return error_argument(error, "event", "is NULL");
  return within(event, promise_set(event->of, &event->promised_reply, words, length, error), error);
}

followup_event_kind followup_event_kind_of(const followup_event *event) {
  return event != NULL ? event->kind : (followup_event_kind)0;
}

int64_t followup_event_at(const followup_event *event) { return event != NULL ? event->at : FOLLOWUP_NO_TIME; }
