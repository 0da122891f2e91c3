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

START_TEST(a_role_is_named_as_a_sentence_names_it) {
  static const char *const roles[][2] = {{"Copy Editor position", "the Copy Editor role"},
                                         {"Copy Editor Position", "the Copy Editor role"},
                                         {"the Head of Ops", "the Head of Ops role"},
                                         {"The Head of Ops Role", "the Head of Ops role"},
                                         {"a junior nurse", "the junior nurse role"},
                                         {"Head of Post", "the Head of Post role"},
                                         {"Role: Potter", "the Potter role"},
                                         {"Potter (m/f/d)", "the Potter role"},
                                         {"Potter job (f|m|x)", "the Potter role"},
                                         {"Potter (night shift)", "the Potter (night shift) role"},
                                         {"SENIOR QA ENGINEER", "the Senior QA Engineer role"},
                                         {"HEAD OF OPERATIONS", "the Head of Operations role"},
                                         {"DBA", "the DBA role"},
                                         {"INGÉNIEUR", "the INGÉNIEUR role"},
                                         {"A", "the A role"},
                                         {"position", "the role at"},
                                         {"the role", "the role at"}};
  with_promise("You will hear from us by Friday.");
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
    ck_assert_int_eq(followup_case_set_role(of, roles[i][0], Z, NULL), FOLLOWUP_OK);
    check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z"), roles[i][1]);
    check_silent(followup_draft_body(draft), "the the");
    check_silent(followup_draft_subject(draft), "the the");
  }
}
END_TEST

START_TEST(an_employer_is_named_with_the_article_that_it_wants) {
  static const char *const companies[][2] = {{"University of Leeds", " at the University of Leeds"},
                                             {"City of London", " at the City of London"},
                                             {"the University of Leeds", " at the University of Leeds"},
                                             {"Bank of America", " at Bank of America"},
                                             {"University Press", " at University Press"}};
  with_promise("You will hear from us by Friday.");
  for (size_t i = 0; i < sizeof companies / sizeof companies[0]; i++) {
    ck_assert_int_eq(followup_case_set_company(of, companies[i][0], Z, NULL), FOLLOWUP_OK);
    check_says(body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z"), companies[i][1]);
  }
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

START_TEST(without_the_candidates_name_nobody_signs_and_that_is_told) {
  static const char *const names[] = {"", " \n", "\xE2\x80\xAE"};
  onsite();
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(text + strlen(text) - 9, "\nKim Lee\n");
  ck_assert_str_eq(followup_draft_to_do(draft), "");
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), names[i], Z, NULL), FOLLOWUP_OK);
    text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
    ck_assert_str_eq(text + strlen(text) - 16, "\n\nBest regards,\n");
    ck_assert_str_eq(followup_draft_to_do(draft), "Put your name under it: the case does not say who you are.");
  }
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
               {"Priya Raman, PhD", "Dear Priya,", "Dear Priya Raman,"},
               {"Anne Petersen, PhD, MBA", "Dear Anne,", "Dear Anne Petersen,"},
               {"Anne Petersen MBA", "Dear Anne,", "Dear Anne Petersen,"},
               {"Petersen, Anne, PhD", "Dear Anne,", "Dear Anne Petersen,"},
               {"Petersen, Anne, Anne", "Dear Petersen, Anne, Anne,", "Dear Petersen, Anne, Anne,"},
               {"Dr. med. Jan Novak", "Dear Dr. Novak,", "Dear Dr. Novak,"},
               {"Prof. Dr. rer. nat. Klaus Meier, MBA", "Dear Prof. Meier,", "Dear Prof. Meier,"},
               {"Frau Dr. Weber", "Dear Dr. Weber,", "Dear Dr. Weber,"},
               {"Dipl.-Ing. Jan Novak", "Dear Jan,", "Dear Jan Novak,"},
               {"Dr.-Ing. Klaus Meier", "Dear Dr. Meier,", "Dear Dr. Meier,"},
               {"dr. Klaus Meier", "Dear Dr. Meier,", "Dear Dr. Meier,"},
               {"Prof. van Dam", "Dear Prof. van Dam,", "Dear Prof. van Dam,"},
               {"Dr. R. J. Patel", "Dear Dr. Patel,", "Dear Dr. Patel,"},
               {"Dr. SUZUKI Hanako", "Dear Dr. SUZUKI Hanako,", "Dear Dr. SUZUKI Hanako,"},
               {"Dr. 山田 太郎", "Dear Dr. 山田 太郎,", "Dear Dr. 山田 太郎,"},
               {"Sir John Reed", "Dear Sir John,", "Dear Sir John,"},
               {"Mrs. Reed", "Dear Mrs. Reed,", "Dear Mrs. Reed,"},
               {"Dr.", "Dear Dr.,", "Dear Dr.,"},
               {"Rustam Yusupov", "Dear Rustam Yusupov,", "Dear Rustam Yusupov,"},
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
  ck_assert_str_eq(followup_draft_to_do(draft),
                   "Attach what you promised, or put a link into the text: the site photos.");
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_do(draft), "");
}
END_TEST

START_TEST(a_thing_is_named_as_a_sentence_names_it) {
  static const char *const things[][2] = {{"A writing sample", ": a writing sample."},
                                          {"the slides", ": the slides."},
                                          {"slides", ": the slides."},
                                          {"I will send the slides", ": the slides."},
                                          {"I'll send Ana the slides by Friday.", ": the slides."},
                                          {"I'd email her the night rota tomorrow", ": the night rota."},
                                          {"I promised to send the night rota", ": the night rota."},
                                          {"I would sort out the visa", "“I would sort out the visa”"},
                                          {"promised to email them my essay tomorrow", ": my essay."},
                                          {"Send her the cost table to her", ": the cost table."},
                                          {"send slides to Leeds", ": the slides to Leeds."},
                                          {"forward on my notes as soon as possible", ": my notes."},
                                          {"to send: site plan", ": the site plan."},
                                          {"send the list of books for Friday", ": the list of books for Friday."},
                                          {"email template", ": the email template."},
                                          {"My portfolio", ": my portfolio."},
                                          {"portfolio", ": my portfolio."},
                                          {"CV", ": my CV."},
                                          {"References (3)", ": my references (3)."},
                                          {"link to repo", ": the link to repo."},
                                          {"PDF of the talk", ": the PDF of the talk."},
                                          {"Certified copy", ": Certified copy."},
                                          {"Leeds case study", ": Leeds case study."},
                                          {"Jane's paper", ": Jane's paper."},
                                          {"3 work samples", ": 3 work samples."},
                                          {"two work samples", ": two work samples."},
                                          {"https://example.org/a", ": https://example.org/a."},
                                          {"How we did the move", ": how we did the move."},
                                          {"call Ana about dates", ": “call Ana about dates”."},
                                          {"I will", ": “I will”."},
                                          {"案例研究", ": 案例研究."}};
  onsite();
  followup_interview *one = (followup_interview *)followup_case_interview(of, 0);
  for (size_t i = 0; i < sizeof things / sizeof things[0]; i++) {
    char address[32];
    snprintf(address, sizeof address, "p%zu@halden.example", i);
    material(one, things[i][0], address);
    check_says(body(FOLLOWUP_ACTION_MATERIALS, address, "2026-03-03T16:00:00Z"), things[i][1]);
  }
}
END_TEST

START_TEST(who_gets_a_thing_is_not_told_to_whom_it_goes) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "send slides to Ana", "ana@halden.example");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"), ": the slides.");
}
END_TEST

static size_t count_settled(const followup_plan *plan) {
  size_t settled = 0;
  for (size_t i = 0; i < followup_plan_count(plan); i++)
    settled += followup_draft_settles(draft, followup_plan_at(plan, i));
  return settled;
}

START_TEST(all_that_one_person_was_promised_goes_out_in_one_mail) {
  onsite();
  followup_interview *one = (followup_interview *)followup_case_interview(of, 0);
  material(one, "A writing sample", "ana@halden.example");
  material(one, "slides", "ana@halden.example");
  material(one, "The slides", "ana@halden.example");
  material(one, "site plan", "tom@halden.example");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"),
             ": a writing sample and the slides.");
  check_silent(followup_draft_subject(draft), "slides");
  check_says(followup_draft_to_do(draft), ": a writing sample and the slides.");
  const followup_plan *plan = plan_at("2026-03-03T16:00:00Z");
  ck_assert_uint_eq(count_settled(plan), 3);
  ck_assert(!followup_draft_settles(draft, find(plan, FOLLOWUP_ACTION_MATERIALS, "tom@halden.example")));
  ck_assert(!followup_draft_settles(draft, find(plan, FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example")));
  material(one, "CV", "ana@halden.example");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"),
             ": a writing sample, the slides and my CV.");
  material(one, "photos and plans", "ana@halden.example");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"),
             ": a writing sample; the slides; my CV; the photos and plans.");
}
END_TEST

START_TEST(very_many_things_go_out_twelve_a_mail_each_in_one) {
  enum { THINGS = 30, TOGETHER = 12 };
  const followup_action *actions[THINGS];
  size_t found = 0;
  onsite();
  for (int i = 0; i < THINGS; i++) {
    char what[24];
    snprintf(what, sizeof what, "chapter %d", i + 1);
    material((followup_interview *)followup_case_interview(of, 0), what, "ana@halden.example");
  }
  const followup_plan *plan = plan_at("2026-03-03T16:00:00Z");
  for (size_t i = 0; i < followup_plan_count(plan); i++)
    if (followup_action_kind_of(followup_plan_at(plan, i)) == FOLLOWUP_ACTION_MATERIALS && found < THINGS)
      actions[found++] = followup_plan_at(plan, i);
  ck_assert_uint_eq(found, THINGS);
  for (size_t i = 0; i < THINGS; i++) {
    followup_draft_free(draft);
    ck_assert_int_eq(followup_draft_make(NULL, of, actions[i], scene_time("2026-03-03T16:00:00Z"),
                                         FOLLOWUP_REGISTER_NEUTRAL, NULL, 0, &draft, error),
                     FOLLOWUP_OK);
    for (size_t j = 0; j < THINGS; j++)
      ck_assert(followup_draft_settles(draft, actions[j]) == (j / TOGETHER == i / TOGETHER));
  }
}
END_TEST

START_TEST(what_was_promised_on_several_days_is_told_without_a_day) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "slides", "ana@halden.example");
  followup_interview *other = interview("second", "2026-03-04T15:00:00Z");
  person(other, "Ana Torres", "ana@halden.example", NULL);
  material(other, "CV", "ana@halden.example");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z"), " today");
  check_says(body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-05T09:00:00Z"), ": the slides and my CV.");
  check_silent(followup_draft_body(draft), "yesterday");
  check_silent(followup_draft_body(draft), "Tuesday");
}
END_TEST

START_TEST(all_that_one_person_asked_for_is_answered_in_one_mail) {
  onsite();
  static const char *const times[] = {"2026-03-04T09:00:00Z", "2026-03-05T09:00:00Z"};
  for (size_t i = 0; i < 2; i++) {
    followup_event *asked = event(FOLLOWUP_EVENT_INFORMATION_REQUEST, times[i]);
    ck_assert_int_eq(followup_event_set_from(asked, "ana@halden.example", Z, NULL), FOLLOWUP_OK);
  }
  const char *text = body(FOLLOWUP_ACTION_INFORMATION_REPLY, "ana@halden.example", "2026-03-05T10:00:00Z");
  check_silent(text, "yesterday");
  check_silent(text, "today");
  ck_assert_uint_eq(count_settled(plan_at("2026-03-05T10:00:00Z")), 2);
}
END_TEST

START_TEST(a_thing_that_was_noted_with_a_full_stop_is_told_without_it) {
  onsite();
  material((followup_interview *)followup_case_interview(of, 0), "writing sample.", "ana@halden.example");
  body(FOLLOWUP_ACTION_MATERIALS, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_do(draft),
                   "Attach what you promised, or put a link into the text: the writing sample.");
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
                                a_role_is_named_as_a_sentence_names_it,
                                an_employer_is_named_with_the_article_that_it_wants,
                                a_name_that_ends_in_a_full_stop_ends_its_sentence,
                                nobody_known_is_greeted_by_no_name,
                                without_the_candidates_name_nobody_signs_and_that_is_told,
                                a_decision_that_somebody_else_told_is_not_thanked_for,
                                a_greeting_calls_people_by_the_right_name,
                                each_note_has_a_slot_that_quotes_it,
                                a_note_keeps_what_ends_it_but_the_stop_of_its_sentence,
                                blank_notes_are_no_notes,
                                notes_beyond_the_length_of_a_note_share_the_last_slot,
                                without_notes_two_slots_ask_for_them,
                                what_is_finished_has_no_slot_and_says_what_is_left_to_do,
                                a_thing_is_named_as_a_sentence_names_it,
                                who_gets_a_thing_is_not_told_to_whom_it_goes,
                                all_that_one_person_was_promised_goes_out_in_one_mail,
                                very_many_things_go_out_twelve_a_mail_each_in_one,
                                what_was_promised_on_several_days_is_told_without_a_day,
                                all_that_one_person_asked_for_is_answered_in_one_mail,
                                a_thing_that_was_noted_with_a_full_stop_is_told_without_it,
                                NULL};
  return run_tests_with("draft", tests, set_up_drafting, tear_down_drafting);
}
