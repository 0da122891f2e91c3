/* Which notes a text takes up, where and how surely; and its concrete details. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_linter *linter;
static followup_scratch *scratch;
static followup_uptake *uptake;

static void open_linter(void) {
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  uptake = NULL;
}

static void close_linter(void) {
  followup_uptake_free(uptake);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}

static void read_one(const char *note, const char *body) {
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, body, Z, &note, 1, &uptake, NULL), FOLLOWUP_OK);
}

/* The note is taken up in that way, by that stretch of the body. */
static void check_taken_up(const char *note, const char *body, followup_uptake_way how, const char *stretch) {
  size_t start, end;
  read_one(note, body);
  ck_assert_msg(followup_uptake_count(uptake) == 1, "not taken up: %s", note);
  ck_assert(followup_uptake_span(uptake, 0, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_msg(end - start == strlen(stretch) && memcmp(body + start, stretch, end - start) == 0, "%.*s",
                (int)(end - start), body + start);
  ck_assert_str_eq(followup_uptake_way_name(followup_uptake_how(uptake, 0)), followup_uptake_way_name(how));
  ck_assert(followup_uptake_sureness(uptake, 0) >= 0.5 && followup_uptake_sureness(uptake, 0) <= 1);
}

static void check_left(const char *note, const char *body) {
  read_one(note, body);
  ck_assert_msg(followup_uptake_count(uptake) == 0, "taken up: %s: %s", note, body);
}

START_TEST(a_note_is_taken_up_in_the_same_words) {
  check_taken_up("the seals are tagged every September", "I would love to see the seals tagged one day.",
                 FOLLOWUP_UPTAKE_SAME_WORDS, "seals tagged");
}
END_TEST

START_TEST(a_few_words_in_a_row_take_a_note_up_however_homely) {
  check_taken_up("the clinic opens a second theatre in February",
                 "I was struck by what you said about opening a second theatre in February.",
                 FOLLOWUP_UPTAKE_WORD_FORMS, "opening a second theatre in February");
  check_left("we take the time to listen to people", "Thank you for taking the time to speak with me.");
  check_left("we look forward to hearing new ideas", "I look forward to hearing from you.");
}
END_TEST

START_TEST(a_note_is_taken_up_in_other_forms_of_its_words) {
  check_taken_up("dovetails are routed", "I keep thinking of that dovetail.", FOLLOWUP_UPTAKE_WORD_FORMS, "dovetail");
}
END_TEST

START_TEST(numbers_are_the_same_in_digits_and_in_words) {
  check_taken_up("180 covers on a Saturday", "One hundred and eighty is some number.", FOLLOWUP_UPTAKE_NUMBER,
                 "One hundred and eighty");
  check_taken_up("two hundred milliseconds at most", "That you keep it under 200 is fine.", FOLLOWUP_UPTAKE_NUMBER,
                 "200");
}
END_TEST

START_TEST(small_and_round_numbers_alone_take_up_nothing) {
  check_left("forty lorries before noon", "Thank you for the forty minutes.");
  check_left("four chefs on the pass", "All four of you were kind.");
}
END_TEST

START_TEST(names_are_taken_up_in_any_script) {
  check_taken_up("trained under Justice Okonkwo", "I met Okonkwo once.", FOLLOWUP_UPTAKE_NAME, "Okonkwo");
  check_taken_up("Δημήτρης reviews every contract", "I look forward to Δημήτρη, and to Δημήτρης.", FOLLOWUP_UPTAKE_NAME,
                 "Δημήτρης");
  check_taken_up("サクラさん leads the club", "I would love to meet サクラさん soon.", FOLLOWUP_UPTAKE_SAME_WORDS,
                 "サクラさん");
  check_taken_up("يوسف runs the glossary", "I will ask يوسف about it.", FOLLOWUP_UPTAKE_SAME_WORDS, "يوسف");
}
END_TEST

START_TEST(an_abbreviation_stands_for_its_words_and_they_for_it) {
  check_taken_up("SREs are woken one week in six", "The site reliability engineers have my respect.",
                 FOLLOWUP_UPTAKE_ABBREVIATION, "site reliability engineers");
  check_taken_up("the intensive care unit is full", "I had not expected the ICU.", FOLLOWUP_UPTAKE_ABBREVIATION, "ICU");
  check_taken_up("three SEN pupils in each class", "Special educational needs are my field.",
                 FOLLOWUP_UPTAKE_ABBREVIATION, "Special educational needs");
  check_left("SREs are woken one week in six", "Some real elephants came by.");
}
END_TEST

START_TEST(related_words_take_up_a_note_together_with_others) {
  check_taken_up("bicycle couriers at noon", "I saw a courier arrive by bike at midday.", FOLLOWUP_UPTAKE_WORD_FORMS,
                 "courier arrive by bike at midday");
  check_taken_up("midday lorry", "The truck leaves at noon.", FOLLOWUP_UPTAKE_RELATED_WORDS, "truck leaves at noon");
}
END_TEST

START_TEST(stock_words_alone_never_take_up_a_note) {
  check_left("the team is looking for a good colleague in this role",
             "Thank you for telling me about the team and the role. I would be a good colleague.");
  check_left("interview, team, role, time, thanks", "Thank you for the time, the interview, the team and the role.");
}
END_TEST

START_TEST(one_homely_word_is_not_enough_and_two_are) {
  check_left("the roof of the station", "I like the roof.");
  read_one("the roof of the station", "I like the roof of your station.");
  ck_assert_uint_eq(followup_uptake_count(uptake), 1);
}
END_TEST

START_TEST(sureness_grows_with_what_is_taken_up) {
  read_one("tortoises, goats and storms in Skye", "I like the tortoises.");
  double one = followup_uptake_sureness(uptake, 0);
  read_one("tortoises, goats and storms in Skye", "I like the tortoises and the goats.");
  ck_assert(one >= 0.5);
  ck_assert(followup_uptake_sureness(uptake, 0) > one);
}
END_TEST

START_TEST(words_far_apart_do_not_add_up) {
  check_left("the roof of the station", "I like the roof. Thank you. It was kind of you. I will see the station.");
  check_taken_up("the roof of the station", "I like the roof. And the station!", FOLLOWUP_UPTAKE_SAME_WORDS,
                 "roof. And the station");
}
END_TEST

START_TEST(stock_words_are_no_part_of_the_place) {
  check_taken_up("the team feeds a tortoise", "Thank the team. The tortoise is a good idea for a team.",
                 FOLLOWUP_UPTAKE_SAME_WORDS, "tortoise");
}
END_TEST

START_TEST(greeting_signature_and_quoted_mail_take_up_nothing) {
  check_left("the tortoise is called Gerald",
             "Dear Gerald,\n\nThank you for the talk.\n\nBest,\nKim\n\nOn Tue, Ana wrote:\n> my tortoise\n");
}
END_TEST

START_TEST(spans_are_told_in_every_unit) {
  static const char body[] = "\xF0\x9F\x90\xA2 I am très fond of your tortoise.";
  size_t start, end;
  read_one("a tortoise sleeps there", body);
  ck_assert(followup_uptake_span(uptake, 0, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert_uint_eq(end - start, strlen("tortoise"));
  ck_assert_uint_eq(start, (size_t)(strstr(body, "tortoise") - body));
  size_t units, points;
  ck_assert(followup_uptake_span(uptake, 0, FOLLOWUP_UNIT_UTF16, &units, NULL));
  ck_assert(followup_uptake_span(uptake, 0, FOLLOWUP_UNIT_CODE_POINTS, &points, NULL));
  ck_assert_uint_eq(units, start - 3);
  ck_assert_uint_eq(points, start - 4);
  ck_assert(!followup_uptake_span(uptake, 0, (followup_unit)7, &start, &end));
  ck_assert(!followup_uptake_span(uptake, 1, FOLLOWUP_UNIT_BYTES, &start, &end));
}
END_TEST

START_TEST(notes_keep_their_numbers) {
  static const char *const notes[] = {"nobody likes slides", "the tortoise sleeps", "", "lorries leave for Gdynia"};
  ck_assert_int_eq(
      followup_uptake_read_text(linter, scratch, "Gdynia is far for a tortoise.", Z, notes, 4, &uptake, NULL),
      FOLLOWUP_OK);
  ck_assert_uint_eq(followup_uptake_count(uptake), 2);
  ck_assert_uint_eq(followup_uptake_note(uptake, 0), 1);
  ck_assert_uint_eq(followup_uptake_note(uptake, 1), 3);
  ck_assert_uint_eq(followup_uptake_note(uptake, 2), FOLLOWUP_NOWHERE);
}
END_TEST

START_TEST(details_are_found_without_notes) {
  static const char body[] =
      "Thank you for your time. I enjoyed the tale of the goat on the barge. I hope to join the team.";
  size_t start, end;
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, body, Z, NULL, 0, &uptake, NULL), FOLLOWUP_OK);
  ck_assert_uint_eq(followup_uptake_count(uptake), 0);
  ck_assert_uint_eq(followup_uptake_detail_count(uptake), 1);
  ck_assert(followup_uptake_detail_span(uptake, 0, FOLLOWUP_UNIT_BYTES, &start, &end));
  ck_assert(start < end && strstr(body, "goat") >= body + start && strstr(body, "barge") + 5 <= body + end);
  ck_assert(!followup_uptake_detail_span(uptake, 1, FOLLOWUP_UNIT_BYTES, &start, &end));
}
END_TEST

START_TEST(an_empty_body_takes_up_nothing) {
  check_left("the tortoise sleeps", "");
  ck_assert_uint_eq(followup_uptake_detail_count(uptake), 0);
}
END_TEST

START_TEST(of_nothing_everything_is_nothing) {
  ck_assert_uint_eq(followup_uptake_count(NULL), 0);
  ck_assert_uint_eq(followup_uptake_note(NULL, 0), FOLLOWUP_NOWHERE);
  ck_assert(followup_uptake_sureness(NULL, 0) == 0);
  ck_assert_int_eq(followup_uptake_how(NULL, 0), 0);
  ck_assert_uint_eq(followup_uptake_detail_count(NULL), 0);
  ck_assert_ptr_null(followup_uptake_way_name((followup_uptake_way)0));
  ck_assert_ptr_null(followup_uptake_way_name((followup_uptake_way)99));
  followup_uptake_free(NULL);
}
END_TEST

START_TEST(a_failed_call_leaves_the_uptake_as_it_was) {
  static const char *const bad[] = {"fine", "caf\xE9"};
  followup_error *error = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  read_one("the tortoise sleeps", "I like the tortoise.");
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, "hello", Z, bad, 2, &uptake, error), FOLLOWUP_E_UTF8);
  ck_assert_uint_eq(followup_error_offset(error), 3);
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, "caf\xE9", Z, NULL, 0, &uptake, error), FOLLOWUP_E_UTF8);
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, "x", Z, NULL, 1, &uptake, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_uptake_read_text(linter, scratch, "x", Z, NULL, 0, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_uptake_read_message(linter, scratch, NULL, NULL, &uptake, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_uint_eq(followup_uptake_count(uptake), 1);
  followup_error_free(error);
}
END_TEST

/* A case of the scene, its message and its first interviewer. */
static followup_case *read_scene(const char *role, const char *notes, const char *text) {
  char *body = scene_body("Ana", text);
  struct scene scene = {.kind = "thank_you", .role = role, .notes = notes, .sent = SCENE_END + 3600000, .body = body};
  followup_case *of = scene_build(&scene);
  free(body);
  const followup_interviewer *interviewer = followup_interview_interviewer(followup_case_interview(of, 0), 0);
  ck_assert_int_eq(
      followup_uptake_read_message(linter, scratch, followup_case_message(of, 0), interviewer, &uptake, NULL),
      FOLLOWUP_OK);
  return of;
}

START_TEST(the_words_of_the_case_count_for_nothing) {
  followup_case *of =
      read_scene("Saddler", "Halden Works needs a saddler", "I would love to be a saddler at Halden Works.");
  ck_assert_uint_eq(followup_uptake_count(uptake), 0);
  ck_assert_uint_eq(followup_uptake_detail_count(uptake), 0);
  followup_case_free(of);
  of = read_scene("Coordinator", "Gdynia needs a saddler", "I would love to meet the saddler.");
  ck_assert_uint_eq(followup_uptake_count(uptake), 1);
  followup_case_free(of);
}
END_TEST

START_TEST(a_stranger_to_the_case_is_refused) {
  followup_case *of = read_scene("Saddler", "a note", "Hello."), *other = read_scene("Saddler", "a note", "Hello.");
  const followup_interviewer *stranger = followup_interview_interviewer(followup_case_interview(other, 0), 0);
  ck_assert_int_eq(followup_uptake_read_message(linter, scratch, followup_case_message(of, 0), stranger, &uptake, NULL),
                   FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_uptake_read_message(linter, scratch, followup_case_message(of, 0), NULL, &uptake, NULL),
                   FOLLOWUP_OK);
  followup_case_free(of);
  followup_case_free(other);
}
END_TEST

/* Big and hostile */

enum { MEGABYTE = 1 << 20, ENOUGH_SECONDS = 5 };

static char *repeat(const char *unit, size_t size) {
  char *text = malloc(size + 1);
  size_t length = 0, step = strlen(unit);
  ck_assert_ptr_nonnull(text);
  for (; length + step <= size; length += step) memcpy(text + length, unit, step);
  text[length] = '\0';
  return text;
}

START_TEST(a_megabyte_is_held_against_a_long_note_soon) {
  static const char *const units[] = {"tortoise ", "one hundred and eighty ", "SRE ", "site reliability engineers ",
                                      "a. b "};
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
    char *body = repeat(units[i], MEGABYTE), *note = repeat(units[i], MEGABYTE / 8);
    clock_t start = clock();
    read_one(note, body);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    ck_assert_msg(seconds < ENOUGH_SECONDS, "%.1f s for %s", seconds, units[i]);
    free(body);
    free(note);
  }
}
END_TEST

static void add_notes(followup_interviewer *person, int count, int number) {
  char note[80];
  for (int i = 0; i < count; i++) {
    snprintf(note, sizeof note, "tortoise gx%dq%d sleeps in the shed", number, i);
    ck_assert_int_eq(followup_interviewer_add_note(person, note, Z, NULL), FOLLOWUP_OK);
  }
}

static followup_case *crowd(int people, int notes, int messages) {
  followup_case *of = NULL;
  followup_interview *interview;
  followup_interviewer *person;
  followup_message *message;
  char text[160];
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_interview(of, "i1", Z, &interview, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL), FOLLOWUP_OK);
  for (int i = 0; i < people; i++) {
    snprintf(text, sizeof text, "Person %d", i);
    ck_assert_int_eq(followup_interview_add_interviewer(interview, text, Z, &person, NULL), FOLLOWUP_OK);
    snprintf(text, sizeof text, "p%d@x.example", i);
    ck_assert_int_eq(followup_interviewer_set_email(person, text, Z, NULL), FOLLOWUP_OK);
    add_notes(person, notes, i);
  }
  for (int i = 0; i < messages; i++) {
    ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
    snprintf(text, sizeof text, "p%d@x.example", i % people);
    ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, text, Z, NULL), FOLLOWUP_OK);
    snprintf(text, sizeof text, "Thank you for your time. I like gx%dq%d a lot.", i % people, i % notes);
    ck_assert_int_eq(followup_message_set_body(message, text, Z, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_message_set_sent(message, SCENE_END + 3600000, NULL), FOLLOWUP_OK);
  }
  return of;
}

static size_t count_rule(const followup_report *report, followup_rule rule) {
  size_t count = 0;
  for (size_t i = 0; i < followup_report_count(report); i++)
    count += followup_finding_rule(followup_report_finding(report, i)) == rule;
  return count;
}

START_TEST(fifty_people_with_fifty_notes_each_keep_theirs_apart) {
  followup_case *of = crowd(50, 50, 50);
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END + 7200000, &report, NULL), FOLLOWUP_OK);
  ck_assert_uint_eq(count_rule(report, FOLLOWUP_RULE_BORROWED_DETAIL), 0);
  ck_assert_uint_eq(count_rule(report, FOLLOWUP_RULE_NOT_PERSONALIZED), 0);
  followup_message *message;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, "p7@x.example", Z, NULL),
                   FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_body(message, "Thank you. I like gx31q4 a lot.", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_message(linter, scratch, of, message, SCENE_END + 7200000, &report, NULL),
                   FOLLOWUP_OK);
  ck_assert_uint_eq(count_rule(report, FOLLOWUP_RULE_BORROWED_DETAIL), 1);
  followup_report_free(report);
  followup_case_free(of);
}
END_TEST

START_TEST(two_thousand_messages_and_two_thousand_notes_are_judged_soon) {
  followup_case *of = crowd(2, 2000, 2000);
  followup_report *report = NULL;
  clock_t start = clock();
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END + 7200000, &report, NULL), FOLLOWUP_OK);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  ck_assert_msg(seconds < ENOUGH_SECONDS, "%.1f s", seconds);
  followup_report_free(report);
  followup_case_free(of);
}
END_TEST

int main(void) {
  return run_tests_with("uptake",
                        (const TTest *[]){a_note_is_taken_up_in_the_same_words,
                                          a_few_words_in_a_row_take_a_note_up_however_homely,
                                          a_note_is_taken_up_in_other_forms_of_its_words,
                                          numbers_are_the_same_in_digits_and_in_words,
                                          small_and_round_numbers_alone_take_up_nothing,
                                          names_are_taken_up_in_any_script,
                                          an_abbreviation_stands_for_its_words_and_they_for_it,
                                          related_words_take_up_a_note_together_with_others,
                                          stock_words_alone_never_take_up_a_note,
                                          one_homely_word_is_not_enough_and_two_are,
                                          sureness_grows_with_what_is_taken_up,
                                          words_far_apart_do_not_add_up,
                                          stock_words_are_no_part_of_the_place,
                                          greeting_signature_and_quoted_mail_take_up_nothing,
                                          spans_are_told_in_every_unit,
                                          notes_keep_their_numbers,
                                          details_are_found_without_notes,
                                          an_empty_body_takes_up_nothing,
                                          of_nothing_everything_is_nothing,
                                          a_failed_call_leaves_the_uptake_as_it_was,
                                          the_words_of_the_case_count_for_nothing,
                                          a_stranger_to_the_case_is_refused,
                                          a_megabyte_is_held_against_a_long_note_soon,
                                          fifty_people_with_fifty_notes_each_keep_theirs_apart,
                                          two_thousand_messages_and_two_thousand_notes_are_judged_soon,
                                          NULL},
                        open_linter, close_linter);
}
