/* Rules of what was to come within some hours. */
#include <stdio.h>

#include "model/queries.h"
#include "rules/timing.h"
#include "rules/timing_words.h"

/* Reports a message that comes after its deadline, which counts from `anchor`. */
static bool judge_deadline(struct inspection *in, const struct rule_row *row, followup_number hours, int64_t anchor,
                           const struct time_zone *zone) {
  struct deadline deadline = deadline_in_hours(in->of, in->policy, hours, anchor, zone);
  struct timing_words words = {.number = in->policy->numbers[hours]};
  if (in->at <= deadline.due) return true;
  say_instant(zone, anchor, words.anchor);
  say_limit(zone, deadline.due, words.limit);
  if (deadline.rolled) snprintf(words.steps, sizeof words.steps, "moved to the next business day");
  return report_time(in, row, &words);
}

bool judge_late_thank_you(struct inspection *in, const struct rule_row *row) {
  if (in->interview == NULL || in->interview->end == FOLLOWUP_NO_TIME) return true;
  return judge_deadline(in, row, FOLLOWUP_NUMBER_THANK_YOU_HOURS, in->interview->end, zone_of_interview(in->interview));
}

/* The interview in which they were promised: the one that the message is about, else the last one with a promise. */
static const followup_interview *promising_interview(const struct inspection *in) {
  const followup_interview *about = in->interview;
  if (about == NULL || about->promised_materials.count > 0 || in->message->interview.length > 0) return about;
  const followup_interview *promising = last_material_interview(&in->scratch->history, in->at);
  return promising != NULL ? promising : about;
}

bool judge_late_materials(struct inspection *in, const struct rule_row *row) {
  const followup_interview *interview = in->of != NULL ? promising_interview(in) : NULL;
  if (interview == NULL || interview->end == FOLLOWUP_NO_TIME) return true;
  return judge_deadline(in, row, FOLLOWUP_NUMBER_MATERIALS_HOURS, interview->end, zone_of_interview(interview));
}

/* The oldest event of a kind that no earlier message of this one's kind had answered, or NULL. */
static const followup_event *oldest_open(const struct inspection *in, followup_event_kind kind) {
  const handle_index *answers = &in->scratch->history.sent[in->kind];
  const handle_index *events = &in->scratch->history.events[kind];
  size_t earlier = messages_before(answers, message_moment(in->message, in->at)), at = 0;
  if (earlier > 0) {
    const followup_message *last = answers->items[earlier - 1];
    at = events_before(events, (struct moment){last->sent, SIZE_MAX});
  }
  const followup_event *oldest = at < events->count ? events->items[at] : NULL;
  return oldest != NULL && oldest->at <= in->at ? oldest : NULL;
}

static bool judge_answer(struct inspection *in, const struct rule_row *row, followup_event_kind kind,
                         followup_number hours) {
  const followup_event *event = in->of != NULL ? oldest_open(in, kind) : NULL;
  if (event == NULL) return true;
  const struct time_zone *zone = zone_of_person(&in->scratch->history, &event->from, event->at);
  return judge_deadline(in, row, hours, event->at, zone);
}

bool judge_late_information_reply(struct inspection *in, const struct rule_row *row) {
  return judge_answer(in, row, FOLLOWUP_EVENT_INFORMATION_REQUEST, FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS);
}

bool judge_late_offer_acknowledgement(struct inspection *in, const struct rule_row *row) {
  return judge_answer(in, row, FOLLOWUP_EVENT_VERBAL_OFFER, FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS);
}
