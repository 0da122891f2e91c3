/* Interviews out of a calendar file: when, and who sits on the panel. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "formats/calendar_events.h"
#include "formats/calendar_zone.h"

struct interviews {
  followup_case *of;
  followup_calendar *calendar; /* set to `zone`, which is the one that `tzid` means */
  char tzid[ZONE_NAME_SIZE], zone[ZONE_NAME_SIZE];
  size_t added;
};

static const char *candidate_zone(const struct interviews *interviews) {
  return followup_candidate_time_zone(followup_case_candidate(interviews->of));
}

/* Times. */

static followup_status set_zone(struct interviews *interviews, const char *tzid, followup_error *error) {
  if (*tzid == '\0')
    return followup_error_set(error, FOLLOWUP_E_TIME_ZONE, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE,
                              "has no time zone, and the candidate has none either");
  if (strcmp(interviews->tzid, tzid) == 0) return FOLLOWUP_OK;
  interviews->tzid[0] = '\0';
  followup_status status = calendar_zone_set(interviews->calendar, tzid, interviews->zone, error);
  if (status == FOLLOWUP_OK && strlen(tzid) < ZONE_NAME_SIZE) memcpy(interviews->tzid, tzid, strlen(tzid) + 1);
  return status;
}

static followup_status utc_instant(const char *local, int64_t *instant, followup_error *error) {
  char text[96];
  int length = snprintf(text, sizeof text, "%sZ", local);
  if (followup_formats_instant(text, (size_t)length, instant)) return FOLLOWUP_OK;
  return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "is a time that does not exist");
}

/* The instant of DTSTART or DTEND; `zone` is the name of the zone, "" for a time in UTC. */
static followup_status read_time(struct interviews *interviews, icalproperty *property, int64_t *instant,
                                 const char **zone, followup_error *error) {
  char text[80];
  struct icaltimetype at = icalvalue_get_datetime(icalproperty_get_value(property));
  icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  const char *name = tzid != NULL ? icalparameter_get_tzid(tzid) : candidate_zone(interviews);
  snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", at.year, at.month, at.day, at.hour, at.minute,
           at.second);
  *zone = "";
  if (icaltime_is_utc(at)) return utc_instant(text, instant, error);
  followup_status status = set_zone(interviews, name, error);
  if (status != FOLLOWUP_OK) return status;
  *zone = interviews->zone;
  return followup_calendar_instant(interviews->calendar, text, FOLLOWUP_ZERO_TERMINATED, instant, error);
}

static followup_status read_end(struct interviews *interviews, const struct calendar_event *event, int64_t start,
                                int64_t *end, followup_error *error) {
  const char *zone;
  icalproperty *property = event_property(event, ICAL_DTEND_PROPERTY);
  int64_t seconds = event_duration(event);
  if (property != NULL) return read_time(interviews, property, end, &zone, error);
  if (seconds < 0)
    return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "has neither an end nor a duration");
  *end = start + seconds * 1000;
  return FOLLOWUP_OK;
}

struct hours {
  int64_t start, end;
  char zone[ZONE_NAME_SIZE];
};

static followup_status read_hours(struct interviews *interviews, const struct calendar_event *event,
                                  struct hours *hours, followup_error *error) {
  const char *zone = "";
  icalproperty *start = event_property(event, ICAL_DTSTART_PROPERTY);
  if (start == NULL) return calendar_fail(error, FOLLOWUP_E_ARGUMENT, event->line, "has no start");
  followup_status status = read_time(interviews, start, &hours->start, &zone, error);
  if (status != FOLLOWUP_OK) return calendar_settle(error, status, event->start_line);
  if (*zone == '\0' && *candidate_zone(interviews) == '\0') zone = "UTC";
  memcpy(hours->zone, zone, strlen(zone) + 1);
  status = read_end(interviews, event, hours->start, &hours->end, error);
  if (status == FOLLOWUP_OK && hours->end < hours->start)
    status = calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "ends before it starts");
  return calendar_settle(error, status, event->end_line);
}

/* The panel. */

/* "" for what is no address of mail. */
static const char *address_of(icalproperty *person) {
  const char *text = icalproperty_get_value_as_string(person);
  if (text == NULL) return "";
  if (strncasecmp(text, "mailto:", 7) == 0) text += 7;
  return strchr(text, '@') != NULL && strchr(text, ' ') == NULL ? text : "";
}

static const char *name_of(icalproperty *person) {
  icalparameter *name = icalproperty_get_first_parameter(person, ICAL_CN_PARAMETER);
  const char *text = name != NULL ? icalparameter_get_cn(name) : NULL;
  return text != NULL ? text : "";
}

/* Rooms are no interviewers, and who declined does not come. */
static bool takes_part(icalproperty *person) {
  icalparameter *type = icalproperty_get_first_parameter(person, ICAL_CUTYPE_PARAMETER);
  icalparameter *answer = icalproperty_get_first_parameter(person, ICAL_PARTSTAT_PARAMETER);
  if (answer != NULL && icalparameter_get_partstat(answer) == ICAL_PARTSTAT_DECLINED) return false;
  return type == NULL || icalparameter_get_cutype(type) == ICAL_CUTYPE_INDIVIDUAL ||
         icalparameter_get_cutype(type) == ICAL_CUTYPE_UNKNOWN;
}

static bool is_on_panel(const followup_interview *interview, const char *address, const char *name) {
  for (size_t i = 0; i < followup_interview_interviewer_count(interview); i++) {
    const followup_interviewer *one = followup_interview_interviewer(interview, i);
    const char *known = followup_interviewer_email(one);
    if (*address != '\0' ? strcasecmp(known, address) == 0 : strcmp(followup_interviewer_name(one), name) == 0)
      return true;
  }
  return false;
}

static followup_status add_person(const struct interviews *interviews, followup_interview *interview,
                                  icalproperty *person, followup_error *error) {
  followup_interviewer *added = NULL;
  const char *address = address_of(person), *name = name_of(person);
  const char *own = followup_candidate_email(followup_case_candidate(interviews->of));
  if (*name == '\0') name = address;
  if (*name == '\0' || !takes_part(person) || (*own != '\0' && strcasecmp(own, address) == 0) ||
      is_on_panel(interview, address, name))
    return FOLLOWUP_OK;
  followup_status status = followup_interview_add_interviewer(interview, name, FOLLOWUP_ZERO_TERMINATED, &added, error);
  if (status != FOLLOWUP_OK || *address == '\0') return status;
  return followup_interviewer_set_email(added, address, FOLLOWUP_ZERO_TERMINATED, error);
}

static followup_status add_people(const struct interviews *interviews, followup_interview *interview,
                                  const struct calendar_event *event, icalproperty_kind kind, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  icalproperty *person = event_property(event, kind);
  for (; person != NULL && status == FOLLOWUP_OK; person = icalcomponent_get_next_property(event->component, kind))
    status = add_person(interviews, interview, person, error);
  return status;
}

/* The interview. */

static followup_status add_interview(const struct interviews *interviews, const struct calendar_event *event,
                                     followup_interview **added, followup_error *error) {
  char number[40];
  icalproperty *uid = event_property(event, ICAL_UID_PROPERTY);
  snprintf(number, sizeof number, "event %zu", event->number);
  const char *id = uid != NULL ? icalproperty_get_uid(uid) : number;
  return followup_case_add_interview(interviews->of, id, FOLLOWUP_ZERO_TERMINATED, added, error);
}

static followup_status set_words(followup_interview *interview, const struct calendar_event *event,
                                 followup_error *error) {
  icalproperty *summary = event_property(event, ICAL_SUMMARY_PROPERTY);
  const char *stage = summary != NULL ? icalproperty_get_summary(summary) : NULL;
  if (stage == NULL || *stage == '\0') return FOLLOWUP_OK;
  return followup_interview_set_stage(interview, stage, FOLLOWUP_ZERO_TERMINATED, error);
}

static followup_status fill(const struct interviews *interviews, followup_interview *interview,
                            const struct calendar_event *event, const struct hours *hours, followup_error *error) {
  followup_status status = followup_interview_set_time(interview, hours->start, hours->end, error);
  if (status == FOLLOWUP_OK && *hours->zone != '\0')
    status = followup_interview_set_time_zone(interview, hours->zone, FOLLOWUP_ZERO_TERMINATED, error);
  if (status == FOLLOWUP_OK) status = set_words(interview, event, error);
  if (status == FOLLOWUP_OK) status = add_people(interviews, interview, event, ICAL_ORGANIZER_PROPERTY, error);
  if (status == FOLLOWUP_OK) status = add_people(interviews, interview, event, ICAL_ATTENDEE_PROPERTY, error);
  return status;
}

static bool is_single_meeting(const struct calendar_event *event) {
  return !event_is_cancelled(event) && !event_is_of_days(event) && event_property(event, ICAL_RRULE_PROPERTY) == NULL &&
         event_property(event, ICAL_RECURRENCEID_PROPERTY) == NULL;
}

static followup_status take_interview(const struct calendar_event *event, void *user, followup_error *error) {
  struct interviews *interviews = user;
  struct hours hours;
  followup_interview *interview = NULL;
  if (!is_single_meeting(event)) return FOLLOWUP_OK;
  followup_status status = read_hours(interviews, event, &hours, error);
  if (status != FOLLOWUP_OK) return status;
  status = add_interview(interviews, event, &interview, error);
  if (status == FOLLOWUP_OK) status = fill(interviews, interview, event, &hours, error);
  if (status == FOLLOWUP_OK) interviews->added++;
  return calendar_settle(error, status, event->line);
}

followup_status followup_formats_read_interviews(const followup_context *context, followup_case *of, const char *text,
                                                 size_t length, size_t *added, followup_error *error) {
  struct interviews interviews = {.of = of};
  if (of == NULL) return calendar_fail(error, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, "no case");
  followup_status status = followup_calendar_new(context, &interviews.calendar, error);
  if (status == FOLLOWUP_OK) status = each_event(text, length, take_interview, &interviews, error);
  followup_calendar_free(interviews.calendar);
  if (status == FOLLOWUP_OK && added != NULL) *added = interviews.added;
  return status;
}
