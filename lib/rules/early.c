/* Rules of what comes too soon, too often, at the wrong hour, or when all is over. */
#include <stdio.h>

#include "model/queries.h"
#include "rules/timing.h"
#include "rules/timing_words.h"

enum { HOURS_OF_DAY = 24, WORK_BEGINS = 8, WORK_ENDS = 18 };

static struct moment moment_of(const struct inspection *in) { return message_moment(in->message, in->at); }

/* early-status-check, repeated-status-check */

/* Reads the window in force; false where there is none, and in `*good` where it cannot be read. */
static bool read_window(struct inspection *in, struct status_window *window, bool *good) {
  if (in->of == NULL) return false;
  followup_status status = find_status_window(&in->scratch->history, in->policy, in->at, &in->scratch->window, window);
  *good = goes_on(in, status);
  return *good && window->interview != NULL;
}

bool judge_early_status_check(struct inspection *in, const struct rule_row *row) {
  struct status_window window;
  bool good = true;
  if (!read_window(in, &window, &good) || in->at >= window.opens) return good;
  struct timing_words words = {.number = 0};
  say_window_steps(in, &window, &words);
  return report_time(in, row, &words);
}

/* The employer's last sign of life by then; a withdrawal is the candidate's own. */
static int64_t last_reply(const struct inspection *in) {
  int64_t last = FOLLOWUP_NO_TIME;
  for (int kind = FOLLOWUP_EVENT_REPLY; kind < EVENT_KINDS; kind++) {
    if (kind == FOLLOWUP_EVENT_WITHDRAWAL) continue;
    const followup_event *event = last_event(&in->scratch->history, (followup_event_kind)kind, in->at);
    if (event != NULL && event->at > last) last = event->at;
  }
  return last;
}

bool judge_repeated_status_check(struct inspection *in, const struct rule_row *row) {
  struct status_window window;
  bool good = true;
  if (!read_window(in, &window, &good)) return good;
  const handle_index *checks = &in->scratch->history.sent[FOLLOWUP_KIND_STATUS_CHECK];
  int64_t reply = last_reply(in);
  struct moment since = {window.opens, 0};
  if (reply >= window.opens) since = (struct moment){reply, SIZE_MAX};
  size_t before = messages_before(checks, moment_of(in)), first = messages_before(checks, since);
  size_t allowed = (size_t)in->policy->numbers[FOLLOWUP_NUMBER_STATUS_CHECKS_PER_WINDOW];
  if (before < first + allowed) return true;
  const followup_message *last = checks->items[before - 1];
  struct timing_words words = {.number = (int)allowed};
  say_instant(window.zone, last->sent, words.anchor);
  say_limit(window.zone, window.opens, words.limit);
  return report_time(in, row, &words);
}

/* too-many-follow-ups */

bool judge_too_many_follow_ups(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL) return true;
  const struct history *history = &in->scratch->history;
  struct moment moment = moment_of(in);
  bool is_note = in->kind == FOLLOWUP_KIND_THANK_YOU;
  if (is_note && round_has_begun(history, in->interview, moment)) return true;
  size_t in_the_way = follow_ups_in_the_way(history, in->policy, moment);
  size_t too_many = (size_t)in->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY];
  if (in_the_way + 1 < too_many) return true;
  int hours = in->policy->numbers[FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS];
  const struct time_zone *zone = zone_of_days(in->of, in->at);
  size_t before = messages_before(&history->follow_ups, moment);
  const followup_message *oldest = history->follow_ups.items[before - in_the_way];
  const followup_message *blocking = history->follow_ups.items[before - (too_many - 1)];
  struct timing_words words = {.number = (int)in_the_way + 1};
  say_instant(zone, oldest->sent, words.anchor);
  say_limit(zone, instant_add(blocking->sent, (int64_t)hours * HOUR_MILLISECONDS), words.limit);
  bool whole = hours % HOURS_OF_DAY == 0;
  snprintf(words.steps, sizeof words.steps, "%d %s", whole ? hours / HOURS_OF_DAY : hours, whole ? "days" : "hours");
  return report_time(in, row, &words);
}

/* early-application-follow-up, early-feedback-request, follow-up-after-decision */

bool judge_early_application_follow_up(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL || in->of->applied_at == FOLLOWUP_NO_TIME) return true;
  const struct time_zone *zone = zone_of_days(in->of, in->at);
  int days = in->policy->numbers[FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS];
  int64_t opens = deadline_in_days(zone, in->of->applied_at, days);
  if (in->at >= opens) return true;
  struct timing_words words = {.number = days};
  say_instant(zone, in->of->applied_at, words.anchor);
  say_limit(zone, opens, words.limit);
  return report_time(in, row, &words);
}

bool judge_early_feedback_request(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL) return true;
  if (last_event(&in->scratch->history, FOLLOWUP_EVENT_REJECTION, in->at) != NULL) return true;
  struct timing_words words = {.number = 0};
  return report_time(in, row, &words);
}

/* The first of the events that end a process, where it came before the message; else NULL. */
static const followup_event *decision_before(const struct inspection *in) {
  static const followup_event_kind decisions[] = {FOLLOWUP_EVENT_REJECTION, FOLLOWUP_EVENT_WITHDRAWAL,
                                                  FOLLOWUP_EVENT_HIRE};
  const followup_event *first = NULL;
  for (size_t i = 0; i < sizeof decisions / sizeof decisions[0]; i++) {
    const handle_index *events = &in->scratch->history.events[decisions[i]];
    const followup_event *event = events->count > 0 ? events->items[0] : NULL;
    if (event != NULL && event->at < in->at && (first == NULL || event->at < first->at)) first = event;
  }
  return first;
}

bool judge_follow_up_after_decision(struct inspection *in, const struct rule_row *row) {
  const followup_event *decision = in->of != NULL ? decision_before(in) : NULL;
  if (decision == NULL) return true;
  struct timing_words words = {.number = 0};
  say_instant(zone_of_case(in->of), decision->at, words.anchor);
  snprintf(words.steps, sizeof words.steps, "%s", followup_event_kind_name(decision->kind));
  return report_time(in, row, &words);
}

/* off-hours */

static bool is_working_time(const struct inspection *in, const struct time_zone *zone) {
  if (!calendar_is_business_day(&in->of->calendar, calendar_day_of(zone, in->at))) return false;
  struct civil_time local = time_zone_local(zone, in->at);
  if (local.hour < WORK_BEGINS) return false;
  if (local.hour == WORK_ENDS) return local.minute == 0 && local.second == 0 && in->at % 1000 == 0;
  return local.hour < WORK_ENDS;
}

bool judge_off_hours(struct inspection *in, const struct rule_row *row) {
  if (in->of == NULL) return true;
  const struct time_zone *zone = zone_of_person(&in->scratch->history, in->addressee, in->at);
  if (is_working_time(in, zone)) return true;
  struct timing_words words = {.number = 0};
  say_instant(zone, in->at, words.anchor);
  snprintf(words.limit, sizeof words.limit, "%.63s", time_zone_name(zone));
  return report_time(in, row, &words);
}
