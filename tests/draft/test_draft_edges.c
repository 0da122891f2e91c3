/* Drafts of hostile cases, as messages of their case, and what callers may get wrong. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "draft/drafting.h"
#include "support/run.h"

/* Hostile cases */

static char *long_text(const char *piece, size_t times) {
  size_t length = strlen(piece);
  char *text = malloc(length * times + 1);
  for (size_t i = 0; i < times; i++) memcpy(text + i * length, piece, length);
  text[length * times] = '\0';
  return text;
}

START_TEST(braces_apostrophes_and_hashes_are_data_and_never_patterns) {
  static const char odd[] = "O'{role}' {0,plural,other{#}} '{' ''";
  ck_assert_int_eq(followup_case_set_company(of, odd, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(of, odd, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), odd, Z, NULL), FOLLOWUP_OK);
  with_promise("You will hear from us by Friday.");
  const char *text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-09T09:00:00Z");
  ck_assert_ptr_nonnull(strstr(strstr(strstr(text, odd) + 1, odd) + 1, odd));
}
END_TEST

START_TEST(names_of_ten_thousand_characters_are_carried_whole) {
  char *name = long_text("Zoë{'", 2000);
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  ck_assert_int_eq(followup_case_set_company(of, name, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), name, Z, NULL), FOLLOWUP_OK);
  person(one, name, "ana@halden.example", name);
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  check_says(text, name);
  ck_assert_str_eq(followup_draft_to_name(draft), name);
  free(name);
}
END_TEST

START_TEST(line_breaks_and_marks_that_turn_the_direction_are_taken_out_of_names) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  ck_assert_int_eq(followup_case_set_role(of, "Field\r\nBcc: x@y.example\n\nEngineer", Z, NULL), FOLLOWUP_OK);
  person(one, "Ana\r\nTorres\xE2\x80\xAE", "ana@halden.example", "line one\nline two");
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_name(draft), "Ana Torres");
  ck_assert_ptr_null(strchr(followup_draft_subject(draft), '\n'));
  check_says(text, "Dear Ana,\n\n");
  check_says(text, "“line one line two”");
  check_silent(text, "\xE2\x80\xAE");
}
END_TEST

START_TEST(a_note_cannot_close_its_slot) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  char *note = long_text("kiln] ", 500);
  person(one, "Ana Torres", "ana@halden.example", note);
  const char *text = body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  size_t start, end;
  ck_assert(followup_draft_slot(draft, 0, &start, &end));
  ck_assert_ptr_eq(strchr(text + start, ']'), text + end - 1);
  ck_assert_uint_lt(end - start, 400);
  free(note);
}
END_TEST

/* In the case */

START_TEST(a_draft_added_to_its_case_is_an_unsent_message_from_the_candidate) {
  onsite();
  followup_message *added = NULL;
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_int_eq(followup_draft_add(draft, of, &added, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_kind(added), FOLLOWUP_KIND_THANK_YOU);
  ck_assert_str_eq(followup_message_from(added), "Kim Lee <kim@example.com>");
  ck_assert_str_eq(followup_message_recipient(added, FOLLOWUP_RECIPIENTS_TO, 0), "Ana Torres <ana@halden.example>");
  ck_assert_str_eq(followup_message_body(added, NULL), followup_draft_body(draft));
  ck_assert(followup_message_sent(added) == FOLLOWUP_NO_TIME);
}
END_TEST

START_TEST(any_name_makes_a_mailbox_that_can_be_read) {
  static const char *const names[] = {"Torres, Ana", "Ana \"Annie\" Torres",          "Ana <Torres>", "Ana @ Halden",
                                      "Ana\\",       "\xD7\x90\xD7\xA0\xD7\x94 (PhD)"};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    char email[32];
    followup_message *added = NULL;
    snprintf(email, sizeof email, "p%zu@x.example", i);
    person(one, names[i], i % 2 == 0 ? email : NULL, NULL);
    body(FOLLOWUP_ACTION_THANK_YOU, i % 2 == 0 ? email : names[i], "2026-03-03T16:00:00Z");
    ck_assert_int_eq(followup_draft_add(draft, of, &added, error), FOLLOWUP_OK);
    check_says(followup_message_recipient(added, FOLLOWUP_RECIPIENTS_TO, 0),
               i % 2 == 0 ? email : names[i] + strlen(names[i]) - 1);
  }
}
END_TEST

/* What may go wrong */

START_TEST(what_is_wrong_is_said_and_nothing_is_made) {
  onsite();
  const followup_plan *plan = plan_at("2026-03-03T16:00:00Z");
  const followup_action *thanks = find(plan, FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example");
  followup_draft *untouched = draft;
  int64_t now = scene_time("2026-03-03T16:00:00Z");
  ck_assert_int_eq(followup_draft_make(NULL, NULL, thanks, now, 0, NULL, 0, &draft, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_draft_make(NULL, of, NULL, now, 0, NULL, 0, &draft, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "action: is NULL");
  ck_assert_int_eq(followup_draft_make(NULL, of, thanks, now, 0, NULL, 0, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_draft_make(NULL, of, thanks, FOLLOWUP_NO_TIME, 0, NULL, 0, &draft, error),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_draft_make(NULL, of, thanks, now, (followup_register)2, NULL, 0, &draft, error),
                   FOLLOWUP_E_UNKNOWN);
  ck_assert_int_eq(followup_draft_make(NULL, of, thanks, now, 0, "a@b@c", Z, &draft, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_member(error), "to");
  ck_assert_int_eq(followup_draft_make(NULL, of, thanks, now, 0, "\xFF", Z, &draft, error), FOLLOWUP_E_UTF8);
  ck_assert_ptr_eq(draft, untouched);
}
END_TEST

START_TEST(nobody_else_is_thanked_for_what_a_person_said) {
  onsite();
  person((followup_interview *)followup_case_interview(of, 0), "Tom Fry", NULL, "kilns");
  const char *now = "2026-03-03T16:00:00Z";
  ck_assert_int_eq(make(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", now, 0, "Gail <gail@halden.example>"),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "to: is not who is thanked");
  ck_assert_int_eq(make(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", now, 0, "Ana Torres <ana@home.example>"),
                   FOLLOWUP_OK);
  ck_assert_str_eq(followup_draft_to(draft), "ana@home.example");
  ck_assert_int_eq(make(FOLLOWUP_ACTION_THANK_YOU, "Tom Fry", now, 0, "tom@halden.example"), FOLLOWUP_OK);
  ck_assert_str_eq(followup_draft_to(draft), "tom@halden.example");
  check_says(followup_draft_body(draft), "Dear Tom,");
}
END_TEST

START_TEST(notes_are_no_message) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  person(one, "Ana Torres", "ana@halden.example", NULL);
  ck_assert_int_eq(make(FOLLOWUP_ACTION_CAPTURE_NOTES, "ana@halden.example", "2026-03-03T16:00:00Z",
                        FOLLOWUP_REGISTER_NEUTRAL, NULL),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "action: is no message to write");
}
END_TEST

START_TEST(an_action_of_another_case_is_refused) {
  onsite();
  const followup_action *action =
      find(plan_at("2026-03-03T16:00:00Z"), FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example");
  followup_case *other = NULL;
  followup_interview *added;
  ck_assert_int_eq(followup_case_new(NULL, &other, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_draft_make(NULL, other, action, SCENE_END, 0, NULL, 0, &draft, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "action: is of another case");
  ck_assert_int_eq(followup_case_add_interview(other, "onsite", Z, &added, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_draft_make(NULL, other, action, SCENE_END, 0, NULL, 0, &draft, error), FOLLOWUP_E_ARGUMENT);
  followup_case_free(other);
}
END_TEST

START_TEST(the_same_arguments_give_the_same_draft) {
  onsite();
  char *first = strdup(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z"));
  for (int i = 0; i < 3; i++)
    ck_assert_str_eq(body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z"), first);
  free(first);
}
END_TEST

START_TEST(registers_have_names) {
  followup_register tone = FOLLOWUP_REGISTER_NEUTRAL;
  ck_assert_str_eq(followup_register_name(FOLLOWUP_REGISTER_FORMAL), "formal");
  ck_assert_ptr_null(followup_register_name((followup_register)-1));
  ck_assert(followup_register_from_name("formal!", 6, &tone));
  ck_assert_int_eq(tone, FOLLOWUP_REGISTER_FORMAL);
  ck_assert(!followup_register_from_name("casual", Z, &tone));
  ck_assert(!followup_register_from_name(NULL, Z, &tone));
}
END_TEST

START_TEST(of_no_draft_there_is_nothing_to_read) {
  ck_assert_str_eq(followup_draft_body(NULL), "");
  ck_assert_int_eq(followup_draft_kind(NULL), FOLLOWUP_KIND_UNKNOWN);
  ck_assert(!followup_draft_slot(NULL, 0, NULL, NULL));
  ck_assert_int_eq(followup_draft_add(NULL, of, NULL, error), FOLLOWUP_E_ARGUMENT);
  followup_draft_free(NULL);
}
END_TEST

START_TEST(a_mailbox_has_what_is_known_of_a_person) {
  static const char *const people[][3] = {{"Kim Lee", "kim@example.com", "Kim Lee <kim@example.com>"},
                                          {"", "kim@example.com", "kim@example.com"},
                                          {"Kim Lee", "", "Kim Lee"},
                                          {"\n", "", ""},
                                          {"", "", ""}};
  followup_candidate *candidate = followup_case_candidate(of);
  onsite();
  for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
    followup_message *added = NULL;
    ck_assert_int_eq(followup_candidate_set_name(candidate, people[i][0], Z, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_candidate_set_email(candidate, people[i][1], Z, NULL), FOLLOWUP_OK);
    body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
    ck_assert_int_eq(followup_draft_add(draft, of, &added, error), FOLLOWUP_OK);
    ck_assert_str_eq(followup_message_from(added), people[i][2]);
    ck_assert_int_eq(followup_draft_add(draft, of, NULL, error), FOLLOWUP_OK);
    ck_assert_uint_eq(followup_case_message_count(of), 2 * i + 2);
  }
  ck_assert(followup_draft_slot(draft, 0, NULL, NULL));
}
END_TEST

START_TEST(what_stands_in_brackets_behind_a_name_is_not_greeted) {
  static const char *const people[][2] = {{"Ana Torres (she/her)", "Dear Ana,\n"},
                                          {"(Ana) Torres", "Dear (Ana) Torres,\n"},
                                          {"Ana(x) Torres", "Dear Ana(x) Torres,\n"},
                                          {"Dr. Ana Torres", "Dear Dr. Torres,\n"},
                                          {"Dr. Ana van der Berg", "Dear Dr. van der Berg,\n"},
                                          {"Dr. Torres", "Dear Dr. Torres,\n"},
                                          {"Torres, Ana", "Dear Ana,\n"}};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
    char email[32];
    snprintf(email, sizeof email, "p%zu@x.example", i);
    person(one, people[i][0], email, NULL);
    check_says(body(FOLLOWUP_ACTION_THANK_YOU, email, "2026-03-03T16:00:00Z"), people[i][1]);
  }
}
END_TEST

START_TEST(every_mark_that_turns_the_direction_goes) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  person(one,
         "\xE2\x80\xAE\xE2\x81\xA7"
         "Ana\xE2\x80\xAA \xE2\x81\xA9Torres\xE2\x81\xAA",
         "ana@halden.example", NULL);
  body(FOLLOWUP_ACTION_THANK_YOU, "ana@halden.example", "2026-03-03T16:00:00Z");
  ck_assert_str_eq(followup_draft_to_name(draft), "Ana Torres");
}
END_TEST

START_TEST(a_long_note_is_cut_before_a_character_and_brackets_are_round) {
  static const char *const wide[] = {"é", "aé", "aaé"};
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  for (size_t i = 0; i < 3; i++) {
    char email[32], note[1024] = "[x] ";
    snprintf(email, sizeof email, "p%zu@x.example", i);
    for (int more = 0; more < 200; more++) strcat(note, more == 0 ? wide[i] : "é");
    person(one, "Ana Torres", email, note);
    const char *text = body(FOLLOWUP_ACTION_THANK_YOU, email, "2026-03-03T16:00:00Z");
    check_says(text, "“(x) ");
    ck_assert_int_eq(followup_case_set_role(of, text, Z, error), FOLLOWUP_OK); /* it is UTF-8 */
  }
}
END_TEST

START_TEST(how_long_the_promise_was_is_told_where_it_was_exact) {
  static const char *const told[][2] = {{"You will hear from us within 10 days.", "10 days"},
                                        {"You will hear from us within one to two weeks.", "two weeks"},
                                        {"You will hear from us in two weeks or so.", ""},
                                        {"You will hear from us within 3 business days.", "three business days"}};
  for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
    free_case();
    make_case();
    with_promise(told[i][0]);
    const char *text = body(FOLLOWUP_ACTION_STATUS_CHECK, "", "2026-03-25T09:00:00Z");
    check_says(text, told[i][1]);
    if (told[i][1][0] == '\0') check_silent(text, "weeks");
  }
}
END_TEST

int main(void) {
  const TTest *const tests[] = {braces_apostrophes_and_hashes_are_data_and_never_patterns,
                                names_of_ten_thousand_characters_are_carried_whole,
                                line_breaks_and_marks_that_turn_the_direction_are_taken_out_of_names,
                                a_note_cannot_close_its_slot,
                                a_draft_added_to_its_case_is_an_unsent_message_from_the_candidate,
                                any_name_makes_a_mailbox_that_can_be_read,
                                what_is_wrong_is_said_and_nothing_is_made,
                                nobody_else_is_thanked_for_what_a_person_said,
                                notes_are_no_message,
                                an_action_of_another_case_is_refused,
                                the_same_arguments_give_the_same_draft,
                                registers_have_names,
                                of_no_draft_there_is_nothing_to_read,
                                a_mailbox_has_what_is_known_of_a_person,
                                what_stands_in_brackets_behind_a_name_is_not_greeted,
                                every_mark_that_turns_the_direction_goes,
                                a_long_note_is_cut_before_a_character_and_brackets_are_round,
                                how_long_the_promise_was_is_told_where_it_was_exact,
                                NULL};
  return run_tests_with("draft_edges", tests, set_up_drafting, tear_down_drafting);
}
