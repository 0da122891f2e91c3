/*
 * Events of iCalendar text, one at a time: lines are unfolded and components held against each other here; libical
 * reads what stands in a line, and only the lines of an event that matter.
 */
#ifndef FOLLOWUP_FORMATS_CALENDAR_EVENTS_H
#define FOLLOWUP_FORMATS_CALENDAR_EVENTS_H

#include <libical/ical.h>

#include <followup-formats.h>

/* One VEVENT; its properties are those of its `component`, valid during the call that takes it. */
struct calendar_event {
  size_t line, number; /* of its BEGIN; both count from 1 */
  size_t start_line, end_line, rule_line;
  icalcomponent *component;
};

typedef followup_status (*event_taker)(const struct calendar_event *event, void *user, followup_error *error);

/* Hands over every event; ends at the first failure. */
followup_status each_event(const char *text, size_t length, event_taker take, void *user, followup_error *error);

/* NULL where the event has no such property; the first where it has several. */
icalproperty *event_property(const struct calendar_event *event, icalproperty_kind kind);
bool event_is_cancelled(const struct calendar_event *event);
/* Whether it is about days, not about hours. */
bool event_is_of_days(const struct calendar_event *event);
/* DTSTART or DTEND; a null time where there is none. */
struct icaltimetype event_time(const struct calendar_event *event, icalproperty_kind kind);
/* The length in seconds by DURATION; -1 where there is none, or one that is negative. */
int64_t event_duration(const struct calendar_event *event);

followup_status calendar_fail(followup_error *error, followup_status status, size_t line, const char *reason);
/* Adds the line to what the core said, whose offset is of one value and not of the file. */
followup_status calendar_settle(followup_error *error, followup_status status, size_t line);

#endif
