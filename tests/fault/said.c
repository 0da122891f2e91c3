#include "fault/said.h"

#include <inttypes.h>

static void say(FILE *out, const char *text) { fprintf(out, "%s\n", text != NULL ? text : "NULL"); }

static void say_number(FILE *out, int64_t number) { fprintf(out, "%" PRId64 "\n", number); }

static void say_place(FILE *out, bool known, size_t start, size_t end) {
  fprintf(out, known ? "%zu-%zu\n" : "nowhere\n", start, end);
}

/* The case */

static void say_interviewer(FILE *out, const followup_interviewer *interviewer) {
  say(out, followup_interviewer_name(interviewer));
  say(out, followup_interviewer_email(interviewer));
  say(out, followup_interviewer_title(interviewer));
  for (size_t i = 0; i < followup_interviewer_note_count(interviewer); i++)
    say(out, followup_interviewer_note(interviewer, i));
}

static void say_interview(FILE *out, const followup_interview *interview) {
  say(out, followup_interview_id(interview));
  say_number(out, followup_interview_start(interview));
  say_number(out, followup_interview_end(interview));
  for (size_t i = 0; i < followup_interview_interviewer_count(interview); i++)
    say_interviewer(out, followup_interview_interviewer(interview, i));
}

static void say_message(FILE *out, const followup_message *message) {
  size_t length = 0;
  say(out, followup_kind_name(followup_message_kind(message)));
  say(out, followup_message_id(message));
  say(out, followup_message_subject(message, &length));
  say(out, followup_message_body(message, &length));
  say_number(out, followup_message_sent(message));
  say(out, followup_message_from(message));
  for (size_t i = 0; i < followup_message_attachment_count(message); i++)
    say(out, followup_message_attachment(message, i));
  for (int list = FOLLOWUP_RECIPIENTS_TO; list <= FOLLOWUP_RECIPIENTS_BCC; list++)
    for (size_t i = 0; i < followup_message_recipient_count(message, (followup_recipients)list); i++)
      say(out, followup_message_recipient(message, (followup_recipients)list, i));
}

void say_case(FILE *out, const followup_case *of) {
  const followup_candidate *candidate = followup_case_candidate((followup_case *)of);
  const followup_calendar *calendar = followup_case_calendar((followup_case *)of);
  say(out, followup_case_id(of));
  say(out, followup_case_company(of));
  say(out, followup_case_role(of));
  say(out, followup_candidate_name(candidate));
  say(out, followup_candidate_email(candidate));
  say(out, followup_candidate_time_zone(candidate));
  for (int day = 0; day < 30; day++)
    say_number(out, followup_is_business_day(calendar, INT64_C(1772632800000) + day * INT64_C(86400000)));
  for (size_t i = 0; i < followup_case_interview_count(of); i++) say_interview(out, followup_case_interview(of, i));
  for (size_t i = 0; i < followup_case_event_count(of); i++) {
    const followup_event *event = followup_case_event(of, i);
    say(out, followup_event_kind_name(followup_event_kind_of(event)));
    say_number(out, followup_event_at(event));
  }
  for (size_t i = 0; i < followup_case_message_count(of); i++) say_message(out, followup_case_message(of, i));
}

/* What is judged */

static void say_finding(FILE *out, const followup_finding *finding) {
  say(out, followup_rule_name(followup_finding_rule(finding)));
  say(out, followup_level_name(followup_finding_level(finding)));
  say(out, followup_finding_message(finding));
  say(out, followup_kind_name(followup_finding_kind(finding)));
  say(out, followup_part_name(followup_finding_part(finding)));
  say_number(out, (int64_t)followup_finding_index(finding));
  say(out, followup_finding_text(finding));
  fprintf(out, "%" PRIx64 "\n", followup_finding_fingerprint(finding));
  for (int unit = FOLLOWUP_UNIT_BYTES; unit <= FOLLOWUP_UNIT_CODE_POINTS; unit++) {
    size_t start = 0, end = 0;
    bool known = followup_finding_span(finding, (followup_unit)unit, &start, &end);
    say_place(out, known, start, end);
  }
}

void say_report(FILE *out, const followup_report *report) {
  say_number(out, followup_report_worst(report));
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const char *replacement = "";
    say_finding(out, followup_report_finding(report, i));
    if (followup_report_fix((followup_report *)report, i, &replacement)) say(out, replacement);
  }
}

static void say_action(FILE *out, const followup_action *action) {
  say(out, followup_action_kind_name(followup_action_kind_of(action)));
  say(out, followup_action_state_name(followup_action_state_of(action)));
  say(out, followup_action_interview(action));
  say(out, followup_action_to(action));
  say(out, followup_action_to_name(action));
  say(out, followup_action_what(action));
  say_number(out, followup_action_opens(action));
  say_number(out, followup_action_due(action));
  say(out, followup_action_time_zone(action));
  say(out, followup_action_opens_local(action));
  say(out, followup_action_due_local(action));
  say(out, followup_action_done_by(action));
  say_number(out, followup_action_late(action));
  say_number(out, followup_action_optional(action));
  say(out, followup_action_because(action));
}

void say_plan(FILE *out, const followup_plan *plan) {
  for (size_t i = 0; i < followup_plan_count(plan); i++) say_action(out, followup_plan_at(plan, i));
}

void say_draft(FILE *out, const followup_draft *draft) {
  say(out, followup_kind_name(followup_draft_kind(draft)));
  say(out, followup_draft_interview(draft));
  say(out, followup_draft_to(draft));
  say(out, followup_draft_to_name(draft));
  say(out, followup_draft_subject(draft));
  say(out, followup_draft_body(draft));
  say(out, followup_draft_to_do(draft));
  for (size_t i = 0; i < followup_draft_slot_count(draft); i++) {
    size_t start = 0, end = 0;
    bool known = followup_draft_slot(draft, i, &start, &end);
    say_place(out, known, start, end);
  }
}

void say_record(FILE *out, const followup_record *record) {
  say_number(out, (int64_t)followup_record_interviewers(record));
  say_number(out, (int64_t)followup_record_thanked(record));
  say_number(out, (int64_t)followup_record_thanked_in_time(record));
  say_number(out, followup_record_median_delay(record));
  say_number(out, (int64_t)followup_record_notes_held(record));
  say_number(out, (int64_t)followup_record_notes_taken_up(record));
  say_number(out, (int64_t)followup_record_materials_promised(record));
  say_number(out, (int64_t)followup_record_materials_in_time(record));
  say_number(out, (int64_t)followup_record_most_unsolicited(record));
  for (size_t i = 0; i < followup_record_early_status_checks(record); i++)
    say(out, followup_record_early_status_check(record, i));
  for (size_t i = 0; i < followup_record_never_thanked_count(record); i++)
    say(out, followup_record_never_thanked(record, i));
}

void say_window(FILE *out, const followup_window *window) {
  size_t start = 0, end = 0;
  say(out, followup_window_status_name(followup_window_status_of(window)));
  say_number(out, followup_window_end(window));
  say(out, followup_window_end_local(window));
  say_number(out, followup_window_precision(window));
  bool known = followup_window_span(window, &start, &end);
  say_place(out, known, start, end);
  say(out, followup_window_form(window));
  say_number(out, followup_window_alternative_end(window));
  for (size_t i = 0; i < followup_window_assumption_count(window); i++) say(out, followup_window_assumption(window, i));
}

void say_uptake(FILE *out, const followup_uptake *uptake) {
  size_t start = 0, end = 0;
  for (size_t i = 0; i < followup_uptake_count(uptake); i++) {
    say_number(out, (int64_t)followup_uptake_note(uptake, i));
    fprintf(out, "%.17g\n", followup_uptake_sureness(uptake, i));
    say(out, followup_uptake_way_name(followup_uptake_how(uptake, i)));
    bool known = followup_uptake_span(uptake, i, FOLLOWUP_UNIT_UTF16, &start, &end);
    say_place(out, known, start, end);
  }
  for (size_t i = 0; i < followup_uptake_detail_count(uptake); i++) {
    bool known = followup_uptake_detail_span(uptake, i, FOLLOWUP_UNIT_BYTES, &start, &end);
    say_place(out, known, start, end);
  }
}

void say_similarity(FILE *out, const followup_similarity *similarity) {
  fprintf(out, "%.17g %d\n", followup_similarity_share(similarity), followup_similarity_same(similarity));
  for (size_t i = 0; i < followup_similarity_passage_count(similarity); i++) {
    size_t places[4] = {0};
    followup_similarity_passage(similarity, i, &places[0], &places[1], &places[2], &places[3]);
    say_place(out, true, places[0], places[1]);
    say_place(out, true, places[2], places[3]);
  }
}

void say_comparison(FILE *out, const followup_comparison *comparison) {
  for (size_t i = 0; i < followup_comparison_count(comparison); i++) {
    size_t other = 0;
    double share = 0;
    bool same = false, known = followup_comparison_nearest(comparison, i, &other, &share, &same);
    fprintf(out, "%d %d %zu %.17g %d\n", known, followup_comparison_is_settled(comparison, i), other, share, same);
  }
}

void say_policy(FILE *out, const followup_policy *policy) {
  for (size_t i = 0; i < followup_rule_count(); i++)
    say(out, followup_level_name(followup_policy_level(policy, followup_rule_at(i), FOLLOWUP_KIND_THANK_YOU)));
  for (int number = 1; followup_number_name((followup_number)number) != NULL; number++)
    say_number(out, followup_policy_number(policy, (followup_number)number));
  for (int kind = 1; followup_kind_name((followup_kind)kind) != NULL; kind++) {
    say_number(out, followup_policy_least_sentences(policy, (followup_kind)kind));
    say_number(out, followup_policy_most_sentences(policy, (followup_kind)kind));
  }
}

void say_names(FILE *out) {
  followup_register tone = FOLLOWUP_REGISTER_NEUTRAL;
  say(out, followup_register_name(tone));
  say_number(out, followup_register_from_name("formal", 6, &tone));
  followup_level level;
  followup_event_kind event;
  followup_number number;
  say(out, followup_version());
  say(out, followup_status_text(FOLLOWUP_E_MEMORY));
  for (size_t i = 0; i < followup_rule_count(); i++) {
    followup_rule rule = followup_rule_at(i);
    say(out, followup_rule_name(followup_rule_from_name(followup_rule_name(rule), FOLLOWUP_ZERO_TERMINATED)));
    say(out, followup_rule_summary(rule));
    say(out, followup_family_name(followup_rule_family(rule)));
    say_number(out, followup_rule_applies_to(rule, FOLLOWUP_KIND_THANK_YOU) + 2 * followup_rule_is_judged(rule));
  }
  say_number(out, followup_level_from_name("error", 5, &level) ? (int)level : -1);
  say_number(out, followup_event_kind_from_name("reply", 5, &event) ? (int)event : -1);
  say_number(out, followup_number_from_name("thank_you_hours", 15, &number) ? (int)number : -1);
  say_number(out, followup_kind_from_name("thank_you", 9));
}
