/* The days on which something of a case happened, so that a day named in a message is looked up, not searched for. */
#ifndef FOLLOWUP_RULES_CASE_DAYS_H
#define FOLLOWUP_RULES_CASE_DAYS_H

#include "model/model.h"
#include "text/stems.h"

struct case_days {
  bool interviews;       /* some interview's day is known */
  uint8_t weekdays;      /* one bit each, Sunday first */
  uint32_t month_days;   /* one bit each, from 1 */
  uint32_t dates[13];    /* by month: one bit a day */
  struct stem_set civil; /* of day numbers (time/civil.h) */
};

/* Collects the local days of interviews and events. False when there is no memory. */
bool case_days_read(const followup_context *context, struct case_days *days, const followup_case *of);
bool case_days_hold(const struct case_days *days, int64_t civil_day);
void case_days_free(const followup_context *context, struct case_days *days);

/* The zone in which the case's days are meant: that of the last interview that has one, else the candidate's, else
 * NULL. */
const struct time_zone *case_zone(const followup_case *of);

#endif
