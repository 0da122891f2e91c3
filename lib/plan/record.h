/* The record in the making. */
#ifndef FOLLOWUP_PLAN_RECORD_H
#define FOLLOWUP_PLAN_RECORD_H

#include "plan/planner.h"
#include "rules/report.h"

struct followup_record {
  const followup_context *context;
  size_t interviewers, thanked, thanked_in_time;
  size_t notes_held, notes_taken_up;
  size_t materials_promised, materials_in_time;
  size_t most_unsolicited;
  int64_t median_delay;
  ARRAY(text_place) early_status_checks, never_thanked;
  text_pool texts;
};

/* Each counts its part; FOLLOWUP_E_MEMORY or FOLLOWUP_E_INTERNAL where it cannot. */
followup_status count_thanks(struct followup_record *record, const struct planner *planner);
followup_status count_notes(struct followup_record *record, const struct planner *planner);
followup_status count_status_checks(struct followup_record *record, struct planner *planner);
void count_materials(struct followup_record *record, const struct planner *planner);
void count_follow_ups(struct followup_record *record, const struct planner *planner);

#endif
