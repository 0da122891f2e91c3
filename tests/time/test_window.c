/* Promised replies through the public door. The labelled ones are in windows.tsv and windows-dev.tsv, each way to say a
 * time in windows-forms.tsv: test_window FILE FILE FILE */
#define _POSIX_C_SOURCE 200809L
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "support/run.h"
#include "support/window_rows.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static const char *own_rows, *dev_rows, *form_rows;

enum { KNOWN_WRONG = 9 }; /* of the labelled sentences */
static followup_calendar *calendar;
static followup_window *window;

static void start_in(const char *zone) {
  window = NULL;
  ck_assert_int_eq(followup_calendar_new(NULL, &calendar, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, zone, Z, NULL), FOLLOWUP_OK);
}

static void stop(void) {
  followup_window_free(window);
  followup_calendar_free(calendar);
}

static int64_t at(const char *local) {
  int64_t instant = 0;
  ck_assert_int_eq(followup_calendar_instant(calendar, local, Z, &instant, NULL), FOLLOWUP_OK);
  return instant;
}

static void read_at(const char *reference, const char *words) {
  ck_assert_int_eq(followup_window_read(words, Z, at(reference), calendar, &window, NULL), FOLLOWUP_OK);
}

/* Said on Thursday 5 March 2026 at half past three. */
static void read(const char *words) { read_at("2026-03-05T15:30", words); }

static void check_end(const char *words, const char *end) {
  read(words);
  if (strcmp(followup_window_end_local(window), end) != 0 ||
      followup_window_status_of(window) != FOLLOWUP_WINDOW_PROMISED)
    ck_abort_msg("\"%s\" ends %s (%s), not %s", words, followup_window_end_local(window),
                 followup_window_status_name(followup_window_status_of(window)), end);
  ck_assert_int_eq(followup_window_end(window), at(end));
}

static void check_status(const char *words, const char *name) {
  read(words);
  const char *got = followup_window_status_name(followup_window_status_of(window));
  if (strcmp(got, name) != 0) ck_abort_msg("\"%s\" is %s, not %s", words, got, name);
}

struct score {
  size_t windows, exact, nones, kept;
};

static struct score score_rows(const char *path) {
  struct window_rows rows;
  struct score score = {0};
  followup_window *used = NULL;
  ck_assert(window_rows_read(path, &rows));
  for (size_t i = 0; i < rows.count; i++) {
    const struct window_row *row = &rows.items[i];
    bool none = strcmp(row->expected, "none") == 0;
    ck_assert_int_eq(followup_window_read(row->sentence, row->length, row->reference, row->calendar, &used, NULL),
                     FOLLOWUP_OK);
    bool promised = followup_window_status_of(used) == FOLLOWUP_WINDOW_PROMISED;
    const char *end = promised ? followup_window_end_local(used) : "none";
    bool right = strcmp(end, row->expected) == 0;
    if (!right) printf("%s: %s, not %s: %s\n", row->id, end, row->expected, row->sentence);
    *(none ? &score.nones : &score.windows) += 1;
    *(none ? &score.kept : &score.exact) += right;
  }
  followup_window_free(used);
  window_rows_free(&rows);
  return score;
}

START_TEST(of_the_labelled_sentences_nearly_all_are_read_right) {
  struct score score = score_rows(own_rows);
  ck_assert_uint_ge(score.windows + score.nones, 250);
  ck_assert_uint_le(score.windows - score.exact + score.nones - score.kept, KNOWN_WRONG);
}
END_TEST

START_TEST(each_way_to_say_a_time_is_read_as_written) {
  struct score score = score_rows(form_rows);
  ck_assert_uint_ge(score.windows + score.nones, 250);
  ck_assert_uint_eq(score.exact, score.windows);
  ck_assert_uint_eq(score.kept, score.nones);
}
END_TEST

START_TEST(of_the_development_sentences_all_are_read_right) {
  struct score score = score_rows(dev_rows);
  ck_assert_uint_ge(score.exact * 100, score.windows * 98);
  ck_assert_uint_eq(score.kept, score.nones);
}
END_TEST

START_TEST(the_status_tells_why_there_is_no_window) {
  start_in("Europe/London");
  check_status("Thank you for coming in.", "none");
  check_status("We will not decide before the 20th.", "lower_bound");
  ck_assert_str_eq(followup_window_end_local(window), "2026-03-20T23:59:59");
  check_status("Nothing will be decided before then.", "conditional");
  check_status("You'll hear from us in 55555 years.", "none");
  check_status("If the budget is approved, you'll hear by Friday.", "conditional");
  check_status("Please send us your references by Friday.", "own_deadline");
  check_status("We wrote to you yesterday.", "past");
  check_status("You'll hear by 9am today.", "past");
  check_status("You'll hear by Friday.", "window");
  ck_assert_ptr_null(followup_window_status_name((followup_window_status)6));
  ck_assert_ptr_null(followup_window_status_name((followup_window_status)-1));
  stop();
}
END_TEST

START_TEST(span_and_form_show_what_was_read) {
  static const char words[] = "Thanks! You\xE2\x80\x99ll hear within 10 business days.";
  size_t start, end;
  start_in("Europe/London");
  read(words);
  ck_assert(followup_window_span(window, &start, &end));
  ck_assert_uint_eq(end - start, strlen("within 10 business days"));
  ck_assert(memcmp(words + start, "within 10 business days", end - start) == 0);
  ck_assert_str_eq(followup_window_form(window), "within 10 business_days");
  read("I'll call by noon on Friday.");
  ck_assert_str_eq(followup_window_form(window), "by weekday(friday) 12:00");
  read("Lovely weather.");
  ck_assert(!followup_window_span(window, &start, &end));
  ck_assert_str_eq(followup_window_form(window), "");
  ck_assert_str_eq(followup_window_end_local(window), "");
  stop();
}
END_TEST

START_TEST(the_form_says_date_month_weekday_part_time_and_zone) {
  static const char *const rows[][2] = {
      {"You will hear from us by 12 March.", "by date(03-12)"},
      {"You will hear from us by 12 March 2027.", "by date(2027-03-12)"},
      {"You will hear from us in April.", "in month(04)"},
      {"You will hear from us in April 2027.", "in month(2027-04)"},
      {"You will hear from us by the 20th.", "by day_of_month(20)"},
      {"You will hear from us by next Friday.", "by next weekday(friday)"},
      {"You will hear from us by this Friday.", "by this weekday(friday)"},
      {"You will hear from us by Friday week.", "by weekday(friday) +1 week"},
      {"You will hear from us early next week.", "early week(+1)"},
      {"You will hear from us by the end of the month.", "by end of month(+0)"},
      {"You will hear from us by mid-March.", "by mid month(03)"},
      {"You will hear from us within two and a half weeks.", "within 2.5 weeks"},
      {"You will hear from us within 24 hours.", "within 24 hours"},
      {"You will hear from us in 3 to 5 days.", "in 5 days"},
      {"You will hear from us by Friday at 5:30pm.", "by weekday(friday) 17:30"},
      {"You will hear from us by tomorrow at noon New York time.", "by day(+1) 12:00 America/New_York"},
      {"You will hear from us today.", "day(+0)"},
      {"You will hear from us by the end of this week at the latest.", "by end of week(+0)"}};
  start_in("Europe/London");
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    read(rows[i][0]);
    ck_assert_str_eq(followup_window_form(window), rows[i][1]);
  }
  stop();
}
END_TEST

START_TEST(each_assumption_is_told_in_words) {
  static const char *const rows[][2] = {
      {"by April", "\"by\" a month and \"before\" a day end with the day before"},
      {"before next week", "\"by\" a month and \"before\" a day end with the day before"},
      {"by mid-April", "the middle of a month is its 15th"},
      {"early in April", "early in a month is up to its 10th"},
      {"in a couple of weeks", "a couple is 2"},
      {"in several days", "several is 5"},
      {"next Friday", "\"next\" before a weekday is the one in the week after this"}};
  start_in("Europe/London");
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char words[128];
    snprintf(words, sizeof words, "You will hear from us %s.", rows[i][0]);
    read(words);
    ck_assert_uint_eq(followup_window_assumption_count(window), 1);
    ck_assert_str_eq(followup_window_assumption(window, 0), rows[i][1]);
  }
  stop();
}
END_TEST

START_TEST(assumptions_and_the_other_reading_are_told) {
  start_in("Europe/London");
  read("We'll be in touch in a few days.");
  ck_assert_uint_eq(followup_window_assumption_count(window), 1);
  ck_assert_str_eq(followup_window_assumption(window, 0), "a few is 3");
  ck_assert_ptr_null(followup_window_assumption(window, 1));
  ck_assert_int_eq(followup_window_precision(window), FOLLOWUP_PRECISION_APPROXIMATE);
  ck_assert_int_eq(followup_window_alternative_end(window), FOLLOWUP_NO_TIME);
  read("We'll be in touch next Friday.");
  ck_assert_int_eq(followup_window_end(window), at("2026-03-13T23:59:59"));
  ck_assert_int_eq(followup_window_alternative_end(window), at("2026-03-06T23:59:59"));
  read("We'll be in touch by 4/5.");
  ck_assert_int_eq(followup_window_end(window), at("2026-05-04T23:59:59"));
  ck_assert_int_eq(followup_window_alternative_end(window), at("2026-04-05T23:59:59"));
  read("We'll be in touch by 1/4/26."); /* by the other reading it was in January */
  ck_assert_int_eq(followup_window_end(window), at("2026-04-01T23:59:59"));
  ck_assert_int_eq(followup_window_alternative_end(window), FOLLOWUP_NO_TIME);
  read("We'll be in touch in 3 to 5 days.");
  ck_assert_int_eq(followup_window_precision(window), FOLLOWUP_PRECISION_UPPER_END);
  read("We'll be in touch on Friday.");
  ck_assert_int_eq(followup_window_precision(window), FOLLOWUP_PRECISION_EXACT);
  stop();
}
END_TEST

static void set(followup_reading reading, int value) {
  ck_assert_int_eq(followup_calendar_set_reading(calendar, reading, value, NULL), FOLLOWUP_OK);
}

START_TEST(readings_are_options_of_the_calendar) {
  start_in("Europe/London");
  set(FOLLOWUP_READING_NEXT_WEEKDAY, 1);
  check_end("You'll hear next Friday.", "2026-03-06T23:59:59");
  set(FOLLOWUP_READING_FEW, 4);
  check_end("You'll hear in a few days.", "2026-03-09T23:59:59");
  ck_assert_str_eq(followup_window_assumption(window, 0), "a few is 4");
  set(FOLLOWUP_READING_COUPLE, 3);
  check_end("You'll hear in a couple of days.", "2026-03-08T23:59:59");
  set(FOLLOWUP_READING_SEVERAL, 7);
  check_end("You'll hear in several days.", "2026-03-12T23:59:59");
  set(FOLLOWUP_READING_EARLY_MONTH, 7);
  check_end("You'll hear early next month.", "2026-04-07T23:59:59");
  set(FOLLOWUP_READING_MID_MONTH, 18);
  check_end("You'll hear by mid-month.", "2026-03-18T23:59:59");
  set(FOLLOWUP_READING_MONTH_FIRST, 1);
  check_end("You'll hear by 4/5.", "2026-04-05T23:59:59");
  set(FOLLOWUP_READING_MONTH_FIRST, 0);
  followup_calendar_set_region(calendar, "US", Z, NULL);
  check_end("You'll hear by 4/5.", "2026-04-05T23:59:59");
  set(FOLLOWUP_READING_WEEK_START, 5);
  set(FOLLOWUP_READING_NEXT_WEEKDAY, 0);
  check_end("You'll hear next Friday.", "2026-03-06T23:59:59");
  stop();
}
END_TEST

START_TEST(gap_overlap_and_named_zones_give_the_right_instant) {
  start_in("America/New_York");
  check_end("You'll hear by 2:30am on Sunday.", "2026-03-08T03:00:00");
  check_end("You'll hear by 3pm London time on Monday.", "2026-03-09T11:00:00");
  check_end("You'll hear by 9am PT tomorrow.", "2026-03-06T12:00:00");
  read_at("2026-10-30T12:00", "You'll hear by 1:30 am on Sunday.");
  ck_assert_int_eq(followup_window_end(window) - at("2026-11-01T00:30"), INT64_C(2) * 3600000);
  check_end("You'll hear within 72 hours.", "2026-03-08T16:30:00");
  stop();
}
END_TEST

START_TEST(the_end_grows_with_the_number) {
  static const char *const units[] = {"hours", "days", "business days", "working days", "weeks", "months"};
  start_in("America/New_York");
  for (size_t unit = 0; unit < sizeof units / sizeof units[0]; unit++) {
    int64_t before = at("2026-03-05T15:30");
    for (int number = 1; number <= 120; number++) {
      char words[80];
      snprintf(words, sizeof words, "We'll be in touch within %d %s.", number, units[unit]);
      read(words);
      ck_assert_int_eq(followup_window_status_of(window), FOLLOWUP_WINDOW_PROMISED);
      ck_assert_int_gt(followup_window_end(window), before);
      before = followup_window_end(window);
    }
  }
  stop();
}
END_TEST

START_TEST(the_end_is_after_the_reference_on_every_day) {
  static const char *const times[] = {"by Friday",
                                      "this week",
                                      "by the end of the week",
                                      "next week",
                                      "by the end of June",
                                      "early next week",
                                      "mid next week",
                                      "in March",
                                      "by March",
                                      "by the 31st",
                                      "by mid-month",
                                      "by month-end",
                                      "the week of the 14th",
                                      "over the weekend",
                                      "before the weekend",
                                      "by the weekend",
                                      "today",
                                      "next Sunday",
                                      "by 29 February",
                                      "by Christmas",
                                      "by the end of the year",
                                      "by the end of the quarter",
                                      "a week on Monday"};
  start_in("Africa/Cairo");
  for (int weekend = FOLLOWUP_WEEKEND_SAT_SUN; weekend <= FOLLOWUP_WEEKEND_NONE; weekend++) {
    followup_calendar_set_weekend(calendar, (followup_weekend)weekend, NULL);
    for (int day = 0; day < 800; day += 1 + day % 3) {
      int64_t reference = at("2026-01-01T13:00") + day * INT64_C(86400000);
      for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        char words[80];
        snprintf(words, sizeof words, "You'll hear from us %s.", times[i]);
        ck_assert_int_eq(followup_window_read(words, Z, reference, calendar, &window, NULL), FOLLOWUP_OK);
        if (followup_window_end(window) <= reference)
          ck_abort_msg("%s on day %d: %s", words, day, followup_window_end_local(window));
      }
    }
  }
  stop();
}
END_TEST

START_TEST(quotes_spaces_and_hyphens_may_be_of_any_sort) {
  start_in("Europe/London");
  check_end(
      "You\xE2\x80\x99ll hear within 5\xE2\x80\x93"
      "7\xC2\xA0"
      "days.",
      "2026-03-12T23:59:59");
  check_end("You'll hear by mid\xE2\x80\x91March.", "2026-03-15T23:59:59");
  check_end("YOU'LL HEAR BY FRIDAY.", "2026-03-06T23:59:59");
  check_end("Re\xCC\x81my will call you by Friday \xE2\x80\x94 promise \xF0\x9F\x99\x82", "2026-03-06T23:59:59");
  check_end("You'll hear\nfrom us\r\nwithin\n2 weeks.", "2026-03-19T23:59:59");
  stop();
}
END_TEST

static void check_between(const char *before, const char *const *codes, const char *behind, const char *end) {
  char words[128];
  for (; *codes != NULL; codes++) {
    snprintf(words, sizeof words, "%s%s%s", before, *codes, behind);
    check_end(words, end);
  }
}

START_TEST(dates_in_numbers_begin_with_the_month_in_american_zones_alone) {
  static const char *const american[] = {"US/Eastern", "America/New_York", "Navajo",
                                         "EST5EDT",    "PST8PDT",          "Pacific/Honolulu"};
  static const char *const others[] = {"Europe/London", "Pacific/Auckland", "Asia/Tokyo", "UTC"};
  for (size_t i = 0; i < sizeof american / sizeof american[0]; i++) {
    start_in(american[i]);
    check_end("You will hear from us by 4/5.", "2026-04-05T23:59:59");
    stop();
  }
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
    start_in(others[i]);
    check_end("You will hear from us by 4/5.", "2026-05-04T23:59:59");
    stop();
  }
}
END_TEST

START_TEST(every_space_parts_words_and_what_has_no_width_does_not) {
  static const char *const spaces[] = {"\xC2\x85", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2005", "\u2009",
                                       "\u200A",   "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", NULL};
  static const char *const without_width[] = {"\u00AD", "\u200B", "\u200C", "\u200F",
                                              "\u2060", "\uFE0F", "\uFEFF", NULL};
  start_in("Europe/London");
  check_between("You will hear from us by", spaces, "Friday.", "2026-03-06T23:59:59");
  check_between("You will hear from us by Fri", without_width, "day.", "2026-03-06T23:59:59");
  stop();
}
END_TEST

START_TEST(letters_that_are_no_accented_ones_are_read_as_the_plain_ones) {
  start_in("Europe/London");
  check_end("You will hear from us by M\u00F8nday.", "2026-03-09T23:59:59");
  check_end("YOU WILL HEAR FROM US BY M\u00D8NDAY.", "2026-03-09T23:59:59");
  check_end("You will hear from us by Tues\u00F0ay.", "2026-03-10T23:59:59");
  check_end("YOU WILL HEAR FROM US BY TUES\u00D0AY.", "2026-03-10T23:59:59");
  check_end("You will hear from us by S\u00E6turday.", "2026-03-07T23:59:59");
  check_end("YOU WILL HEAR FROM US BY S\u00C6TURDAY.", "2026-03-07T23:59:59");
  check_end("You will hear from us within \u00FEwo days.", "2026-03-07T23:59:59");
  check_end("You will hear from us within three day\u00DF.", "2026-03-08T23:59:59");
  stop();
}
END_TEST

/* 16:00 in Tokyo: three o'clock there has gone by, in New York it is still to come. */
START_TEST(a_time_that_is_past_here_is_not_past_in_the_zone_that_is_named) {
  start_in("Asia/Tokyo");
  read_at("2026-03-05T16:00", "I'll call you at 3pm New York time today.");
  ck_assert_int_eq(followup_window_status_of(window), FOLLOWUP_WINDOW_PROMISED);
  ck_assert_str_eq(followup_window_end_local(window), "2026-03-06T05:00:00");
  stop();
}
END_TEST

START_TEST(a_window_that_was_used_before_reads_as_a_new_one) {
  static const char words[] = "I'll call at 3pm London t5pmime on Monday.";
  start_in("Australia/Lord_Howe");
  read_at("2026-06-27T19:30", words);
  followup_window *used = NULL;
  int64_t said = at("2026-06-27T19:30");
  ck_assert_int_eq(followup_window_read("By 5pm London time on Monday.", Z, said, calendar, &used, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read(words, Z, said, calendar, &used, NULL), FOLLOWUP_OK);
  ck_assert_str_eq(followup_window_end_local(used), followup_window_end_local(window));
  followup_window_free(used);
  stop();
}
END_TEST

/* Each ends where its block ends; a sanitizer and valgrind see a read past it. */
START_TEST(words_end_where_their_length_says_also_within_wide_characters) {
  static const char *const ends[] = {
      "By 5pm Friday.\u00a0", "By 5pm Friday. \u2003", "By 5 p.\u00e9",   "By 5 p.m.\u00e9",
      "By Friday\u00a0-",     "By 3\u00a0.5",          "By Friday\u2019", "\u2026"};
  start_in("Europe/London");
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    size_t length = strlen(ends[i]);
    char *words = malloc(length);
    memcpy(words, ends[i], length);
    ck_assert_int_eq(followup_window_read(words, length, at("2026-03-05T15:30"), calendar, &window, NULL), FOLLOWUP_OK);
    free(words);
  }
  stop();
}
END_TEST

START_TEST(accents_are_read_alike_in_both_normal_forms) {
  static const char *const pairs[][2] = {
      {"We'll call you by Fr\u01D0day.", "We'll call you by Fri\u030Cday."},
      {"We'll call you by Fri. \u01F5ood luck.", "We'll call you by Fri. g\u0301ood luck."},
      {"We'll call you by Fri. \u00C9ric.", "We'll call you by Fri. E\u0301ric."},
      {"We'll call you by \u1E43onday.", "We'll call you by m\u0323onday."}};
  start_in("Europe/London");
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    char form[128];
    read(pairs[i][0]);
    int64_t end = followup_window_end(window);
    snprintf(form, sizeof form, "%s", followup_window_form(window));
    read(pairs[i][1]);
    ck_assert_int_eq(followup_window_end(window), end);
    ck_assert_str_eq(followup_window_form(window), form);
    ck_assert_int_ne(end, FOLLOWUP_NO_TIME);
  }
  stop();
}
END_TEST

START_TEST(neither_zone_nor_locale_of_the_process_matter) {
  start_in("America/New_York");
  check_end("You'll hear by 5pm on Monday.", "2026-03-09T17:00:00");
  int64_t before = followup_window_end(window);
  setenv("TZ", "Asia/Tokyo", 1);
  setenv("LC_ALL", "tr_TR.UTF-8", 1);
  setlocale(LC_ALL, "");
  check_end("You'll hear by 5pm on Monday.", "2026-03-09T17:00:00");
  ck_assert_int_eq(followup_window_end(window), before);
  setlocale(LC_ALL, "C");
  unsetenv("TZ");
  unsetenv("LC_ALL");
  stop();
}
END_TEST

START_TEST(wrong_arguments_are_refused_and_nothing_is_touched) {
  followup_window *untouched = NULL;
  followup_error *error = NULL;
  start_in("UTC");
  followup_error_new(NULL, &error);
  ck_assert_int_eq(followup_window_read("x\xFF", Z, 0, calendar, &untouched, error), FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_error_offset(error), 1);
  ck_assert_int_eq(followup_window_read(NULL, 0, 0, calendar, &untouched, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_window_read("x", Z, 0, NULL, &untouched, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_window_read("x", Z, 0, calendar, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_window_read("x", Z, FOLLOWUP_NO_TIME, calendar, &untouched, error), FOLLOWUP_E_ARGUMENT);
  followup_calendar *bare = NULL;
  followup_calendar_new(NULL, &bare, NULL);
  ck_assert_int_eq(followup_window_read("x", Z, 0, bare, &untouched, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_member(error), "calendar.time_zone");
  ck_assert_ptr_null(untouched);
  followup_calendar_free(bare);
  followup_error_free(error);
  stop();
}
END_TEST

START_TEST(a_window_that_is_null_says_nothing) {
  followup_window_free(NULL);
  ck_assert_int_eq(followup_window_status_of(NULL), FOLLOWUP_WINDOW_NONE);
  ck_assert_int_eq(followup_window_end(NULL), FOLLOWUP_NO_TIME);
  ck_assert_str_eq(followup_window_end_local(NULL), "");
  ck_assert_str_eq(followup_window_form(NULL), "");
  ck_assert(!followup_window_span(NULL, NULL, NULL));
  ck_assert_uint_eq(followup_window_assumption_count(NULL), 0);
  ck_assert_ptr_null(followup_window_assumption(NULL, 0));
  ck_assert_int_eq(followup_window_alternative_end(NULL), FOLLOWUP_NO_TIME);
  ck_assert_int_eq(followup_window_precision(NULL), FOLLOWUP_PRECISION_NONE);
}
END_TEST

/* Long runs of what a reader could go over again and again. */
START_TEST(hostile_words_take_linear_time) {
  static const char *const units[] = {"by ",
                                      "the ",
                                      "a week from ",
                                      "within the next ",
                                      "Friday or ",
                                      "if ",
                                      "and ",
                                      "5-",
                                      "15th ",
                                      "we'll call you by Friday ",
                                      "before ",
                                      "(",
                                      "y'all'll've'",
                                      "p.m.",
                                      "not ",
                                      "week of ",
                                      "the end of the ",
                                      "3/4/",
                                      "\xCC\x81",
                                      "you'll hear by Friday.\n\n"};
  enum { BYTES = 200000 };
  char *words = malloc(BYTES + 64);
  start_in("Europe/London");
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
    size_t size = strlen(units[i]), length = 0;
    while (length + size < BYTES) {
      memcpy(words + length, units[i], size);
      length += size;
    }
    ck_assert_int_eq(followup_window_read(words, length, at("2026-03-05T15:30"), calendar, &window, NULL), FOLLOWUP_OK);
  }
  free(words);
  stop();
}
END_TEST

/* Words of the trade in any order. */
START_TEST(words_in_any_order_are_read_without_harm) {
  static const char *const parts[] = {
      "by",  "until",  "week", "next",  "the",  "15th", "Friday", "5pm",    "London",   "of",    "or",
      "a",   "two",    "from", "not",   "if",   "you",  "hear",   ",",      "we",       "March", "mid",
      "end", "before", "31",   "/",     "-",    "2026", "half",   "couple", "business", "days",  ":",
      ".",   "?",      "then", "after", "that", "call", "us",     "0",      "99999",    "'s",    "early"};
  uint64_t state = 42;
  start_in("Asia/Kolkata");
  for (int round = 0; round < 20000; round++) {
    char words[400] = "";
    for (int i = 0; i < 24; i++) {
      state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
      strcat(words, parts[(state >> 33) % (sizeof parts / sizeof parts[0])]);
      if ((state >> 20) % 4 != 0) strcat(words, " ");
    }
    read(words);
    bool promised = followup_window_status_of(window) == FOLLOWUP_WINDOW_PROMISED;
    if (promised && followup_window_end(window) <= at("2026-03-05T15:30")) ck_abort_msg("%s", words);
    size_t start, end;
    if (followup_window_span(window, &start, &end)) ck_assert(start < end && end <= strlen(words));
  }
  stop();
}
END_TEST

struct counted {
  long left; /* allocations until one fails; -1: none does */
  long held, made;
};

static void *counted_allocate(size_t size, void *user) {
  struct counted *counted = user;
  if (counted->left == 0) return NULL;
  if (counted->left > 0) counted->left--;
  counted->held++;
  counted->made++;
  return malloc(size);
}

static void counted_release(void *block, void *user) {
  ((struct counted *)user)->held--;
  free(block);
}

static followup_status read_with(const followup_context *context) {
  followup_calendar *own = NULL;
  followup_window *made = NULL;
  followup_status status = followup_calendar_new(context, &own, NULL);
  if (status == FOLLOWUP_OK) status = followup_calendar_set_time_zone(own, "Europe/Berlin", Z, NULL);
  if (status == FOLLOWUP_OK) status = followup_calendar_add_holiday(own, "2026-05-25", Z, NULL);
  if (status == FOLLOWUP_OK)
    status = followup_window_read("You'll hear by 3pm London time on Monday.", Z, 0, own, &made, NULL);
  followup_window_free(made);
  followup_calendar_free(own);
  return status;
}

START_TEST(every_allocation_may_fail) {
  struct counted counted = {.left = -1};
  followup_context *context = NULL;
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
  long own = counted.held;
  for (long n = 0;; n++) {
    counted.left = n;
    followup_status status = read_with(context);
    ck_assert_int_eq(counted.held, own);
    if (status == FOLLOWUP_OK) break;
    ck_assert_int_eq(status, FOLLOWUP_E_MEMORY);
    ck_assert_int_lt(n, 100);
  }
  counted.left = -1;
  followup_context_free(context);
}
END_TEST

START_TEST(a_window_used_again_allocates_nothing) {
  struct counted counted = {.left = -1};
  followup_context *context = NULL;
  followup_calendar *own = NULL;
  followup_window *used = NULL;
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_new(context, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(own, "Europe/Berlin", Z, NULL), FOLLOWUP_OK);
  static const char words[] = "I'll call by 3pm London time on Monday.";
  ck_assert_int_eq(followup_window_read(words, Z, 0, own, &used, NULL), FOLLOWUP_OK);
  long before = counted.made;
  ck_assert_int_eq(followup_window_read(words, Z, 0, own, &used, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read("I'll call by 5pm London time.", Z, 0, own, &used, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(counted.made, before);
  followup_window_free(used);
  followup_calendar_free(own);
  followup_context_free(context);
}
END_TEST

START_TEST(each_of_several_named_zones_counts_whatever_was_read_before) {
  static const char words[] = "You'll hear by 3pm London time on Monday, sorry, by 3pm Tokyo time on Monday.";
  followup_calendar *own = NULL;
  followup_window *first = NULL, *warm = NULL;
  ck_assert_int_eq(followup_calendar_new(NULL, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(own, "America/New_York", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read("by 5pm Tokyo time.", Z, 0, own, &warm, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read("by 5pm London time.", Z, 0, own, &warm, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read(words, Z, 0, own, &warm, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read(words, Z, 0, own, &first, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_end(first), followup_window_end(warm));
  ck_assert_uint_eq(followup_window_assumption_count(first), followup_window_assumption_count(warm));
  ck_assert_str_eq(followup_window_end_local(first), "1970-01-05T01:00:00");
  followup_window_free(first);
  followup_window_free(warm);
  followup_calendar_free(own);
}
END_TEST

/* A deadline in another zone would be wrong without a word of it. */
START_TEST(a_named_zone_that_cannot_be_read_is_an_error) {
  followup_context *context = NULL;
  followup_calendar *own = NULL;
  followup_window *made = NULL;
  followup_error *error = NULL;
  followup_case *of = NULL;
  followup_interview *interview = NULL;
  char directory[] = "/tmp/followup-zones-XXXXXX", path[64];
  ck_assert_ptr_nonnull(mkdtemp(directory));
  snprintf(path, sizeof path, "%s/Europe", directory);
  ck_assert_int_eq(mkdir(path, 0700), 0);
  snprintf(path, sizeof path, "%s/Europe/London", directory);
  FILE *broken = fopen(path, "w");
  ck_assert_ptr_nonnull(broken);
  fclose(broken);
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_zone_directory(context, directory, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_new(context, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(own, "Z", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_window_read("by 3pm London time.", Z, 0, own, &made, error), FOLLOWUP_E_TIME_ZONE);
  ck_assert_ptr_null(made);
  ck_assert_str_eq(followup_error_message(error), "words: broken file of time zone \"Europe/London\"");
  ck_assert_int_eq(followup_case_new(context, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_interview(of, "i", Z, &interview, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_promised_reply(interview, "by 3pm London time.", Z, error),
                   FOLLOWUP_E_TIME_ZONE);
  ck_assert_str_eq(followup_error_member(error), "interviews[0].promised_reply");
  followup_case_free(of);
  followup_calendar_free(own);
  followup_error_free(error);
  followup_context_free(context);
  remove(path);
  *strrchr(path, '/') = '\0';
  remove(path);
  remove(directory);
}
END_TEST

int main(int argc, char **argv) {
  const TTest *const tests[] = {of_the_labelled_sentences_nearly_all_are_read_right,
                                each_way_to_say_a_time_is_read_as_written,
                                of_the_development_sentences_all_are_read_right,
                                the_status_tells_why_there_is_no_window,
                                span_and_form_show_what_was_read,
                                each_assumption_is_told_in_words,
                                assumptions_and_the_other_reading_are_told,
                                readings_are_options_of_the_calendar,
                                each_of_several_named_zones_counts_whatever_was_read_before,
                                a_named_zone_that_cannot_be_read_is_an_error,
                                gap_overlap_and_named_zones_give_the_right_instant,
                                the_end_grows_with_the_number,
                                the_end_is_after_the_reference_on_every_day,
                                the_form_says_date_month_weekday_part_time_and_zone,
                                dates_in_numbers_begin_with_the_month_in_american_zones_alone,
                                every_space_parts_words_and_what_has_no_width_does_not,
                                letters_that_are_no_accented_ones_are_read_as_the_plain_ones,
                                quotes_spaces_and_hyphens_may_be_of_any_sort,
                                a_time_that_is_past_here_is_not_past_in_the_zone_that_is_named,
                                a_window_that_was_used_before_reads_as_a_new_one,
                                words_end_where_their_length_says_also_within_wide_characters,
                                accents_are_read_alike_in_both_normal_forms,
                                neither_zone_nor_locale_of_the_process_matter,
                                wrong_arguments_are_refused_and_nothing_is_touched,
                                a_window_that_is_null_says_nothing,
                                hostile_words_take_linear_time,
                                words_in_any_order_are_read_without_harm,
                                every_allocation_may_fail,
                                a_window_used_again_allocates_nothing,
                                NULL};
  if (argc != 4) {
    fprintf(stderr, "usage: test_window WINDOWS.tsv WINDOWS-DEV.tsv WINDOWS-FORMS.tsv\n");
    return 2;
  }
  own_rows = argv[1];
  dev_rows = argv[2];
  form_rows = argv[3];
  return run_tests("window", tests);
}
