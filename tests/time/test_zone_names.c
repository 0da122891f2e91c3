#define _POSIX_C_SOURCE 200809L

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/run.h"
#include "support/zones.h"
#include "time/zone_file_maker.h"

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

static void check_refused_by(const followup_context *context, const char *name, const char *reason) {
  followup_error *error;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  struct time_zone *untouched = NULL;
  followup_status status = time_zone_read(context, "zone", name, FOLLOWUP_ZERO_TERMINATED, &untouched, error);
  if (status != FOLLOWUP_E_TIME_ZONE) ck_abort_msg("%s: %s", name, followup_status_text(status));
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_TIME_ZONE);
  ck_assert_str_eq(followup_error_member(error), "zone");
  ck_assert_str_eq(followup_error_reason(error), reason);
  ck_assert_ptr_null(untouched);
  followup_error_free(error);
}

static void check_no_name(const char *name) { check_refused_by(plain(), name, "not the name of a time zone"); }

START_TEST(what_cannot_name_a_zone_is_refused) {
  const char *wrong[] = {"",
                         "Europe/",
                         "/Europe/London",
                         "Europe//London",
                         "../Europe/London",
                         "Europe/../Europe/London",
                         "Europe/./London",
                         "/usr/share/zoneinfo/Europe/London",
                         "Europe\\London",
                         "Europe/London ",
                         "Europe/London\n",
                         "Europe/Lond\xC3\xB6n",
                         "europe/london",
                         "localtime",
                         "posixrules",
                         "right/Europe/London",
                         "zone.tab",
                         "EST5EDT,M3.2.0,M11.1.0",
                         "GMT+5:30",
                         "GMT+05:30"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) check_no_name(wrong[i]);
}
END_TEST

START_TEST(a_broken_offset_is_refused) {
  const char *wrong[] = {"z", "utc", "+",     "+5",    "+24",   "+24:00", "+05:60", "+05.30",
                         "-", "-1",  "+05:3", "+0530", "05:30", "+05:",   "+0a:00", "+05:300"};
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) check_no_name(wrong[i]);
}
END_TEST

START_TEST(a_name_has_at_most_64_bytes) {
  char name[66];
  memset(name, 'A', 65);
  name[65] = '\0';
  check_no_name(name);
  name[64] = '\0';
  char reason[128];
  snprintf(reason, sizeof reason, "unknown time zone \"%s\"", name);
  check_refused_by(plain(), name, reason);
}
END_TEST

START_TEST(a_zone_that_nobody_knows_is_refused) {
  check_refused_by(plain(), "Europe/Atlantis", "unknown time zone \"Europe/Atlantis\"");
  check_refused_by(plain(), "Europe", "unknown time zone \"Europe\"");
  check_refused_by(plain(), "Zz_yA-09+", "unknown time zone \"Zz_yA-09+\"");
  check_refused_by(plain(), "Z/z", "unknown time zone \"Z/z\"");
  check_refused_by(plain(), "Etc/Unknown", "unknown time zone \"Etc/Unknown\"");
  check_refused_by(plain(), "IST", "unknown time zone \"IST\"");
  check_refused_by(plain(), "PST", "unknown time zone \"PST\"");
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
  check_refused_by(context, "../Moon", "not the name of a time zone");
  check_refused_by(context, "localtime", "not the name of a time zone");
  check_refused_by(context, "Moon.txt", "not the name of a time zone");
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
  check_refused_by(context, "Japan", "broken file of time zone \"Japan\"");
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
  check_refused_by(context, "Long", "broken file of time zone \"Long\"");
  write_file("Long", bytes, sizeof bytes - 1);
  struct time_zone *zone;
  ck_assert_int_eq(time_zone_read(context, "zone", "Long", 4, &zone, NULL), FOLLOWUP_OK);
  time_zone_free(context, zone);
  followup_context_free(context);
  remove_from_folder("Long");
  rmdir(folder);
}
END_TEST

START_TEST(a_file_that_cannot_be_opened_is_not_replaced_by_another_source) {
  make_folder();
  char path[128];
  path_in_folder("Japan", path, sizeof path);
  ck_assert_int_eq(symlink("Japan", path), 0);
  followup_context *context = context_with_folder(folder);
  check_refused_by(context, "Japan", "broken file of time zone \"Japan\"");
  followup_context_free(context);
  remove_from_folder("Japan");
  rmdir(folder);
}
END_TEST

START_TEST(utc_needs_no_file) {
  make_folder();
  write_file("UTC", "", 0);
  write_file("Utc", "", 0);
  followup_context *context = context_with_folder(folder);
  struct time_zone *zone;
  ck_assert_int_eq(time_zone_read(context, "zone", "UTC+00", 3, &zone, NULL), FOLLOWUP_OK);
  ck_assert_str_eq(time_zone_name(zone), "UTC");
  time_zone_free(context, zone);
  check_refused_by(context, "Utc", "broken file of time zone \"Utc\"");
  followup_context_free(context);
  remove_from_folder("UTC");
  remove_from_folder("Utc");
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

START_TEST(a_folder_that_is_a_file_holds_no_zones) {
  followup_context *context = context_with_folder("/usr/share/zoneinfo/zone.tab");
  struct time_zone *london;
  ck_assert_int_eq(time_zone_read(context, "zone", "Europe/London", 13, &london, NULL), FOLLOWUP_OK);
  time_zone_free(context, london);
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
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    char reason[128];
    snprintf(reason, sizeof reason, "unknown time zone \"%s\"", wrong[i]);
    check_refused_by(context, wrong[i], reason);
  }
  followup_context_free(context);
}
END_TEST

int main(void) {
  return run_tests(
      "zone names",
      (const TTest *[]){a_fixed_offset_is_a_zone, what_cannot_name_a_zone_is_refused, a_broken_offset_is_refused,
                        a_name_has_at_most_64_bytes, a_zone_that_nobody_knows_is_refused,
                        a_zone_comes_from_the_folder_that_was_set, a_file_outside_the_rules_for_names_is_never_read,
                        a_broken_file_is_not_replaced_by_another_source, a_file_that_is_too_long_is_refused,
                        a_file_that_cannot_be_opened_is_not_replaced_by_another_source, utc_needs_no_file,
                        a_folder_that_is_a_file_holds_no_zones, without_files_the_zones_come_from_icu,
                        icu_is_sampled_up_to_2100, icu_does_not_make_a_zone_of_any_name, NULL});
}
