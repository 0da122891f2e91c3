/* The record as a caller holds it. */
#include "plan/record.h"

#include "base/error.h"

static followup_status fill(struct followup_record *record, struct planner *planner) {
  count_materials(record, planner);
  count_follow_ups(record, planner);
  followup_status status = count_thanks(record, planner);
  if (status == FOLLOWUP_OK) status = count_status_checks(record, planner);
  return status == FOLLOWUP_OK ? count_notes(record, planner) : status;
}

static followup_status make(struct planner *planner, followup_record **made) {
  followup_record *record = memory_take_zeroed(planner->context, sizeof *record);
  if (record == NULL) return FOLLOWUP_E_MEMORY;
  record->context = planner->context;
  record->median_delay = FOLLOWUP_NO_TIME;
  followup_status status = fill(record, planner);
  if (status == FOLLOWUP_OK)
    *made = record;
  else
    followup_record_free(record);
  return status;
}

followup_status followup_record_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                     followup_record **made, followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  struct planner planner;
  followup_status status = planner_open(&planner, policy, of, now, error);
  if (status == FOLLOWUP_OK) {
    status = make(&planner, made);
    if (status != FOLLOWUP_OK) error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
  }
  planner_close(&planner);
  return status;
}

void followup_record_free(followup_record *record) {
  if (record == NULL) return;
  array_free(record->context, &record->early_status_checks);
  array_free(record->context, &record->never_thanked);
  array_free(record->context, &record->texts);
  memory_give(record->context, record);
}

/* Reading */

size_t followup_record_interviewers(const followup_record *record) { return record != NULL ? record->interviewers : 0; }

size_t followup_record_thanked(const followup_record *record) { return record != NULL ? record->thanked : 0; }

size_t followup_record_thanked_in_time(const followup_record *record) {
  return record != NULL ? record->thanked_in_time : 0;
}

int64_t followup_record_median_delay(const followup_record *record) {
  return record != NULL ? record->median_delay : FOLLOWUP_NO_TIME;
}

size_t followup_record_notes_held(const followup_record *record) { return record != NULL ? record->notes_held : 0; }

size_t followup_record_notes_taken_up(const followup_record *record) {
  return record != NULL ? record->notes_taken_up : 0;
}

size_t followup_record_materials_promised(const followup_record *record) {
  return record != NULL ? record->materials_promised : 0;
}

size_t followup_record_materials_in_time(const followup_record *record) {
  return record != NULL ? record->materials_in_time : 0;
}

size_t followup_record_early_status_checks(const followup_record *record) {
  return record != NULL ? record->early_status_checks.count : 0;
}

size_t followup_record_most_unsolicited(const followup_record *record) {
  return record != NULL ? record->most_unsolicited : 0;
}

size_t followup_record_never_thanked_count(const followup_record *record) {
  return record != NULL ? record->never_thanked.count : 0;
}

const char *followup_record_early_status_check(const followup_record *record, size_t index) {
  if (index >= followup_record_early_status_checks(record)) return NULL;
  text_place place = record->early_status_checks.items[index];
  return place == 0 ? "" : record->texts.items + place;
}

const char *followup_record_never_thanked(const followup_record *record, size_t index) {
  if (index >= followup_record_never_thanked_count(record)) return NULL;
  text_place place = record->never_thanked.items[index];
  return place == 0 ? "" : record->texts.items + place;
}
