/* Each row is a message in a case and a rule that finds something in it, or does not. */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <stdio.h>
#include <string.h>

#include <followup-formats.h>

#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define HI "Dear Ana,\\n\\n"
#define BYE "\\n\\nBest,\\nKim"

/* What is NULL is as in `usual`. */
struct row {
  const char *company, *panel, *to, *more, *kind, *sent, *subject, *body, *rule;
  bool fires;
};

static const struct row usual = {
    .company = "Halden Works",
    .panel =
        "{\"name\": \"Ana Torres\", \"email\": \"ana@x.example\", \"notes\": [\"the tour to Oaxaca on 3 November\"]}",
    .to = "Ana Torres <ana@x.example>",
    .more = "",
    .kind = "thank_you",
    .sent = "2026-03-04T18:00:00Z",
    .subject = "Thank you",
    .body = HI "Thank you for the talk." BYE};

static followup_policy *policy;

static void set_up(void) {
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_set_level(policy, FOLLOWUP_RULE_OFF_HOURS, FOLLOWUP_LEVEL_NOTE, NULL), FOLLOWUP_OK);
}

static void tear_down(void) { followup_policy_free(policy); }

static followup_case *make_case(const struct row *row) {
  static char json[1 << 16];
  followup_case *of = NULL;
  followup_error *error = NULL;
#define TOLD(member) (row->member != NULL ? row->member : usual.member)
  snprintf(json, sizeof json,
           "{\"candidate\": {\"name\": \"Kim Lee\", \"email\": \"kim@x.example\", \"time_zone\": \"Europe/London\"}, "
           "\"application\": {\"company\": \"%s\", \"role\": \"Saddler\"}, \"other_companies\": [\"Bright Foods\", "
           "\"Contoso Freight\"], \"interviews\": [{\"id\": \"onsite\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": "
           "\"2026-03-04T15:00:00Z\", \"panel\": [%s]}]%s, \"messages\": [{\"id\": \"m\", \"kind\": \"%s\", \"to\": "
           "[\"%s\"], \"sent\": \"%s\", \"subject\": \"%s\", \"body\": \"%s\"}]}",
           TOLD(company), TOLD(panel), TOLD(more), TOLD(kind), TOLD(to), TOLD(sent), TOLD(subject), TOLD(body));
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  followup_status status = followup_formats_read_case(NULL, json, Z, &of, NULL, error);
  ck_assert_msg(status == FOLLOWUP_OK, "%s: %s", followup_error_message(error), json);
  followup_error_free(error);
  return of;
}

/* Explanations are asked for as well: they tell of the case. */
static bool is_found(const struct row *row) {
  followup_case *of = make_case(row);
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  bool found = false;
  int64_t now = 0;
  ck_assert(followup_formats_instant("2026-04-20T09:00:00Z", Z, &now));
  ck_assert_int_eq(followup_linter_new(NULL, policy, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, now, &report, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    const char *text = NULL;
    found = found || strcmp(followup_rule_name(followup_finding_rule(finding)), row->rule) == 0;
    ck_assert_int_eq(followup_report_explanation(report, i, &text, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_case_set_id(of, text, Z, NULL), FOLLOWUP_OK); /* it is UTF-8 */
  }
  followup_report_free(report);
  followup_linter_free(linter);
  followup_case_free(of);
  return found;
}

static void check_rows(const struct row *rows, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (is_found(&rows[i]) != rows[i].fires)
      fprintf(stderr, "%s %s in: %s\n", rows[i].rule, rows[i].fires ? "finds nothing" : "finds something",
              rows[i].body != NULL      ? rows[i].body
              : rows[i].subject != NULL ? rows[i].subject
                                        : rows[i].more);
  for (size_t i = 0; i < count; i++) ck_assert_msg(is_found(&rows[i]) == rows[i].fires, "row %zu", i);
}

#define CHECK(...)                                  \
  do {                                              \
    static const struct row rows[] = {__VA_ARGS__}; \
    check_rows(rows, sizeof rows / sizeof *rows);   \
  } while (0)

#define BODY(text, rule_name, found) \
  { .body = HI text BYE, .rule = rule_name, .fires = found }
#define AT(name, text, found) \
  { .company = name, .body = HI text BYE, .rule = "wrong-company", .fires = found }

START_TEST(a_company_is_known_by_its_initials_its_first_word_and_its_people) {
  CHECK(BODY("I would love to join Kestrel.", "wrong-company", true),
        BODY("I would love to join Kestrel Halden's team.", "wrong-company", false),
        BODY("I would love to join Kestrel Torres and her team.", "wrong-company", false),
        {.body = HI "I would love to join Kestrel", .rule = "wrong-company", .fires = true},
        AT("Ox", "I would love to join Kestrel Brewing.", true), AT("Halden Works", "I would love to join HW.", false),
        AT("Halden-Works", "I would love to join HW.", false), AT("Halden&Works", "I would love to join HW.", false),
        AT("3 Halden Works", "I would love to join HW.", false), AT("halden Works", "I would love to join W.", false),
        BODY("I would love to join Oaxaca.", "wrong-company", false),
        BODY("It was a Bright day.", "wrong-company", false),
        BODY("I would love to join Bright Foods.", "wrong-company", true),
        {.body = HI "Thank you." BYE "\\nContoso Freight", .rule = "wrong-company", .fires = false});
}
END_TEST

START_TEST(a_day_is_one_only_where_it_is_no_count_and_nobody_named_it) {
  CHECK(BODY("Thank you for the interview on 4 March.", "wrong-date", false),
        BODY("Thank you for the interview on 5 March.", "wrong-date", true),
        BODY("Thank you for the interview at 3pm.", "wrong-date", false),
        BODY("Thank you for the interview on 3 November.", "wrong-date", false),
        BODY("Thank you for the interview on 3 October.", "wrong-date", true),
        BODY("Thank you for the interview on the 5th Kestrel floor.", "wrong-date", false),
        {.body = HI "Thank you for our interview on the 5th", .rule = "wrong-date", .fires = true});
}
END_TEST

START_TEST(capitals_and_marks_shout_wherever_they_stand) {
  CHECK({.subject = "Thanks! So good! Really! Wow!", .rule = "shouting", .fires = true},
        {.subject = "Thanks! So good!", .rule = "shouting", .fires = false},
        BODY("IT WAS SUCH A PLEASURE TO MEET YOU.", "shouting", true), BODY("WHAT WOULD I", "shouting", true),
        BODY("The NHS IT roadmap.", "shouting", false), BODY("This is REALLY WONDERFUL work.", "shouting", true));
}
END_TEST

#define GREETS(name, mailbox, greeting, found)                                                           \
  {                                                                                                      \
    .panel = "{\"name\": \"" name "\", \"email\": \"ana@x.example\"}", .to = mailbox " <ana@x.example>", \
    .body = greeting "\\n\\nThank you for the talk." BYE, .rule = "wrong-name", .fires = found           \
  }

START_TEST(a_greeting_names_who_is_written_to_in_many_ways) {
  CHECK(GREETS("Ana Torres", "Ana Torres", "Dear A. Torres,", false),
        GREETS("Ana Torres", "Ana Torres", "Dear Tom Fry,", true),
        GREETS("Ana Torres", "Ana Torres", "A very good day Ana,", false),
        GREETS("Ana Torres", "Ana Torres", "Dear Nursing Team,", false),
        GREETS("Hisham Nour", "Hisham Nour", "Ustaz Hisham,", false),
        GREETS("Luca Bassanese", "Luca Bassanese", "Gentile Ingegner Bassanese,", false),
        GREETS("Ana Torres", "Ana Torres", "Dear Bo, Cy, Di, Ed, Flo, Gus, Hal, Ida, Jo, Kay, Liv, Mia, Ned,", true),
        GREETS("Ana Torres", "Ana Torres", "Dear Ana Torres Maria Lopez,", true),
        GREETS("Ana Torres", "Ana Torres", "hi ana,", false), GREETS("Ana Torres", "Ana Torres", "hi tom,", true),
        GREETS("Ana Torres", "A. Torres", "Dear Ana,", false), GREETS("Ana Torres", "Annie T.", "Dear Annie,", false),
        GREETS("Ana Torres", "Ana Torres", "Dear Ana & Tom,", false),
        GREETS("Ana Torres", "Ana Torres", "Greetings from rainy Lublin, Ana,", false));
}
END_TEST

START_TEST(who_sat_on_a_panel_is_known_by_a_name_on_another_keyboard) {
  CHECK({.panel = "{\"name\": \"Piotr Wojcik\"}", .to = "Piotr Wójcik", .rule = "unknown-recipient", .fires = false},
        {.panel = "{\"name\": \"Piotr Wojcik\"}",
         .to = "Piotr Wójcik <p@x.example>",
         .rule = "unknown-recipient",
         .fires = false},
        {.to = "Tom Fry <tom@x.example>", .rule = "unknown-recipient", .fires = true},
        {.to = "Tom <tom@x.example>", .rule = "unknown-recipient", .fires = true},
        {.to = "A B C D E F G H I J K L M N O", .rule = "unknown-recipient", .fires = true});
}
END_TEST

#define EVENTS(text) .more = ", \"events\": [" text "]"
#define EVENT(kind_name, at) "{\"kind\": \"" kind_name "\", \"at\": \"" at "\"}"

START_TEST(the_first_end_of_a_process_counts) {
  CHECK({EVENTS(EVENT("rejection", "2026-03-10T10:00:00Z") "," EVENT("withdrawal", "2026-03-09T10:00:00Z")),
         .kind = "status_check", .sent = "2026-03-12T10:00:00Z", .rule = "follow-up-after-decision", .fires = true},
        {EVENTS(EVENT("rejection", "2026-03-10T10:00:00Z") "," EVENT("hire", "2026-03-11T10:00:00Z")),
         .kind = "status_check", .sent = "2026-03-12T10:00:00Z", .rule = "follow-up-after-decision", .fires = true},
        {EVENTS(EVENT("rejection", "2026-03-10T10:00:00Z")), .kind = "status_check", .sent = "2026-03-10T10:00:00Z",
         .rule = "follow-up-after-decision", .fires = false});
}
END_TEST

#define PROMISED(words) \
  EVENTS("{\"kind\": \"reply\", \"at\": \"2026-03-05T10:00:00Z\", \"promised_reply\": \"" words "\"}")
#define EARLY(words, found)                                                                                \
  {                                                                                                        \
    PROMISED(words), .kind = "status_check", .sent = "2026-03-06T10:00:00Z", .rule = "early-status-check", \
                     .fires = found                                                                        \
  }

START_TEST(a_question_for_news_comes_too_soon_for_what_was_promised) {
  CHECK(EARLY("You will hear from us within two weeks.", true), EARLY("We will not decide before 20 March.", true),
        EARLY("We are very glad that you came and talked with all of us éééééééééé, and you will hear by 20 March.",
              true),
        EARLY("We are very glad that you came and talked with all of us aéééééééééé, and you will hear by 20 March.",
              true),
        EARLY("You will hear today.", false),
        {.kind = "status_check", .sent = "2026-03-06T10:00:00Z", .rule = "early-status-check", .fires = true});
  ck_assert_int_eq(followup_policy_set_number(policy, FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS, 10, NULL),
                   FOLLOWUP_OK);
  CHECK({.kind = "status_check", .sent = "2026-03-17T10:00:00Z", .rule = "early-status-check", .fires = true});
}
END_TEST

START_TEST(working_hours_end_with_the_last_instant_of_six) {
  CHECK({.sent = "2026-03-04T18:00:00Z", .rule = "off-hours", .fires = false},
        {.sent = "2026-03-04T18:00:00.500Z", .rule = "off-hours", .fires = true},
        {.sent = "2026-03-04T18:00:01Z", .rule = "off-hours", .fires = true},
        {.sent = "2026-03-04T18:01:00Z", .rule = "off-hours", .fires = true},
        {.sent = "2026-03-05T07:59:59Z", .rule = "off-hours", .fires = true},
        {.sent = "2026-03-07T12:00:00Z", .rule = "off-hours", .fires = true});
}
END_TEST

START_TEST(one_note_for_a_large_panel_is_fine_only_as_thanks) {
  static const char panel[] = "{\"name\": \"Ana Torres\", \"email\": \"ana@x.example\"}, {\"name\": \"Bo Lind\"}";
  ck_assert_int_eq(followup_policy_set_number(policy, FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, 2, NULL), FOLLOWUP_OK);
  const struct row rows[] = {
      {.panel = panel, .to = "Ana Torres <ana@x.example>\", \"Bo Lind", .rule = "multiple-recipients", .fires = false},
      {.panel = panel,
       .to = "Ana Torres <ana@x.example>\", \"Bo Lind",
       .kind = "status_check",
       .rule = "multiple-recipients",
       .fires = true},
      {.to = "Ana Torres <ana@x.example>\", \"Bo Lind", .rule = "multiple-recipients", .fires = true},
      {.panel = panel,
       .to = "Ana Torres <ana@x.example>\", \"Bo Lind",
       .sent = "2026-03-01T10:00:00Z",
       .rule = "multiple-recipients",
       .fires = true}};
  check_rows(rows, sizeof rows / sizeof *rows);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_company_is_known_by_its_initials_its_first_word_and_its_people,
                                a_day_is_one_only_where_it_is_no_count_and_nobody_named_it,
                                capitals_and_marks_shout_wherever_they_stand,
                                a_greeting_names_who_is_written_to_in_many_ways,
                                who_sat_on_a_panel_is_known_by_a_name_on_another_keyboard,
                                the_first_end_of_a_process_counts,
                                a_question_for_news_comes_too_soon_for_what_was_promised,
                                working_hours_end_with_the_last_instant_of_six,
                                one_note_for_a_large_panel_is_fine_only_as_thanks,
                                NULL};
  return run_tests_with("corners", tests, set_up, tear_down);
}
