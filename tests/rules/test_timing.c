/* Timing rules where a case of several messages, a policy or a draft decides; the plain cases are in the pack. */
#include <stdlib.h>

#include "plan/building.h"
#include "support/run.h"

#define ANA "Ana Torres <ana@halden.example>"

static followup_policy *policy;
static followup_report *report;

static void set_up(void) {
  make_case();
  report = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
}

static void tear_down(void) {
  followup_report_free(report);
  followup_policy_free(policy);
  free_case();
}

static void set_number(followup_number number, int value) {
  ck_assert_int_eq(followup_policy_set_number(policy, number, value, NULL), FOLLOWUP_OK);
}

static followup_interview *met_ana(const char *end) {
  followup_interview *added = interview(end, end);
  person(added, "Ana Torres", "ana@halden.example", NULL);
  return added;
}

static void judge_at(const char *now) {
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, scene_time(now), &report, NULL), FOLLOWUP_OK);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}

/* The finding of a rule about a message, or FOLLOWUP_NOWHERE. */
static size_t found(const char *id, followup_rule rule) {
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (followup_finding_rule(finding) == rule && strcmp(followup_finding_message(finding), id) == 0) return i;
  }
  return FOLLOWUP_NOWHERE;
}

#define check_fires(id, rule) ck_assert_uint_ne(found(id, FOLLOWUP_RULE_##rule), FOLLOWUP_NOWHERE)
#define check_silent(id, rule) ck_assert_uint_eq(found(id, FOLLOWUP_RULE_##rule), FOLLOWUP_NOWHERE)

static void check_explanation(const char *id, followup_rule rule, const char *wanted) {
  const char *text = NULL;
  size_t index = found(id, rule);
  ck_assert_uint_ne(index, FOLLOWUP_NOWHERE);
  ck_assert_int_eq(followup_report_explanation(report, index, &text, NULL), FOLLOWUP_OK);
  ck_assert_str_eq(text, wanted);
  ck_assert_int_eq(followup_finding_part(followup_report_finding(report, index)), FOLLOWUP_PART_SENT);
}

/* What a finding says */

START_TEST(a_late_note_names_the_interview_and_the_limit) {
  met_ana("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-07T09:00:00Z");
  judge_at("2026-03-07T09:00:00Z");
  check_explanation("m1", FOLLOWUP_RULE_LATE_THANK_YOU,
                    "The interview ended on Thursday 5 March at 15:00. A thank-you note is expected within 24 hours, "
                    "here by Friday 6 March at 15:00.");
}
END_TEST

START_TEST(an_early_check_lists_the_business_days_counted) {
  met_ana("2026-03-05T15:00:00Z");
  holiday("2026-03-10");
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-09T09:00:00Z");
  judge_at("2026-03-09T09:00:00Z");
  check_explanation("m1", FOLLOWUP_RULE_EARLY_STATUS_CHECK,
                    "It is too soon to ask. No time was promised, so 5 business days count from Thursday 5 March at "
                    "15:00 (Fri 6, Mon 9, Wed 11, Thu 12 and Fri 13 March): until the end of Friday 13 March.");
}
END_TEST

START_TEST(an_early_check_quotes_the_promise_and_how_it_was_read) {
  followup_interview_set_promised_reply(met_ana("2026-03-05T15:00:00Z"), "Within ten working days.", Z, NULL);
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-09T09:00:00Z");
  judge_at("2026-03-09T09:00:00Z");
  check_explanation("m1", FOLLOWUP_RULE_EARLY_STATUS_CHECK,
                    "It is too soon to ask. The employer said “Within ten working days.” (read as within 10 business "
                    "days) on Thursday 5 March at 15:00, which runs until the end of Thursday 19 March.");
}
END_TEST

START_TEST(too_many_are_counted_and_told_when_there_is_room_again) {
  sent("m1", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-02T09:00:00Z");
  sent("m2", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-04T09:00:00Z");
  sent("m3", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-05T09:00:00Z");
  judge_at("2026-03-05T09:00:00Z");
  check_explanation("m3", FOLLOWUP_RULE_TOO_MANY_FOLLOW_UPS,
                    "This is follow-up number 3 that nobody asked for within 7 days; the first of them went out on "
                    "Monday 2 March at 09:00. So many in a row press rather than remind.");
  const char *text = NULL;
  size_t index = found("m3", FOLLOWUP_RULE_TOO_MANY_FOLLOW_UPS);
  ck_assert_int_eq(followup_report_suggestion(report, index, &text, NULL), FOLLOWUP_OK);
  ck_assert_str_eq(text, "Hold it back until Monday 9 March at 09:00, or leave it.");
}
END_TEST

/* Windows */

START_TEST(a_check_is_held_against_the_window_of_its_own_time) {
  met_ana("2026-03-05T15:00:00Z");
  sent("early", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-12T09:00:00Z");
  sent("right", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-13T09:00:00Z");
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-16T09:00:00Z"), "We need until the 27th.");
  sent("again", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-20T09:00:00Z");
  sent("after", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-28T09:00:00Z");
  judge_at("2026-04-01T09:00:00Z");
  check_fires("early", EARLY_STATUS_CHECK);
  check_silent("right", EARLY_STATUS_CHECK);
  check_fires("again", EARLY_STATUS_CHECK);
  check_silent("after", EARLY_STATUS_CHECK);
  check_silent("after", REPEATED_STATUS_CHECK);
}
END_TEST

START_TEST(without_an_interview_a_check_is_never_early) {
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-12T09:00:00Z");
  judge_at("2026-03-12T09:00:00Z");
  check_silent("m1", EARLY_STATUS_CHECK);
  check_silent("m1", REPEATED_STATUS_CHECK);
}
END_TEST

START_TEST(a_withdrawal_is_no_reply_in_between) {
  met_ana("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-13T09:00:00Z");
  event(FOLLOWUP_EVENT_WITHDRAWAL, "2026-03-16T09:00:00Z");
  sent("m2", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-23T09:00:00Z");
  judge_at("2026-03-23T09:00:00Z");
  check_fires("m2", REPEATED_STATUS_CHECK);
}
END_TEST

/* Several messages */

START_TEST(a_round_that_is_the_third_follow_up_is_reported_at_its_first_note) {
  followup_interview *panel = met_ana("2026-03-05T15:00:00Z");
  person(panel, "Tom Fry", "tom@halden.example", NULL);
  sent("c1", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-03T09:00:00Z");
  sent("c2", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-04T09:00:00Z");
  sent("first", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-05T16:00:00Z");
  sent("second", FOLLOWUP_KIND_THANK_YOU, "tom@halden.example", "2026-03-05T17:00:00Z");
  judge_at("2026-03-06T09:00:00Z");
  check_fires("first", TOO_MANY_FOLLOW_UPS);
  check_silent("second", TOO_MANY_FOLLOW_UPS);
}
END_TEST

START_TEST(notes_of_two_interviews_are_two_rounds) {
  met_ana("2026-03-03T15:00:00Z");
  met_ana("2026-03-05T15:00:00Z");
  sent("one", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-03T16:00:00Z");
  sent("two", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-05T16:00:00Z");
  sent("c1", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-06T09:00:00Z");
  judge_at("2026-03-06T09:00:00Z");
  check_silent("two", TOO_MANY_FOLLOW_UPS);
  check_fires("c1", TOO_MANY_FOLLOW_UPS);
}
END_TEST

START_TEST(a_draft_is_judged_at_now_and_counts_for_no_other) {
  met_ana("2026-03-05T15:00:00Z");
  sent("draft1", FOLLOWUP_KIND_STATUS_CHECK, ANA, NULL);
  sent("draft2", FOLLOWUP_KIND_STATUS_CHECK, ANA, NULL);
  judge_at("2026-03-13T09:00:00Z");
  check_silent("draft1", REPEATED_STATUS_CHECK);
  check_silent("draft2", REPEATED_STATUS_CHECK);
  check_silent("draft2", EARLY_STATUS_CHECK);
  judge_at("2026-03-12T09:00:00Z");
  check_fires("draft2", EARLY_STATUS_CHECK);
}
END_TEST

START_TEST(messages_are_judged_in_the_order_of_time_whatever_their_place) {
  met_ana("2026-03-05T15:00:00Z");
  sent("later", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-20T09:00:00Z");
  sent("sooner", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-13T09:00:00Z");
  judge_at("2026-03-20T09:00:00Z");
  check_fires("later", REPEATED_STATUS_CHECK);
  check_silent("sooner", REPEATED_STATUS_CHECK);
}
END_TEST

/* Policy */

START_TEST(hours_of_the_policy_move_the_limit) {
  met_ana("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-07T09:00:00Z");
  set_number(FOLLOWUP_NUMBER_THANK_YOU_HOURS, 48);
  judge_at("2026-03-07T09:00:00Z");
  check_silent("m1", LATE_THANK_YOU);
}
END_TEST

START_TEST(a_limit_on_a_day_off_rolls_to_the_next_business_morning) {
  met_ana("2026-03-06T15:00:00Z");
  holiday("2026-03-09");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-10T09:00:00Z");
  followup_message_set_interview(sent("m2", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-10T09:00:01Z"),
                                 "2026-03-06T15:00:00Z", Z, NULL);
  judge_at("2026-03-10T10:00:00Z");
  check_fires("m1", LATE_THANK_YOU);
  set_number(FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY, 1);
  judge_at("2026-03-10T10:00:00Z");
  check_silent("m1", LATE_THANK_YOU);
  check_explanation(
      "m2", FOLLOWUP_RULE_LATE_THANK_YOU,
      "The interview ended on Friday 6 March at 15:00. A thank-you note is expected within 24 hours, here "
      "by Tuesday 10 March at 09:00 (moved to the next business day).");
}
END_TEST

START_TEST(grace_days_and_a_second_check_are_the_policys_to_give) {
  followup_interview_set_window_ends(met_ana("2026-03-05T15:00:00Z"), scene_time("2026-03-10T17:00:00Z"), NULL);
  sent("m1", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-12T09:00:00Z");
  sent("m2", FOLLOWUP_KIND_STATUS_CHECK, ANA, "2026-03-20T09:00:00Z");
  judge_at("2026-03-20T09:00:00Z");
  check_silent("m1", EARLY_STATUS_CHECK);
  check_fires("m2", REPEATED_STATUS_CHECK);
  set_number(FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS, 2);
  set_number(FOLLOWUP_NUMBER_STATUS_CHECKS_PER_WINDOW, 2);
  judge_at("2026-03-20T09:00:00Z");
  check_fires("m1", EARLY_STATUS_CHECK);
  check_silent("m2", REPEATED_STATUS_CHECK);
}
END_TEST

START_TEST(how_many_are_too_many_and_in_what_time_is_the_policys) {
  sent("m1", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-02T09:00:00Z");
  sent("m2", FOLLOWUP_KIND_CONTINUED_INTEREST, ANA, "2026-03-04T08:59:59Z");
  judge_at("2026-03-05T09:00:00Z");
  check_silent("m2", TOO_MANY_FOLLOW_UPS);
  set_number(FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY, 2);
  set_number(FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS, 48);
  judge_at("2026-03-05T09:00:00Z");
  check_fires("m2", TOO_MANY_FOLLOW_UPS);
  set_number(FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS, 47);
  judge_at("2026-03-05T09:00:00Z");
  check_silent("m2", TOO_MANY_FOLLOW_UPS);
}
END_TEST

START_TEST(off_hours_are_silent_unless_asked_for) {
  met_ana("2026-03-05T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, ANA, "2026-03-05T23:00:00Z");
  judge_at("2026-03-06T09:00:00Z");
  check_silent("m1", OFF_HOURS);
  followup_policy_set_level(policy, FOLLOWUP_RULE_OFF_HOURS, FOLLOWUP_LEVEL_NOTE, NULL);
  judge_at("2026-03-06T09:00:00Z");
  check_fires("m1", OFF_HOURS);
}
END_TEST

START_TEST(a_text_alone_has_no_time) {
  static const followup_kind kinds[] = {FOLLOWUP_KIND_THANK_YOU, FOLLOWUP_KIND_STATUS_CHECK,
                                        FOLLOWUP_KIND_FEEDBACK_REQUEST, FOLLOWUP_KIND_APPLICATION_FOLLOW_UP};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    ck_assert_int_eq(
        followup_lint_text(NULL, NULL, kinds[i], "Dear Ana,\n\nIs there any news?\n\nKim\n", Z, &report, NULL),
        FOLLOWUP_OK);
    for (size_t j = 0; j < followup_report_count(report); j++)
      ck_assert_int_ne(followup_rule_family(followup_finding_rule(followup_report_finding(report, j))),
                       FOLLOWUP_FAMILY_TIMING);
  }
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_late_note_names_the_interview_and_the_limit,
                                an_early_check_lists_the_business_days_counted,
                                an_early_check_quotes_the_promise_and_how_it_was_read,
                                too_many_are_counted_and_told_when_there_is_room_again,
                                a_check_is_held_against_the_window_of_its_own_time,
                                without_an_interview_a_check_is_never_early,
                                a_withdrawal_is_no_reply_in_between,
                                a_round_that_is_the_third_follow_up_is_reported_at_its_first_note,
                                notes_of_two_interviews_are_two_rounds,
                                a_draft_is_judged_at_now_and_counts_for_no_other,
                                messages_are_judged_in_the_order_of_time_whatever_their_place,
                                hours_of_the_policy_move_the_limit,
                                a_limit_on_a_day_off_rolls_to_the_next_business_morning,
                                grace_days_and_a_second_check_are_the_policys_to_give,
                                how_many_are_too_many_and_in_what_time_is_the_policys,
                                off_hours_are_silent_unless_asked_for,
                                a_text_alone_has_no_time,
                                NULL};
  return run_tests_with("timing", tests, set_up, tear_down);
}
