#include "reading.h"

static bool reads_as(const char *text, int64_t wanted) {
  int64_t instant = 77;
  bool read = followup_formats_instant(text, FOLLOWUP_ZERO_TERMINATED, &instant);
  ck_assert_int_eq(read, followup_formats_instant(text, strlen(text), &instant));
  return read ? instant == wanted : instant == 77 && wanted == FOLLOWUP_NO_TIME;
}

START_TEST(instants_are_milliseconds_since_1970) {
  ck_assert(reads_as("1970-01-01T00:00:00Z", 0));
  ck_assert(reads_as("1970-01-01T00:00:00.001Z", 1));
  ck_assert(reads_as("1969-12-31T23:59:59.999Z", -1));
  ck_assert(reads_as("2026-03-05T14:00:00-06:00", INT64_C(1772740800000)));
  ck_assert(reads_as("2026-03-05t14:00:00.1239+05:30", INT64_C(1772699400123)));
  ck_assert(reads_as("2000-02-29T00:00:00z", INT64_C(951782400000)));
  ck_assert(reads_as("0000-01-01T00:00:00Z", INT64_C(-62167219200000)));
  ck_assert(reads_as("9999-12-31T23:59:59Z", INT64_C(253402300799000)));
  ck_assert(reads_as("2016-12-31T23:59:60Z", INT64_C(1483228800000)));
  ck_assert(reads_as("2017-01-01T09:59:60+10:00", INT64_C(1483228800000)));
  ck_assert(reads_as("2015-06-30T23:59:60Z", INT64_C(1435708800000)));
}
END_TEST

START_TEST(what_is_no_instant_is_refused) {
  static const char *const texts[] = {"",
                                      "Z",
                                      "2026-03-05",
                                      "2026-03-05T14:00:00",
                                      "2026-03-05T14:00Z",
                                      "2026-03-05 14:00:00Z",
                                      "2026-02-29T00:00:00Z",
                                      "1900-02-29T00:00:00Z",
                                      "2026-04-31T00:00:00Z",
                                      "2026-00-01T00:00:00Z",
                                      "2026-13-01T00:00:00Z",
                                      "2026-01-00T00:00:00Z",
                                      "2026-01-01T24:00:00Z",
                                      "2026-01-01T00:60:00Z",
                                      "2026-01-01T00:00:60Z",
                                      "2016-12-31T22:59:60Z",
                                      "2016-12-31T23:59:61Z",
                                      "2026-01-01T00:00:00.Z",
                                      "2026-01-01T00:00:00,5Z",
                                      "2026-01-01T00:00:00+0100",
                                      "2026-01-01T00:00:00+01",
                                      "2026-01-01T00:00:00+24:00",
                                      "2026-01-01T00:00:00+01:60",
                                      "2026-01-01T00:00:00Z ",
                                      " 2026-01-01T00:00:00Z",
                                      "2026-1-1T00:00:00Z",
                                      "20260101T000000Z",
                                      "+2026-01-01T00:00:00Z",
                                      ("2026-01-01T00:00:00\xE2\x88\x92"
                                       "01:00"),
                                      "2026-01-01T00:00:00ZZ",
                                      "2026-01-01T0\xD9\xA0:00:00Z",
                                      "-026-01-01T00:00:00Z",
                                      "2026-01-01T00:00:00.5",
                                      "2026-01-01T00:00:00X",
                                      "2026-01-01T00:00:00+0a:00",
                                      "2026-01-01T00:00:00-0a:00",
                                      "2026-03-05T23:59:60Z"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    ck_assert_msg(reads_as(texts[i], FOLLOWUP_NO_TIME), "%s", texts[i]);
  ck_assert(!followup_formats_instant(NULL, 0, NULL));
  ck_assert(!followup_formats_instant("1970-01-01T00:00:00Z", FOLLOWUP_ZERO_TERMINATED, NULL));
}
END_TEST

START_TEST(every_day_of_four_centuries_follows_the_one_before) {
  static const int months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int64_t a_day = 86400000;
  int64_t last = INT64_C(-11676096000000) - a_day + 45296000; /* 1599-12-31T12:34:56Z */
  for (int year = 1600; year <= 2000; year++)
    for (int month = 1; month <= 12; month++) {
      bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      int days = months[month - 1] + (month == 2 && leap);
      for (int day = 1; day <= days + 1; day++) {
        char text[64];
        int64_t instant = 0;
        snprintf(text, sizeof text, "%04d-%02d-%02dT12:34:56Z", year, month, day);
        ck_assert_int_eq(followup_formats_instant(text, strlen(text), &instant), day <= days);
        if (day <= days) ck_assert_int_eq(instant, last += a_day);
      }
    }
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("instants");
  tcase_add_test(tests, instants_are_milliseconds_since_1970);
  tcase_add_test(tests, what_is_no_instant_is_refused);
  tcase_add_test(tests, every_day_of_four_centuries_follows_the_one_before);
  return run_suite(tests, "instant");
}
