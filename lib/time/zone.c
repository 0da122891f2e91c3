#include "time/zone.h"

#include "time/zone_table.h"

enum { SECOND = 1000, MINUTE = 60, HOUR = 3600, DAY = 86400 };

static const int64_t GREATEST_SECOND = INT64_MAX / SECOND;

const struct time_zone *time_zone_utc(void) {
  static const struct time_zone utc = {.name = (char *)"UTC"};
  return &utc;
}

const char *time_zone_name(const struct time_zone *zone) { return zone->name; }

void time_zone_free(const followup_context *context, struct time_zone *zone) {
  if (zone == NULL) return;
  array_free(context, &zone->changes);
  memory_give(context, zone->name);
  memory_give(context, zone);
}

static int64_t divide_down(int64_t value, int64_t by) { return value / by - (value % by < 0); }

/* How many changes had come by that second. */
static size_t changes_until(const struct time_zone *zone, int64_t at) {
  size_t low = 0, high = zone->changes.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (zone->changes.items[middle].at <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static int32_t offset_at_second(const struct time_zone *zone, int64_t at) {
  size_t past = changes_until(zone, at);
  if (zone->has_rule && past == zone->changes.count) return zone_rule_offset(&zone->rule, at);
  return past > 0 ? zone->changes.items[past - 1].offset : zone->first_offset;
}

static bool find_next_change(const struct time_zone *zone, int64_t after, struct zone_change *next) {
  size_t past = changes_until(zone, after);
  if (past < zone->changes.count)
    next->at = zone->changes.items[past].at;
  else if (!zone->has_rule || !zone_rule_next(&zone->rule, after, &next->at))
    return false;
  next->offset = offset_at_second(zone, next->at); /* the rule's from the last change on, whatever that one says */
  return true;
}

int32_t time_zone_offset_at(const struct time_zone *zone, int64_t instant) {
  return offset_at_second(zone, divide_down(instant, SECOND));
}

struct civil_time time_zone_local(const struct time_zone *zone, int64_t instant) {
  int64_t at = divide_down(instant, SECOND);
  int64_t local = at + offset_at_second(zone, at);
  int64_t days = divide_down(local, DAY);
  int of_day = (int)(local - days * DAY);
  struct civil_date date = civil_from_days(days);
  return (struct civil_time){date.year,       date.month,         date.day, of_day / HOUR, of_day % HOUR / MINUTE,
                             of_day % MINUTE, civil_weekday(days)};
}

/*
 * Goes through the spans of one offset around `local`, which any offset can reach. In each, the clock shows `local` at
 * most once; of several spans that show it the last counts.
 */
static int64_t find_second(const struct time_zone *zone, int64_t local) {
  int64_t from = local - GREATEST_OFFSET, found = 0, gap_end = 0;
  bool has_found = false, has_gap = false;
  int32_t offset = offset_at_second(zone, from);
  for (;;) {
    struct zone_change next;
    bool has_next = find_next_change(zone, from, &next) && next.at <= local + GREATEST_OFFSET;
    int64_t at = local - offset;
    if (at >= from && (!has_next || at < next.at)) {
      found = at;
      has_found = true;
    }
    if (!has_next) return has_found ? found : gap_end;
    if (!has_gap && at >= next.at && local - next.offset < next.at) {
      gap_end = next.at;
      has_gap = true;
    }
    from = next.at;
    offset = next.offset;
  }
}

static int64_t clamp(int64_t value, int64_t least, int64_t most) {
  return value < least ? least : value > most ? most : value;
}

int64_t time_zone_instant(const struct time_zone *zone, struct civil_time local) {
  int64_t seconds = civil_to_days(local.year, local.month, local.day) * DAY + (int64_t)local.hour * HOUR +
                    (int64_t)local.minute * MINUTE + local.second;
  seconds = clamp(seconds, -GREATEST_SECOND - DAY, GREATEST_SECOND + DAY);
  return clamp(find_second(zone, seconds), -GREATEST_SECOND, GREATEST_SECOND) * SECOND;
}
