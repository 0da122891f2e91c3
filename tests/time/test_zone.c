#define _POSIX_C_SOURCE 200809L

#include <check.h>
#include <stdlib.h>

#include "support/run.h"
#include "support/zones.h"

START_TEST(london_changes_at_one_in_the_morning_utc) {
  struct time_zone *london = read_zone("Europe/London");
  ck_assert_int_eq(time_zone_offset_at(london, utc(2026, 3, 29, 1, 0) - 1), 0);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2026, 3, 29, 1, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2026, 10, 25, 1, 0) - 1), HOUR);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2026, 10, 25, 1, 0)), 0);
  ck_assert_str_eq(time_zone_name(london), "Europe/London");
  free_zone(london);
}
END_TEST

START_TEST(the_rule_goes_on_past_the_table) {
  struct time_zone *london = read_zone("Europe/London"), *sydney = read_zone("Australia/Sydney");
  ck_assert_int_eq(time_zone_offset_at(london, utc(2400, 7, 1, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2400, 12, 31, 23, 59)), 0);
  ck_assert_int_eq(time_zone_offset_at(sydney, utc(2400, 7, 1, 0, 0)), 10 * HOUR);
  ck_assert_int_eq(time_zone_offset_at(sydney, utc(2400, 12, 31, 23, 59)), 11 * HOUR);
  free_zone(london);
  free_zone(sydney);
}
END_TEST

START_TEST(a_local_time_tells_date_clock_and_weekday) {
  struct time_zone *kolkata = read_zone("Asia/Kolkata");
  struct civil_time local = time_zone_local(kolkata, utc(2026, 3, 5, 20, 15) + 59999);
  ck_assert_int_eq(local.year, 2026);
  ck_assert_int_eq(local.month, 3);
  ck_assert_int_eq(local.day, 6);
  ck_assert_int_eq(local.hour, 1);
  ck_assert_int_eq(local.minute, 45);
  ck_assert_int_eq(local.second, 59);
  ck_assert_int_eq(local.weekday, FRIDAY);
  free_zone(kolkata);
}
END_TEST

START_TEST(a_millisecond_before_1970_is_the_year_before) {
  struct time_zone *zone = read_zone("UTC");
  struct civil_time local = time_zone_local(zone, -1);
  ck_assert_int_eq(local.year, 1969);
  ck_assert_int_eq(local.second, 59);
  ck_assert_int_eq(local.weekday, WEDNESDAY);
  free_zone(zone);
}
END_TEST

START_TEST(a_skipped_clock_time_is_the_first_instant_after_the_gap) {
  struct time_zone *york = read_zone("America/New_York"), *lord_howe = read_zone("Australia/Lord_Howe");
  ck_assert_int_eq(instant(york, 2026, 3, 8, 1, 59), utc(2026, 3, 8, 6, 59));
  ck_assert_int_eq(instant(york, 2026, 3, 8, 2, 0), utc(2026, 3, 8, 7, 0));
  ck_assert_int_eq(instant(york, 2026, 3, 8, 2, 30), utc(2026, 3, 8, 7, 0));
  ck_assert_int_eq(instant(york, 2026, 3, 8, 3, 0), utc(2026, 3, 8, 7, 0));
  ck_assert_int_eq(instant(york, 2026, 3, 8, 3, 1), utc(2026, 3, 8, 7, 1));
  ck_assert_int_eq(instant(lord_howe, 2026, 10, 4, 2, 10), utc(2026, 10, 3, 15, 30));
  free_zone(york);
  free_zone(lord_howe);
}
END_TEST

START_TEST(a_clock_time_that_occurs_twice_is_the_later) {
  struct time_zone *york = read_zone("America/New_York");
  ck_assert_int_eq(instant(york, 2026, 11, 1, 0, 59), utc(2026, 11, 1, 4, 59));
  ck_assert_int_eq(instant(york, 2026, 11, 1, 1, 0), utc(2026, 11, 1, 6, 0));
  ck_assert_int_eq(instant(york, 2026, 11, 1, 1, 59), utc(2026, 11, 1, 6, 59));
  ck_assert_int_eq(instant(york, 2026, 11, 1, 2, 0), utc(2026, 11, 1, 7, 0));
  free_zone(york);
}
END_TEST

START_TEST(a_day_that_a_zone_left_out_is_a_gap) {
  struct time_zone *apia = read_zone("Pacific/Apia");
  ck_assert_int_eq(instant(apia, 2011, 12, 30, 12, 0), utc(2011, 12, 30, 10, 0));
  ck_assert_int_eq(instant(apia, 2011, 12, 31, 0, 0), utc(2011, 12, 30, 10, 0));
  ck_assert_int_eq(time_zone_local(apia, utc(2011, 12, 30, 10, 0)).day, 31);
  ck_assert_int_eq(time_zone_local(apia, utc(2011, 12, 30, 10, 0) - 1).day, 29);
  free_zone(apia);
}
END_TEST

START_TEST(far_times_stay_within_what_an_instant_holds) {
  struct time_zone *york = read_zone("America/New_York");
  ck_assert_int_gt(instant(york, INT32_MAX, 12, 31, 23, 59), INT64_MAX - 1000);
  ck_assert_int_lt(instant(york, INT32_MIN, 1, 1, 0, 0), INT64_MIN + 2000);
  ck_assert_int_ne(instant(york, INT32_MIN, 1, 1, 0, 0), FOLLOWUP_NO_TIME);
  ck_assert_int_eq(time_zone_local(york, INT64_MAX).year, 292278994);
  ck_assert_int_eq(time_zone_local(york, INT64_MIN).year, -292275055);
  free_zone(york);
}
END_TEST

START_TEST(the_zone_of_the_process_changes_nothing) {
  setenv("TZ", "Pacific/Kiritimati", 1);
  struct time_zone *york = read_zone("America/New_York");
  ck_assert_int_eq(time_zone_offset_at(york, utc(2026, 1, 15, 0, 0)), -5 * HOUR);
  free_zone(york);
}
END_TEST

struct counter {
  long left, live;
};

static void *count_allocation(size_t size, void *user) {
  struct counter *counter = user;
  if (counter->left-- <= 0) return NULL;
  counter->live++;
  return malloc(size);
}

static void count_release(void *block, void *user) {
  struct counter *counter = user;
  counter->live--;
  free(block);
}

static followup_status read_with(const char *directory, const char *name, struct counter *counter) {
  long allowed = counter->left;
  counter->left = 100;
  followup_context *context;
  ck_assert_int_eq(followup_context_new(count_allocation, count_release, counter, &context), FOLLOWUP_OK);
  followup_context_set_zone_directory(context, directory, FOLLOWUP_ZERO_TERMINATED, NULL);
  counter->left = allowed;
  struct time_zone *zone = NULL;
  followup_status status = time_zone_read(context, "zone", name, FOLLOWUP_ZERO_TERMINATED, &zone, NULL);
  time_zone_free(context, zone);
  followup_context_free(context);
  return status;
}

START_TEST(a_zone_is_read_whole_or_not_at_all) {
  const char *directories[] = {"/usr/share/zoneinfo", "/nonexistent"};
  for (size_t i = 0; i < 2; i++) {
    followup_status status = FOLLOWUP_E_MEMORY;
    for (long allowed = 0; status != FOLLOWUP_OK; allowed++) {
      struct counter counter = {.left = allowed};
      status = read_with(directories[i], "Europe/London", &counter);
      ck_assert(status == FOLLOWUP_OK || status == FOLLOWUP_E_MEMORY);
      ck_assert_int_eq(counter.live, 0);
      ck_assert_int_lt(allowed, 100);
    }
  }
}
END_TEST

int main(void) {
  return run_tests(
      "zone", (const TTest *[]){london_changes_at_one_in_the_morning_utc, the_rule_goes_on_past_the_table,
                                a_local_time_tells_date_clock_and_weekday, a_millisecond_before_1970_is_the_year_before,
                                a_skipped_clock_time_is_the_first_instant_after_the_gap,
                                a_clock_time_that_occurs_twice_is_the_later, a_day_that_a_zone_left_out_is_a_gap,
                                far_times_stay_within_what_an_instant_holds, the_zone_of_the_process_changes_nothing,
                                a_zone_is_read_whole_or_not_at_all, NULL});
}
