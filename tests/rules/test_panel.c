/* The notes of a panel as a whole: identical-messages and similar-messages over a case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define HOUR INT64_C(3600000)
#define NOW (SCENE_END + 20 * HOUR)

static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;
static followup_case *of;

static followup_interview *add_interview(const char *id, int64_t end) {
  followup_interview *interview;
  ck_assert_int_eq(followup_case_add_interview(of, id, Z, &interview, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(interview, end - HOUR, end, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL), FOLLOWUP_OK);
  return interview;
}

static void seat(followup_interview *interview, const char *name, const char *email, const char *title) {
  followup_interviewer *person;
  ck_assert_int_eq(followup_interview_add_interviewer(interview, name, Z, &person, NULL), FOLLOWUP_OK);
  if (email != NULL) ck_assert_int_eq(followup_interviewer_set_email(person, email, Z, NULL), FOLLOWUP_OK);
  if (title != NULL) ck_assert_int_eq(followup_interviewer_set_title(person, title, Z, NULL), FOLLOWUP_OK);
}

static followup_message *add_note(const char *to, const char *body, int64_t sent) {
  followup_message *message;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  if (to != NULL)
    ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, to, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_body(message, body, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_sent(message, sent, NULL), FOLLOWUP_OK);
  return message;
}

static void set_up(void) {
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL), FOLLOWUP_OK);
}

static void tear_down(void) { followup_case_free(of); }

/* The panel that most tests sit on. */
static void seat_three(void) {
  followup_interview *interview = add_interview("onsite", SCENE_END);
  seat(interview, "Ana Torres", "ana@halden.example", "Head of Glazes");
  seat(interview, "Ben Okri", "ben@halden.example", "Chief Potter");
  seat(interview, "Cleo Ames", "cleo@halden.example", NULL);
}

static size_t count_rule(followup_rule rule) {
  size_t count = 0;
  for (size_t i = 0; i < followup_report_count(report); i++)
    count += followup_finding_rule(followup_report_finding(report, i)) == rule;
  return count;
}

static size_t identical(void) { return count_rule(FOLLOWUP_RULE_IDENTICAL_MESSAGES); }

static size_t similar(void) { return count_rule(FOLLOWUP_RULE_SIMILAR_MESSAGES); }

static void lint(void) { ck_assert_int_eq(followup_lint_case(linter, scratch, of, NOW, &report, NULL), FOLLOWUP_OK); }

static const char *explanation(const char *message, followup_rule rule) {
  const char *text = "";
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (followup_finding_rule(finding) != rule || strcmp(followup_finding_message(finding), message) != 0) continue;
    ck_assert_int_eq(followup_finding_part(finding), FOLLOWUP_PART_MESSAGE);
    ck_assert_int_eq(followup_report_explanation(report, i, &text, NULL), FOLLOWUP_OK);
  }
  return text;
}

#define SLOT(name, slot)                                      \
  "Dear " name ",\n\nWhat will stay with me is the " slot     \
  ", because it shows why this house matters so much to its " \
  "town. I would be proud to work at your side.\n\nBest,\nKim\n"

START_TEST(each_note_of_a_pair_is_reported_once_with_the_nearest_other) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln by the harbour wall"), SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "blue kiln by the old wall"), SCENE_END + HOUR);
  add_note("Cleo Ames <cleo@halden.example>", SLOT("Cleo", "goat"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(similar(), 3);
  ck_assert_uint_eq(identical(), 0);
  ck_assert_ptr_nonnull(strstr(explanation("m1", FOLLOWUP_RULE_SIMILAR_MESSAGES), "to Ben Okri"));
  ck_assert_ptr_nonnull(strstr(explanation("m2", FOLLOWUP_RULE_SIMILAR_MESSAGES), "to Ana Torres"));
  ck_assert_ptr_nonnull(strstr(explanation("m3", FOLLOWUP_RULE_SIMILAR_MESSAGES), "% of what"));
}
END_TEST

START_TEST(a_note_that_is_identical_to_one_is_not_also_similar_to_another) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "blue kiln"), SCENE_END + HOUR);
  add_note("Cleo Ames <cleo@halden.example>", SLOT("Cleo", "goat"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 2);
  ck_assert_uint_eq(similar(), 1);
  ck_assert_ptr_nonnull(strstr(explanation("m1", FOLLOWUP_RULE_IDENTICAL_MESSAGES), "to Ben Okri"));
}
END_TEST

START_TEST(one_message_is_judged_against_the_others_of_its_interview) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  followup_message *second = add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "goat"), SCENE_END + HOUR);
  ck_assert_int_eq(followup_lint_message(linter, scratch, of, second, NOW, &report, NULL), FOLLOWUP_OK);
  ck_assert_uint_eq(similar(), 1);
  ck_assert_ptr_nonnull(strstr(explanation("m2", FOLLOWUP_RULE_SIMILAR_MESSAGES), "to Ana Torres"));
}
END_TEST

START_TEST(drafts_count_for_each_other_and_for_what_was_sent) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), FOLLOWUP_NO_TIME);
  add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "blue kiln"), FOLLOWUP_NO_TIME);
  lint();
  ck_assert_uint_eq(identical(), 2);
  add_note("Cleo Ames <cleo@halden.example>", SLOT("Cleo", "blue kiln"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 3);
}
END_TEST

START_TEST(two_notes_to_one_person_are_no_pair) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  add_note("ANA@halden.example", SLOT("Ana", "blue kiln"), SCENE_END + 2 * HOUR);
  add_note("Ana Torres", SLOT("Ana", "goat"), SCENE_END + 3 * HOUR);
  lint();
  ck_assert_uint_eq(identical() + similar(), 0);
}
END_TEST

START_TEST(notes_of_two_interviews_are_no_pair) {
  seat_three();
  seat(add_interview("final", SCENE_END + 6 * HOUR), "Dora Bell", "dora@halden.example", NULL);
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  followup_message *later =
      add_note("Dora Bell <dora@halden.example>", SLOT("Dora", "blue kiln"), SCENE_END + 8 * HOUR);
  lint();
  ck_assert_uint_eq(identical(), 0);
  ck_assert_int_eq(followup_message_set_interview(later, "onsite", Z, NULL), FOLLOWUP_OK);
  lint();
  ck_assert_uint_eq(identical(), 2);
}
END_TEST

START_TEST(names_and_job_titles_of_the_panel_are_set_aside) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>",
           "Dear Ana,\n\nAs Head of Glazes you know what Ben meant by the kiln. Thank you, Ana.\n\nKim\n",
           SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>",
           "Hello Dr. Okri,\n\nas Chief Potter, you know what Ana meant by the kiln. Thank you, Dr. Okri!\n\nKim\n",
           SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 2);
}
END_TEST

START_TEST(other_kinds_empty_bodies_and_nobody_in_to_are_not_compared) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", "", SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>", "Dear Ben,\n\nBest,\nKim\n", SCENE_END + HOUR);
  add_note(NULL, SLOT("Cleo", "blue kiln"), SCENE_END + HOUR);
  add_note("Cleo Ames <cleo@halden.example>", SLOT("Cleo", "blue kiln"), SCENE_END + HOUR);
  followup_message *check;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_STATUS_CHECK, &check, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_add_recipient(check, FOLLOWUP_RECIPIENTS_TO, "ben@halden.example", Z, NULL),
                   FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_body(check, SLOT("Ben", "blue kiln"), Z, NULL), FOLLOWUP_OK);
  lint();
  ck_assert_uint_eq(identical() + similar(), 0);
}
END_TEST

START_TEST(notes_without_any_interview_are_held_against_each_other) {
  add_note("ana@halden.example", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  add_note("ben@halden.example", SLOT("Ben", "blue kiln"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 2);
}
END_TEST

START_TEST(the_policy_says_from_which_share_on_and_at_which_level) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "goat"), SCENE_END + HOUR);
  followup_policy *policy = NULL;
  followup_linter *own = NULL;
  followup_report *made = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_set_number(policy, FOLLOWUP_NUMBER_SIMILAR_PERCENT, 99, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, policy, &own, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(own, NULL, of, NOW, &made, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < followup_report_count(made); i++)
    ck_assert_int_ne(followup_finding_rule(followup_report_finding(made, i)), FOLLOWUP_RULE_SIMILAR_MESSAGES);
  followup_report_free(made);
  followup_linter_free(own);
  followup_policy_free(policy);
  lint();
  ck_assert_uint_eq(similar(), 2);
}
END_TEST

START_TEST(a_scratch_forgets_the_panel_of_the_case_before) {
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  add_note("Ben Okri <ben@halden.example>", SLOT("Ben", "blue kiln"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 2);
  followup_case_free(of);
  set_up();
  seat_three();
  add_note("Ana Torres <ana@halden.example>", SLOT("Ana", "blue kiln"), SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical(), 0);
  add_note("Ben Okri <ben@halden.example>", "Dear Ben,\n\nMy aunt fires tiles in Delft.\n\nKim\n", SCENE_END + HOUR);
  lint();
  ck_assert_uint_eq(identical() + similar(), 0);
}
END_TEST

START_TEST(fifty_interviewers_with_fifty_notes_each_are_compared) {
  followup_interview *interview = add_interview("onsite", SCENE_END);
  for (int i = 0; i < 50; i++) {
    char name[64], to[96], body[512];
    followup_interviewer *person;
    snprintf(name, sizeof name, "Ana%c%c Torres", 'a' + i / 26, 'a' + i % 26);
    snprintf(to, sizeof to, "p%d@halden.example", i);
    ck_assert_int_eq(followup_interview_add_interviewer(interview, name, Z, &person, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_interviewer_set_email(person, to, Z, NULL), FOLLOWUP_OK);
    for (int j = 0; j < 50; j++) {
      char note[64];
      snprintf(note, sizeof note, "kiln %d is fired on day %d", j, i);
      ck_assert_int_eq(followup_interviewer_add_note(person, note, Z, NULL), FOLLOWUP_OK);
    }
    snprintf(body, sizeof body, SLOT("Ana", "kiln number %d"), i);
    add_note(to, body, SCENE_END + HOUR);
  }
  lint();
  ck_assert_uint_eq(similar(), 50);
  ck_assert_uint_eq(identical(), 0);
}
END_TEST

START_TEST(a_template_sent_to_a_thousand_is_seen_in_every_note) {
  enum { NOTES = 1000 };
  add_interview("onsite", SCENE_END);
  for (int i = 0; i < NOTES; i++) {
    char to[64], body[512];
    snprintf(to, sizeof to, "p%d@halden.example", i);
    snprintf(body, sizeof body, SLOT("Ana", "kiln number %d"), i);
    add_note(to, body, SCENE_END + HOUR);
  }
  lint();
  ck_assert_uint_eq(similar(), NOTES);
}
END_TEST

int main(void) {
  if (followup_linter_new(NULL, NULL, &linter, NULL) != FOLLOWUP_OK ||
      followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK)
    return 2;
  int failed = run_tests_with(
      "panel",
      (const TTest *[]){
          each_note_of_a_pair_is_reported_once_with_the_nearest_other,
          a_note_that_is_identical_to_one_is_not_also_similar_to_another,
          one_message_is_judged_against_the_others_of_its_interview, drafts_count_for_each_other_and_for_what_was_sent,
          two_notes_to_one_person_are_no_pair, notes_of_two_interviews_are_no_pair,
          names_and_job_titles_of_the_panel_are_set_aside, other_kinds_empty_bodies_and_nobody_in_to_are_not_compared,
          notes_without_any_interview_are_held_against_each_other,
          the_policy_says_from_which_share_on_and_at_which_level, a_scratch_forgets_the_panel_of_the_case_before,
          fifty_interviewers_with_fifty_notes_each_are_compared, a_template_sent_to_a_thousand_is_seen_in_every_note,
          NULL},
      set_up, tear_down);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return failed;
}
