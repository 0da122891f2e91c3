#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "time/zone_table.h"

#include "support/run.h"
#include "support/zones.h"
#include "time/zone_file_maker.h"

static followup_status parse(const unsigned char *bytes, size_t length, struct time_zone **zone) {
  /* A copy of its own, so that a read past the end is seen. */
  unsigned char *copy = malloc(length > 0 ? length : 1);
  memcpy(copy, bytes, length);
  *zone = memory_take_zeroed(plain(), sizeof **zone);
  followup_status status = zone_parse_file(plain(), copy, length, *zone);
  free(copy);
  return status;
}

static struct time_zone *make_zone(struct made_file *file) {
  struct time_zone *zone;
  make_file(file);
  ck_assert_int_eq(parse(file->bytes, file->length, &zone), FOLLOWUP_OK);
  return zone;
}

static struct time_zone *make_rule_zone(const char *footer) {
  struct made_file file = {.version = '3', .footer = footer};
  return make_zone(&file);
}

START_TEST(every_version_is_read) {
  const char versions[] = {'\0', '2', '3', '4', '5'};
  for (size_t i = 0; i < sizeof versions; i++) {
    struct made_file file = {.version = versions[i],
                             .times = 2,
                             .at = {-1000, 2000},
                             .type = {1, 2},
                             .offsets = {600, -1200, 1800},
                             .footer = "<+0030>-0:30"};
    struct time_zone *zone = make_zone(&file);
    ck_assert_int_eq(time_zone_offset_at(zone, -1000001), 600);
    ck_assert_int_eq(time_zone_offset_at(zone, -1000000), -1200);
    ck_assert_int_eq(time_zone_offset_at(zone, 1999999), -1200);
    ck_assert_int_eq(time_zone_offset_at(zone, 2000000), 1800);
    ck_assert_int_eq(zone->has_rule, versions[i] != '\0');
    free_zone(zone);
  }
}
END_TEST

START_TEST(times_of_64_bits_are_read_whole) {
  struct made_file file = {.version = '2',
                           .times = 3,
                           .at = {INT64_MIN, INT64_C(-5000000000), INT64_C(5000000000)},
                           .type = {0, 1, 2},
                           .offsets = {60, 120, 180},
                           .footer = ""};
  struct time_zone *zone = make_zone(&file);
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_C(-5000000000001)), 60);
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_C(-5000000000000)), 120);
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_C(5000000000000)), 180);
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_MAX), 180);
  ck_assert_int_eq(time_zone_instant(zone, time_zone_local(zone, INT64_MAX)), INT64_MAX / 1000 * 1000);
  free_zone(zone);
}
END_TEST

START_TEST(a_rule_alone_holds_for_all_time) {
  struct time_zone *zone = make_rule_zone("<-04>4<-03>,M10.1.6/24,M3.4.6/24");
  ck_assert_int_eq(time_zone_offset_at(zone, utc(1900, 6, 1, 0, 0)), -4 * HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(1900, 1, 1, 0, 0)), -3 * HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2026, 10, 4, 3, 59)), -4 * HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2026, 10, 4, 4, 0)), -3 * HOUR);
  ck_assert_int_eq(instant(zone, 2026, 10, 4, 0, 30), utc(2026, 10, 4, 4, 0));
  free_zone(zone);
}
END_TEST

START_TEST(summer_time_all_year_has_no_hole_at_new_year) {
  struct time_zone *zone = make_rule_zone("XXX3EDT4,0/0,J365/23");
  for (int64_t at = utc(2023, 1, 1, 0, 0); at < utc(2026, 1, 1, 0, 0); at += 600 * 1000)
    if (time_zone_offset_at(zone, at) != -4 * HOUR) ck_abort_msg("at %lld", (long long)at);
  ck_assert_int_eq(instant(zone, 2025, 1, 1, 0, 0), utc(2025, 1, 1, 4, 0));
  free_zone(zone);
}
END_TEST

START_TEST(days_of_the_year_are_counted_with_and_without_the_leap_day) {
  struct time_zone *julian = make_rule_zone("AAA0BBB,J60/0,J300/1"), *plain_days = make_rule_zone("AAA0BBB,59/0,300/1");
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2024, 3, 1, 0, 0) - 1), 0);
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2024, 3, 1, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2025, 3, 1, 0, 0) - 1), 0);
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2025, 3, 1, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(plain_days, utc(2024, 2, 29, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(plain_days, utc(2024, 2, 29, 0, 0) - 1), 0);
  ck_assert_int_eq(time_zone_offset_at(plain_days, utc(2025, 3, 1, 0, 0) - 1), 0);
  free_zone(julian);
  julian = make_rule_zone("AAA0BBB,J59/0,J300/1");
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2024, 2, 28, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(julian, utc(2024, 2, 28, 0, 0) - 1), 0);
  free_zone(julian);
  free_zone(plain_days);
}
END_TEST

START_TEST(a_change_may_lie_outside_its_day_and_year) {
  /* Summer begins 167 hours before the first Sunday of January, which may be in the year before. */
  struct time_zone *zone = make_rule_zone("AAA0BBB-1,M1.1.0/-167,M6.1.0/26");
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2025, 12, 28, 0, 59)), 0);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2025, 12, 28, 1, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2026, 6, 8, 0, 59)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2026, 6, 8, 1, 0)), 0);
  free_zone(zone);
}
END_TEST

/* From a copy of its own, so that a read past the end is seen. */
static bool parse_rule(const char *text, struct zone_rule *rule) {
  size_t length = strlen(text);
  char *copy = malloc(length > 0 ? length : 1);
  memcpy(copy, text, length);
  bool parsed = zone_rule_parse(copy, length, rule);
  free(copy);
  return parsed;
}

START_TEST(a_broken_rule_is_refused) {
  const char *wrong[] = {"",
                         "EST",
                         "ES5",
                         "E1T5",
                         "5",
                         "EST+",
                         "EST-",
                         "EST5 ",
                         "EST25",
                         "EST5:60",
                         "EST5:",
                         "EST5:30:60",
                         "EST99999999999999999999",
                         "<EST5",
                         "EST5<EDT",
                         "EST5EDT",
                         "EST5EDT4",
                         "EST5EDT25,M3.2.0,M11.1.0",
                         "EST5EDT;M3.2.0,M11.1.0",
                         "EST5EDT,M3.2.0",
                         "EST5EDT,M3.2.0;M11.1.0",
                         "EST5EDT,M3-2.0,M11.1.0",
                         "EST5EDT,M3.2-0,M11.1.0",
                         "EST5EDT,M3.2.0,M11.1.0,",
                         "EST5EDT,M3.2.0,M11.1.0/",
                         "EST5EDT,M0.1.0,M11.1.0",
                         "EST5EDT,M13.1.0,M11.1.0",
                         "EST5EDT,M3.0.0,M11.1.0",
                         "EST5EDT,M3.6.0,M11.1.0",
                         "EST5EDT,M3.2.7,M11.1.0",
                         "EST5EDT,J0,J1",
                         "EST5EDT,J366,J1",
                         "EST5EDT,366,1",
                         "EST5EDT,1/168,2",
                         "EST5EDT,,2"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    struct zone_rule rule = {.standard = 4711};
    if (parse_rule(wrong[i], &rule)) ck_abort_msg("accepted: %s", wrong[i]);
    ck_assert_int_eq(rule.standard, 4711);
  }
}
END_TEST

START_TEST(a_rule_is_read_to_the_second) {
  struct zone_rule rule;
  ck_assert(parse_rule("AZaz+01:02:03<-59>-4:00:59,J1/+167:59:59,J365/-0:0:0", &rule));
  ck_assert_int_eq(rule.standard, -3723);
  ck_assert_int_eq(rule.summer, 4 * HOUR + 59);
  ck_assert_int_eq(rule.start.seconds, 167 * HOUR + 59 * 60 + 59);
  ck_assert_int_eq(rule.end.seconds, 0);
  ck_assert_int_eq(rule.start.day, 1);
  ck_assert_int_eq(rule.end.day, 365);
  ck_assert(parse_rule("AAA24BBB,0,365", &rule));
  ck_assert_int_eq(rule.standard, -24 * HOUR);
  ck_assert_int_eq(rule.summer, -23 * HOUR);
  ck_assert_int_eq(rule.start.seconds, 2 * HOUR);
}
END_TEST

START_TEST(a_rule_without_summer_time_never_changes) {
  struct time_zone *zone = make_rule_zone("<+0530>-5:30");
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_MIN), 19800);
  ck_assert_int_eq(time_zone_offset_at(zone, INT64_MAX), 19800);
  ck_assert_int_eq(instant(zone, 2026, 3, 29, 5, 30), utc(2026, 3, 29, 0, 0));
  free_zone(zone);
}
END_TEST

static void check_file_refused(struct made_file file) {
  struct time_zone *zone;
  make_file(&file);
  ck_assert_int_eq(parse(file.bytes, file.length, &zone), FOLLOWUP_E_FILE);
  free_zone(zone);
}

START_TEST(a_file_with_impossible_contents_is_refused) {
  const struct made_file good = {.version = '2', .times = 2, .at = {1, 2}, .type = {0, 1}, .footer = "UTC0"};
  struct made_file file = good;
  struct time_zone *zone = make_zone(&file);
  free_zone(zone);
  file.type[1] = MADE_TYPES;
  check_file_refused(file);
  file = good;
  file.at[1] = 1;
  check_file_refused(file);
  file = good;
  file.offsets[1] = 26 * HOUR + 1;
  check_file_refused(file);
  file.offsets[1] = -26 * HOUR - 1;
  check_file_refused(file);
  file = good;
  file.offsets[0] = 26 * HOUR + 1;
  file.type[0] = 1;
  check_file_refused(file);
  file = good;
  file.footer = "UTC";
  check_file_refused(file);
  file = good;
  file.leap_seconds = 1;
  check_file_refused(file);
  file.version = '\0';
  check_file_refused(file);
}
END_TEST

START_TEST(an_offset_of_26_hours_is_the_last_that_counts) {
  struct made_file file = {
      .version = '2', .times = 1, .at = {0}, .type = {1}, .offsets = {-26 * HOUR, 26 * HOUR}, .footer = ""};
  struct time_zone *zone = make_zone(&file);
  ck_assert_int_eq(time_zone_offset_at(zone, -1), -26 * HOUR);
  ck_assert_int_eq(time_zone_offset_at(zone, 0), 26 * HOUR);
  ck_assert_int_eq(instant(zone, 1970, 1, 1, 0, 0), 0);
  ck_assert_int_eq(instant(zone, 1969, 12, 30, 21, 59), utc(1969, 12, 31, 23, 59));
  ck_assert_int_eq(instant(zone, 1970, 1, 2, 2, 0), 0);
  free_zone(zone);
}
END_TEST

static size_t read_system_file(const char *path, unsigned char *bytes, size_t room) {
  FILE *file = fopen(path, "rb");
  ck_assert_ptr_nonnull(file);
  size_t length = fread(bytes, 1, room, file);
  fclose(file);
  return length;
}

START_TEST(a_file_cut_anywhere_is_refused) {
  static unsigned char bytes[1 << 14];
  size_t length = read_system_file("/usr/share/zoneinfo/Europe/London", bytes, sizeof bytes);
  for (size_t cut = 0; cut <= length; cut++) {
    struct time_zone *zone;
    followup_status status = parse(bytes, cut, &zone);
    if ((status == FOLLOWUP_OK) != (cut == length)) ck_abort_msg("cut at %zu", cut);
    free_zone(zone);
  }
}
END_TEST

static void ask_all(const struct time_zone *zone) {
  const int64_t instants[] = {INT64_MIN, -1, 0, utc(2026, 3, 29, 1, 30), utc(2090, 7, 1, 0, 0), INT64_MAX};
  for (size_t i = 0; i < sizeof instants / sizeof instants[0]; i++) {
    struct civil_time local = time_zone_local(zone, instants[i]);
    time_zone_instant(zone, local);
    ck_assert_int_le(abs(time_zone_offset_at(zone, instants[i])), 26 * HOUR);
  }
}

START_TEST(a_file_with_any_byte_changed_does_no_harm) {
  static unsigned char bytes[1 << 14];
  size_t length = read_system_file("/usr/share/zoneinfo/Europe/London", bytes, sizeof bytes);
  const unsigned char changes[] = {0x01, 0x80, 0xFF};
  for (size_t i = 0; i < length * sizeof changes; i++) {
    unsigned char *byte = &bytes[i / sizeof changes];
    *byte = (unsigned char)(*byte ^ changes[i % sizeof changes]);
    struct time_zone *zone;
    if (parse(bytes, length, &zone) == FOLLOWUP_OK) ask_all(zone);
    free_zone(zone);
    *byte = (unsigned char)(*byte ^ changes[i % sizeof changes]);
  }
}
END_TEST

/* By looking at every minute: the last that shows the time, else the first that shows a later one than all before. */
static int64_t search_instant(const struct time_zone *zone, int64_t local) {
  int64_t found = INT64_MIN, gap_end = INT64_MIN;
  for (int64_t at = local - 30 * HOUR; at <= local + 30 * HOUR; at += 60) {
    int64_t shown = at + time_zone_offset_at(zone, at * 1000);
    if (shown == local) found = at;
    if (gap_end == INT64_MIN && shown > local) gap_end = at;
  }
  return found != INT64_MIN ? found : gap_end;
}

START_TEST(changes_close_together_are_told_apart) {
  struct made_file file = {.version = '2',
                           .times = 8,
                           .at = {0, 1800, 3600, 10 * HOUR, 12 * HOUR, 13 * HOUR, 30 * HOUR, 31 * HOUR},
                           .type = {1, 2, 0, 3, 1, 2, 3, 0},
                           .offsets = {0, HOUR, -5400, 14 * HOUR},
                           .footer = ""};
  struct time_zone *zone = make_zone(&file);
  for (int64_t local = -40 * HOUR; local < 80 * HOUR; local += 300) {
    int64_t days = local >= 0 ? local / 86400 : -((86399 - local) / 86400);
    int second = (int)(local - days * 86400);
    struct civil_date date = civil_from_days(days);
    int64_t got = time_zone_instant(zone, (struct civil_time){date.year, date.month, date.day, 0, 0, second, SUNDAY});
    if (got != search_instant(zone, local) * 1000) ck_abort_msg("local %lld", (long long)local);
  }
  free_zone(zone);
}
END_TEST

START_TEST(a_rule_that_contradicts_the_last_change_holds_from_there_on) {
  struct made_file file = {.version = '2',
                           .times = 2,
                           .at = {0, 10 * HOUR},
                           .type = {1, 2},
                           .offsets = {0, HOUR, 6 * HOUR},
                           .footer = "XXX3"};
  struct time_zone *zone = make_zone(&file);
  for (int64_t at = -20 * HOUR; at < 40 * HOUR; at += 900) {
    struct civil_time local = time_zone_local(zone, at * 1000);
    int64_t back = time_zone_instant(zone, local);
    struct civil_time again = time_zone_local(zone, back);
    ck_assert_int_eq(again.day * 86400 + again.hour * 3600 + again.minute * 60,
                     local.day * 86400 + local.hour * 3600 + local.minute * 60);
    ck_assert_int_ge(back, at * 1000);
  }
  ck_assert_int_eq(time_zone_offset_at(zone, 10 * HOUR * 1000), -3 * HOUR);
  free_zone(zone);
}
END_TEST

int main(void) {
  return run_tests("zone file",
                   (const TTest *[]){every_version_is_read, times_of_64_bits_are_read_whole,
                                     a_rule_alone_holds_for_all_time, summer_time_all_year_has_no_hole_at_new_year,
                                     days_of_the_year_are_counted_with_and_without_the_leap_day,
                                     a_change_may_lie_outside_its_day_and_year, a_broken_rule_is_refused,
                                     a_rule_is_read_to_the_second, a_rule_without_summer_time_never_changes,
                                     a_file_with_impossible_contents_is_refused,
                                     an_offset_of_26_hours_is_the_last_that_counts, a_file_cut_anywhere_is_refused,
                                     a_file_with_any_byte_changed_does_no_harm, changes_close_together_are_told_apart,
                                     a_rule_that_contradicts_the_last_change_holds_from_there_on, NULL});
}
