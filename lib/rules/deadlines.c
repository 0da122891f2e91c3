#include "rules/deadlines.h"

#include "model/queries.h"
#include "time/window.h"

enum { SECOND = 1000, BUSINESS_HOUR = 9 };

/* Zones */

const struct time_zone *zone_of_case(const followup_case *of) {
  if (of->candidate.zone.zone != NULL) return of->candidate.zone.zone;
  if (of->calendar.zone != NULL) return of->calendar.zone;
  const followup_interview *last = case_latest_interview(of, INT64_MAX);
  return last != NULL && last->zone.zone != NULL ? last->zone.zone : time_zone_utc();
}

const struct time_zone *zone_of_interview(const followup_interview *interview) {
  const struct time_zone *zone = interview_zone(interview);
  return zone != NULL ? zone : zone_of_case(interview->of);
}

const struct time_zone *zone_of_days(const followup_case *of, int64_t at) {
  const followup_interview *last = case_latest_interview(of, at);
  return last != NULL ? zone_of_interview(last) : zone_of_case(of);
}

const struct time_zone *zone_of_person(const struct history *history, const struct mailbox *person, int64_t at) {
  if (person == NULL) return zone_of_case(history->of);
  const struct meeting *last = people_last(&history->interviewers, person, at);
  if (last == NULL) last = people_first(&history->interviewers, person, at); /* one still to come */
  const followup_interviewer *met = last != NULL ? last->handle : NULL;
  return met != NULL ? zone_of_interview(met->interview) : zone_of_case(history->of);
}

/* Spans */

int64_t business_days_after(const followup_case *of, const struct time_zone *zone, int64_t instant, int days) {
  int64_t day = calendar_count_business_days(&of->calendar, calendar_day_of(zone, instant), days);
  return calendar_day_end(zone, day);
}

/* The same, or 09:00 of the next business day where it falls on a day off. */
static int64_t roll(const followup_case *of, const struct time_zone *zone, int64_t due) {
  int64_t day = calendar_day_of(zone, due);
  if (calendar_is_business_day(&of->calendar, day)) return due;
  struct civil_date date = civil_from_days(calendar_count_business_days(&of->calendar, day, 1));
  return time_zone_instant(zone, (struct civil_time){date.year, date.month, date.day, BUSINESS_HOUR, 0, 0, SUNDAY});
}

struct deadline deadline_in_hours(const followup_case *of, const followup_policy *policy, followup_number hours,
                                  int64_t anchor, const struct time_zone *zone) {
  int64_t due = instant_add(anchor, (int64_t)policy->numbers[hours] * HOUR_MILLISECONDS);
  if (policy->numbers[FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY] == 0) return (struct deadline){due, false};
  int64_t rolled = roll(of, zone, due);
  return (struct deadline){rolled, rolled != due};
}

int64_t deadline_in_days(const struct time_zone *zone, int64_t anchor, int days) {
  struct civil_time local = time_zone_local(zone, anchor);
  struct civil_date date = civil_from_days(civil_to_days(local.year, local.month, local.day) + days);
  local.year = date.year;
  local.month = date.month;
  local.day = date.day;
  int64_t millisecond = (anchor % SECOND + SECOND) % SECOND;
  return instant_add(time_zone_instant(zone, local), millisecond);
}

/* The window */

/* Which promise counts: the last interview's, or a later word from the employer. */
static void find_promise(const struct history *history, int64_t at, struct status_window *found) {
  found->interview = case_latest_interview(history->of, at);
  if (found->interview == NULL) return;
  found->zone = zone_of_interview(found->interview);
  found->anchor = found->interview->end;
  if (!model_text_is_empty(&found->interview->promised_reply)) found->words = &found->interview->promised_reply;
  size_t promises = events_before(&history->promises, (struct moment){at, SIZE_MAX});
  const followup_event *last = promises > 0 ? history->promises.items[promises - 1] : NULL;
  if (last == NULL || last->at < found->anchor) return;
  found->promise = last;
  found->anchor = last->at;
  found->words = &last->promised_reply;
}

static void open_by_default(const struct history *history, const followup_policy *policy, struct status_window *found) {
  int days = policy->numbers[FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS];
  found->source = WINDOW_DEFAULT;
  found->opens = business_days_after(history->of, found->zone, found->anchor, days);
}

static void open_at_end(const struct history *history, const followup_policy *policy, int64_t end,
                        enum window_source source, struct status_window *found) {
  int grace = policy->numbers[FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS];
  found->source = source;
  found->opens = grace > 0 ? business_days_after(history->of, found->zone, end, grace) : end;
}

static void open_by_words(const struct history *history, const followup_policy *policy, const followup_window *reading,
                          struct status_window *found) {
  int64_t end = followup_window_end(reading);
  followup_window_status status = followup_window_status_of(reading);
  if (status == FOLLOWUP_WINDOW_PROMISED) {
    open_at_end(history, policy, end, WINDOW_WORDS, found);
    return;
  }
  open_by_default(history, policy, found);
  if (status != FOLLOWUP_WINDOW_LOWER_BOUND || end <= found->opens) return;
  found->source = WINDOW_NOT_BEFORE;
  found->opens = end;
}

followup_status find_promised_window(const struct history *history, const followup_policy *policy, int64_t at,
                                     followup_window **reading, struct status_window *found) {
  *found = (struct status_window){.interview = NULL};
  find_promise(history, at, found);
  if (found->interview == NULL) return FOLLOWUP_OK;
  int64_t given = found->promise == NULL ? found->interview->window_ends : FOLLOWUP_NO_TIME;
  if (given != FOLLOWUP_NO_TIME) {
    open_at_end(history, policy, given, WINDOW_INSTANT, found);
    return FOLLOWUP_OK;
  }
  if (found->words == NULL) {
    found->source = WINDOW_DEFAULT;
    return FOLLOWUP_OK;
  }
  if (*reading == NULL) *reading = window_new(history->of->context);
  if (*reading == NULL) return FOLLOWUP_E_MEMORY;
  const followup_case *of = history->of;
  struct known_zones zones = {(const struct time_zone *const *)of->zones.items, of->zones.count};
  window_read(*reading, found->words->bytes, found->words->length, found->anchor, &of->calendar, found->zone, zones);
  open_by_words(history, policy, *reading, found);
  return FOLLOWUP_OK;
}

followup_status find_status_window(const struct history *history, const followup_policy *policy, int64_t at,
                                   followup_window **reading, struct status_window *found) {
  followup_status status = find_promised_window(history, policy, at, reading, found);
  bool promised = found->words != NULL || found->source != WINDOW_DEFAULT;
  if (status == FOLLOWUP_OK && found->interview != NULL && !promised) open_by_default(history, policy, found);
  return status;
}
