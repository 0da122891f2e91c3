/* Days off, business days, local times: the public calendar. */
#define _POSIX_C_SOURCE 200809L
#include <followup.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_calendar *calendar;
static followup_error *error;

static void make(void) {
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_new(NULL, &calendar, error), FOLLOWUP_OK);
}

static void make_in(const char *zone) {
  make();
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, zone, Z, error), FOLLOWUP_OK);
}

static void drop(void) {
  followup_calendar_free(calendar);
  followup_error_free(error);
}

static int64_t at(const char *local) {
  int64_t instant = 0;
  ck_assert_int_eq(followup_calendar_instant(calendar, local, Z, &instant, error), FOLLOWUP_OK);
  return instant;
}

static void check_days(const char *from, int days, const char *last) {
  int64_t end = 0;
  ck_assert_int_eq(followup_business_days_after(calendar, at(from), days, &end, error), FOLLOWUP_OK);
  char local[32];
  strcpy(local, last);
  strcat(local, "T23:59:59");
  ck_assert_int_eq(end, at(local));
}

START_TEST(five_business_days_from_a_friday_end_on_the_next_friday) {
  make_in("Europe/London");
  check_days("2026-03-06T10:00", 5, "2026-03-13");
  check_days("2026-03-07T10:00", 1, "2026-03-09");
  drop();
}
END_TEST

START_TEST(a_week_without_a_working_day_ends_with_its_last_weekday) {
  static const char *const off[] = {"2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"};
  followup_window *window = NULL;
  make_in("Europe/London");
  for (size_t i = 0; i < 5; i++)
    ck_assert_int_eq(followup_calendar_add_holiday(calendar, off[i], Z, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read("You will hear by the end of next week.", Z, at("2026-03-05T15:30"), calendar,
                                        &window, error),
                   FOLLOWUP_OK);
  ck_assert_str_eq(followup_window_end_local(window), "2026-03-13T23:59:59");
  ck_assert_int_eq(
      followup_window_read("You will hear early next week.", Z, at("2026-03-05T15:30"), calendar, &window, error),
      FOLLOWUP_OK);
  ck_assert_str_eq(followup_window_end_local(window), "2026-03-13T23:59:59");
  ck_assert(followup_window_span(window, NULL, NULL));
  followup_window_free(window);
  drop();
}
END_TEST

START_TEST(what_is_no_local_time_is_refused_sign_by_sign) {
  static const char *const wrong[] = {
      "2026-03-05T24:00", "2026-03-05T/5:00",  "2026-03-05T:5:00", "2026-03-05T1/:00",    "2026-03-05T1::00",
      "2026-03-05T10-00", "2026-03-05T10:60",  "2026-03-05T10:0x", "2026-03-05T10:00:60", "2026-03-05T10:00-00",
      "2026-03-05x10:00", "2026-03-05T10:00:", "2026-02-30T10:00"};
  int64_t instant = 77;
  make_in("Europe/London");
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    ck_assert_msg(followup_calendar_instant(calendar, wrong[i], Z, &instant, error) == FOLLOWUP_E_ARGUMENT, "%s",
                  wrong[i]);
    ck_assert_int_eq(instant, 77);
  }
  ck_assert_int_eq(at("2026-03-05 10:00:00"), at("2026-03-05T10:00"));
  drop();
}
END_TEST

START_TEST(a_reading_is_within_its_limits) {
  make();
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_COUPLE, 1, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_COUPLE, 6, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_COUPLE, 5, error), FOLLOWUP_OK);
  drop();
}
END_TEST

START_TEST(an_end_outside_of_four_digit_years_has_no_local_text) {
  followup_window *window = NULL;
  make_in("+13:45");
  ck_assert_int_eq(followup_window_read("You will hear today.", Z, INT64_C(253402300700000), calendar, &window, error),
                   FOLLOWUP_OK);
  ck_assert_str_eq(followup_window_end_local(window), "");
  ck_assert_int_eq(followup_window_read("You will hear today.", Z, INT64_C(-62198755200000), calendar, &window, error),
                   FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_status_of(window), FOLLOWUP_WINDOW_PROMISED);
  ck_assert_str_eq(followup_window_end_local(window), "");
  followup_window_free(window);
  drop();
}
END_TEST

static void check_hours(const char *noon, const char *next_noon, int hours) {
  ck_assert_int_eq(at(next_noon) - at(noon), hours * INT64_C(3600000));
}

/* Long after the last change that the files list: the second Sunday of March and the first of November there, here the
 * Friday before the last Sunday of March. */
START_TEST(clocks_keep_changing_on_the_day_of_the_rule_in_years_to_come) {
  make_in("America/New_York");
  check_hours("2050-03-12T12:00", "2050-03-13T12:00", 23);
  check_hours("2050-03-13T12:00", "2050-03-14T12:00", 24);
  check_hours("2050-11-05T12:00", "2050-11-06T12:00", 25);
  check_hours("2050-11-06T12:00", "2050-11-07T12:00", 24);
  drop();
  make_in("Asia/Jerusalem");
  check_hours("2050-03-23T12:00", "2050-03-24T12:00", 24);
  check_hours("2050-03-24T12:00", "2050-03-25T12:00", 23);
  drop();
}
END_TEST

START_TEST(holidays_are_no_business_days) {
  make_in("Europe/London");
  ck_assert_int_eq(followup_calendar_add_holiday(calendar, "2026-05-25", Z, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_add_holiday(calendar, "2026-05-25", Z, error), FOLLOWUP_OK);
  check_days("2026-05-20T16:45", 5, "2026-05-28");
  ck_assert(!followup_is_business_day(calendar, at("2026-05-25T12:00")));
  ck_assert(followup_is_business_day(calendar, at("2026-05-26T00:00")));
  ck_assert(!followup_is_business_day(calendar, at("2026-05-24T23:59")));
  drop();
}
END_TEST

struct region {
  const char *code, *days_off; /* Monday to Sunday, x: off */
};

START_TEST(regions_have_the_weekend_that_cldr_gives) {
  static const struct region regions[] = {{"US", ".....xx"}, {"AE", ".....xx"}, {"IL", "....xx."}, {"SA", "....xx."},
                                          {"EG", "....xx."}, {"IN", "......x"}, {"UG", "......x"}, {"IR", "....x.."},
                                          {"AF", "...xx.."}, {"YE", "....xx."}, {"BH", "....xx."}, {"ZZ", ".....xx"}};
  make_in("UTC");
  for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++) {
    ck_assert_int_eq(followup_calendar_set_region(calendar, regions[i].code, Z, error), FOLLOWUP_OK);
    for (int day = 0; day < 7; day++) {
      int64_t instant = at("2026-03-02T12:00") + day * INT64_C(86400000);
      ck_assert_int_eq(followup_is_business_day(calendar, instant), regions[i].days_off[day] == '.');
    }
  }
  drop();
}
END_TEST

START_TEST(a_weekend_of_ones_own_comes_before_the_region) {
  make_in("UTC");
  followup_calendar_set_region(calendar, "US", Z, error);
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_NONE, error), FOLLOWUP_OK);
  ck_assert(followup_is_business_day(calendar, at("2026-03-07T12:00")));
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_FRI, error), FOLLOWUP_OK);
  ck_assert(!followup_is_business_day(calendar, at("2026-03-06T12:00")));
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_OF_REGION, error), FOLLOWUP_OK);
  ck_assert(!followup_is_business_day(calendar, at("2026-03-07T12:00")));
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, (followup_weekend)6, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, (followup_weekend)-1, error), FOLLOWUP_E_UNKNOWN);
  drop();
}
END_TEST

START_TEST(local_times_take_the_end_of_a_gap_and_the_later_of_two) {
  make_in("America/New_York");
  ck_assert_int_eq(at("2026-03-08T02:30"), at("2026-03-08T03:00"));
  ck_assert_int_eq(at("2026-11-01T01:30") - at("2026-11-01T00:30"), INT64_C(2) * 3600000);
  ck_assert_int_eq(at("2026-03-05 15:30"), at("2026-03-05T15:30:00"));
  drop();
}
END_TEST

START_TEST(what_is_no_local_time_is_refused) {
  static const char *const wrong[] = {"",
                                      "2026-03-05",
                                      "2026-03-05T24:00",
                                      "2026-03-05T12:60",
                                      "2026-02-29T12:00",
                                      "2026-03-05T12:00Z",
                                      "2026-03-05t12:00",
                                      "2026-03-05T1:00",
                                      "2026-03-05T12:00:60",
                                      "2026-03-05T12:00:00+01:00"};
  int64_t instant = 42;
  make_in("UTC");
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
    ck_assert_int_eq(followup_calendar_instant(calendar, wrong[i], Z, &instant, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_instant(calendar, "\xff", Z, &instant, error), FOLLOWUP_E_UTF8);
  ck_assert_int_eq(instant, 42);
  drop();
}
END_TEST

START_TEST(a_calendar_without_a_zone_counts_nothing) {
  int64_t end = 42;
  make();
  ck_assert_int_eq(followup_business_days_after(calendar, 0, 1, &end, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_member(error), "calendar.time_zone");
  ck_assert_int_eq(followup_calendar_instant(calendar, "2026-03-05T12:00", Z, &end, error), FOLLOWUP_E_ARGUMENT);
  ck_assert(!followup_is_business_day(calendar, 0));
  ck_assert(!followup_is_business_day(NULL, 0));
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, "Europe/Atlantis", Z, error), FOLLOWUP_E_TIME_ZONE);
  ck_assert_int_eq(end, 42);
  drop();
}
END_TEST

START_TEST(numbers_and_readings_out_of_range_are_refused) {
  int64_t end = 42;
  make_in("UTC");
  ck_assert_int_eq(followup_business_days_after(calendar, 0, 0, &end, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_business_days_after(calendar, 0, 10001, &end, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_business_days_after(calendar, FOLLOWUP_NO_TIME, 1, &end, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_business_days_after(calendar, 0, 1, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_business_days_after(calendar, 0, 10000, &end, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_FEW, 8, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_FEW, 7, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, FOLLOWUP_READING_WEEK_START, 8, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, (followup_reading)0, 1, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_calendar_set_reading(calendar, (followup_reading)9, 1, error), FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_calendar_set_reading(NULL, FOLLOWUP_READING_FEW, 3, error), FOLLOWUP_E_ARGUMENT);
  drop();
}
END_TEST

START_TEST(a_calendar_that_a_case_owns_is_not_freed_alone) {
  followup_case *of = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  followup_calendar *owned = followup_case_calendar(of);
  ck_assert_int_eq(followup_calendar_set_time_zone(owned, "Asia/Tokyo", Z, NULL), FOLLOWUP_OK);
  followup_calendar_free(owned);
  ck_assert_int_eq(followup_calendar_set_region(owned, "JP", Z, NULL), FOLLOWUP_OK);
  followup_calendar_free(NULL);
  followup_case_free(of);
}
END_TEST

START_TEST(the_process_zone_does_not_matter) {
  make_in("America/New_York");
  int64_t before = at("2026-07-01T12:00");
  setenv("TZ", "Asia/Tokyo", 1);
  ck_assert_int_eq(at("2026-07-01T12:00"), before);
  check_days("2026-03-06T22:00", 1, "2026-03-09");
  unsetenv("TZ");
  drop();
}
END_TEST

int main(void) {
  const TTest *const tests[] = {five_business_days_from_a_friday_end_on_the_next_friday,
                                clocks_keep_changing_on_the_day_of_the_rule_in_years_to_come,
                                holidays_are_no_business_days,
                                regions_have_the_weekend_that_cldr_gives,
                                a_weekend_of_ones_own_comes_before_the_region,
                                local_times_take_the_end_of_a_gap_and_the_later_of_two,
                                what_is_no_local_time_is_refused,
                                a_calendar_without_a_zone_counts_nothing,
                                numbers_and_readings_out_of_range_are_refused,
                                a_calendar_that_a_case_owns_is_not_freed_alone,
                                the_process_zone_does_not_matter,
                                a_week_without_a_working_day_ends_with_its_last_weekday,
                                what_is_no_local_time_is_refused_sign_by_sign,
                                a_reading_is_within_its_limits,
                                an_end_outside_of_four_digit_years_has_no_local_text,
                                NULL};
  return run_tests("calendar", tests);
}
