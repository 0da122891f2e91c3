/* A calendar file, read for interviews and for holidays. Whether its lines end in LF or CRLF makes no difference. */
#include "fuzz/cases.h"

#include <followup-formats.h>
#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

enum { FIRST_YEAR = 2025, LAST_YEAR = 2028, DAYS = 366 * (LAST_YEAR - FIRST_YEAR + 1) };

static const int64_t first_noon = INT64_C(1735732800000), day_ms = INT64_C(86400000);

static void check_text(const char *text) { MUST(fuzz_first_bad_byte(text, strlen(text)) == strlen(text)); }

static void check_interview(const followup_interview *interview) {
  MUST(followup_interview_id(interview)[0] != '\0');
  check_text(followup_interview_id(interview));
  MUST(followup_interview_start(interview) <= followup_interview_end(interview));
  for (size_t i = 0; i < followup_interview_interviewer_count(interview); i++) {
    const followup_interviewer *person = followup_interview_interviewer(interview, i);
    MUST(followup_interviewer_name(person)[0] != '\0');
    check_text(followup_interviewer_name(person));
    check_text(followup_interviewer_email(person));
  }
}

/* The case with its interviews; those before a failure stay. */
static followup_case *read_interviews(const struct fuzz_text *text, followup_status *status) {
  followup_case *of = NULL;
  size_t added = SIZE_MAX;
  MUST(followup_case_new(NULL, &of, NULL) == FOLLOWUP_OK);
  MUST(followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL) == FOLLOWUP_OK);
  MUST(followup_candidate_set_time_zone(followup_case_candidate(of), "Europe/London", Z, NULL) == FOLLOWUP_OK);
  MUST(followup_case_set_company(of, "Halden Works", Z, NULL) == FOLLOWUP_OK);
  *status = followup_formats_read_interviews(NULL, of, text->bytes, text->length, &added, NULL);
  MUST(*status != FOLLOWUP_E_MEMORY && *status != FOLLOWUP_E_INTERNAL);
  if (*status == FOLLOWUP_OK) {
    MUST(added == followup_case_interview_count(of));
    for (size_t i = 0; i < added; i++) check_interview(followup_case_interview(of, i));
  }
  return of;
}

static void check_same_panels(const followup_interview *one, const followup_interview *other) {
  size_t count = followup_interview_interviewer_count(one);
  MUST(followup_interview_interviewer_count(other) == count);
  for (size_t i = 0; i < count; i++) {
    const followup_interviewer *left = followup_interview_interviewer(one, i),
                               *right = followup_interview_interviewer(other, i);
    MUST(strcmp(followup_interviewer_name(left), followup_interviewer_name(right)) == 0);
    MUST(strcmp(followup_interviewer_email(left), followup_interviewer_email(right)) == 0);
  }
}

static void check_same_interviews(const followup_case *one, const followup_case *other) {
  size_t count = followup_case_interview_count(one);
  MUST(followup_case_interview_count(other) == count);
  for (size_t i = 0; i < count; i++) {
    const followup_interview *left = followup_case_interview(one, i), *right = followup_case_interview(other, i);
    MUST(strcmp(followup_interview_id(left), followup_interview_id(right)) == 0);
    MUST(followup_interview_start(left) == followup_interview_start(right));
    MUST(followup_interview_end(left) == followup_interview_end(right));
    check_same_panels(left, right);
  }
}

/* What is planned of the interviews is written as a calendar. */
static void check_plan(followup_case *of) {
  struct fuzz_opinion opinion = fuzz_judge_case(of, FOLLOWUP_NO_TIME);
  fuzz_check_further(&opinion);
  fuzz_opinion_free(&opinion);
}

static void check_interviews(const struct fuzz_text *lf, const struct fuzz_text *crlf) {
  followup_status status, again;
  followup_case *one = read_interviews(lf, &status), *other = read_interviews(crlf, &again);
  MUST(status == again);
  check_same_interviews(one, other);
  followup_case_free(other);
  if (status == FOLLOWUP_OK)
    check_plan(one);
  else
    followup_case_free(one);
}

static followup_calendar *read_holidays(const struct fuzz_text *text, followup_status *status) {
  followup_calendar *calendar = NULL;
  MUST(followup_calendar_new(NULL, &calendar, NULL) == FOLLOWUP_OK);
  MUST(followup_calendar_set_time_zone(calendar, "+00:00", Z, NULL) == FOLLOWUP_OK);
  *status = followup_formats_read_holidays(calendar, text->bytes, text->length, FIRST_YEAR, LAST_YEAR, NULL);
  MUST(*status != FOLLOWUP_E_MEMORY && *status != FOLLOWUP_E_INTERNAL);
  return calendar;
}

static void check_holidays(const struct fuzz_text *lf, const struct fuzz_text *crlf) {
  followup_status status, again;
  followup_calendar *one = read_holidays(lf, &status), *other = read_holidays(crlf, &again);
  MUST(status == again);
  for (int day = 0; day < DAYS; day++) {
    int64_t noon = first_noon + (int64_t)day * day_ms;
    MUST(followup_is_business_day(one, noon) == followup_is_business_day(other, noon));
  }
  followup_calendar_free(one);
  followup_calendar_free(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  struct fuzz_text lf = fuzz_without_returns((const char *)bytes, size), crlf = fuzz_with_returns(lf.bytes, lf.length);
  check_interviews(&lf, &crlf);
  check_holidays(&lf, &crlf);
  free(lf.bytes);
  free(crlf.bytes);
  return 0;
}
