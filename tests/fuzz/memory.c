/*
 * Allocations fail as the bytes say: first how many succeed before each failure, ended by a zero, then a text for
 * everything that takes one. A call fails cleanly or says what it says with memory; the same scratch is as good as
 * before.
 */
#include "fuzz/reports.h"

#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED
#define ENDED INT64_C(1772636400000)

enum { FOREVER = 255, MOST_GAPS = 16 };

/* The failures to come; `gaps` is NULL while all goes well. */
static struct {
  const uint8_t *gaps;
  size_t count, left;
  long held;
} memory;

/* A gap is the number of allocations that succeed before the next failure. */
static bool fails(void) {
  if (memory.count == 0) return false;
  if (*memory.gaps == FOREVER) return true;
  if (memory.left-- > 0) return false;
  memory.gaps++;
  if (--memory.count > 0) memory.left = *memory.gaps;
  return true;
}

static void *take(size_t size, void *user) {
  (void)user;
  if (fails()) return NULL;
  memory.held++;
  return malloc(size);
}

static void give(void *block, void *user) {
  (void)user;
  memory.held--;
  free(block);
}

static void begin_failures(const uint8_t *gaps, size_t count) {
  memory.gaps = gaps;
  memory.count = count < MOST_GAPS ? count : MOST_GAPS;
  memory.left = count > 0 ? gaps[0] : 0;
}

static void end_failures(void) { memory.count = 0; }

static followup_context *context;
static followup_linter *linter;
static followup_scratch *steady; /* never meets a failure */

static void open_linter(void) {
  if (linter != NULL) return;
  MUST(followup_context_new(take, give, NULL, &context) == FOLLOWUP_OK);
  MUST(followup_linter_new(context, NULL, &linter, NULL) == FOLLOWUP_OK);
  MUST(followup_scratch_new(linter, &steady, NULL) == FOLLOWUP_OK);
}

static bool good(followup_status status) {
  MUST(status == FOLLOWUP_OK || status == FOLLOWUP_E_MEMORY);
  return status == FOLLOWUP_OK;
}

static void check_text(followup_scratch *scratch, const struct fuzz_text *text, followup_report *expected,
                       followup_report **report) {
  struct fuzz_part part = {text->bytes, text->length};
  followup_status status =
      followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, text->bytes, text->length, report, NULL);
  if (good(status)) fuzz_check_same_reports(expected, &part, *report, &part, fuzz_copy);
}

static bool fill_interview(followup_interview *interview, const struct fuzz_text *text) {
  followup_interviewer *person = NULL;
  return good(followup_interview_set_time(interview, ENDED - 3600000, ENDED, NULL)) &&
         good(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL)) &&
         good(followup_interview_set_promised_reply(interview, text->bytes, text->length, NULL)) &&
         good(followup_interview_add_interviewer(interview, "Ana Torres", Z, &person, NULL)) &&
         good(followup_interviewer_set_email(person, "ana@halden.example", Z, NULL)) &&
         good(followup_interviewer_add_note(person, text->bytes, text->length, NULL));
}

static bool add_message(followup_case *of, const struct fuzz_text *text, const char *to) {
  followup_message *message = NULL;
  return good(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL)) &&
         good(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, to, Z, NULL)) &&
         good(followup_message_set_body(message, text->bytes, text->length, NULL)) &&
         good(followup_message_set_sent(message, ENDED + 3600000, NULL));
}

/* NULL where memory failed on the way. */
static followup_case *build(const struct fuzz_text *text) {
  followup_case *of = NULL;
  followup_interview *interview = NULL;
  bool built = good(followup_case_new(context, &of, NULL)) && good(followup_case_set_company(of, "Halden", Z, NULL)) &&
               good(followup_case_add_interview(of, "i1", Z, &interview, NULL)) && fill_interview(interview, text) &&
               add_message(of, text, "Ana Torres <ana@halden.example>") && add_message(of, text, "bo@halden.example");
  if (built) return of;
  followup_case_free(of);
  return NULL;
}

static void check_case(followup_scratch *scratch, const struct fuzz_text *text) {
  followup_case *of = build(text);
  followup_report *report = NULL;
  followup_plan *plan = NULL;
  followup_record *record = NULL;
  if (of == NULL) return;
  if (good(followup_lint_case(linter, scratch, of, ENDED + 7200000, &report, NULL))) {
    const char *words = NULL;
    for (size_t i = 0; i < followup_report_count(report); i++) {
      good(followup_report_explanation(report, i, &words, NULL));
      good(followup_report_suggestion(report, i, &words, NULL));
    }
  }
  good(followup_plan_make(NULL, of, ENDED + 7200000, &plan, NULL));
  good(followup_record_make(NULL, of, ENDED + 7200000, &record, NULL));
  followup_report_free(report);
  followup_plan_free(plan);
  followup_record_free(record);
  followup_case_free(of);
}

static void check_comparing(followup_scratch *scratch, const struct fuzz_text *text) {
  followup_similarity *similarity = NULL;
  followup_uptake *uptake = NULL;
  const char *notes[] = {"the pump at the depot"};
  good(followup_similarity_read(linter, scratch, text->bytes, text->length, text->bytes, text->length, "Ana Torres", Z,
                                &similarity, NULL));
  good(followup_uptake_read_text(linter, scratch, text->bytes, text->length, notes, 1, &uptake, NULL));
  followup_similarity_free(similarity);
  followup_uptake_free(uptake);
}

static void check_window(const struct fuzz_text *text) {
  followup_calendar *calendar = NULL;
  followup_window *window = NULL;
  if (good(followup_calendar_new(context, &calendar, NULL)) &&
      good(followup_calendar_set_time_zone(calendar, "+01:00", Z, NULL)))
    good(followup_window_read(text->bytes, text->length, ENDED, calendar, &window, NULL));
  followup_window_free(window);
  followup_calendar_free(calendar);
}

static void check_all(const uint8_t *gaps, size_t count, const struct fuzz_text *text) {
  followup_scratch *scratch = NULL;
  followup_report *report = NULL, *expected = NULL;
  MUST(followup_lint_text(linter, steady, FOLLOWUP_KIND_THANK_YOU, text->bytes, text->length, &expected, NULL) ==
       FOLLOWUP_OK);
  long before = memory.held;
  begin_failures(gaps, count);
  if (good(followup_scratch_new(linter, &scratch, NULL))) {
    check_text(scratch, text, expected, &report);
    check_case(scratch, text);
    check_comparing(scratch, text);
    check_text(scratch, text, expected, &report);
  }
  check_window(text);
  end_failures();
  if (scratch != NULL) check_text(scratch, text, expected, &report);
  followup_report_free(report);
  followup_scratch_free(scratch);
  MUST(memory.held == before);
  followup_report_free(expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  const uint8_t *end = size > 0 ? memchr(bytes, 0, size) : NULL;
  if (end == NULL) return 0;
  open_linter();
  struct fuzz_text text = fuzz_copy((const char *)end + 1, size - (size_t)(end - bytes) - 1);
  if (fuzz_first_bad_byte(text.bytes, text.length) == text.length) check_all(bytes, (size_t)(end - bytes), &text);
  free(text.bytes);
  return 0;
}
