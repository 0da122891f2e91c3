#include <jansson.h>
#include <time.h>

#include "reading.h"

static const char full[] =
    "{\"id\": \"c-1\","
    " \"candidate\": {\"name\": \"Zo\\u00eb Park\", \"email\": \"zoe@example.org\", \"time_zone\": \"Europe/London\"},"
    " \"application\": {\"company\": \"Halden Works\", \"role\": \"Planner\", \"applied_at\": "
    "\"2026-01-05T09:00:00Z\"},"
    " \"other_companies\": [\"Brook Mill\"],"
    " \"calendar\": {\"region\": \"GB\", \"holidays\": [\"2026-05-04\"]},"
    " \"interviews\": ["
    "  {\"id\": \"one\", \"stage\": \"screen\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\","
    "   \"panel\": [{\"name\": \"Ana Torres\", \"email\": \"ana@halden.example\", \"title\": \"Lead\","
    "               \"notes\": [\"two lines move in May\", \"the tool room\"]}, {\"name\": \"Bo\"}],"
    "   \"promised_reply\": \"by Friday\", \"promised_materials\": [{\"what\": \"plan\", \"to\": \"Ana Torres\"}, {}]},"
    "  {\"id\": \"two\", \"start\": \"2026-03-06T14:00:00+05:30\", \"end\": \"2026-03-06T15:00:00+05:30\","
    "   \"time_zone\": \"+05:30\", \"window_ends\": \"2026-03-20T17:00:00Z\"}],"
    " \"events\": [{\"kind\": \"verbal_offer\", \"at\": \"2026-03-21T10:00:00.25Z\", \"from\": \"Ana Torres\","
    "             \"promised_reply\": \"in a week\"}],"
    " \"messages\": [{\"id\": \"t1\", \"kind\": \"thank_you\", \"interview\": \"one\", \"from\": \"zoe@example.org\","
    "   \"to\": [\"Ana Torres <ana@halden.example>\", \"Bo\"], \"cc\": [\"c@halden.example\"], \"bcc\": "
    "[\"d@halden.example\"],"
    "   \"subject\": \"Thanks\", \"body\": \"Dear Ana,\\r\\n\\r\\nThank you.\", \"attachments\": [\"plan.pdf\"],"
    "   \"sent\": \"2026-03-04T18:00:00Z\"}, {\"kind\": \"status_check\", \"to\": [], \"body\": \"\"}],"
    " \"now\": \"2026-03-05T09:00:00+01:00\", \"expected\": [{\"any\": [null, 1.5]}], \"expected_plan\": 7}";

static followup_case *read_text(const char *json) {
  followup_case *of = NULL;
  followup_status status = followup_formats_read_case(NULL, json, FOLLOWUP_ZERO_TERMINATED, &of, NULL, error);
  ck_assert_msg(status == FOLLOWUP_OK, "%s", followup_error_message(error));
  return of;
}

static void check_refused(const char *json, followup_status status, const char *message) {
  followup_case *untouched = (followup_case *)&status;
  int64_t now = 77;
  ck_assert_int_eq(followup_formats_read_case(NULL, json, FOLLOWUP_ZERO_TERMINATED, &untouched, &now, error), status);
  ck_assert_str_eq(followup_error_message(error), message);
  ck_assert_ptr_eq(untouched, &status);
  ck_assert_int_eq(now, 77);
  ck_assert_int_eq(followup_formats_read_case(NULL, json, strlen(json), &untouched, NULL, NULL), status);
}

START_TEST(a_full_case_arrives_whole) {
  followup_case *of = read_text(full);
  ck_assert_str_eq(followup_case_id(of), "c-1");
  ck_assert_str_eq(followup_candidate_name(followup_case_candidate(of)), "Zo\xC3\xAB Park");
  ck_assert_str_eq(followup_candidate_email(followup_case_candidate(of)), "zoe@example.org");
  ck_assert_str_eq(followup_candidate_time_zone(followup_case_candidate(of)), "Europe/London");
  ck_assert_str_eq(followup_case_company(of), "Halden Works");
  ck_assert_str_eq(followup_case_role(of), "Planner");
  followup_case_free(of);
}
END_TEST

START_TEST(interviews_arrive_with_their_panel) {
  followup_case *of = read_text(full);
  ck_assert_uint_eq(followup_case_interview_count(of), 2);
  const followup_interview *one = followup_case_interview(of, 0);
  ck_assert_int_eq(followup_interview_start(one), INT64_C(1772632800000));
  ck_assert_int_eq(followup_interview_end(one), INT64_C(1772636400000));
  ck_assert_uint_eq(followup_interview_interviewer_count(one), 2);
  const followup_interviewer *ana = followup_interview_interviewer(one, 0);
  ck_assert_str_eq(followup_interviewer_name(ana), "Ana Torres");
  ck_assert_str_eq(followup_interviewer_email(ana), "ana@halden.example");
  ck_assert_uint_eq(followup_interviewer_note_count(ana), 2);
  ck_assert_str_eq(followup_interviewer_note(ana, 1), "the tool room");
  ck_assert_str_eq(followup_interview_id(followup_case_interview(of, 1)), "two");
  followup_case_free(of);
}
END_TEST

START_TEST(messages_and_events_arrive_whole) {
  followup_case *of = read_text(full);
  ck_assert_uint_eq(followup_case_message_count(of), 2);
  const followup_message *first = followup_case_message(of, 0), *second = followup_case_message(of, 1);
  ck_assert_str_eq(followup_message_id(first), "t1");
  ck_assert_int_eq(followup_message_kind(first), FOLLOWUP_KIND_THANK_YOU);
  ck_assert_uint_eq(followup_message_recipient_count(first, FOLLOWUP_RECIPIENTS_TO), 2);
  ck_assert_str_eq(followup_message_recipient(first, FOLLOWUP_RECIPIENTS_CC, 0), "c@halden.example");
  ck_assert_str_eq(followup_message_recipient(first, FOLLOWUP_RECIPIENTS_BCC, 0), "d@halden.example");
  ck_assert_str_eq(followup_message_body(first, NULL), "Dear Ana,\r\n\r\nThank you.");
  ck_assert_int_eq(followup_message_sent(first), INT64_C(1772647200000));
  ck_assert_str_eq(followup_message_id(second), "m2");
  ck_assert_int_eq(followup_message_sent(second), FOLLOWUP_NO_TIME);
  const followup_event *event = followup_case_event(of, 0);
  ck_assert_int_eq(followup_event_kind_of(event), FOLLOWUP_EVENT_VERBAL_OFFER);
  ck_assert_int_eq(followup_event_at(event), INT64_C(1774087200250));
  followup_case_free(of);
}
END_TEST

START_TEST(now_is_handed_over_or_unknown) {
  followup_case *of = NULL;
  int64_t now = 0;
  ck_assert_int_eq(followup_formats_read_case(NULL, full, strlen(full), &of, &now, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(now, INT64_C(1772697600000));
  followup_case_free(of);
  ck_assert_int_eq(followup_formats_read_case(NULL, " {} \n", 5, &of, &now, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(now, FOLLOWUP_NO_TIME);
  followup_case_free(of);
}
END_TEST

START_TEST(a_case_needs_a_place_to_go_to) {
  int64_t now = 7;
  ck_assert_int_eq(followup_formats_read_case(NULL, full, strlen(full), NULL, &now, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(now, 7);
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over) {
  followup_case_free(read_text("\xEF\xBB\xBF{\"id\": \"x\"}"));
  check_refused("\xEF\xBB\xBF{\"id\": \xFF}", FOLLOWUP_E_UTF8, "invalid UTF-8 at offset 10");
}
END_TEST

/* Whether the linter reports a rule for the messages of a case. */
static bool fires(const char *json, followup_rule rule) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  followup_case *of = read_text(json);
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, INT64_C(1772870400000), &report, NULL), FOLLOWUP_OK);
  bool found = false;
  for (size_t i = 0; i < followup_report_count(report); i++)
    found |= followup_finding_rule(followup_report_finding(report, i)) == rule;
  followup_report_free(report);
  followup_linter_free(linter);
  followup_case_free(of);
  return found;
}

/* Whether an interview that begins and ends as said was on 4 March by the clocks of its zone. */
static bool was_on_the_fourth(const char *before, const char *interview, const char *behind) {
  static const char body[] = "Dear Ana,\\n\\nThank you for our conversation on %d March.\\n\\nBest regards,\\nKim";
  bool right[2];
  for (int day = 4; day <= 5; day++) {
    char json[1024], text[256];
    snprintf(text, sizeof text, body, day);
    snprintf(json, sizeof json,
             "{%s\"interviews\": [{\"id\": \"i\", %s}], \"messages\": [{\"kind\": \"thank_you\", \"interview\": \"i\","
             " \"to\": [\"Ana <ana@halden.example>\"], \"subject\": \"Thank you\", \"body\": \"%s\"}]%s}",
             before, interview, text, behind);
    right[day - 4] = !fires(json, FOLLOWUP_RULE_WRONG_DATE);
  }
  ck_assert_int_ne(right[0], right[1]);
  return right[0];
}

#define IN_CHICAGO "\"candidate\": {\"time_zone\": \"America/Chicago\", \"name\": \"Kim\"}"

/* Each is one hour before and after midnight of one zone, and on the other day in another. */
START_TEST(a_zone_left_out_is_the_candidates_else_the_offset_of_the_end) {
  static const char utc[] = "\"start\": \"2026-03-05T01:00:00Z\", \"end\": \"2026-03-05T02:00:00Z\"";
  static const char minus_zero[] = "\"start\": \"2026-03-05T01:00:00Z\", \"end\": \"2026-03-05T02:00:00.5-00:00\"";
  static const char west[] = "\"start\": \"2026-03-05T01:00:00Z\", \"end\": \"2026-03-04T21:00:00-05:00\"";
  static const char east[] = "\"start\": \"2026-03-04T19:00:00Z\", \"end\": \"2026-03-05t01:30:00+05:30\"";
  ck_assert(!was_on_the_fourth("", utc, ""));
  ck_assert(!was_on_the_fourth("", minus_zero, ""));
  ck_assert(was_on_the_fourth("", west, ""));
  ck_assert(!was_on_the_fourth("", east, ""));
  ck_assert(was_on_the_fourth("\"candidate\": {\"name\": \"Kim\"}, ", west, ""));
  ck_assert(was_on_the_fourth(IN_CHICAGO ", ", utc, ""));
}
END_TEST

START_TEST(the_candidates_zone_counts_wherever_it_stands_in_the_file) {
  static const char utc[] = "\"start\": \"2026-03-05T01:00:00Z\", \"end\": \"2026-03-05T02:00:00Z\"";
  ck_assert(was_on_the_fourth("", utc, ", " IN_CHICAGO));
}
END_TEST

START_TEST(a_zone_of_its_own_wins) {
  static const char tokyo[] =
      "\"time_zone\": \"Asia/Tokyo\", \"start\": \"2026-03-04T20:00:00Z\", \"end\": \"2026-03-04T21:00:00Z\"";
  ck_assert(!was_on_the_fourth(IN_CHICAGO ", ", tokyo, ""));
}
END_TEST

#define NOTE_TO_ANA \
  "{\"messages\": [{\"kind\": \"thank_you\", \"to\": [\"Ana <ana@halden.example>\"], \"subject\": \"Thank you\", "

START_TEST(attachments_and_other_companies_reach_the_linter) {
  static const char attached[] = NOTE_TO_ANA "\"body\": \"Dear Ana, my plan is attached.\"%s}]}";
  static const char rival[] = NOTE_TO_ANA "\"body\": \"Dear Ana, I would love to join Brook Mill.\"}]%s}";
  char with[512], without[512];
  snprintf(with, sizeof with, attached, ", \"attachments\": [\"plan.pdf\"]");
  snprintf(without, sizeof without, attached, "");
  ck_assert(!fires(with, FOLLOWUP_RULE_MISSING_ATTACHMENT));
  ck_assert(fires(without, FOLLOWUP_RULE_MISSING_ATTACHMENT));
  snprintf(with, sizeof with, rival,
           ", \"other_companies\": [\"Brook Mill\"], \"application\": {\"company\": \"Halden Works\"}");
  snprintf(without, sizeof without, rival, ", \"application\": {\"company\": \"Brook Mill\"}");
  ck_assert(fires(with, FOLLOWUP_RULE_WRONG_COMPANY));
  ck_assert(!fires(without, FOLLOWUP_RULE_WRONG_COMPANY));
}
END_TEST

#define INTERVIEW "{\"id\": \"i\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\""

START_TEST(failures_name_the_member) {
  static const struct {
    const char *json;
    followup_status status;
    const char *message;
  } rows[] = {
      {"[]", FOLLOWUP_E_ARGUMENT, "must be an object, is an array"},
      {"\"x\"", FOLLOWUP_E_ARGUMENT, "must be an object, is text"},
      {"{\"colour\": 1}", FOLLOWUP_E_UNKNOWN, "colour: unknown member"},
      {"{\"a b\": 1}", FOLLOWUP_E_UNKNOWN, "[\"a b\"]: unknown member"},
      {"{\"\": 1}", FOLLOWUP_E_UNKNOWN, "[\"\"]: unknown member"},
      {"{\"messages\": [{\"x\\ny\": 1}]}", FOLLOWUP_E_UNKNOWN, "messages[0][\"x?y\"]: unknown member"},
      {"{\"candidate\": {}}", FOLLOWUP_E_ARGUMENT, "candidate.name: is missing"},
      {"{\"candidate\": {\"name\": \"A\", \"email\": 4}}", FOLLOWUP_E_ARGUMENT,
       "candidate.email: must be text, is a number"},
      {"{\"candidate\": {\"name\": \"A\", \"email\": \"a@b@c\"}}", FOLLOWUP_E_ARGUMENT,
       "candidate.email: not an address: more than one @ in it"},
      {"{\"candidate\": {\"name\": \"A\", \"time_zone\": null}}", FOLLOWUP_E_ARGUMENT,
       "candidate.time_zone: must be text, is null"},
      {"{\"application\": {\"role\": \"x\"}}", FOLLOWUP_E_ARGUMENT, "application.company: is missing"},
      {"{\"application\": {\"company\": \"x\", \"applied_at\": \"2026-01-05\"}}", FOLLOWUP_E_ARGUMENT,
       "application.applied_at: \"2026-01-05\" is not an instant such as 2026-03-05T14:00:00-06:00"},
      {"{\"other_companies\": [\"a\", true]}", FOLLOWUP_E_ARGUMENT, "other_companies[1]: must be text, is true"},
      {"{\"other_companies\": [\" \"]}", FOLLOWUP_E_ARGUMENT, "other_companies[0]: is empty"},
      {"{\"calendar\": {\"region\": \"England\"}}", FOLLOWUP_E_ARGUMENT,
       "calendar.region: not a country code of two letters"},
      {"{\"calendar\": {\"holidays\": [\"2026-05-04\", \"2026-02-30\"]}}", FOLLOWUP_E_ARGUMENT,
       "calendar.holidays[1]: not a date as YYYY-MM-DD"},
      {"{\"interviews\": [" INTERVIEW ", \"panel\": [{\"name\": \"A\"}, {\"name\": \"B\", \"email\": 4}]}]}",
       FOLLOWUP_E_ARGUMENT, "interviews[0].panel[1].email: must be text, is a number"},
      {"{\"interviews\": [" INTERVIEW ", \"panel\": [{\"name\": \"A\", \"notes\": [{}]}]}]}", FOLLOWUP_E_ARGUMENT,
       "interviews[0].panel[0].notes[0]: must be text, is an object"},
      {"{\"interviews\": [" INTERVIEW "}, " INTERVIEW "}]}", FOLLOWUP_E_ARGUMENT,
       "interviews[1].id: another interview has it already"},
      {"{\"interviews\": [" INTERVIEW ", \"time_zone\": \"Mars/Olympus\"}]}", FOLLOWUP_E_TIME_ZONE, NULL},
      {"{\"interviews\": [{\"id\": \"i\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T13:59:59Z\"}]}",
       FOLLOWUP_E_ARGUMENT, "interviews[0].end: is before the start"},
      {"{\"interviews\": [" INTERVIEW ", \"promised_materials\": [{\"what\": \"x\", \"to\": \"@\"}]}]}",
       FOLLOWUP_E_ARGUMENT, "interviews[0].promised_materials[0].to: not an address: nothing on one side of the @"},
      {"{\"interviews\": [" INTERVIEW ", \"promised_materials\": [{\"what\": \"x\\u0000\", \"to\": \"a\"}]}]}",
       FOLLOWUP_E_UTF8, "interviews[0].promised_materials[0].what: NUL byte at offset 1"},
      {"{\"events\": [{\"kind\": \"offer\", \"at\": \"2026-03-04T14:00:00Z\"}]}", FOLLOWUP_E_UNKNOWN,
       "events[0].kind: \"offer\" is no kind of event: reply, information_request, verbal_offer, written_offer, "
       "rejection, withdrawal or hire"},
      {"{\"events\": [{\"kind\": \"hire\"}]}", FOLLOWUP_E_ARGUMENT, "events[0].at: is missing"},
      {"{\"messages\": [{\"kind\": \"thank_you\", \"to\": [], \"body\": \"\", \"interview\": \"i\"}]}",
       FOLLOWUP_E_ARGUMENT, "messages[0].interview: \"i\" is the id of no interview of the case"},
      {"{\"messages\": [{\"kind\": \"unknown\", \"to\": [], \"body\": \"\"}]}", FOLLOWUP_E_UNKNOWN, NULL},
      {"{\"messages\": [{\"kind\": \"thank_you\", \"to\": [\"A\", \"<\"], \"body\": \"\"}]}", FOLLOWUP_E_ARGUMENT,
       NULL},
      {"{\"messages\": [{\"kind\": \"thank_you\", \"to\": [], \"body\": \"a\\u0000b\"}]}", FOLLOWUP_E_UTF8,
       "messages[0].body: NUL byte at offset 1"},
      {"{\"now\": \"2026-02-29T00:00:00Z\"}", FOLLOWUP_E_ARGUMENT,
       "now: \"2026-02-29T00:00:00Z\" is on a day that does not exist"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    followup_case *of = NULL;
    ck_assert_int_eq(followup_formats_read_case(NULL, rows[i].json, strlen(rows[i].json), &of, NULL, error),
                     rows[i].status);
    if (rows[i].message != NULL) check_refused(rows[i].json, rows[i].status, rows[i].message);
  }
}
END_TEST

START_TEST(what_is_shown_of_a_long_value_ends_with_a_character) {
  check_refused("{\"now\": \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff\"}", FOLLOWUP_E_ARGUMENT,
                "now: \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff\" is not an instant such as "
                "2026-03-05T14:00:00-06:00");
  check_refused(
      "{\"now\": \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffffffff\\u00e9\"}", FOLLOWUP_E_ARGUMENT,
      "now: \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffffffff\xE2\x80\xA6\" is not an instant such as "
      "2026-03-05T14:00:00-06:00");
  check_refused("{\"id\": false}", FOLLOWUP_E_ARGUMENT, "id: must be text, is false");
}
END_TEST

START_TEST(a_place_longer_than_an_error_is_cut) {
  char json[1200] = "{\"candidate\": {\"";
  memset(json + strlen(json), 'n', 1000);
  strcat(json, "\": 1}}");
  followup_case *of = NULL;
  ck_assert_int_eq(followup_formats_read_case(NULL, json, FOLLOWUP_ZERO_TERMINATED, &of, NULL, error),
                   FOLLOWUP_E_UNKNOWN);
  ck_assert_ptr_eq(strstr(followup_error_member(error), "candidate.nnn"), followup_error_member(error));
  ck_assert_uint_eq(strlen(followup_error_member(error)), 255);
}
END_TEST

START_TEST(no_text_no_place_and_a_text_beyond_a_gigabyte_are_refused) {
  followup_case *of = NULL;
  ck_assert_int_eq(followup_formats_read_case(NULL, NULL, 0, &of, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_case(NULL, "{}", 2, NULL, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_case(NULL, "{}", ((size_t)1 << 30) + 1, &of, NULL, error), FOLLOWUP_E_LIMIT);
  ck_assert_ptr_null(of);
}
END_TEST

START_TEST(an_offset_in_a_text_comes_with_its_member) {
  followup_case *of = NULL;
  const char *json = "{\"messages\": [{\"kind\": \"thank_you\", \"to\": [], \"body\": \"abc\\u0000\"}]}";
  ck_assert_int_eq(followup_formats_read_case(NULL, json, strlen(json), &of, NULL, error), FOLLOWUP_E_UTF8);
  ck_assert_str_eq(followup_error_member(error), "messages[0].body");
  ck_assert_uint_eq(followup_error_offset(error), 3);
}
END_TEST

static void check_syntax(const char *json, size_t length, followup_status status, size_t line) {
  followup_case *of = NULL;
  ck_assert_int_eq(followup_formats_read_case(NULL, json, length, &of, NULL, error), status);
  ck_assert_uint_eq(followup_error_line(error), line);
  ck_assert_uint_le(followup_error_offset(error), length);
  ck_assert_str_eq(followup_error_member(error), "");
}

START_TEST(what_does_not_parse_is_told_with_its_line) {
  check_syntax("", 0, FOLLOWUP_E_SYNTAX, 1);
  check_syntax("{\n\n\"id\": }", 10, FOLLOWUP_E_SYNTAX, 3);
  check_syntax("{\"id\": \"x\"}\n{}", 14, FOLLOWUP_E_SYNTAX, 2);
  check_syntax("{\"id\": \"x\",\n\"id\": \"x\"}", 22, FOLLOWUP_E_SYNTAX, 2);
  check_syntax("{\"id\": \"a\0b\"}", 13, FOLLOWUP_E_SYNTAX, 1);
  check_syntax("{\"id\": \"\\ud800\"}", 16, FOLLOWUP_E_SYNTAX, 1);
  check_syntax("{\n\"id\": \"\xC3(\"}", 13, FOLLOWUP_E_UTF8, 2);
  ck_assert_uint_eq(followup_error_offset(error), 9);
}
END_TEST

START_TEST(an_error_is_one_line) {
  static const char *const texts[] = {"{\"id\": \x1B[31m}", "{\x07", "{\"\x1B\\n\": 1}", "{\"now\": \"\\u001b\\n\"}"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    followup_case *of = NULL;
    ck_assert_int_ne(followup_formats_read_case(NULL, texts[i], strlen(texts[i]), &of, NULL, error), FOLLOWUP_OK);
    for (const char *at = followup_error_message(error); *at != '\0'; at++) ck_assert_int_ge((unsigned char)*at, ' ');
  }
}
END_TEST

START_TEST(every_truncation_is_an_error) {
  for (size_t length = 0; length < strlen(full); length++) {
    followup_case *of = NULL;
    ck_assert_int_eq(followup_formats_read_case(NULL, full, length, &of, NULL, error), FOLLOWUP_E_SYNTAX);
    ck_assert_ptr_null(of);
  }
}
END_TEST

START_TEST(nesting_without_end_is_an_error) {
  enum { DEPTH = 200000 };
  char *deep = malloc(DEPTH);
  ck_assert_ptr_nonnull(deep);
  memset(deep, '[', DEPTH);
  check_syntax(deep, DEPTH, FOLLOWUP_E_SYNTAX, 1);
  free(deep);
}
END_TEST

START_TEST(texts_longer_than_the_limit_are_told) {
  followup_context *context = NULL;
  followup_case *of = NULL;
  const char *json = "{\"messages\": [{\"kind\": \"thank_you\", \"to\": [], \"body\": \"0123456789abcdef\"}]}";
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, 15, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_formats_read_case(context, json, strlen(json), &of, NULL, error), FOLLOWUP_E_LIMIT);
  ck_assert_str_eq(followup_error_member(error), "messages[0].body");
  ck_assert_int_eq(followup_context_set_text_limit(context, 16, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_formats_read_case(context, json, strlen(json), &of, NULL, error), FOLLOWUP_OK);
  followup_case_free(of);
  followup_context_free(context);
}
END_TEST

START_TEST(a_failed_allocation_of_the_core_is_told_and_nothing_is_left) {
  struct countdown countdown = {1};
  followup_context *context = NULL;
  followup_status status = FOLLOWUP_E_MEMORY;
  ck_assert_int_eq(followup_context_new(allocate_while_it_lasts, release_to_system, &countdown, &context), FOLLOWUP_OK);
  for (size_t given = 0; status == FOLLOWUP_E_MEMORY; given++) {
    followup_case *of = NULL;
    countdown.left = given;
    status = followup_formats_read_case(context, full, strlen(full), &of, NULL, error);
    ck_assert_int_eq(status != FOLLOWUP_OK, of == NULL);
    ck_assert_uint_lt(given, 1000);
    followup_case_free(of);
  }
  ck_assert_int_eq(status, FOLLOWUP_OK);
  followup_context_free(context);
}
END_TEST

static size_t json_blocks_left;

static void *allocate_json(size_t size) {
  if (json_blocks_left == 0) return NULL;
  json_blocks_left--;
  return malloc(size);
}

/* Jansson itself calls some of them invalid tokens, so the status may be that of a syntax error. */
START_TEST(a_failed_allocation_of_the_parser_is_told_and_nothing_is_left) {
  bool told = false;
  followup_status status = FOLLOWUP_E_MEMORY;
  json_set_alloc_funcs(allocate_json, free);
  for (size_t given = 0; status != FOLLOWUP_OK; given++) {
    followup_case *of = NULL;
    json_blocks_left = given;
    status = followup_formats_read_case(NULL, full, strlen(full), &of, NULL, error);
    ck_assert_int_eq(status != FOLLOWUP_OK, of == NULL);
    ck_assert_uint_lt(given, 2000);
    told |= status == FOLLOWUP_E_MEMORY;
    followup_case_free(of);
  }
  json_set_alloc_funcs(malloc, free);
  ck_assert(told);
}
END_TEST

static char *make_large_case(int count) {
  char *json = malloc((size_t)count * 300), *at = json;
  ck_assert_ptr_nonnull(json);
  at += sprintf(at, "{\"interviews\": [");
  for (int i = 0; i < count; i++)
    at += sprintf(at, "%s{\"id\": \"i%d\", \"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\"}",
                  i > 0 ? "," : "", i);
  at += sprintf(at, "], \"messages\": [");
  for (int i = 0; i < count; i++)
    at += sprintf(at, "%s{\"kind\": \"thank_you\", \"interview\": \"i%d\", \"to\": [\"a@b.example\"], \"body\": \"x\"}",
                  i > 0 ? "," : "", i);
  sprintf(at, "]}");
  return json;
}

static double seconds_to_read(int count) {
  char *json = make_large_case(count);
  clock_t from = clock();
  followup_case_free(read_text(json));
  free(json);
  return (double)(clock() - from) / CLOCKS_PER_SEC;
}

/* Eight times the input would take 64 times as long were it not linear; the bound leaves room for a busy machine. */
START_TEST(many_interviews_and_messages_take_linear_time) {
  double few = seconds_to_read(5000), many = seconds_to_read(40000);
  ck_assert_double_lt(many, 8 * 3 * few + 0.2);
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("cases");
  tcase_add_test(tests, a_full_case_arrives_whole);
  tcase_add_test(tests, interviews_arrive_with_their_panel);
  tcase_add_test(tests, messages_and_events_arrive_whole);
  tcase_add_test(tests, a_case_needs_a_place_to_go_to);
  tcase_add_test(tests, now_is_handed_over_or_unknown);
  tcase_add_test(tests, a_byte_order_mark_is_passed_over);
  tcase_add_test(tests, a_zone_left_out_is_the_candidates_else_the_offset_of_the_end);
  tcase_add_test(tests, the_candidates_zone_counts_wherever_it_stands_in_the_file);
  tcase_add_test(tests, a_zone_of_its_own_wins);
  tcase_add_test(tests, attachments_and_other_companies_reach_the_linter);
  tcase_add_test(tests, failures_name_the_member);
  tcase_add_test(tests, what_is_shown_of_a_long_value_ends_with_a_character);
  tcase_add_test(tests, a_place_longer_than_an_error_is_cut);
  tcase_add_test(tests, no_text_no_place_and_a_text_beyond_a_gigabyte_are_refused);
  tcase_add_test(tests, an_offset_in_a_text_comes_with_its_member);
  tcase_add_test(tests, what_does_not_parse_is_told_with_its_line);
  tcase_add_test(tests, an_error_is_one_line);
  tcase_add_test(tests, every_truncation_is_an_error);
  tcase_add_test(tests, nesting_without_end_is_an_error);
  tcase_add_test(tests, texts_longer_than_the_limit_are_told);
  tcase_add_test(tests, a_failed_allocation_of_the_core_is_told_and_nothing_is_left);
  tcase_add_test(tests, a_failed_allocation_of_the_parser_is_told_and_nothing_is_left);
  tcase_add_test(tests, many_interviews_and_messages_take_linear_time);
  return run_suite(tests, "read_case");
}
