/*
 * The formats without memory: what libfollowup-formats itself asks malloc for fails, each allocation once, and then
 * with all behind it. A call gives what it gives otherwise, or says that there is
 * no memory.
 */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

#include "fault/said.h"
#include "support/figure.h"
#include "support/run.h"
#include "support/watch.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static const int64_t now = INT64_C(1772640000000); /* 4 March 2026, 16:00 UTC */

static const char case_text[] =
    "{\"id\": \"c\", \"candidate\": {\"name\": \"Kim Lee\", \"time_zone\": \"America/Chicago\"}, \"interviews\": [{"
    "\"id\": \"onsite\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\", \"time_zone\": "
    "\"Europe/London\", \"panel\": [{\"name\": \"Ana Torres\", \"notes\": [\"tide machines\"]}]}], \"messages\": [{"
    "\"kind\": \"thank_you\", \"to\": [\"Ana Torres\"], \"body\": \"Hi!!! Call me [date]. a\\u00e9\\ud83d\\ude00\"}]}";
static const char calendar_text[] =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTART:20260304T140000Z\r\nDTEND:20260304T150000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:h\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

static char mbox_path[] = "/tmp/followup-mbox-XXXXXX";
static followup_error *error;
static followup_case *of;
static followup_plan *plan;
static followup_report *report;

static bool keep(const char *bytes, size_t length, void *user) { return fwrite(bytes, 1, length, user) == length; }

static followup_status keep_mail(const char *place, const char *mail, size_t length, void *user) {
  fprintf(user, "%s: ", strrchr(place, '/') + 1);
  return keep(mail, length, user) ? FOLLOWUP_OK : FOLLOWUP_E_FILE;
}

/* Each writes what came of it. */

static followup_status read_calendar(FILE *out) {
  followup_case *filled = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &filled, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_interviews(NULL, filled, calendar_text, Z, NULL, error);
  if (status == FOLLOWUP_OK)
    status = followup_formats_read_holidays(followup_case_calendar(filled), calendar_text, Z, 2026, 2026, error);
  if (status == FOLLOWUP_OK) say_case(out, filled);
  followup_case_free(filled);
  return status;
}

static followup_status write_findings(FILE *out) {
  followup_writer *writer = NULL;
  followup_status status = followup_writer_new(NULL, FOLLOWUP_FORM_SARIF, keep, out, &writer, error);
  if (status == FOLLOWUP_OK) status = followup_writer_add(writer, "case.json", false, report, error);
  if (status == FOLLOWUP_OK) status = followup_writer_end(writer, error);
  followup_writer_free(writer);
  return status;
}

static followup_status write_calendar(FILE *out) {
  followup_calendar_writer *writer = NULL;
  followup_status status = followup_calendar_writer_new(NULL, keep, out, &writer, error);
  if (status == FOLLOWUP_OK) status = followup_calendar_writer_add(writer, of, plan, now, error);
  if (status == FOLLOWUP_OK) status = followup_calendar_writer_end(writer, error);
  followup_calendar_writer_free(writer);
  return status;
}

static followup_status read_mails(FILE *out) { return followup_formats_each_mail(mbox_path, keep_mail, out, error); }

/* What comes of it as a text, where the nth allocation fails; NULL where the call says so. Adds to `*asked`. */
static char *outcome(followup_status (*call)(FILE *out), long nth, bool lasting, long *asked) {
  char *said = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&said, &length);
  watch_fail_formats(nth, lasting);
  watch_begin();
  followup_status status = call(out);
  struct watched taken = watch_end();
  fclose(out);
  *asked = taken.formats;
  if (status == FOLLOWUP_OK) return said;
  ck_assert_msg(status == FOLLOWUP_E_MEMORY, "%s", followup_error_message(error));
  ck_assert_int_eq(followup_error_status(error), status);
  free(said);
  return NULL;
}

static long failures;

static void fail_each(followup_status (*call)(FILE *out)) {
  long asked = 0, more = 0, refused = 0;
  char *wanted = outcome(call, -1, false, &asked);
  ck_assert_ptr_nonnull(wanted);
  ck_assert_int_gt(asked, 0);
  for (long n = 0; n < 2 * asked; n++) {
    char *got = outcome(call, n / 2, n % 2 != 0, &more);
    if (got != NULL) ck_assert_str_eq(got, wanted);
    refused += got == NULL;
    free(got);
  }
  ck_assert_int_gt(refused, 0);
  failures += 2 * asked;
  free(wanted);
}

static void make_mbox(void) {
  FILE *file = fdopen(mkstemp(mbox_path), "w");
  ck_assert_ptr_nonnull(file);
  fputs("From kim Wed Mar  4 16:00:00 2026\nTo: ana@x.example\n\nOne\n\nFrom kim Wed Mar  4 16:00:00 2026\n", file);
  for (int i = 0; i < 20000; i++) fputs("one line longer than what is read at once, ", file);
  ck_assert_int_eq(fclose(file), 0);
}

static void make_what_is_written(void) {
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_formats_read_case(NULL, case_text, Z, &of, NULL, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_plan_make(NULL, of, now, &plan, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, now, &report, error), FOLLOWUP_OK);
  ck_assert_uint_gt(followup_report_count(report), 1);
  followup_linter_free(linter);
}

START_TEST(formats_without_memory_say_so_and_give_nothing_else) {
  make_what_is_written();
  fail_each(read_calendar);
  fail_each(write_findings);
  fail_each(write_calendar);
  make_mbox();
  fail_each(read_mails);
  FILE *file = fopen(mbox_path, "w"); /* one mail */
  for (int i = 0; i < 20000; i++) fputs("Subject: many bytes\n", file);
  ck_assert_int_eq(fclose(file), 0);
  fail_each(read_mails);
  remove(mbox_path);
  ck_assert(figure_at_least("failed allocations of the formats themselves", (double)failures, 20, ""));
  followup_report_free(report);
  followup_plan_free(plan);
  followup_case_free(of);
  followup_error_free(error);
}
END_TEST

int main(void) {
  return run_tests("formats without memory",
                   (const TTest *[]){formats_without_memory_say_so_and_give_nothing_else, NULL});
}
