/* What a draft says, and what it does not say: facts, days, names, slots. */
#include <stdio.h>

#include "draft/drafting.h"
#include "support/run.h"

/* Days */

START_TEST(a_day_is_told_as_one_looks_back_at_it) {
  static const struct {
    const char *now, *wanted;
  } days[] = {{"2026-03-03T15:00:00Z", " today"},      {"2026-03-03T23:59:59Z", " today"},
              {"2026-03-04T00:00:01Z", " yesterday"},  {"2026-03-05T09:00:00Z", " on Tuesday"},
              {"2026-03-09T09:00:00Z", " on Tuesday"}, {"2026-03-10T09:00:00Z", " on 3 March"},
              {"2026-12-20T09:00:00Z", " on 3 March"}, {"2026-12-31T09:00:00Z", " on 3 March 2026"}};
  onsite();
  for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
    check_says(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", days[i].now), days[i].wanted);
}
END_TEST

START_TEST(an_american_reader_gets_the_month_first) {
  onsite();
  ck_assert_int_eq(followup_calendar_set_region(followup_case_calendar(of), "US", Z, NULL), FOLLOWUP_OK);
  check_says(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-20T09:00:00Z"), " on March 3");
}
END_TEST

START_TEST(where_clocks_differ_on_the_day_it_is_named_by_its_date) {
  onsite();
  ck_assert_int_eq(followup_candidate_set_time_zone(followup_case_candidate(of), "Asia/Kolkata", Z, NULL), FOLLOWUP_OK);
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T20:00:00Z");
  check_silent(text, "today");
  check_says(text, " on 3 March");
}
END_TEST

START_TEST(without_any_zone_no_day_is_told) {
  followup_case *bare = NULL;
  followup_interview *only;
  followup_plan *plan = NULL;
  followup_interviewer *who;
  ck_assert_int_eq(followup_case_new(NULL, &bare, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_interview(bare, "only", Z, &only, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(only, SCENE_START, SCENE_END, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_add_interviewer(only, "Ana Torres", Z, &who, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_plan_make(NULL, bare, SCENE_END, &plan, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_draft_make(NULL, bare, followup_plan_at(plan, followup_plan_count(plan) - 2), SCENE_END,
                                       FOLLOWUP_REGISTER_NEUTRAL, NULL, 0, &draft, NULL),
                   FOLLOWUP_OK);
  check_silent(followup_draft_body(draft), "today");
  check_silent(followup_draft_body(draft), "4 March");
  followup_plan_free(plan);
  followup_case_free(bare);
}
END_TEST

START_TEST(a_draft_made_too_early_is_worded_for_the_day_on_which_it_may_go) {
  with_promise("You will hear from us by Friday.");
  check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-04T09:00:00Z"), "by Friday 6 March.");
}
END_TEST

/* The window */

START_TEST(a_window_is_told_in_the_words_that_a_person_would_repeat) {
  static const struct {
    const char *words, *now, *wanted;
  } windows[] = {{"You will hear from us within two weeks.", "2026-03-18T09:00:00Z", "within two weeks."},
                 {"Give us ten business days.", "2026-03-18T09:00:00Z", "within 10 business days."},
                 {"We'll write in a week.", "2026-03-11T09:00:00Z", "within a week."},
                 {"We will let you know by Friday.", "2026-03-07T09:00:00Z", "by Friday 6 March."},
                 {"We will let you know by Friday.", "2026-03-08T09:00:00Z", "by Friday 6 March."},
                 {"We will let you know by Friday.", "2026-03-09T09:00:00Z", "by last Friday."},
                 {"We will let you know by Friday.", "2026-03-12T09:00:00Z", "by last Friday."},
                 {"We will let you know by Friday.", "2026-03-13T09:00:00Z", "by Friday 6 March."},
                 {"We will let you know by Friday.", "2026-03-16T09:00:00Z", "by Friday 6 March."},
                 {"You will hear by the end of the week.", "2026-03-09T09:00:00Z", "by the end of last week."},
                 {"You will hear by the end of the month.", "2026-04-01T09:00:00Z", "by the end of last month."}};
  followup_interview *one = with_promise("Soon.");
  for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
    ck_assert_int_eq(followup_interview_set_promised_reply(one, windows[i].words, Z, NULL), FOLLOWUP_OK);
    check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", windows[i].now), windows[i].wanted);
  }
}
END_TEST

START_TEST(a_vague_promise_is_no_date) {
  static const char *const words[] = {"We'll be in touch in due course.", "It should be about two weeks.",
                                      "You will hear in a few days.",
                                      "We will write two weeks after the last interview."};
  followup_interview *one = with_promise("Soon.");
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    ck_assert_int_eq(followup_interview_set_promised_reply(one, words[i], Z, NULL), FOLLOWUP_OK);
    const char *text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-25T09:00:00Z");
    check_silent(text, "hear");
    check_silent(text, "might be news");
  }
}
END_TEST

START_TEST(an_instant_that_nobody_named_is_no_promise) {
  onsite();
  followup_interview *one = (followup_interview *)followup_case_interview(of, 0);
  ck_assert_int_eq(followup_interview_set_window_ends(one, scene_time("2026-03-06T17:00:00Z"), NULL), FOLLOWUP_OK);
  const char *text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z");
  check_silent(text, "might");
  check_silent(text, "Friday");
  ck_assert_int_eq(followup_interview_set_promised_reply(one, "You will hear from us.", Z, NULL), FOLLOWUP_OK);
  check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z"), "by last Friday.");
}
END_TEST

START_TEST(who_did_not_name_the_window_is_not_told_to_have_done_so) {
  with_promise("You will hear from us within two weeks.");
  check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-18T09:00:00Z"), "You ");
  ck_assert_int_eq(make(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-18T09:00:00Z", FOLLOWUP_REGISTER_NEUTRAL,
                        "Gail Poe <gail@halden.example>"),
                   FOLLOWUP_OK);
  const char *text = followup_draft_body(draft);
  check_says(text, "Dear Gail,");
  check_says(text, "Ana Torres");
  check_silent(text, "You mentioned");
  check_silent(text, "You told me");
  ck_assert_str_eq(followup_draft_to(draft), "gail@halden.example");
}
END_TEST

/* Missing facts */

START_TEST(without_a_role_another_sentence_is_chosen) {
  with_promise("You will hear from us by Friday.");
  const char *text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z");
  check_says(text, "the role at Halden Works");
  check_silent(text, "  ");
  ck_assert_int_eq(followup_case_set_company(of, "", Z, NULL), FOLLOWUP_OK);
  text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z");
  check_silent(text, "Halden");
  check_silent(text, " at ");
}
END_TEST

START_TEST(a_role_that_calls_itself_one_is_called_so_once) {
  with_promise("You will hear from us by Friday.");
  ck_assert_int_eq(followup_case_set_role(of, "Copy Editor position", Z, NULL), FOLLOWUP_OK);
  check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z"), "the Copy Editor role at Halden Works");
}
END_TEST

START_TEST(a_name_that_ends_in_a_full_stop_ends_its_sentence) {
  static const char *const names[] = {"Acme Inc.", "Halden K.K."};
  with_promise("You will hear from us by Friday.");
  for (size_t i = 0; i < 2 * sizeof names / sizeof names[0]; i++) {
    ck_assert_int_eq(followup_case_set_company(of, names[i / 2], Z, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_case_set_role(of, i % 2 == 0 ? "" : "Editor Sr.", Z, NULL), FOLLOWUP_OK);
    check_silent(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z"), "..");
    check_says(followup_draft_body(draft), names[i / 2]);
    check_silent(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z"), "..");
  }
}
END_TEST

START_TEST(nobody_known_is_greeted_by_no_name) {
  apply("2026-03-02T09:00:00Z");
  check_says(body(FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, "", "2026-03-10T10:00:00Z"), "Hello,\n\n");
  ck_assert_str_eq(followup_draft_to(draft), "");
  ck_assert_int_eq(
      make(FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, "", "2026-03-10T10:00:00Z", FOLLOWUP_REGISTER_FORMAL, NULL),
      FOLLOWUP_OK);
  check_says(followup_draft_body(draft), "Dear hiring team,\n\n");
}
END_TEST

START_TEST(without_the_candidates_name_the_sign_off_stands_alone) {
  onsite();
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL), FOLLOWUP_OK);
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(text + strlen(text) - 9, "\nKim Lee\n");
}
END_TEST

START_TEST(a_decision_that_somebody_else_told_is_not_thanked_for) {
  onsite();
  followup_event *told = event(FOLLOWUP_EVENT_REJECTION, "2026-03-04T09:00:00Z");
  ck_assert_int_eq(followup_event_set_from(told, "Gail Poe <gail@halden.example>", Z, NULL), FOLLOWUP_OK);
  const char *text = body(FOLLOWUP_ACTION_FEEDBACK_REQUEST, "gail@halden.example", "2026-03-04T10:00:00Z");
  check_says(text, " about your decision");
  ck_assert_int_eq(make(FOLLOWUP_ACTION_FEEDBACK_REQUEST, "gail@halden.example", "2026-03-04T10:00:00Z",
                        FOLLOWUP_REGISTER_NEUTRAL, "ana@halden.example"),
                   FOLLOWUP_OK);
  check_says(followup_draft_body(draft), "Dear Ana,");
  check_silent(followup_draft_body(draft), "your decision");
}
END_TEST

/* Names */

START_TEST(a_greeting_calls_people_by_the_right_name) {
  static const struct {
    const char *name, *neutral, *formal;
  } names[] = {{"Ana Torres", "Dear Ana,", "Dear Ana Torres,"},
               {"Dr. Hana Novák", "Dear Dr. Novák,", "Dear Dr. Novák,"},
               {"Prof. Ada van Dam", "Dear Prof. van Dam,", "Dear Prof. van Dam,"},
               {"Dr. Novák", "Dear Dr. Novák,", "Dear Dr. Novák,"},
               {"Jean-Luc Martin", "Dear Jean-Luc,", "Dear Jean-Luc Martin,"},
               {"R. J. Patel", "Dear R. J. Patel,", "Dear R. J. Patel,"},
               {"J Patel", "Dear J Patel,", "Dear J Patel,"},
               {"山田 太郎", "Dear 山田 太郎,", "Dear 山田 太郎,"},
               {"SUZUKI Hanako", "Dear SUZUKI Hanako,", "Dear SUZUKI Hanako,"},
               {"ROBERT Maria", "Dear ROBERT Maria,", "Dear ROBERT Maria,"},
               {"Kovács István", "Dear Kovács István,", "Dear Kovács István,"},
               {"Tanaka Yuki", "Dear Tanaka Yuki,", "Dear Tanaka Yuki,"},
               {"HR Team", "Dear HR Team,", "Dear HR Team,"},
               {"José Díaz", "Dear José,", "Dear José Díaz,"},
               {"van Dyke", "Dear van Dyke,", "Dear van Dyke,"},
               {"Lena", "Dear Lena,", "Dear Lena,"},
               {"Raman, Priya", "Dear Priya,", "Dear Priya Raman,"},
               {"Petersen, Anne", "Dear Anne,", "Dear Anne Petersen,"},
               {"Priya Raman, PhD", "Dear Priya Raman, PhD,", "Dear Priya Raman, PhD,"},
               {"Priya Raman (she/her)", "Dear Priya,", "Dear Priya Raman,"},
               {"priya@x.example", "Hello,", "Dear hiring team,"}};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    char email[32];
    snprintf(email, sizeof email, "p%zu@x.example", i);
    person(one, names[i].name, email, NULL);
    check_says(body(FOLLOWUP_ACTION_THANK_YOU, email, "2026-03-03T16:00:00Z"), names[i].neutral);
    ck_assert_int_eq(make(FOLLOWUP_ACTION_THANK_YOU, email, "2026-03-03T16:00:00Z", FOLLOWUP_REGISTER_FORMAL, NULL),
                     FOLLOWUP_OK);
    check_says(followup_draft_body(draft), names[i].formal);
  }
}
END_TEST

/* Slots */

START_TEST(each_note_has_a_slot_that_quotes_it) {
  onsite();
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 2);
  static const char *const notes[] = {"“a saddle is forty-one parts”", "“the forge is lit at five”"};
  for (size_t i = 0; i < 2; i++) {
    size_t start, end;
    ck_assert(followup_draft_slot(draft, i, &start, &end));
    ck_assert_int_eq(text[start], '[');
    ck_assert_int_eq(text[end - 1], ']');
    const char *quoted = strstr(text, notes[i]);
    ck_assert(quoted != NULL && quoted > text + start && quoted < text + end);
  }
  ck_assert(!followup_draft_slot(draft, 2, NULL, NULL));
}
END_TEST

START_TEST(a_note_keeps_what_ends_it_but_the_stop_of_its_sentence) {
  static const char *const notes[][2] = {{"the desk closes at 2 a.m.", "“the desk closes at 2 a.m.”"},
                                         {"What would you cut?", "“What would you cut?”"},
                                         {"they check each number twice.", "“they check each number twice”"},
                                         {"kilns, wheels, etc.", "“kilns, wheels, etc.”"},
                                         {"and then ...", "“and then”"}};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
    char email[32];
    snprintf(email, sizeof email, "p%zu@x.example", i);
    person(one, "Ana Torres", email, notes[i][0]);
    check_says(body(FOLLOWUP_ACTION_THANK_YOU, email, "2026-03-03T16:00:00Z"), notes[i][1]);
  }
}
END_TEST

START_TEST(blank_notes_are_no_notes) {
  static const char *const blanks[] = {"", " \n", "...", "\xE2\x80\xAE"};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  person(one, "Ana Torres", "ana@halden.example", NULL);
  followup_interviewer *who = (followup_interviewer *)followup_interview_interviewer(one, 0);
  for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++)
    ck_assert_int_eq(followup_interviewer_add_note(who, blanks[i], Z, NULL), FOLLOWUP_OK);
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 2);
  check_silent(followup_draft_body(draft), "“");
  ck_assert_int_eq(followup_interviewer_add_note(who, "one kiln", Z, NULL), FOLLOWUP_OK);
  check_says(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z"), "“one kiln”");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 1);
}
END_TEST

START_TEST(notes_beyond_the_length_of_a_note_share_the_last_slot) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  person(one, "Ana Torres", "ana@halden.example", "one kiln|two kilns|three kilns|four kilns|five kilns|six kilns");
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 3);
  check_says(text, "“three kilns” or “four kilns” or “five kilns”");
}
END_TEST

START_TEST(without_notes_two_slots_ask_for_them) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  person(one, "Ana Torres", "ana@halden.example", NULL);
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 2);
}
END_TEST

START_TEST(what_is_finished_has_no_slot_and_says_what_is_left_to_do) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "site photos", "ana@halden.example");
  const char *text = body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z");
  check_says(text, "the site photos");
  ck_assert_uint_eq(followup_draft_slot_count(draft), 0);
  ck_assert_str_eq(followup_draft_to_do(draft), "Attach the site photos, or put a link into the text.");
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_do(draft), "");
}
END_TEST

START_TEST(a_thing_that_brings_its_article_gets_no_other) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "my reference list", "ana@halden.example");
  check_silent(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"), "the my");
}
END_TEST

START_TEST(a_thing_that_was_noted_with_a_full_stop_is_told_without_it) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "writing sample.", "ana@halden.example");
  body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_do(draft), "Attach the writing sample, or put a link into the text.");
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_day_is_told_as_one_looks_back_at_it,
                                an_american_reader_gets_the_month_first,
                                where_clocks_differ_on_the_day_it_is_named_by_its_date,
                                without_any_zone_no_day_is_told,
                                a_draft_made_too_early_is_worded_for_the_day_on_which_it_may_go,
                                a_window_is_told_in_the_words_that_a_person_would_repeat,
                                a_vague_promise_is_no_date,
                                an_instant_that_nobody_named_is_no_promise,
                                who_did_not_name_the_window_is_not_told_to_have_done_so,
                                without_a_role_another_sentence_is_chosen,
                                a_role_that_calls_itself_one_is_called_so_once,
                                a_name_that_ends_in_a_full_stop_ends_its_sentence,
                                nobody_known_is_greeted_by_no_name,
                                without_the_candidates_name_the_sign_off_stands_alone,
                                a_decision_that_somebody_else_told_is_not_thanked_for,
                                a_greeting_calls_people_by_the_right_name,
                                each_note_has_a_slot_that_quotes_it,
                                a_note_keeps_what_ends_it_but_the_stop_of_its_sentence,
                                blank_notes_are_no_notes,
                                notes_beyond_the_length_of_a_note_share_the_last_slot,
                                without_notes_two_slots_ask_for_them,
                                what_is_finished_has_no_slot_and_says_what_is_left_to_do,
                                a_thing_that_brings_its_article_gets_no_other,
                                a_thing_that_was_noted_with_a_full_stop_is_told_without_it,
                                NULL};
  return run_tests_with("draft", tests, set_up_drafting, tear_down_drafting);
}
