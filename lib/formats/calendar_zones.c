/*
 * VTIMEZONE: what the core says of a zone, asked week by week.
 *
 * The core tells the instant of a local time: the later where clocks go back, the end of the gap where they go forward.
 * So the offset "local minus instant" stays the same up to the first local second after a change.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/calendar_export.h"

enum { DAY = 86400, STEP = 7 * DAY, YEARS_BEFORE = 2, YEARS_AFTER = 10, YEAR = 366 * DAY };

static const int64_t EARLIEST = 0, LATEST = INT64_C(4102444800); /* 1970 to 2100 */

static struct icaltimetype clock_at(int64_t local) { return icaltime_from_timet_with_zone((time_t)local, 0, NULL); }

/* The instant at which a clock there shows a local time, both in seconds. */
static int64_t instant_of(const followup_calendar *calendar, int64_t local) {
  char text[64];
  int64_t instant = 0;
  struct icaltimetype at = clock_at(local);
  snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", at.year, at.month, at.day, at.hour, at.minute,
           at.second);
  followup_calendar_instant(calendar, text, FOLLOWUP_ZERO_TERMINATED, &instant, NULL);
  return instant / 1000;
}

static int32_t offset_of(const followup_calendar *calendar, int64_t local) {
  return (int32_t)(local - instant_of(calendar, local));
}

/* The first local second after `from` and until `to` that has another offset. */
static int64_t first_with_other_offset(const followup_calendar *calendar, int64_t from, int64_t to, int32_t offset) {
  while (to - from > 1) {
    int64_t middle = from + (to - from) / 2;
    if (offset_of(calendar, middle) == offset)
      from = middle;
    else
      to = middle;
  }
  return to;
}

/* Adds the change between two local times; returns the offset after it. */
static int32_t add_change(struct zone_cover *cover, const followup_calendar *calendar, int64_t from, int64_t to,
                          int32_t offset) {
  int64_t local = first_with_other_offset(calendar, from, to, offset);
  int32_t after = offset_of(calendar, local + DAY); /* behind a gap */
  struct offset_change change = {instant_of(calendar, local), offset, after};
  if (after != offset) cover->changes[cover->change_count++] = change;
  return after;
}

static void find_changes(struct zone_cover *cover, const followup_calendar *calendar) {
  int32_t offset = offset_of(calendar, cover->first);
  cover->first_offset = offset;
  for (int64_t local = cover->first; local < cover->last && cover->change_count < MOST_OFFSET_CHANGES; local += STEP)
    if (offset_of(calendar, local + STEP) != offset) offset = add_change(cover, calendar, local, local + STEP, offset);
}

followup_status zone_cover_fill(struct zone_cover *cover, const followup_context *context, const char *name,
                                int64_t now, followup_error *error) {
  followup_calendar *calendar = NULL;
  size_t size = strlen(name) + 1;
  *cover = (struct zone_cover){.name = malloc(size)};
  if (cover->name == NULL)
    return followup_error_set(error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  memcpy(cover->name, name, size);
  followup_status status = followup_calendar_new(context, &calendar, error);
  if (status == FOLLOWUP_OK) status = followup_calendar_set_time_zone(calendar, name, size - 1, error);
  now = now < EARLIEST ? EARLIEST : now > LATEST ? LATEST : now;
  cover->first = now - now % DAY - (int64_t)YEARS_BEFORE * YEAR;
  cover->last = now + (int64_t)YEARS_AFTER * YEAR;
  if (status == FOLLOWUP_OK) find_changes(cover, calendar);
  followup_calendar_free(calendar);
  return status;
}

void zone_cover_free(struct zone_cover *cover) { free(cover->name); }

bool zone_cover_tells(const struct zone_cover *cover, int64_t instant) {
  if (instant < cover->first + DAY || instant > cover->last - DAY) return false;
  for (size_t i = 0; i < cover->change_count; i++) {
    const struct offset_change *change = &cover->changes[i];
    int64_t twice = (int64_t)change->from - change->to; /* seconds that clocks show twice */
    if (instant >= change->at - twice && instant < change->at + twice) return false;
  }
  return true;
}

/* One STANDARD or DAYLIGHT, from its first change on. */
static icalcomponent *observance(int64_t at, int32_t from, int32_t to) {
  icalcomponent *made = icalcomponent_new(to > from ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
  if (made == NULL) return NULL;
  icalcomponent_add_property(made, icalproperty_new_dtstart(clock_at(at + from)));
  icalcomponent_add_property(made, icalproperty_new_tzoffsetfrom(from));
  icalcomponent_add_property(made, icalproperty_new_tzoffsetto(to));
  return made;
}

static void add_onset(icalcomponent *to, const struct offset_change *change) {
  struct icaldatetimeperiodtype onset = {clock_at(change->at + change->from), icalperiodtype_null_period()};
  icalcomponent_add_property(to, icalproperty_new_rdate(onset));
}

/* Changes alike share one observance, which the first of them makes. */
static bool add_changes_like(const struct zone_cover *cover, size_t first, icalcomponent *zone) {
  const struct offset_change *like = &cover->changes[first];
  for (size_t i = 0; i < first; i++)
    if (cover->changes[i].from == like->from && cover->changes[i].to == like->to) return true;
  icalcomponent *made = observance(like->at, like->from, like->to);
  if (made == NULL) return false;
  for (size_t i = first + 1; i < cover->change_count; i++)
    if (cover->changes[i].from == like->from && cover->changes[i].to == like->to) add_onset(made, &cover->changes[i]);
  icalcomponent_add_component(zone, made);
  return true;
}

icalcomponent *zone_cover_component(const struct zone_cover *cover) {
  icalcomponent *zone = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
  icalcomponent *before = observance(cover->first, cover->first_offset, cover->first_offset);
  bool made = zone != NULL && before != NULL;
  if (made) {
    icalcomponent_add_property(zone, icalproperty_new_tzid(cover->name));
    icalcomponent_add_component(zone, before);
  }
  for (size_t i = 0; made && i < cover->change_count; i++) made = add_changes_like(cover, i, zone);
  if (made) return zone;
  if (zone != NULL) icalcomponent_free(zone);
  return NULL;
}
