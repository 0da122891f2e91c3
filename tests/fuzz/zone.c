/* The bytes of a zone file (TZif): every instant has an offset, and its clock leads back to it. */
#include "fuzz/fuzz.h"

#include "time/zone.h"
#include "time/zone_table.h"

enum { CHANGES_LOOKED_AT = 16 };

static int64_t seconds_of(struct civil_time time) {
  return civil_to_days(time.year, time.month, time.day) * 86400 + time.hour * 3600 + time.minute * 60 + time.second;
}

static void check_instant(const struct time_zone *zone, int64_t second) {
  int32_t offset = time_zone_offset_at(zone, second * 1000);
  MUST(offset >= -GREATEST_OFFSET && offset <= GREATEST_OFFSET);
  struct civil_time local = time_zone_local(zone, second * 1000);
  MUST(seconds_of(local) == second + offset);
  MUST(local.month >= 1 && local.month <= 12 && local.day >= 1 &&
       local.day <= civil_month_length(local.year, local.month));
  int64_t back = time_zone_instant(zone, local);
  MUST(back % 1000 == 0 && back / 1000 >= second); /* of two the later */
  MUST(seconds_of(time_zone_local(zone, back)) == seconds_of(local));
}

/* Before the change, at it, and clocks around it, which it may have skipped. */
static void check_change(const struct time_zone *zone, int64_t at) {
  static const int64_t most = INT64_C(1) << 50;
  if (at < -most || at > most) return;
  for (int64_t step = -1; step <= 1; step++) check_instant(zone, at + step);
  for (int32_t step = -7200; step <= 7200; step += 1800) {
    struct civil_time local = time_zone_local(time_zone_utc(), (at + step) * 1000);
    int64_t instant = time_zone_instant(zone, local);
    MUST(instant / 1000 - (at + step) <= GREATEST_OFFSET && (at + step) - instant / 1000 <= GREATEST_OFFSET);
  }
}

static void check_zone(const struct time_zone *zone) {
  for (size_t i = 0; i < zone->changes.count && i < CHANGES_LOOKED_AT; i++)
    check_change(zone, zone->changes.items[i].at);
  if (zone->changes.count > 0) check_change(zone, zone->changes.items[zone->changes.count - 1].at);
  for (int64_t second = INT64_C(1767225600); second < INT64_C(1798761600); second += 86400 * 9)
    check_instant(zone, second);
  check_instant(zone, 0);
  check_instant(zone, INT64_C(-62135596800)); /* the year 1 */
  check_instant(zone, INT64_C(253402300799)); /* the end of 9999 */
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  const followup_context *context = context_or_default(NULL);
  struct time_zone *zone = memory_take_zeroed(context, sizeof *zone);
  followup_status status = zone_parse_file(context, bytes, size, zone);
  MUST(status == FOLLOWUP_OK || status == FOLLOWUP_E_FILE);
  if (status == FOLLOWUP_OK) check_zone(zone);
  time_zone_free(context, zone);
  return 0;
}
