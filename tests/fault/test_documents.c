/*
 * Documents that hold bytes which are no UTF-8, beside memory that must not be read: JSON is refused where the first
 * wrong byte is, a calendar with the line of the event, and mail, whose charsets are many, is read or refused.
 *
 *   test_documents SEQUENCES    as test_utf8. FOLLOWUP_LONG=1: each of them, not every eighth
 */
#include <stdio.h>
#include <string.h>

#include <followup-formats.h>

#include "fault/guarded.h"
#include "support/figure.h"
#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

enum { DOCUMENT_MOST = 1024, SHARE = 8, EVENT_LINE = 3 };

static followup_error *error;
static const char *sequences_path;
static long read_documents, wrong;

struct document {
  const char *what;
  followup_status (*take)(const char *text, size_t length);
  const char *before, *behind;
};

static followup_status take_case(const char *text, size_t length) {
  followup_case *of = NULL;
  followup_status status = followup_formats_read_case(NULL, text, length, &of, NULL, error);
  ck_assert((of != NULL) == (status == FOLLOWUP_OK));
  followup_case_free(of);
  return status;
}

static followup_status take_policy(const char *text, size_t length) {
  followup_policy *policy = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_policy(policy, text, length, error);
  followup_policy_free(policy);
  return status;
}

static followup_status take_mail(const char *text, size_t length) {
  followup_case *of = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, text, length, &message, error);
  ck_assert((message != NULL) == (status == FOLLOWUP_OK));
  followup_case_free(of);
  return status;
}

static followup_status take_interviews(const char *text, size_t length) {
  followup_case *of = NULL;
  size_t added = 0;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_interviews(NULL, of, text, length, &added, error);
  followup_case_free(of);
  return status;
}

static followup_status take_holidays(const char *text, size_t length) {
  followup_calendar *calendar = NULL;
  ck_assert_int_eq(followup_calendar_new(NULL, &calendar, NULL), FOLLOWUP_OK);
  followup_status status = followup_formats_read_holidays(calendar, text, length, 2026, 2027, error);
  followup_calendar_free(calendar);
  return status;
}

static const char event_begins[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY:";
static const char event_ends[] =
    "\r\nDTSTART:20260304T140000Z\r\nDTEND:20260304T150000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
static const char day_ends[] = "\r\nDTSTART;VALUE=DATE:20260501\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/* Of a document with the bytes in it, put together as one text. */
static size_t assemble(const struct document *document, const char *text, size_t length, char into[DOCUMENT_MOST]) {
  size_t before = strlen(document->before), behind = strlen(document->behind);
  ck_assert_uint_lt(before + length + behind, DOCUMENT_MOST);
  memcpy(into, document->before, before);
  memcpy(into + before, text, length);
  memcpy(into + before + length, document->behind, behind);
  return before + length + behind;
}

/* Bytes that JSON or a calendar reads as its own. */
static bool is_plain(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < 0x20 || text[i] == '"' || text[i] == '\\' || text[i] == 0x7F) return false;
  return true;
}

static void tell(const struct document *document, followup_status status, const char *wanted, long offset) {
  if (wrong++ < 20)
    fprintf(stderr, "%s: %s at %zu, line %zu; wanted %s %ld\n", document->what, followup_status_text(status),
            followup_error_offset(error), followup_error_line(error), wanted, offset);
}

static followup_status take(const struct document *document, const char *text, size_t length) {
  char whole[DOCUMENT_MOST];
  size_t size = assemble(document, text, length, whole);
  followup_status first = document->take(guarded_first(whole, size), size);
  followup_status last = document->take(guarded_last(whole, size), size);
  ck_assert_int_eq(first, last);
  read_documents += 2;
  return last;
}

static void check_json(const char *text, size_t length, long offset) {
  static const struct document documents[] = {{"a case", take_case, "{\"id\": \"", "\"}"},
                                              {"a policy", take_policy, "{\"region\": \"", "\"}"}};
  for (int i = 0; i < 2; i++) {
    followup_status status = take(&documents[i], text, length);
    if (!is_plain(text, length)) continue;
    size_t wanted = strlen(documents[i].before) + (size_t)offset;
    bool right =
        offset < 0 ? status != FOLLOWUP_E_UTF8 : status == FOLLOWUP_E_UTF8 && followup_error_offset(error) == wanted;
    if (!right) tell(&documents[i], status, "offset", offset < 0 ? -1 : (long)wanted);
  }
}

static void check_calendar(const char *text, size_t length, long offset) {
  static const struct document interviews = {"interviews", take_interviews, event_begins, event_ends};
  static const struct document holidays = {"holidays", take_holidays, event_begins, day_ends};
  followup_status status = take(&interviews, text, length);
  if (is_plain(text, length) && offset >= 0 &&
      (status != FOLLOWUP_E_UTF8 || followup_error_line(error) != EVENT_LINE ||
       followup_error_offset(error) != FOLLOWUP_NOWHERE))
    tell(&interviews, status, "line", EVENT_LINE);
  take(&holidays, text, length); /* a summary is not theirs to read */
}

static void check_mail(const char *text, size_t length) {
  static const struct document mails[] = {
      {"a mail's body", take_mail,
       "From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear ", "!\r\n"},
      {"a mail's header", take_mail, "From: a@b.example\r\nSubject: ", "\r\n\r\nDear Ana\r\n"},
      {"a mail's page", take_mail, "From: a@b.example\r\nContent-Type: text/html\r\n\r\n<p>Dear <b>", "</b>\r\n"}};
  for (int i = 0; i < 3; i++) {
    followup_status status = take(&mails[i], text, length);
    bool known = status == FOLLOWUP_OK || status == FOLLOWUP_E_UTF8 || status == FOLLOWUP_E_SYNTAX;
    if (!known) tell(&mails[i], status, "a status that the header names", 0);
  }
}

static void check_line(long number, const char *text, size_t length, long offset) {
  if (number % SHARE != 0 && !figures_take_long()) return;
  check_json(text, length, offset);
  check_calendar(text, length, offset);
  check_mail(text, length);
}

START_TEST(documents_with_bytes_that_are_no_utf8_are_refused_with_their_place) {
  guarded_make();
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  guarded_each_sequence(sequences_path, check_line);
  guarded_free();
  followup_error_free(error);
  ck_assert(figure_at_least("documents with hostile bytes beside guard pages", (double)read_documents, 100000, ""));
  ck_assert(figure_exactly("of them read otherwise than documented", (double)wrong, 0, ""));
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 2) return 2;
  sequences_path = arguments[1];
  return run_tests("documents",
                   (const TTest *[]){documents_with_bytes_that_are_no_utf8_are_refused_with_their_place, NULL});
}
