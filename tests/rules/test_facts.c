/* Names, companies and days held against the case. A row is a message and what of it the rule marks, NULL for nothing.
 * The interview at Halden Works was on Wednesday 4 March 2026; the message goes to Ana Torres on Thursday. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/findings.h"
#include "support/run.h"
#include "support/scene.h"

#define THURSDAY (SCENE_END + INT64_C(18) * 3600000)

static followup_linter *linter;

static void open_linter(void) { ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK); }

static void close_linter(void) { followup_linter_free(linter); }

/* The text that the rule marks first; NULL where it marks nothing. */
static void check_scene(const struct scene *scene, followup_rule rule, const char *wanted) {
  followup_case *of = scene_build(scene);
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, THURSDAY, &report, NULL), FOLLOWUP_OK);
  const char *found = NULL;
  for (size_t i = 0; i < followup_report_count(report) && found == NULL; i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (followup_finding_rule(finding) == rule) found = followup_finding_text(finding);
  }
  ck_assert_msg(found == NULL ? wanted == NULL : wanted != NULL && strcmp(found, wanted) == 0,
                "%s\n%s marks [%s], not [%s]", scene->body, followup_rule_name(rule), found != NULL ? found : "nothing",
                wanted != NULL ? wanted : "nothing");
  followup_report_free(report);
  followup_case_free(of);
}

static void check_text(const char *text, followup_rule rule, const char *wanted) {
  char *body = scene_body("Ana", text);
  check_scene(&(struct scene){.kind = "thank_you", .sent = THURSDAY, .body = body}, rule, wanted);
  free(body);
}

struct row {
  const char *text, *marked;
};

#define CHECK_TEXTS(rule, ...)                                                                              \
  do {                                                                                                      \
    static const struct row rows[] = {__VA_ARGS__};                                                         \
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check_text(rows[i].text, rule, rows[i].marked); \
  } while (0)

START_TEST(a_day_of_the_conversation_is_the_day_it_was) {
  CHECK_TEXTS(
      FOLLOWUP_RULE_WRONG_DATE, {"Thank you for your time on Wednesday.", NULL},
      {"Thank you for your time on Tuesday.", "Tuesday"}, {"Thank you for your time on 4 March.", NULL},
      {"Thank you for your time on 5 March.", "5 March"}, {"Thank you for your time on March 4.", NULL},
      {"Thank you for your time on March 5.", "March 5"}, {"Thank you for your time on the 4th.", NULL},
      {"Thank you for your time on the 5th.", "5th"}, {"Thank you for your time on the 4th of March.", NULL},
      {"Thank you for your time on the 5th of March.", "5th of March"},
      {"Thank you for your time on the 4th of April.", "4th of April"},
      {"Thank you for your time on 4 April.", "4 April"}, {"Thank you for your time yesterday.", NULL},
      {"Thank you for your time today.", "today"}, {"Thank you for your time this morning.", "this morning"},
      {"Thank you for your time on March 1st.", "March 1st"}, {"Thank you for your time on March 2nd.", "March 2nd"},
      {"Thank you for your time on March 3rd.", "March 3rd"}, {"Thank you for your time on March 31st.", "March 31st"},
      {"Thank you for your time on the 22nd.", "22nd"}, {"Thank you for your time on the 23rd.", "23rd"},
      {"Thank you for your time on the 31st.", "31st"}, {"Thank you for your time on the 32nd floor.", NULL},
      {"Thank you for your time on the 2nd floor.", NULL}, {"Thank you for your time on 12 occasions.", NULL});
}
END_TEST

START_TEST(each_weekday_and_month_is_known_by_its_names) {
  static const char *const days[] = {"Monday", "Tuesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static const char *const months[] = {"January", "February",  "April",   "May",      "June",    "July",
                                       "August",  "September", "October", "November", "December"};
  char text[64], date[32];
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    snprintf(text, sizeof text, "Thank you for your time on %s.", days[i]);
    check_text(text, FOLLOWUP_RULE_WRONG_DATE, days[i]);
  }
  for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
    snprintf(date, sizeof date, "4 %s", months[i]);
    snprintf(text, sizeof text, "Thank you for your time on %s.", date);
    check_text(text, FOLLOWUP_RULE_WRONG_DATE, date);
  }
}
END_TEST

START_TEST(a_day_fits_where_no_interview_has_a_time) {
  char *body = scene_body("Ana", "Thank you for your time yesterday.");
  struct scene scene = {.kind = "thank_you", .sent = THURSDAY, .body = body, .zone = "Pacific/Auckland"};
  /* Wednesday's 15:00 in London is Thursday in Auckland, and so is the message's day. */
  check_scene(&scene, FOLLOWUP_RULE_WRONG_DATE, "yesterday");
  scene.zone = "America/Los_Angeles";
  check_scene(&scene, FOLLOWUP_RULE_WRONG_DATE, NULL);
  free(body);
}
END_TEST

START_TEST(a_company_is_the_one_of_the_case) {
  CHECK_TEXTS(FOLLOWUP_RULE_WRONG_COMPANY, {"I would love to join Halden Works.", NULL},
              {"I would love to join Fenwick.", "Fenwick"}, {"I would love to join Halden.", NULL},
              {"I would love to join Fenwick Halden.", NULL}, {"I would love to join HW.", NULL},
              {"I would love to join HX.", "HX"}, {"I would love to join H.", NULL},
              {"I would love to join Fenwick's team.", "Fenwick's"}, {"I would love to join Halden's team.", NULL},
              {"I would love to join on Monday.", NULL}, {"I would love to join fenwick.", NULL},
              {"I would love to join B2B.", NULL}, {"I would love to join Fenwick Sons.", "Fenwick Sons"});
}
END_TEST

START_TEST(another_company_of_the_process_is_no_slip_where_it_was_talked_about) {
  char *body = scene_body("Ana", "I would love to join Contoso Freight and its people.");
  struct scene scene = {.kind = "thank_you", .sent = THURSDAY, .body = body, .other = "Contoso Freight"};
  check_scene(&scene, FOLLOWUP_RULE_WRONG_COMPANY, "Contoso Freight");
  scene.company = "Contoso Freight";
  check_scene(&scene, FOLLOWUP_RULE_WRONG_COMPANY, NULL);
  free(body);
}
END_TEST

static void check_greeting(const char *greeting, const char *name, const char *to, const char *wanted) {
  char body[256];
  snprintf(body, sizeof body, "%s\n\nThank you for the talk.\n\nBest regards,\nKim Lee\n", greeting);
  check_scene(&(struct scene){.kind = "thank_you", .sent = THURSDAY, .body = body, .name = name, .to = to},
              FOLLOWUP_RULE_WRONG_NAME, wanted);
}

START_TEST(a_greeting_names_the_addressee) {
  static const struct {
    const char *greeting, *name, *marked;
  } rows[] = {{"Dear Ana,", "Ana Torres", NULL},
              {"Dear Anna,", "Ana Torres", "Anna"},
              {"Dear Ms Torres,", "Ana Torres", NULL},
              {"Dear Ms Tores,", "Ana Torres", "Tores"},
              {"hi ana,", "Ana Torres", NULL},
              {"hi zed,", "Ana Torres", "zed"},
              {"Hi Bo & Ana,", "Ana Torres", NULL},
              {"Hi Bo/Ana,", "Ana Torres", NULL},
              {"Hi Bo + Ana,", "Ana Torres", NULL},
              {"Hi Tom and Cy,", "Ana Torres", "Tom and Cy"},
              {"Hi Ana Maria,", "Ana Torres", "Ana Maria"},
              {"Hi Ana Maria Torres,", "Ana Torres", NULL},
              {"Dear Don Carlos,", "Carlos Ruiz", NULL},
              {"Dear Don,", "Don Ruiz", NULL},
              {"Kia ora Ruth,", "Ruth Kane", NULL},
              {"Ustaz Hisham,", "Hisham Nour", NULL},
              {"Gentile Ingegner Bassanese,", "Carla Bassanese", NULL},
              {"Dear Plant Manager,", "Ana Torres", NULL},
              {"Dear Nursing Recruitment Team,", "Ana Torres", NULL},
              {"Greetings from a rainy Lublin,", "Ana Torres", NULL},
              {"Dear Wojcik,", "Adam W\xC3\xB3jcik", NULL},
              {"V\xC3\xA1\xC5\xBE"
               "en\xC3\xBD pane Strnade,",
               "Jan Strnad", NULL},
              {"Dear Vincent van der Meer,", "Vincent van der Meer", NULL},
              {"Dear vincent van der Meer,", "Vincent van der Meer", NULL},
              {"Good morning,", "Ana Torres", NULL},
              {"Hi A,", "Ana Torres", NULL},
              {"Hi J. Torres,", "Ana Torres", NULL},
              {"Hi Ana \xF0\x9F\x98\x80,", "Ana Torres", NULL}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    check_greeting(rows[i].greeting, rows[i].name, NULL, rows[i].marked);
}
END_TEST

START_TEST(an_office_is_greeted_by_whoever_reads_its_mail) {
  check_greeting("Dear Bo,", "Ana Torres", "Blue Heron Careers <jobs@blue.example>", NULL);
  check_greeting("Dear Bo,", "Ana Torres", "Halden Works <jobs@blue.example>", NULL);
  check_greeting("Dear Bo,", "Ana Torres", "Halden Works Ltd <jobs@blue.example>", NULL);
  check_greeting("Dear Bo,", "Ana Torres", "Ana Ruiz <ana@blue.example>", "Bo");
}
END_TEST

static void check_recipients(const char *to, const char *cc, followup_level level, int size) {
  followup_policy *policy = NULL;
  followup_linter *own = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(followup_policy_new(NULL, &policy, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_policy_set_number(policy, FOLLOWUP_NUMBER_GROUP_NOTE_SIZE, size, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(NULL, policy, &own, NULL), FOLLOWUP_OK);
  char *body = scene_body("Ana", "Thank you for the talk.");
  followup_case *of = scene_build(
      &(struct scene){.kind = "thank_you", .sent = THURSDAY, .body = body, .to = to, .cc = cc, .theirs = "boats"});
  ck_assert_int_eq(followup_lint_case(own, NULL, of, THURSDAY, &report, NULL), FOLLOWUP_OK);
  followup_level found = FOLLOWUP_LEVEL_OFF;
  for (size_t i = 0; i < followup_report_count(report); i++)
    if (followup_finding_rule(followup_report_finding(report, i)) == FOLLOWUP_RULE_MULTIPLE_RECIPIENTS)
      found = followup_finding_level(followup_report_finding(report, i));
  ck_assert_msg(found == level, "to %s, cc %s: %s", to, cc != NULL ? cc : "", followup_level_name(found));
  followup_report_free(report);
  followup_case_free(of);
  followup_linter_free(own);
  followup_policy_free(policy);
  free(body);
}

START_TEST(one_note_to_several_is_told_unless_the_panel_is_large) {
  check_recipients("a@x.org", NULL, FOLLOWUP_LEVEL_OFF, 0);
  check_recipients("a@x.org|b@x.org", NULL, FOLLOWUP_LEVEL_ERROR, 0);
  check_recipients("a@x.org|A@X.ORG", NULL, FOLLOWUP_LEVEL_OFF, 0);
  check_recipients("a@x.org", "b@x.org", FOLLOWUP_LEVEL_ERROR, 0);
  check_recipients("a@x.org|b@x.org", "c@x.org", FOLLOWUP_LEVEL_ERROR, 0);
  check_recipients("a@x.org|b@x.org", NULL, FOLLOWUP_LEVEL_OFF, 2); /* a panel of two */
  check_recipients("a@x.org|b@x.org", NULL, FOLLOWUP_LEVEL_ERROR, 3);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_day_of_the_conversation_is_the_day_it_was,
                                each_weekday_and_month_is_known_by_its_names,
                                a_day_fits_where_no_interview_has_a_time,
                                a_company_is_the_one_of_the_case,
                                another_company_of_the_process_is_no_slip_where_it_was_talked_about,
                                a_greeting_names_the_addressee,
                                an_office_is_greeted_by_whoever_reads_its_mail,
                                one_note_to_several_is_told_unless_the_panel_is_large,
                                NULL};
  return run_tests_with("facts", tests, open_linter, close_linter);
}
