#include <string.h>

#include "formats/instant.h"
#include "formats/read_case.h"

/* Who was there. */

TAKES_TEXT(take_interviewer_email, followup_interviewer_set_email)
TAKES_TEXT(take_interviewer_title, followup_interviewer_set_title)
TAKES_TEXT(take_note, followup_interviewer_add_note)
TAKES_TEXTS(take_notes, take_note)

static const struct json_member interviewer_members[] = {
    {"name", JSON_STRING, true, NULL}, /* makes the interviewer */
    {"email", JSON_STRING, false, take_interviewer_email},
    {"title", JSON_STRING, false, take_interviewer_title},
    {"notes", JSON_ARRAY, false, take_notes},
    {NULL, 0, false, NULL},
};

static followup_status take_interviewer(const struct json_value *value, void *into) {
  followup_interviewer *interviewer = NULL;
  followup_status status = members_check(value, interviewer_members);
  if (status != FOLLOWUP_OK) return status;
  struct json_value name = value_of_member(value, "name");
  status =
      value_settle(&name, followup_interview_add_interviewer(into, json_string_value(name.json),
                                                             json_string_length(name.json), &interviewer, name.error));
  return status == FOLLOWUP_OK ? members_take(value, interviewer_members, interviewer) : status;
}

static followup_status take_panel(const struct json_value *value, void *into) {
  return entries_each(value, JSON_OBJECT, take_interviewer, into);
}

/* What was promised. */

static const struct json_member material_members[] = {
    {"what", JSON_STRING, false, NULL},
    {"to", JSON_STRING, false, NULL},
    {NULL, 0, false, NULL},
};

/* The core takes both in one call; its error says which of the two it did not like. */
static struct json_value material_at_fault(const struct json_value *material) {
  const char *named = followup_error_member(material->error);
  size_t length = strlen(named);
  bool is_to = length >= 2 && strcmp(named + length - 2, "to") == 0;
  return value_of_member(material, is_to ? "to" : "what");
}

static followup_status take_material(const struct json_value *value, void *into) {
  followup_status status = members_check(value, material_members);
  if (status != FOLLOWUP_OK) return status;
  json_t *what = json_object_get(value->json, "what"), *to = json_object_get(value->json, "to");
  status = followup_interview_add_promised_material(into, what != NULL ? json_string_value(what) : "",
                                                    json_string_length(what), json_string_value(to),
                                                    json_string_length(to), value->error);
  if (status == FOLLOWUP_OK) return status;
  struct json_value fault = material_at_fault(value);
  return value_settle(&fault, status);
}

static followup_status take_materials(const struct json_value *value, void *into) {
  return entries_each(value, JSON_OBJECT, take_material, into);
}

TAKES_TEXT(take_promised_reply, followup_interview_set_promised_reply)

static followup_status take_window_ends(const struct json_value *value, void *into) {
  int64_t instant;
  followup_status status = value_instant(value, &instant);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(value, followup_interview_set_window_ends(into, instant, value->error));
}

/* The interview. */

TAKES_TEXT(take_stage, followup_interview_set_stage)

/* The id makes the interview; the two times and the zone belong together. */
static const struct json_member interview_members[] = {
    {"id", JSON_STRING, true, NULL},
    {"start", JSON_STRING, true, NULL},
    {"end", JSON_STRING, true, NULL},
    {"time_zone", JSON_STRING, false, NULL},
    {"stage", JSON_STRING, false, take_stage},
    {"panel", JSON_ARRAY, false, take_panel},
    {"promised_reply", JSON_STRING, false, take_promised_reply},
    {"window_ends", JSON_STRING, false, take_window_ends},
    {"promised_materials", JSON_ARRAY, false, take_materials},
    {NULL, 0, false, NULL},
};

static followup_status set_time(const struct json_value *value, followup_interview *interview) {
  struct json_value start = value_of_member(value, "start"), end = value_of_member(value, "end");
  int64_t from = 0, to = 0;
  followup_status status = value_instant(&start, &from);
  if (status == FOLLOWUP_OK) status = value_instant(&end, &to);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(&end, followup_interview_set_time(interview, from, to, end.error));
}

static followup_status set_offset_as_zone(const struct json_value *value, followup_interview *interview) {
  struct json_value end = value_of_member(value, "end");
  char zone[OFFSET_SIZE];
  rfc3339_offset(json_string_value(end.json), json_string_length(end.json), zone);
  return value_settle(&end, followup_interview_set_time_zone(interview, zone, OFFSET_SIZE - 1, end.error));
}

/* Left out, it is the candidate's, which the core falls back to, or else the offset that `end` was written with. */
static followup_status set_zone(const struct json_value *value, const struct case_reading *reading,
                                followup_interview *interview) {
  struct json_value zone = value_of_member(value, "time_zone");
  if (zone.json != NULL)
    return value_settle(&zone, followup_interview_set_time_zone(interview, json_string_value(zone.json),
                                                                json_string_length(zone.json), zone.error));
  return reading->candidate_has_zone ? FOLLOWUP_OK : set_offset_as_zone(value, interview);
}

static followup_status add_interview(const struct json_value *value, struct case_reading *reading,
                                     followup_interview **added) {
  struct json_value id = value_of_member(value, "id");
  const char *text = json_string_value(id.json);
  followup_status status =
      value_settle(&id, followup_case_add_interview(reading->of, text, json_string_length(id.json), added, id.error));
  if (status != FOLLOWUP_OK) return status;
  if (json_object_set_new(reading->interview_ids, text, json_true()) == 0) return FOLLOWUP_OK;
  return value_fail(&id, FOLLOWUP_E_MEMORY, NULL);
}

static followup_status take_interview(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  followup_interview *interview = NULL;
  followup_status status = members_check(value, interview_members);
  if (status == FOLLOWUP_OK) status = add_interview(value, reading, &interview);
  if (status == FOLLOWUP_OK) status = set_time(value, interview);
  if (status == FOLLOWUP_OK) status = set_zone(value, reading, interview);
  return status == FOLLOWUP_OK ? members_take(value, interview_members, interview) : status;
}

followup_status read_interviews(const struct json_value *interviews, void *into) {
  return entries_each(interviews, JSON_OBJECT, take_interview, into);
}
