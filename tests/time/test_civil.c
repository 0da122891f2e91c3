#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "time/civil.h"

#include "support/run.h"

static bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int month_days(int year, int month) {
  const int days[] = {31, is_leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1];
}

START_TEST(days_count_up_without_a_gap_for_2400_years) {
  int64_t expected = civil_to_days(-400, 1, 1);
  for (int year = -400; year < 2000; year++)
    for (int month = 1; month <= 12; month++) {
      ck_assert_int_eq(civil_month_length(year, month), month_days(year, month));
      for (int day = 1; day <= month_days(year, month); day++, expected++) {
        if (civil_to_days(year, month, day) != expected) ck_abort_msg("%d-%d-%d", year, month, day);
        struct civil_date back = civil_from_days(expected);
        if (back.year != year || back.month != month || back.day != day) ck_abort_msg("%d-%d-%d", year, month, day);
      }
    }
  ck_assert_int_eq(expected, 10957);
}
END_TEST

START_TEST(the_first_day_is_a_thursday) {
  ck_assert_int_eq(civil_to_days(1970, 1, 1), 0);
  ck_assert_int_eq(civil_weekday(0), THURSDAY);
  ck_assert_int_eq(civil_weekday(-1), WEDNESDAY);
  ck_assert_int_eq(civil_weekday(3), SUNDAY);
  ck_assert_int_eq(civil_weekday(-4), SUNDAY);
  ck_assert_int_eq(civil_weekday(civil_to_days(2026, 3, 5)), THURSDAY);
  ck_assert_int_eq(civil_weekday(civil_to_days(2000, 2, 29)), TUESDAY);
}
END_TEST

START_TEST(days_and_months_past_the_end_count_on) {
  ck_assert_int_eq(civil_to_days(2026, 2, 29), civil_to_days(2026, 3, 1));
  ck_assert_int_eq(civil_to_days(2026, 3, 0), civil_to_days(2026, 2, 28));
  ck_assert_int_eq(civil_to_days(2025, 14, 3), civil_to_days(2026, 2, 3));
  ck_assert_int_eq(civil_to_days(2026, 0, 3), civil_to_days(2025, 12, 3));
}
END_TEST

START_TEST(far_years_come_back) {
  const int32_t years[] = {INT32_MIN, -1000000, 0, 1000000, INT32_MAX};
  for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
    struct civil_date back = civil_from_days(civil_to_days(years[i], 12, 31));
    ck_assert_int_eq(back.year, years[i]);
    ck_assert_int_eq(back.month, 12);
    ck_assert_int_eq(back.day, 31);
  }
}
END_TEST

START_TEST(a_date_is_read_as_it_is_written) {
  int64_t days;
  ck_assert(civil_parse_date("2026-05-25", 10, &days));
  ck_assert_int_eq(days, civil_to_days(2026, 5, 25));
  ck_assert(civil_parse_date("2024-02-29", 10, &days));
  ck_assert(civil_parse_date("0000-02-29", 10, &days));
  ck_assert(civil_parse_date("9999-12-31", 10, &days));
  ck_assert(civil_parse_date("2026-01-01", 10, &days));
  ck_assert_int_eq(days, civil_to_days(2026, 1, 1));
}
END_TEST

START_TEST(what_is_no_date_is_refused) {
  const char *wrong[] = {"",           "2026-02-29", "1900-02-29",  "2026-13-01",  "2026-00-10", "2026-01-00",
                         "2026-04-31", "2026-1-001", "2026/01/01",  "26-01-01",    "2026-01-0x", "-026-01-01",
                         "2026-01-32", "+026-01-01", "2026-01-01 ", "2026-01-01T", "2026- 1-01", "2026-01/01",
                         "2026/01-01", "2026-0:-01", "2026-1/-10"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    int64_t days = 4711;
    if (civil_parse_date(wrong[i], strlen(wrong[i]), &days)) ck_abort_msg("accepted: %s", wrong[i]);
    ck_assert_int_eq(days, 4711);
  }
}
END_TEST

int main(void) {
  return run_tests("civil", (const TTest *[]){days_count_up_without_a_gap_for_2400_years, the_first_day_is_a_thursday,
                                              days_and_months_past_the_end_count_on, far_years_come_back,
                                              a_date_is_read_as_it_is_written, what_is_no_date_is_refused, NULL});
}
