/* Calendars of days off, one turn of the format each. A row is what stands between BEGIN and END of the calendar, and
 * the days off that come of it in 2025 to 2027, or the error. */
#include <followup-formats.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define DAY INT64_C(86400000)
#define FIRST_DAY INT64_C(20089) /* 1 January 2025 */

enum { SHOWN = 1024, DAYS = 3 * 365 };

static followup_calendar *calendar;
static followup_error *error;

static void set_up(void) {
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_new(NULL, &calendar, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, "UTC", Z, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_NONE, error), FOLLOWUP_OK);
}

static void tear_down(void) {
  followup_calendar_free(calendar);
  followup_error_free(error);
  calendar = NULL;
  error = NULL;
}

/* "45 46": the days off, counted from 1 January 2025 as 1. */
static void show_days(char into[SHOWN]) {
  size_t used = 0;
  into[0] = '\0';
  for (int day = 0; day < DAYS && used < SHOWN - 16; day++)
    if (!followup_is_business_day(calendar, (FIRST_DAY + day) * DAY))
      used += (size_t)snprintf(into + used, SHOWN - used, "%s%d", used > 0 ? " " : "", day + 1);
}

static void check_whole(const char *text, const char *wanted) {
  char shown[SHOWN];
  if (followup_formats_read_holidays(calendar, text, Z, 2025, 2027, error) == FOLLOWUP_OK)
    show_days(shown);
  else
    snprintf(shown, sizeof shown, "%zu: %s", followup_error_line(error), followup_error_message(error));
  ck_assert_msg(strcmp(shown, wanted) == 0, "%s\nis read as [%s], not [%s]", text, shown, wanted);
  tear_down();
  set_up();
}

struct row {
  const char *lines, *read;
};

static void check_rows(const struct row *rows, size_t count) {
  char text[SHOWN];
  for (size_t i = 0; i < count; i++) {
    snprintf(text, sizeof text, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n%s\nEND:VEVENT\nEND:VCALENDAR\n", rows[i].lines);
    check_whole(text, rows[i].read);
  }
}

#define CHECK_ROWS(...)                             \
  do {                                              \
    static const struct row rows[] = {__VA_ARGS__}; \
    check_rows(rows, sizeof rows / sizeof *rows);   \
  } while (0)

#define START "DTSTART;VALUE=DATE:20250103\n"

START_TEST(the_end_is_the_day_after_the_last) {
  CHECK_ROWS({START, "3"}, {START "DTEND;VALUE=DATE:20250105", "3 4"}, {START "DTEND;VALUE=DATE:20250103", "3"},
             {START "DURATION:P2D", "3 4"}, {START "DURATION:P1W", "3 4 5 6 7 8 9"}, {START "DURATION:PT48H", "3 4"},
             {START "DURATION:PT1440M", "3"}, {START "DURATION:PT86400S", "3"}, {START "DURATION:PT36H", "3"},
             {START "DTEND:", "3"}, {"DTEND;VALUE=DATE:20250105", ""}, {"STATUS:CANCELLED\n" START, ""},
             {"STATUS:CONFIRMED\n" START, "3"}, {"DTSTART:20250103T000000Z", ""}, {"SUMMARY:x", ""});
}
END_TEST

START_TEST(an_end_that_cannot_be_is_refused_with_its_line) {
#define NO_END "does not end after it starts, on a day, within 366 days"
  CHECK_ROWS({START "DTEND;VALUE=DATE:20250102", "4: " NO_END}, {START "DTEND:20250105T000000Z", "4: " NO_END},
             {START "DTEND;VALUE=DATE:20250230", "4: " NO_END}, {START "DTEND;VALUE=DATE:20260105", "4: " NO_END},
             {START "DURATION:PT23H", "4: " NO_END}, {START "DURATION:-P2D", "4: " NO_END},
             {START "DURATION:PT0S", "4: " NO_END}, {START "DURATION:P367D", "4: " NO_END},
             {"SUMMARY:x\nDTSTART;VALUE=DATE:20251301", "4: starts on a day that does not exist"},
             {"DTSTART;VALUE=DATE:20250100", "3: starts on a day that does not exist"},
             {"DTSTART;VALUE=DATE:20250001", "3: starts on a day that does not exist"},
             {"DTSTART;VALUE=DATE:20250229", "3: starts on a day that does not exist"},
             {"DTSTART;VALUE=DATE:00000101", "3: starts on a day that does not exist"});
}
END_TEST

START_TEST(a_year_of_days_off_is_the_most) {
  char shown[SHOWN];
  ck_assert_int_eq(followup_formats_read_holidays(
                       calendar, "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START "DURATION:P366D\nEND:VEVENT\nEND:VCALENDAR\n",
                       Z, 2025, 2027, error),
                   FOLLOWUP_OK);
  show_days(shown);
  ck_assert_int_eq(strncmp(shown, "3 4 5 6", 7), 0);
  ck_assert(!followup_is_business_day(calendar, (FIRST_DAY + 2 + 365) * DAY));
  ck_assert(followup_is_business_day(calendar, (FIRST_DAY + 2 + 366) * DAY));
}
END_TEST

START_TEST(a_yearly_rule_is_followed_and_no_other) {
#define NO_RULE "4: is not a yearly rule by month, day of the month and weekday"
  CHECK_ROWS({START "RRULE:FREQ=YEARLY", "3 368 733"}, {START "RRULE:FREQ=YEARLY;COUNT=2", "3 368"},
             {START "RRULE:FREQ=YEARLY;UNTIL=20260601", "3 368"}, {START "RRULE:FREQ=YEARLY;INTERVAL=2", "3 733"},
             {START "DURATION:P2D\nRRULE:FREQ=YEARLY;COUNT=2", "3 4 368 369"},
             {START "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1", "32 397 762"}, {START "RRULE:FREQ=MONTHLY", NO_RULE},
             {START "RRULE:FREQ=YEARLY;BYSECOND=1", NO_RULE}, {START "RRULE:FREQ=YEARLY;BYMINUTE=1", NO_RULE},
             {START "RRULE:FREQ=YEARLY;BYHOUR=1", NO_RULE}, {START "RRULE:FREQ=YEARLY;BYYEARDAY=1", NO_RULE},
             {START "RRULE:FREQ=YEARLY;BYWEEKNO=1", NO_RULE}, {START "RRULE:FREQ=YEARLY;BYDAY=MO;BYSETPOS=1", NO_RULE},
             {START "RRULE:FREQ=YEARLY;RSCALE=HEBREW", NO_RULE},
             {"RRULE:FREQ=YEARLY\n" START "DTEND:20250105T000000Z", "5: " NO_END});
}
END_TEST

START_TEST(lines_may_be_folded_and_empty_ones_are_none) {
  CHECK_ROWS({"DTSTART;VALUE=DA\n TE:202501\n\t03", "3"}, {"DTSTART;VALUE=DATE:20250103\r\n \r\n\r\nSUMMARY:x", "3"},
             {"\n\n" START, "3"}, {"dtstart;value=date:20250103", "3"}, {"X-A;B=\"a:b\":c\n" START, "3"},
             {"SUMMARY:\n" START, "3"}, {"BEGIN:VALARM\nDTSTART;VALUE=DATE:20250109\nEND:VALARM\n" START, "3"},
             {"BEGIN:valarm\nEND:VALARM\n" START, "3"});
  check_whole(
      "\xEF\xBB\xBF"
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START "END:VEVENT\nEND:VCALENDAR",
      "3");
  check_whole("begin:vcalendar\nbegin:vevent\n" START "end:vevent\nend:vcalendar", "3");
  check_whole("BEGIN:VCALENDAR\nBEGIN:VTODO\n" START "END:VTODO\nEND:VCALENDAR", "");
}
END_TEST

START_TEST(what_is_no_calendar_is_refused_with_its_line) {
  CHECK_ROWS({"no colon", "3: is not a line of iCalendar: NAME:value"},
             {"X;A=\"b:c", "3: is not a line of iCalendar: NAME:value"},
             {"DTSTART:yesterday", "3: has a value that cannot be read"},
             {"DURATION:soon", "3: has a value that cannot be read"},
             {"RRULE:FREQ=NEVER", "3: has a value that cannot be read"}, {"END:VTODO", "3: ends what was not begun"},
             {"BEGIN:", "3: begins nothing known"},
             {"BEGIN:X234567890123456789012345678901\nEND:X234567890123456789012345678901", ""},
             {"BEGIN:X2345678901234567890123456789012", "3: begins nothing known"});
  check_whole("", "1: holds no VCALENDAR");
  check_whole("\n\n", "2: holds no VCALENDAR");
  check_whole("BEGIN:VEVENT\n", "1: is not in a VCALENDAR");
  check_whole("SUMMARY:x\n", "1: is not in a VCALENDAR");
  check_whole("BEGIN:VCALENDAR\nEND:VCALENDAR\nX:y\n", "3: is not in a VCALENDAR");
  check_whole("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR\n", "3: is not in a VCALENDAR");
  check_whole("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START, "3: ends within a component");
  check_whole(
      "BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nEND:A\nEND:A\nEND:A\nEND:A\n"
      "END:A\nEND:A\nEND:A\nEND:VCALENDAR\n",
      "");
  check_whole("BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n",
              "9: is nested more than 8 deep");
}
END_TEST

/* `start`, then `line` so many times, then `end`; freed by the caller. */
static char *repeat(const char *start, const char *line, size_t times, const char *end) {
  char *text = malloc(strlen(start) + times * strlen(line) + strlen(end) + 1), *at = text;
  ck_assert_ptr_nonnull(text);
  at = strcpy(at, start) + strlen(start);
  for (size_t i = 0; i < times; i++) at = strcpy(at, line) + strlen(line);
  strcpy(at, end);
  return text;
}

START_TEST(an_event_has_five_hundred_lines_and_a_line_64_kib_at_most) {
  static const char begin[] = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", end[] = "\nEND:VEVENT\nEND:VCALENDAR\n";
  char *text = repeat(begin, "ATTENDEE:mailto:a@x.org\n", 499, START "END:VEVENT\nEND:VCALENDAR\n");
  check_whole(text, "3");
  free(text);
  text = repeat(begin, "ATTENDEE:mailto:a@x.org\n", 500, START "END:VEVENT\nEND:VCALENDAR\n");
  check_whole(text, "503: is the 501st line of one event that is to be read");
  free(text);
  text = repeat("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START "SUMMARY:", "x", (64 << 10) - 8, end);
  check_whole(text, "3");
  free(text);
  text = repeat("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START "SUMMARY:", "x", (64 << 10) - 7, end);
  check_whole(text, "4: is longer than 64 KiB");
  free(text);
  text = repeat("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" START "X-OTHER:", "x", 1 << 17, end);
  check_whole(text, "3");
  free(text);
}
END_TEST

START_TEST(the_range_is_of_200_years_between_1_and_9999) {
  static const char text[] = "BEGIN:VCALENDAR\nEND:VCALENDAR\n";
  static const struct {
    int first, last;
    followup_status status;
  } ranges[] = {{1, 200, FOLLOWUP_OK},         {9800, 9999, FOLLOWUP_OK},          {2026, 2026, FOLLOWUP_OK},
                {0, 100, FOLLOWUP_E_ARGUMENT}, {9900, 10000, FOLLOWUP_E_ARGUMENT}, {2026, 2025, FOLLOWUP_E_ARGUMENT},
                {1, 201, FOLLOWUP_E_ARGUMENT}};
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    ck_assert_int_eq(followup_formats_read_holidays(calendar, text, Z, ranges[i].first, ranges[i].last, error),
                     ranges[i].status);
  ck_assert_int_eq(followup_formats_read_holidays(NULL, text, Z, 2025, 2027, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_holidays(calendar, NULL, Z, 2025, 2027, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_holidays(calendar, "BEGIN:VCALENDAR\0\n", 17, 2025, 2027, error),
                   FOLLOWUP_E_UTF8);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {the_end_is_the_day_after_the_last,
                                an_end_that_cannot_be_is_refused_with_its_line,
                                a_year_of_days_off_is_the_most,
                                a_yearly_rule_is_followed_and_no_other,
                                lines_may_be_folded_and_empty_ones_are_none,
                                what_is_no_calendar_is_refused_with_its_line,
                                an_event_has_five_hundred_lines_and_a_line_64_kib_at_most,
                                the_range_is_of_200_years_between_1_and_9999,
                                NULL};
  return run_tests_with("holidays", tests, set_up, tear_down);
}
