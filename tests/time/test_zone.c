#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "time/zone.h"
#include "zone_file_maker.h"

enum { HOUR = 3600 };

static const followup_context *plain(void) { return context_or_default(NULL); }

static struct time_zone *read_zone(const char *name) {
  struct time_zone *zone = NULL;
  followup_status status = time_zone_read(plain(), "zone", name, FOLLOWUP_ZERO_TERMINATED, &zone, NULL);
  if (status != FOLLOWUP_OK) ck_abort_msg("%s: %s", name, followup_status_text(status));
  return zone;
}

static void free_zone(struct time_zone *zone) { time_zone_free(plain(), zone); }

static int64_t utc(int year, int month, int day, int hour, int minute) {
  return (civil_to_days(year, month, day) * 86400 + hour * HOUR + minute * 60) * 1000;
}

static int64_t instant(const struct time_zone *zone, int year, int month, int day, int hour, int minute) {
  return time_zone_instant(zone, (struct civil_time){year, month, day, hour, minute, 0, SUNDAY});
}

/* Zones of the system */

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

/* Names */

static void check_fixed(const char *name, int32_t expected) {
  struct time_zone *zone = read_zone(name);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(1900, 1, 1, 0, 0)), expected);
  ck_assert_int_eq(time_zone_offset_at(zone, utc(2026, 7, 1, 0, 0)), expected);
  ck_assert_int_eq(instant(zone, 2026, 7, 1, 12, 0), utc(2026, 7, 1, 12, 0) - 1000 * (int64_t)expected);
  ck_assert_str_eq(time_zone_name(zone), name);
  free_zone(zone);
}

START_TEST(a_fixed_offset_is_a_zone) {
  check_fixed("+05:30", 19800);
  check_fixed("-08", -8 * HOUR);
  check_fixed("-03:30", -12600);
  check_fixed("+23:59", 86340);
  check_fixed("-00:00", 0);
  check_fixed("Z", 0);
  check_fixed("UTC", 0);
}
END_TEST

static void check_refused_by(const followup_context *context, const char *name) {
  followup_error *error;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  struct time_zone *untouched = NULL;
  followup_status status = time_zone_read(context, "zone", name, FOLLOWUP_ZERO_TERMINATED, &untouched, error);
  if (status != FOLLOWUP_E_TIME_ZONE) ck_abort_msg("%s: %s", name, followup_status_text(status));
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_TIME_ZONE);
  ck_assert_str_eq(followup_error_member(error), "zone");
  ck_assert_ptr_null(untouched);
  followup_error_free(error);
}

START_TEST(a_name_that_is_no_zone_is_refused) {
  const char *wrong[] = {"",
                         "Europe/Atlantis",
                         "Europe",
                         "Europe/",
                         "/Europe/London",
                         "Europe//London",
                         "../Europe/London",
                         "Europe/../Europe/London",
                         "Europe/./London",
                         "/usr/share/zoneinfo/Europe/London",
                         "Europe\\London",
                         "Europe/London ",
                         "europe/london",
                         "localtime",
                         "posixrules",
                         "right/Europe/London",
                         "zone.tab",
                         "EST5EDT,M3.2.0,M11.1.0",
                         "Etc/Unknown",
                         "IST",
                         "PST",
                         "z",
                         "utc",
                         "+5",
                         "+24:00",
                         "+05:60",
                         "+05.30",
                         "+05:3",
                         "+0530",
                         "05:30",
                         "+",
                         "GMT+5:30",
                         "GMT+05:30",
                         "A234567890123456789012345678901234567890123456789012345678901234567890"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) check_refused_by(plain(), wrong[i]);
}
END_TEST

/* Folders of the tests' own */

static char folder[64];

static void make_folder(void) {
  snprintf(folder, sizeof folder, "/tmp/followup-zones-XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void path_in_folder(const char *name, char *path, size_t size) { snprintf(path, size, "%s/%s", folder, name); }

static void write_file(const char *name, const void *bytes, size_t length) {
  char path[128];
  path_in_folder(name, path, sizeof path);
  FILE *file = fopen(path, "wb");
  ck_assert_ptr_nonnull(file);
  ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
  ck_assert_int_eq(fclose(file), 0);
}

static void remove_from_folder(const char *name) {
  char path[128];
  path_in_folder(name, path, sizeof path);
  ck_assert_int_eq(remove(path), 0);
}

static followup_context *context_with_folder(const char *path) {
  followup_context *context;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_zone_directory(context, path, FOLLOWUP_ZERO_TERMINATED, NULL), FOLLOWUP_OK);
  return context;
}

START_TEST(a_zone_comes_from_the_folder_that_was_set) {
  struct made_file file = {.version = '2', .offsets = {1234}, .footer = ""};
  make_file(&file);
  make_folder();
  write_file("Moon", file.bytes, file.length);
  followup_context *context = context_with_folder(folder);
  struct time_zone *zone;
  ck_assert_int_eq(time_zone_read(context, "zone", "Moon", 4, &zone, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(time_zone_offset_at(zone, 0), 1234);
  time_zone_free(context, zone);
  followup_context_free(context);
  remove_from_folder("Moon");
  rmdir(folder);
}
END_TEST

START_TEST(a_file_outside_the_rules_for_names_is_never_read) {
  struct made_file file = {.version = '2', .offsets = {1234}, .footer = ""};
  make_file(&file);
  make_folder();
  char inner[128];
  path_in_folder("Inner", inner, sizeof inner);
  ck_assert_int_eq(mkdir(inner, 0700), 0);
  write_file("Moon", file.bytes, file.length);
  write_file("Inner/localtime", file.bytes, file.length);
  write_file("Inner/Moon.txt", file.bytes, file.length);
  followup_context *context = context_with_folder(inner);
  check_refused_by(context, "../Moon");
  check_refused_by(context, "localtime");
  check_refused_by(context, "Moon.txt");
  followup_context_free(context);
  remove_from_folder("Inner/Moon.txt");
  remove_from_folder("Inner/localtime");
  remove_from_folder("Moon");
  remove_from_folder("Inner");
  rmdir(folder);
}
END_TEST

START_TEST(a_broken_file_is_not_replaced_by_another_source) {
  make_folder();
  write_file("Japan", "TZif, not really", 16);
  followup_context *context = context_with_folder(folder);
  check_refused_by(context, "Japan");
  followup_context_free(context);
  remove_from_folder("Japan");
  rmdir(folder);
}
END_TEST

START_TEST(a_file_that_is_too_long_is_refused) {
  static struct made_file file = {.version = '2', .offsets = {0}, .footer = "UTC0"};
  static unsigned char bytes[1 << 16];
  make_file(&file);
  memcpy(bytes, file.bytes, file.length);
  make_folder();
  followup_context *context = context_with_folder(folder);
  write_file("Long", bytes, sizeof bytes);
  check_refused_by(context, "Long");
  write_file("Long", bytes, sizeof bytes - 1);
  struct time_zone *zone;
  ck_assert_int_eq(time_zone_read(context, "zone", "Long", 4, &zone, NULL), FOLLOWUP_OK);
  time_zone_free(context, zone);
  followup_context_free(context);
  remove_from_folder("Long");
  rmdir(folder);
}
END_TEST

START_TEST(a_file_that_may_not_be_read_is_not_replaced_by_another_source) {
  if (geteuid() == 0) return;
  make_folder();
  write_file("Japan", "", 0);
  char path[128];
  path_in_folder("Japan", path, sizeof path);
  ck_assert_int_eq(chmod(path, 0), 0);
  followup_context *context = context_with_folder(folder);
  check_refused_by(context, "Japan");
  followup_context_free(context);
  remove_from_folder("Japan");
  rmdir(folder);
}
END_TEST

/* Without files */

START_TEST(without_files_the_zones_come_from_icu) {
  followup_context *context = context_with_folder("/nonexistent");
  const char *names[] = {"Europe/London",       "America/New_York", "Asia/Kolkata",
                         "Australia/Lord_Howe", "Etc/GMT+5",        "GMT"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    struct time_zone *from_icu, *from_file = read_zone(names[i]);
    followup_status status = time_zone_read(context, "zone", names[i], FOLLOWUP_ZERO_TERMINATED, &from_icu, NULL);
    ck_assert_int_eq(status, FOLLOWUP_OK);
    for (int64_t at = 0; at < utc(2022, 1, 1, 0, 0); at += 8 * HOUR * INT64_C(1000))
      if (time_zone_offset_at(from_icu, at) != time_zone_offset_at(from_file, at))
        ck_abort_msg("%s at %lld", names[i], (long long)at);
    time_zone_free(context, from_icu);
    free_zone(from_file);
  }
  followup_context_free(context);
}
END_TEST

START_TEST(icu_is_sampled_up_to_2100) {
  followup_context *context = context_with_folder("/nonexistent");
  struct time_zone *london;
  ck_assert_int_eq(time_zone_read(context, "zone", "Europe/London", 13, &london, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2100, 7, 1, 0, 0)), HOUR);
  ck_assert_int_eq(time_zone_offset_at(london, utc(2100, 12, 1, 0, 0)), 0);
  time_zone_free(context, london);
  followup_context_free(context);
}
END_TEST

START_TEST(icu_does_not_make_a_zone_of_any_name) {
  followup_context *context = context_with_folder("/nonexistent");
  const char *wrong[] = {"Europe/Atlantis", "Etc/Unknown", "IST", "CST", "PST", "GMT+5", "Europe", "EUROPE/LONDON"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) check_refused_by(context, wrong[i]);
  followup_context_free(context);
}
END_TEST

/* Memory */

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

static TCase *zones_of_the_system(void) {
  TCase *tests = tcase_create("zones of the system");
  tcase_add_test(tests, london_changes_at_one_in_the_morning_utc);
  tcase_add_test(tests, the_rule_goes_on_past_the_table);
  tcase_add_test(tests, a_local_time_tells_date_clock_and_weekday);
  tcase_add_test(tests, a_millisecond_before_1970_is_the_year_before);
  tcase_add_test(tests, a_skipped_clock_time_is_the_first_instant_after_the_gap);
  tcase_add_test(tests, a_clock_time_that_occurs_twice_is_the_later);
  tcase_add_test(tests, a_day_that_a_zone_left_out_is_a_gap);
  tcase_add_test(tests, far_times_stay_within_what_an_instant_holds);
  tcase_add_test(tests, the_zone_of_the_process_changes_nothing);
  return tests;
}

static TCase *names_and_folders(void) {
  TCase *tests = tcase_create("names and folders");
  tcase_add_test(tests, a_fixed_offset_is_a_zone);
  tcase_add_test(tests, a_name_that_is_no_zone_is_refused);
  tcase_add_test(tests, a_zone_comes_from_the_folder_that_was_set);
  tcase_add_test(tests, a_file_outside_the_rules_for_names_is_never_read);
  tcase_add_test(tests, a_broken_file_is_not_replaced_by_another_source);
  tcase_add_test(tests, a_file_that_is_too_long_is_refused);
  tcase_add_test(tests, a_file_that_may_not_be_read_is_not_replaced_by_another_source);
  tcase_add_test(tests, without_files_the_zones_come_from_icu);
  tcase_add_test(tests, icu_is_sampled_up_to_2100);
  tcase_add_test(tests, icu_does_not_make_a_zone_of_any_name);
  tcase_add_test(tests, a_zone_is_read_whole_or_not_at_all);
  return tests;
}

int main(void) {
  Suite *suite = suite_create("zone");
  suite_add_tcase(suite, zones_of_the_system());
  suite_add_tcase(suite, names_and_folders());
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
