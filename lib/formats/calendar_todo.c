/* One action as a VTODO with its alarm. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/calendar_export.h"

enum { SECOND = 1000, MINUTE = 60, DAY = 86400, UID_TEXT = UID_SIZE + sizeof "@followup" };

int64_t whole_seconds(int64_t milliseconds) { return milliseconds / SECOND - (milliseconds % SECOND < 0); }

static struct icaltimetype utc_time(int64_t seconds) {
  return icaltime_from_timet_with_zone((time_t)seconds, 0, icaltimezone_get_utc_timezone());
}

/* "2026-03-05T15:00:00-06:00" without its offset. */
static struct icaltimetype local_time(const char *text) {
  struct icaltimetype at = icaltime_null_time();
  // NOLINTNEXTLINE(cert-err34-c): the library wrote this text
  (void)sscanf(text, "%d-%d-%dT%d:%d:%d", &at.year, &at.month, &at.day, &at.hour, &at.minute, &at.second);
  return at;
}

static void add_time(icalcomponent *to, icalproperty_kind kind, const struct task *task, int64_t instant,
                     const char *local) {
  int64_t seconds = whole_seconds(instant);
  bool told = task->zone != NULL && zone_cover_tells(task->zone, seconds);
  icalproperty *property = icalproperty_new(kind);
  if (property == NULL) return;
  icalproperty_set_value(property, icalvalue_new_datetime(told ? local_time(local) : utc_time(seconds)));
  if (told) icalproperty_add_parameter(property, icalparameter_new_tzid(task->zone->name));
  icalcomponent_add_property(to, property);
}

/* Words. */

static const char *words_of(followup_action_kind kind) {
  switch (kind) {
    case FOLLOWUP_ACTION_CAPTURE_NOTES: return "Write down notes on";
    case FOLLOWUP_ACTION_THANK_YOU: return "Thank-you to";
    case FOLLOWUP_ACTION_MATERIALS: return "Send";
    case FOLLOWUP_ACTION_INFORMATION_REPLY: return "Answer the request of";
    case FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP: return "Follow up on the application to";
    case FOLLOWUP_ACTION_STATUS_CHECK: return "Ask where things stand with";
    case FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT: return "Acknowledge the offer of";
    case FOLLOWUP_ACTION_FEEDBACK_REQUEST: return "Ask for feedback from";
  }
  return "Follow up with";
}

/* A text of iCalendar holds no control characters but tabs and line ends. */
static char *text_of(const char *const *parts, size_t count) {
  size_t length = 0, at = 0;
  for (size_t i = 0; i < count; i++) length += strlen(parts[i]);
  char *text = malloc(length + 1);
  if (text == NULL) return NULL;
  for (size_t i = 0; i < count; i++)
    for (const char *byte = parts[i]; *byte != '\0'; byte++) {
      bool control = ((unsigned char)*byte < ' ' && *byte != '\n' && *byte != '\t') || *byte == 0x7F;
      text[at++] = control ? ' ' : *byte;
    }
  text[at] = '\0';
  return text;
}

static char *summary_of(const struct task *task) {
  const char *name = followup_action_to_name(task->action), *to = followup_action_to(task->action);
  const char *company = followup_case_company(task->of);
  const char *whom = *name != '\0' ? name : *to != '\0' ? to : *company != '\0' ? company : "the employer";
  bool add_company = whom != company && *company != '\0';
  bool sends = followup_action_kind_of(task->action) == FOLLOWUP_ACTION_MATERIALS;
  const char *what = followup_action_what(task->action);
  const char *parts[] = {words_of(followup_action_kind_of(task->action)),
                         sends ? " " : "",
                         !sends          ? ""
                         : *what != '\0' ? what
                                         : "what was promised",
                         sends ? " to " : " ",
                         whom,
                         add_company ? " (" : "",
                         add_company ? company : "",
                         add_company ? ")" : ""};
  return text_of(parts, sizeof parts / sizeof *parts);
}

static char *description_of(const struct task *task) {
  const char *parts[] = {followup_action_because(task->action),
                         followup_action_optional(task->action) ? "\nOptional." : ""};
  return text_of(parts, sizeof parts / sizeof *parts);
}

/* A quarter of the time there is, in whole minutes, a day at the most. */
static icalcomponent *alarm_before_due(const struct task *task, const char *summary) {
  int64_t lead = (followup_action_due(task->action) - followup_action_opens(task->action)) / SECOND / 4;
  lead = lead < 15 * MINUTE ? 15 * MINUTE : lead > DAY ? DAY : lead - lead % MINUTE;
  struct icaltriggertype trigger = {icaltime_null_time(), icaldurationtype_from_int(-(int)lead)};
  icalcomponent *alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
  icalproperty *when = icalproperty_new_trigger(trigger);
  if (when != NULL) icalproperty_add_parameter(when, icalparameter_new_related(ICAL_RELATED_END));
  if (alarm == NULL) return NULL;
  icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
  icalcomponent_add_property(alarm, icalproperty_new_description(summary));
  icalcomponent_add_property(alarm, when);
  return alarm;
}

/* Where it is held until after it is due, there is no start: iCalendar wants it before the end. */
static void add_times(icalcomponent *to, const struct task *task) {
  int64_t opens = followup_action_opens(task->action), due = followup_action_due(task->action);
  int64_t minutes = task->now / MINUTE;
  int sequence = minutes < 0 ? 0 : minutes > INT32_MAX ? INT32_MAX : (int)minutes;
  icalcomponent_add_property(to, icalproperty_new_dtstamp(utc_time(task->now)));
  icalcomponent_add_property(to, icalproperty_new_sequence(sequence));
  if (whole_seconds(opens) < whole_seconds(due))
    add_time(to, ICAL_DTSTART_PROPERTY, task, opens, followup_action_opens_local(task->action));
  add_time(to, ICAL_DUE_PROPERTY, task, due, followup_action_due_local(task->action));
}

static icalcomponent *fill(icalcomponent *made, const struct task *task, const char *summary, const char *description) {
  char uid[UID_TEXT];
  snprintf(uid, sizeof uid, "%s@followup", task->uid);
  icalcomponent_add_property(made, icalproperty_new_uid(uid));
  add_times(made, task);
  icalcomponent_add_property(made, icalproperty_new_summary(summary));
  icalcomponent_add_property(made, icalproperty_new_description(description));
  icalcomponent_add_property(made, icalproperty_new_status(ICAL_STATUS_NEEDSACTION));
  icalcomponent *alarm = alarm_before_due(task, summary);
  if (alarm != NULL) icalcomponent_add_component(made, alarm);
  return made;
}

icalcomponent *task_component(const struct task *task) {
  char *summary = summary_of(task), *description = description_of(task);
  icalcomponent *made = icalcomponent_new(ICAL_VTODO_COMPONENT);
  if (made != NULL && summary != NULL && description != NULL)
    fill(made, task, summary, description);
  else if (made != NULL) {
    icalcomponent_free(made);
    made = NULL;
  }
  free(summary);
  free(description);
  return made;
}
