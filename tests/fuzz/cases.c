#include "fuzz/cases.h"

#include <followup-formats.h>
#include <string.h>

static const int64_t march_2026 = INT64_C(1772700000000);

/* Lines of a calendar: CRLF behind each, none above 75 bytes. */
struct calendar_lines {
  size_t length;
  char last;
};

static bool take_lines(const char *bytes, size_t length, void *user) {
  struct calendar_lines *lines = user;
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '\n') {
      MUST(lines->last == '\r');
      lines->length = 0;
    } else if (bytes[i] != '\r') {
      MUST(lines->last != '\r');
      MUST(++lines->length <= 75);
    }
    lines->last = bytes[i];
  }
  return true;
}

static void check_calendar(const followup_case *of, const followup_plan *plan, int64_t now) {
  followup_calendar_writer *writer = NULL;
  struct calendar_lines lines = {0, '\n'};
  MUST(followup_calendar_writer_new(NULL, take_lines, &lines, &writer, NULL) == FOLLOWUP_OK);
  followup_status status = followup_calendar_writer_add(writer, of, plan, now, NULL);
  MUST(status == FOLLOWUP_OK || status == FOLLOWUP_E_ARGUMENT || status == FOLLOWUP_E_TIME_ZONE);
  if (status == FOLLOWUP_OK) MUST(followup_calendar_writer_end(writer, NULL) == FOLLOWUP_OK && lines.last == '\n');
  followup_calendar_writer_free(writer);
}

static void check_plan(const followup_plan *plan) {
  int64_t before = INT64_MIN;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    MUST(followup_action_kind_name(followup_action_kind_of(action)) != NULL);
    MUST(followup_action_state_name(followup_action_state_of(action)) != NULL);
    MUST(followup_action_due(action) >= before);
    MUST(followup_action_because(action)[0] != '\0' && followup_action_due_local(action)[0] != '\0');
    before = followup_action_due(action);
  }
}

static void check_record(const followup_record *record) {
  MUST(followup_record_thanked(record) <= followup_record_interviewers(record));
  MUST(followup_record_thanked_in_time(record) <= followup_record_thanked(record));
  MUST(followup_record_notes_taken_up(record) <= followup_record_notes_held(record));
  MUST(followup_record_materials_in_time(record) <= followup_record_materials_promised(record));
  for (size_t i = 0; i < followup_record_early_status_checks(record); i++)
    MUST(followup_record_early_status_check(record, i) != NULL);
  for (size_t i = 0; i < followup_record_never_thanked_count(record); i++)
    MUST(followup_record_never_thanked(record, i)[0] != '\0');
}

static void check_messages(const struct fuzz_opinion *opinion) {
  static followup_report *alone;
  const followup_report *whole = opinion->report;
  size_t found = 0;
  for (size_t i = 0; i < followup_case_message_count(opinion->of); i++) {
    const followup_message *message = followup_case_message(opinion->of, i);
    MUST(followup_lint_message(fuzz_linter(), fuzz_scratch(), opinion->of, message, opinion->now, &alone, NULL) ==
         FOLLOWUP_OK);
    for (size_t at = 0; at < followup_report_count(alone); at++, found++) {
      const followup_finding *one = followup_report_finding(alone, at), *same = followup_report_finding(whole, found);
      MUST(same != NULL && followup_finding_rule(one) == followup_finding_rule(same));
      MUST(followup_finding_fingerprint(one) == followup_finding_fingerprint(same));
      MUST(strcmp(followup_finding_text(one), followup_finding_text(same)) == 0);
    }
  }
  MUST(found == followup_report_count(whole));
}

void fuzz_check_further(const struct fuzz_opinion *opinion) {
  check_messages(opinion);
  if (opinion->plan != NULL) check_calendar(opinion->of, opinion->plan, opinion->now);
}

static bool has_two_of_one_name(const followup_case *of) {
  for (size_t i = 0; i < followup_case_message_count(of); i++)
    for (size_t other = 0; other < i; other++)
      if (strcmp(followup_message_id(followup_case_message(of, i)),
                 followup_message_id(followup_case_message(of, other))) == 0)
        return true;
  return false;
}

struct fuzz_opinion fuzz_judge_case(followup_case *of, int64_t now) {
  if (now == FOLLOWUP_NO_TIME) now = march_2026;
  struct fuzz_opinion opinion = {now, of, NULL, NULL, NULL};
  MUST(followup_lint_case(fuzz_linter(), fuzz_scratch(), of, now, &opinion.report, NULL) == FOLLOWUP_OK);
  if (!has_two_of_one_name(of)) fuzz_check_report(opinion.report, NULL, of);
  followup_status planned = followup_plan_make(NULL, of, now, &opinion.plan, NULL);
  MUST(planned == FOLLOWUP_OK || planned == FOLLOWUP_E_ARGUMENT);
  MUST((planned == FOLLOWUP_OK) == (opinion.plan != NULL));
  followup_status recorded = followup_record_make(NULL, of, now, &opinion.record, NULL);
  MUST(recorded == FOLLOWUP_OK || recorded == FOLLOWUP_E_ARGUMENT);
  if (opinion.plan != NULL) check_plan(opinion.plan);
  if (opinion.record != NULL) check_record(opinion.record);
  return opinion;
}

void fuzz_opinion_free(struct fuzz_opinion *opinion) {
  followup_report_free(opinion->report);
  followup_plan_free(opinion->plan);
  followup_record_free(opinion->record);
  followup_case_free(opinion->of);
}

static void check_same_plans(const followup_plan *one, const followup_plan *other) {
  MUST((one == NULL) == (other == NULL));
  if (one == NULL) return;
  MUST(followup_plan_count(one) == followup_plan_count(other));
  for (size_t i = 0; i < followup_plan_count(one); i++) {
    const followup_action *left = followup_plan_at(one, i), *right = followup_plan_at(other, i);
    MUST(followup_action_kind_of(left) == followup_action_kind_of(right));
    MUST(followup_action_state_of(left) == followup_action_state_of(right));
    MUST(followup_action_opens(left) == followup_action_opens(right));
    MUST(followup_action_due(left) == followup_action_due(right));
    MUST(followup_action_late(left) == followup_action_late(right));
    MUST(followup_action_optional(left) == followup_action_optional(right));
  }
}

static void check_same_records(const followup_record *one, const followup_record *other) {
  MUST((one == NULL) == (other == NULL));
  if (one == NULL) return;
  MUST(followup_record_thanked(one) == followup_record_thanked(other));
  MUST(followup_record_thanked_in_time(one) == followup_record_thanked_in_time(other));
  MUST(followup_record_median_delay(one) == followup_record_median_delay(other));
  MUST(followup_record_notes_taken_up(one) == followup_record_notes_taken_up(other));
  MUST(followup_record_materials_in_time(one) == followup_record_materials_in_time(other));
  MUST(followup_record_early_status_checks(one) == followup_record_early_status_checks(other));
  MUST(followup_record_most_unsolicited(one) == followup_record_most_unsolicited(other));
  MUST(followup_record_never_thanked_count(one) == followup_record_never_thanked_count(other));
}

void fuzz_check_same_opinions(const struct fuzz_opinion *one, const struct fuzz_opinion *other, fuzz_form form) {
  fuzz_check_same_reports(one->report, NULL, other->report, NULL, form);
  check_same_plans(one->plan, other->plan);
  check_same_records(one->record, other->record);
}
