#include "rules/case_days.h"

#include "model/queries.h"
#include "time/zone.h"

/* Makes a day number one that a stem set can hold: never 0. */
static uint64_t key_of(int64_t civil_day) { return (uint64_t)civil_day + (UINT64_C(1) << 62); }

const struct time_zone *case_zone(const followup_case *of) {
  for (size_t i = of->interviews.count; i-- > 0;) {
    const struct time_zone *zone = interview_zone(of->interviews.items[i]);
    if (zone != NULL) return zone;
  }
  return of->candidate.zone.zone;
}

static void add_day(struct case_days *days, const struct time_zone *zone, int64_t instant) {
  struct civil_time local = time_zone_local(zone, instant);
  days->weekdays |= (uint8_t)(1u << local.weekday);
  days->month_days |= UINT32_C(1) << local.day;
  days->dates[local.month] |= UINT32_C(1) << local.day;
  stem_set_add(&days->civil, key_of(civil_to_days(local.year, local.month, local.day)));
}

bool case_days_read(const followup_context *context, struct case_days *days, const followup_case *of) {
  struct stem_set civil = days->civil;
  *days = (struct case_days){.civil = civil};
  if (!stem_set_prepare(context, &days->civil, 2 * of->interviews.count + of->events.count)) return false;
  for (size_t i = 0; i < of->interviews.count; i++) {
    const followup_interview *one = of->interviews.items[i];
    const struct time_zone *zone = interview_zone(one);
    if (zone == NULL || one->start == FOLLOWUP_NO_TIME) continue;
    days->interviews = true;
    add_day(days, zone, one->start);
    add_day(days, zone, one->end);
  }
  const struct time_zone *zone = case_zone(of);
  for (size_t i = 0; zone != NULL && i < of->events.count; i++) add_day(days, zone, of->events.items[i]->at);
  return true;
}

bool case_days_hold(const struct case_days *days, int64_t civil_day) {
  return stem_set_holds(&days->civil, key_of(civil_day));
}

void case_days_free(const followup_context *context, struct case_days *days) { stem_set_free(context, &days->civil); }
