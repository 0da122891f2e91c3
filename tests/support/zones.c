#include "support/zones.h"

#include <check.h>

const followup_context *plain(void) { return context_or_default(NULL); }

struct time_zone *read_zone(const char *name) {
  struct time_zone *zone = NULL;
  followup_status status = time_zone_read(plain(), "zone", name, FOLLOWUP_ZERO_TERMINATED, &zone, NULL);
  if (status != FOLLOWUP_OK) ck_abort_msg("%s: %s", name, followup_status_text(status));
  return zone;
}

void free_zone(struct time_zone *zone) { time_zone_free(plain(), zone); }

int64_t utc(int year, int month, int day, int hour, int minute) {
  return (civil_to_days(year, month, day) * 86400 + hour * HOUR + minute * 60) * 1000;
}

int64_t instant(const struct time_zone *zone, int year, int month, int day, int hour, int minute) {
  return time_zone_instant(zone, (struct civil_time){year, month, day, hour, minute, 0, SUNDAY});
}
