#include "formats/read_case.h"

#include <stdio.h>

/* The candidate. */

TAKES_TEXT(take_candidate_name, followup_candidate_set_name)
TAKES_TEXT(take_candidate_email, followup_candidate_set_email)
TAKES_TEXT(take_candidate_zone, followup_candidate_set_time_zone)

static const struct json_member candidate_members[] = {
    {"name", JSON_STRING, true, take_candidate_name},
    {"email", JSON_STRING, false, take_candidate_email},
    {"time_zone", JSON_STRING, false, take_candidate_zone},
    {NULL, 0, false, NULL},
};

static followup_status take_candidate(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  reading->candidate_has_zone = value_of_member(value, "time_zone").json != NULL;
  return members_read(value, candidate_members, followup_case_candidate(reading->of));
}

/* The application. */

TAKES_TEXT(take_company, followup_case_set_company)
TAKES_TEXT(take_role, followup_case_set_role)

static followup_status take_applied_at(const struct json_value *value, void *into) {
  int64_t instant;
  followup_status status = value_instant(value, &instant);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(value, followup_case_set_applied_at(into, instant, value->error));
}

static const struct json_member application_members[] = {
    {"company", JSON_STRING, true, take_company},
    {"role", JSON_STRING, false, take_role},
    {"applied_at", JSON_STRING, false, take_applied_at},
    {NULL, 0, false, NULL},
};

static followup_status take_application(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  return members_read(value, application_members, reading->of);
}

TAKES_TEXT(take_other_company, followup_case_add_other_company)

static followup_status take_other_companies(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  return entries_each(value, JSON_STRING, take_other_company, reading->of);
}

/* The calendar. */

TAKES_TEXT(take_region, followup_calendar_set_region)
TAKES_TEXT(take_holiday, followup_calendar_add_holiday)
TAKES_TEXTS(take_holidays, take_holiday)

static const struct json_member calendar_members[] = {
    {"region", JSON_STRING, false, take_region},
    {"holidays", JSON_ARRAY, false, take_holidays},
    {NULL, 0, false, NULL},
};

static followup_status take_calendar(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  return members_read(value, calendar_members, followup_case_calendar(reading->of));
}

/* Events. */

TAKES_TEXT(take_event_from, followup_event_set_from)
TAKES_TEXT(take_event_promise, followup_event_set_promised_reply)

/* Kind and instant make the event; the rest is set on it. */
static const struct json_member event_members[] = {
    {"kind", JSON_STRING, true, NULL},
    {"at", JSON_STRING, true, NULL},
    {"from", JSON_STRING, false, take_event_from},
    {"promised_reply", JSON_STRING, false, take_event_promise},
    {NULL, 0, false, NULL},
};

static followup_status read_event_kind(const struct json_value *value, followup_event_kind *kind) {
  const char *name = json_string_value(value->json);
  if (followup_event_kind_from_name(name, json_string_length(value->json), kind)) return FOLLOWUP_OK;
  return value_fail_quoting(value, FOLLOWUP_E_UNKNOWN,
                            "is no kind of event: reply, information_request, verbal_offer, written_offer, rejection, "
                            "withdrawal or hire");
}

static followup_status take_event(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  followup_event_kind kind = FOLLOWUP_EVENT_REPLY;
  int64_t at = 0;
  followup_event *event = NULL;
  followup_status status = members_check(value, event_members);
  if (status != FOLLOWUP_OK) return status;
  struct json_value kind_value = value_of_member(value, "kind"), at_value = value_of_member(value, "at");
  status = read_event_kind(&kind_value, &kind);
  if (status == FOLLOWUP_OK) status = value_instant(&at_value, &at);
  if (status == FOLLOWUP_OK)
    status = value_settle(value, followup_case_add_event(reading->of, kind, at, &event, value->error));
  return status == FOLLOWUP_OK ? members_take(value, event_members, event) : status;
}

static followup_status take_events(const struct json_value *value, void *into) {
  return entries_each(value, JSON_OBJECT, take_event, into);
}

/* The case itself. */

static followup_status take_id(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  return value_settle(value, followup_case_set_id(reading->of, json_string_value(value->json),
                                                  json_string_length(value->json), value->error));
}

static followup_status take_now(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  return value_instant(value, &reading->now);
}

/* The order is the order of taking: the candidate's zone before interviews, interviews before messages. */
static const struct json_member case_members[] = {
    {"id", JSON_STRING, false, take_id},
    {"candidate", JSON_OBJECT, false, take_candidate},
    {"application", JSON_OBJECT, false, take_application},
    {"other_companies", JSON_ARRAY, false, take_other_companies},
    {"calendar", JSON_OBJECT, false, take_calendar},
    {"interviews", JSON_ARRAY, false, read_interviews},
    {"events", JSON_ARRAY, false, take_events},
    {"messages", JSON_ARRAY, false, read_messages},
    {"now", JSON_STRING, false, take_now},
    {"expected", ANY_TYPE, false, NULL}, /* labels of a test corpus */
    {"expected_plan", ANY_TYPE, false, NULL},
    {NULL, 0, false, NULL},
};

static followup_status out_of_memory(followup_error *error) {
  return followup_error_set(error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
}

static followup_status fill_case(json_t *document, struct case_reading *reading, followup_error *error) {
  struct json_value root = value_of_document(document, error);
  followup_status status = value_expect(&root, JSON_OBJECT);
  if (status != FOLLOWUP_OK) return status;
  reading->interview_ids = json_object();
  if (reading->interview_ids == NULL) return out_of_memory(error);
  status = members_read(&root, case_members, reading);
  json_decref(reading->interview_ids);
  return status;
}

followup_status followup_formats_read_case(const followup_context *context, const char *json, size_t length,
                                           followup_case **made, int64_t *now, followup_error *error) {
  struct case_reading reading = {.now = FOLLOWUP_NO_TIME};
  json_t *document = NULL;
  if (made == NULL)
    return followup_error_set(error, FOLLOWUP_E_ARGUMENT, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, "no place for it");
  followup_status status = document_parse(json, length, &document, error);
  if (status != FOLLOWUP_OK) return status;
  status = followup_case_new(context, &reading.of, error);
  if (status == FOLLOWUP_OK) status = fill_case(document, &reading, error);
  json_decref(document);
  if (status != FOLLOWUP_OK) {
    followup_case_free(reading.of);
    return status;
  }
  *made = reading.of;
  if (now != NULL) *now = reading.now;
  return FOLLOWUP_OK;
}
