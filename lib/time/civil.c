#include "time/civil.h"

enum { DAYS_OF_400_YEARS = 146097, EPOCH_FROM_MARCH_0000 = 719468 };

static int64_t divide_down(int64_t value, int64_t by) { return value / by - (value % by < 0); }

/* Years are counted from March, so that the leap day comes last. */
int64_t civil_to_days(int32_t year, int month, int day) {
  int64_t months = (int64_t)year * 12 + month - 3;
  int64_t years = divide_down(months, 12);
  int64_t month_from_march = months - years * 12;
  int64_t era = divide_down(years, 400);
  int64_t year_of_era = years - era * 400;
  int64_t day_of_year = (153 * month_from_march + 2) / 5;
  int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_OF_400_YEARS + day_of_era - EPOCH_FROM_MARCH_0000 + (day - 1);
}

struct civil_date civil_from_days(int64_t days) {
  int64_t from_march = days + EPOCH_FROM_MARCH_0000;
  int64_t era = divide_down(from_march, DAYS_OF_400_YEARS);
  int64_t day_of_era = from_march - era * DAYS_OF_400_YEARS;
  int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t month_from_march = (5 * day_of_year + 2) / 153;
  int month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  int day = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  return (struct civil_date){(int32_t)(era * 400 + year_of_era + (month <= 2)), month, day};
}

enum weekday civil_weekday(int64_t days) {
  int64_t since_sunday = (days % 7 + 7 + THURSDAY) % 7;
  return (enum weekday)since_sunday;
}

static bool is_leap_year(int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int civil_month_length(int32_t year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* -1 where one of them is no digit. */
static int read_digits(const char *text, size_t count) {
  int value = 0;
  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool civil_parse_date(const char *text, size_t length, int64_t *days) {
  if (length != 10 || text[4] != '-' || text[7] != '-') return false;
  int year = read_digits(text, 4), month = read_digits(text + 5, 2), day = read_digits(text + 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > civil_month_length(year, month)) return false;
  *days = civil_to_days(year, month, day);
  return true;
}
