#include <stdlib.h>
#include <string.h>

#include "formats/calendar_export.h"

struct followup_calendar_writer {
  const followup_context *context;
  followup_formats_sink sink;
  void *user;
  bool ended, broken; /* broken: the sink said no, it is not asked again */
  struct zone_cover *zones;
  size_t zone_count;
};

static followup_status fail(followup_error *error, followup_status status, const char *reason) {
  return followup_error_set(error, status, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, reason);
}

static followup_status write_text(followup_calendar_writer *writer, const char *text, followup_error *error) {
  if (!writer->broken && !writer->sink(text, strlen(text), writer->user)) writer->broken = true;
  return writer->broken ? fail(error, FOLLOWUP_E_FILE, "cannot be written") : FOLLOWUP_OK;
}

/* Takes the component, which is NULL when there was no memory for it. */
static followup_status write_component(followup_calendar_writer *writer, icalcomponent *component,
                                       followup_error *error) {
  char *text = component != NULL ? icalcomponent_as_ical_string_r(component) : NULL;
  followup_status status = text != NULL ? write_text(writer, text, error) : fail(error, FOLLOWUP_E_MEMORY, NULL);
  if (text != NULL) icalmemory_free_buffer(text);
  if (component != NULL) icalcomponent_free(component);
  return status;
}

followup_status followup_calendar_writer_new(const followup_context *context, followup_formats_sink sink, void *user,
                                             followup_calendar_writer **made, followup_error *error) {
  if (sink == NULL || made == NULL) return fail(error, FOLLOWUP_E_ARGUMENT, "no sink, or no place for the writer");
  followup_calendar_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) return fail(error, FOLLOWUP_E_MEMORY, NULL);
  writer->context = context;
  writer->sink = sink;
  writer->user = user;
  followup_status status =
      write_text(writer, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libfollowup//followup//EN\r\n", error);
  if (status == FOLLOWUP_OK)
    *made = writer;
  else
    free(writer);
  return status;
}

/* Zones. */

/* Instants of a fixed offset are told in UTC: no calendar program knows such a zone by name. */
static bool is_place(const char *zone) { return strchr(zone, '/') != NULL; }

static followup_status add_zone(followup_calendar_writer *writer, const char *name, int64_t now,
                                followup_error *error) {
  struct zone_cover *grown = realloc(writer->zones, (writer->zone_count + 1) * sizeof *grown);
  if (grown == NULL) return fail(error, FOLLOWUP_E_MEMORY, NULL);
  writer->zones = grown;
  struct zone_cover *zone = &grown[writer->zone_count];
  followup_status status = zone_cover_fill(zone, writer->context, name, now, error);
  if (status == FOLLOWUP_OK) status = write_component(writer, zone_cover_component(zone), error);
  if (status == FOLLOWUP_OK)
    writer->zone_count++;
  else
    zone_cover_free(zone);
  return status;
}

/* The zone of an action, written before its first use; NULL where UTC does. */
static followup_status find_zone(followup_calendar_writer *writer, const char *name, int64_t now,
                                 const struct zone_cover **found, followup_error *error) {
  *found = NULL;
  if (!is_place(name)) return FOLLOWUP_OK;
  for (size_t i = 0; i < writer->zone_count && *found == NULL; i++)
    if (strcmp(writer->zones[i].name, name) == 0) *found = &writer->zones[i];
  if (*found != NULL) return FOLLOWUP_OK;
  followup_status status = add_zone(writer, name, now, error);
  if (status == FOLLOWUP_OK) *found = &writer->zones[writer->zone_count - 1];
  return status;
}

/* Actions. */

static bool is_to_do(const followup_action *action) {
  followup_action_state state = followup_action_state_of(action);
  return state != FOLLOWUP_ACTION_DONE && state != FOLLOWUP_ACTION_CLOSED;
}

static followup_status write_action(followup_calendar_writer *writer, struct task *task, followup_error *error) {
  followup_status status = find_zone(writer, followup_action_time_zone(task->action), task->now, &task->zone, error);
  return status == FOLLOWUP_OK ? write_component(writer, task_component(task), error) : status;
}

static followup_status write_actions(followup_calendar_writer *writer, const followup_case *of,
                                     const followup_plan *plan, int64_t now, char (*uids)[UID_SIZE],
                                     followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; i < followup_plan_count(plan) && status == FOLLOWUP_OK; i++) {
    struct task task = {.of = of, .action = followup_plan_at(plan, i), .now = whole_seconds(now)};
    memcpy(task.uid, uids[i], UID_SIZE);
    if (is_to_do(task.action)) status = write_action(writer, &task, error);
  }
  return status;
}

followup_status followup_calendar_writer_add(followup_calendar_writer *writer, const followup_case *of,
                                             const followup_plan *plan, int64_t now, followup_error *error) {
  if (writer == NULL || of == NULL || plan == NULL || now == FOLLOWUP_NO_TIME || writer->ended)
    return fail(error, FOLLOWUP_E_ARGUMENT, "no writer, case, plan or now, or an ended document");
  char(*uids)[UID_SIZE] = calloc(followup_plan_count(plan) + 1, sizeof *uids);
  followup_status status = uids != NULL && plan_uids(of, plan, uids) ? write_actions(writer, of, plan, now, uids, error)
                                                                     : fail(error, FOLLOWUP_E_MEMORY, NULL);
  free(uids);
  return status;
}

followup_status followup_calendar_writer_end(followup_calendar_writer *writer, followup_error *error) {
  if (writer == NULL || writer->ended) return fail(error, FOLLOWUP_E_ARGUMENT, "no writer, or an ended document");
  writer->ended = true;
  return write_text(writer, "END:VCALENDAR\r\n", error);
}

void followup_calendar_writer_free(followup_calendar_writer *writer) {
  if (writer == NULL) return;
  for (size_t i = 0; i < writer->zone_count; i++) zone_cover_free(&writer->zones[i]);
  free(writer->zones);
  free(writer);
}
