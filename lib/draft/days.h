/* Days and limits in the words of somebody who looks back at them. */
#ifndef FOLLOWUP_DRAFT_DAYS_H
#define FOLLOWUP_DRAFT_DAYS_H

#include "draft/facts.h"
#include "model/model.h"
#include "rules/deadlines.h"

/* From where one looks back. */
struct view {
  const followup_case *of;
  int64_t at;
};

/* Puts the day of an instant in a zone into a fact: "yesterday", "on Tuesday". */
followup_status say_day_back(struct facts *facts, enum draft_fact fact, const struct view *view,
                             const struct time_zone *zone, int64_t instant);

/* Puts the time that was named for a reply into FACT_WINDOW; where none was named exactly, it stays unknown. */
followup_status say_named_window(struct facts *facts, const struct view *view, const struct status_window *window,
                                 const followup_window *reading);

#endif
