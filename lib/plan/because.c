#include "plan/because.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "time/local_text.h"

/* A caller's words are cut here: they only remind of what was said. */
enum { LONGEST_QUOTE = 80 };

struct sentence {
  char *bytes;
  size_t used;
};

static void say(struct sentence *sentence, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct sentence *sentence, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  size_t room = BECAUSE_TEXT - sentence->used;
  int written = vsnprintf(sentence->bytes + sentence->used, room, format, arguments);
  va_end(arguments);
  if ((size_t)written < room) sentence->used += (size_t)written;
  sentence->bytes[sentence->used] = '\0'; /* what does not fit is left out as a whole */
}

static void quote(struct sentence *sentence, const struct model_text *text) {
  size_t length = text->length;
  if (length > LONGEST_QUOTE)
    for (length = LONGEST_QUOTE; ((unsigned char)text->bytes[length] & 0xC0) == 0x80;) length--;
  say(sentence, "“%.*s%s”", (int)length, model_text_bytes(text), length < text->length ? "…" : "");
}

static void say_time(struct sentence *sentence, const struct planned *action, const char *before, int64_t instant) {
  char words[TIME_WORDS];
  say_limit(action->zone, instant, words);
  say(sentence, "%s%s", before, words);
}

static const char *plural(int count) { return count == 1 ? "" : "s"; }

static void say_span(struct sentence *sentence, int count, const char *unit) {
  say(sentence, "%d %s%s after ", count, unit, plural(count));
}

/* What it hangs on */

static void say_interview(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  const char *verb = action->anchor > planner->now ? "ends" : "ended";
  char words[TIME_WORDS];
  say_instant(action->zone, action->anchor, words);
  say(sentence, "the interview %s on %s", verb, words);
}

static void say_event(struct sentence *sentence, const struct planned *action, const char *what) {
  char words[TIME_WORDS];
  say_instant(action->zone, action->anchor, words);
  say(sentence, "%s of %s", what, words);
}

static void say_hours(struct sentence *sentence, const struct planner *planner, followup_number hours) {
  say_span(sentence, planner->policy->numbers[hours], "hour");
}

static void say_rolled(struct sentence *sentence, const struct planned *action) {
  if (action->rolled) say_time(sentence, action, ", moved to the next business day, ", action->due);
}

static void say_notes(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  size_t held = action->interviewer->notes.count;
  say(sentence, "within an hour after ");
  say_interview(sentence, planner, action);
  say(sentence, ", while it is fresh: there %s", held == 0 ? "are no notes yet" : "is only one note yet");
}

static void say_thank_you(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  say_hours(sentence, planner, FOLLOWUP_NUMBER_THANK_YOU_HOURS);
  say_interview(sentence, planner, action);
  say_rolled(sentence, action);
}

static void say_materials(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  say_hours(sentence, planner, FOLLOWUP_NUMBER_MATERIALS_HOURS);
  say_interview(sentence, planner, action);
  say(sentence, ", in which ");
  if (model_text_is_empty(&action->material->what))
    say(sentence, "it was promised");
  else
    quote(sentence, &action->material->what), say(sentence, " was promised");
  say_rolled(sentence, action);
}

static void say_answer(struct sentence *sentence, const struct planner *planner, const struct planned *action,
                       followup_number hours, const char *what) {
  say_hours(sentence, planner, hours);
  say_event(sentence, action, what);
  say_rolled(sentence, action);
}

static void say_application(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  const int *numbers = planner->policy->numbers;
  say(sentence, "%d to ", numbers[FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS]);
  say_span(sentence, numbers[FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DUE_DAYS], "day");
  say_event(sentence, action, "the application");
}

static void say_business_days(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  int days = planner->policy->numbers[FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS];
  say_span(sentence, days, "business day");
  if (planner->window.promise != NULL)
    say_event(sentence, action, "the employer’s word");
  else
    say_interview(sentence, planner, action);
}

static void say_window(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  const struct status_window *window = &planner->window;
  switch (window->source) {
    case WINDOW_WORDS:
      quote(sentence, window->words);
      say_event(sentence, action, window->promise != NULL ? " was the word" : " was said in the interview");
      say_time(sentence, action, ", and a check is right after ", window->opens);
      break;
    case WINDOW_INSTANT: say_time(sentence, action, "a reply was promised until ", window->opens); break;
    case WINDOW_DEFAULT:
      say_business_days(sentence, planner, action);
      say(sentence, window->words != NULL ? ", as no time was named" : ", as no time was promised");
      break;
    case WINDOW_NOT_BEFORE:
      quote(sentence, window->words);
      say_time(sentence, action, " was said: no answer before ", window->opens);
      break;
  }
}

static void say_reason(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  switch (action->kind) {
    case FOLLOWUP_ACTION_CAPTURE_NOTES: say_notes(sentence, planner, action); break;
    case FOLLOWUP_ACTION_THANK_YOU: say_thank_you(sentence, planner, action); break;
    case FOLLOWUP_ACTION_MATERIALS: say_materials(sentence, planner, action); break;
    case FOLLOWUP_ACTION_INFORMATION_REPLY:
      say_answer(sentence, planner, action, FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS, "the request");
      break;
    case FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP: say_application(sentence, planner, action); break;
    case FOLLOWUP_ACTION_STATUS_CHECK: say_window(sentence, planner, action); break;
    case FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT:
      say_answer(sentence, planner, action, FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS, "the verbal offer");
      break;
    case FOLLOWUP_ACTION_FEEDBACK_REQUEST:
      say_span(sentence, planner->policy->numbers[FOLLOWUP_NUMBER_FEEDBACK_REQUEST_DUE_DAYS], "day");
      say_event(sentence, action, "the rejection");
      say(sentence, ", if feedback is wanted at all");
      break;
  }
}

/* How it stands */

static const char *name_of_event(followup_event_kind kind) {
  switch (kind) {
    case FOLLOWUP_EVENT_REPLY: return "reply";
    case FOLLOWUP_EVENT_INFORMATION_REQUEST: return "request";
    case FOLLOWUP_EVENT_VERBAL_OFFER: return "verbal offer";
    case FOLLOWUP_EVENT_WRITTEN_OFFER: return "written offer";
    case FOLLOWUP_EVENT_REJECTION: return "rejection";
    case FOLLOWUP_EVENT_WITHDRAWAL: return "withdrawal";
    case FOLLOWUP_EVENT_HIRE: return "hire";
  }
  return "event";
}

static void say_closed(struct sentence *sentence, const struct planned *action) {
  char words[TIME_WORDS];
  if (action->closed_by != NULL) {
    say_instant(action->zone, action->closed_by->at, words);
    say(sentence, "; no longer needed since the %s of %s", name_of_event(action->closed_by->kind), words);
  } else if (action->closed_by_round != NULL) {
    say_instant(action->zone, action->closed_by_round->start, words);
    say(sentence, "; no longer needed, as the next interview is on %s", words);
  } else {
    say(sentence, "; no longer needed, as the thank-you was sent");
  }
}

static void say_held(struct sentence *sentence, const struct planner *planner, const struct planned *action) {
  int most = planner->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY] - 1;
  int hours = planner->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS], days = hours / 24;
  say(sentence, "; after %d follow-up%s in ", most, plural(most));
  if (hours % 24 == 0)
    say(sentence, "%d day%s", days, plural(days));
  else
    say(sentence, "%d hours", hours);
  say_time(sentence, action, " better held until ", action->opens);
}

void say_because(const struct planner *planner, const struct planned *action, char into[BECAUSE_TEXT]) {
  struct sentence sentence = {into, 0};
  into[0] = '\0';
  say_reason(&sentence, planner, action);
  if (action->state == FOLLOWUP_ACTION_CLOSED) say_closed(&sentence, action);
  if (action->state == FOLLOWUP_ACTION_HELD) say_held(&sentence, planner, action);
}
