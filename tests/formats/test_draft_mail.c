/* Drafts as mail: what is written is read again as it was. */
#include "reading.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static char bytes[1 << 20];
static size_t used, room;

static bool keep(const char *more, size_t length, void *user) {
  (void)user;
  if (length > room - used) return false;
  memcpy(bytes + used, more, length);
  used += length;
  bytes[used] = '\0';
  return true;
}

enum { DAY = 86400000 };
#define ENDED INT64_C(1772636400000) /* 4 March 2026, 15:00 UTC */

static followup_case *of;
static followup_draft *draft;

/* A case with one person, drafted for. */
static void make(const char *name, const char *email, const char *role) {
  followup_interview *interview;
  followup_interviewer *person;
  followup_plan *plan = NULL;
  used = 0;
  room = sizeof bytes - 1;
  draft = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), "Zoë Lindqvist", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_candidate_set_email(followup_case_candidate(of), "zoe@example.org", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_set_role(of, role, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_add_interview(of, "onsite", Z, &interview, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(interview, ENDED - 3600000, ENDED, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_add_interviewer(interview, name, Z, &person, NULL), FOLLOWUP_OK);
  if (email != NULL) ck_assert_int_eq(followup_interviewer_set_email(person, email, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interviewer_add_note(person, "the kiln is wood-fired", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interviewer_add_note(person, "clay comes from Höganäs", Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_plan_make(NULL, of, ENDED, &plan, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(
      followup_draft_make(NULL, of, followup_plan_at(plan, 0), ENDED, FOLLOWUP_REGISTER_NEUTRAL, NULL, 0, &draft, NULL),
      FOLLOWUP_OK);
  followup_plan_free(plan);
}

static void add_sent(const char *id, const char *to, int64_t sent) {
  followup_message *message;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_id(message, id, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, to, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_sent(message, sent, NULL), FOLLOWUP_OK);
}

static void add_to_nobody(const char *id) {
  followup_message *message;
  ck_assert_int_eq(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_id(message, id, Z, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_message_set_sent(message, ENDED - DAY, NULL), FOLLOWUP_OK);
}

#define TEN "xxxxxxxxxx"
#define FIFTY TEN TEN TEN TEN TEN
#define LONG_ID FIFTY FIFTY FIFTY FIFTY FIFTY

static void write_mail(void) {
  ck_assert_int_eq(followup_formats_write_draft(draft, of, ENDED + DAY, keep, NULL, error), FOLLOWUP_OK);
}

static void end(void) {
  followup_draft_free(draft);
  followup_case_free(of);
}

#define check_has(wanted) ck_assert_msg(strstr(bytes, wanted) != NULL, "no \"%s\" in:\n%s", wanted, bytes)
#define check_lacks(unwanted) ck_assert_msg(strstr(bytes, unwanted) == NULL, "\"%s\" in:\n%s", unwanted, bytes)

START_TEST(a_draft_written_as_mail_is_read_again_as_it_was) {
  static const char *const names[] = {"Ana Torres",        "José Ortega",
                                      "山田 太郎",         "\"Torres\", Ana",
                                      "Ana <b@x.example>", "\xD7\x90\xD7\xA0\xD7\x94 \xD7\x9C\xD7\x95\xD7\x99"};
  static const char *const roles[] = {"Potter", "Töpferin (m/w/d)", "陶芸家", "From Head of Kilns", "", "Potter"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    followup_message *message = NULL;
    make(names[i], "ana@halden.example", roles[i]);
    write_mail();
    ck_assert_int_eq(followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, bytes, used, &message, error),
                     FOLLOWUP_OK);
    ck_assert_str_eq(followup_message_body(message, NULL), followup_draft_body(draft));
    ck_assert_str_eq(followup_message_subject(message, NULL), followup_draft_subject(draft));
    ck_assert_uint_eq(followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO), 1);
    ck_assert_ptr_nonnull(strstr(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0), "ana@halden.example"));
    ck_assert_int_eq(followup_message_sent(message), ENDED + DAY);
    end();
  }
}
END_TEST

START_TEST(every_line_of_the_mail_is_ascii_and_ends_with_both_marks) {
  make("José Ortega", "jose@halden.example", "Töpferin");
  write_mail();
  for (size_t i = 0; i < used; i++) {
    ck_assert_uint_lt((unsigned char)bytes[i], 0x80);
    if (bytes[i] == '\n') ck_assert_int_eq(bytes[i - 1], '\r');
  }
  end();
}
END_TEST

START_TEST(line_breaks_in_names_make_no_header) {
  make("Ana\r\nBcc: x@y.example\r\n\r\nTorres", "ana@halden.example", "Potter\r\nBcc: x@y.example");
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), "Zoë\nBcc: x@y.example", Z, NULL),
                   FOLLOWUP_OK);
  write_mail();
  check_lacks("\nBcc:");
  end();
}
END_TEST

START_TEST(what_was_sent_to_that_person_before_is_the_thread) {
  make("Ana Torres", "ana@halden.example", "Potter");
  add_sent("second@mail.example", "Ana Torres <ANA@halden.example>", ENDED - DAY);
  add_sent("<first@mail.example>", "ana@halden.example", ENDED - 2 * (int64_t)DAY);
  add_sent("other@mail.example", "Tom <tom@halden.example>", ENDED - DAY);
  add_sent("later@mail.example", "ana@halden.example", ENDED + 5 * (int64_t)DAY);
  add_sent("m5", "ana@halden.example", ENDED - DAY);
  add_sent("x@y\r\nBcc: z@z", "ana@halden.example", ENDED - DAY);
  add_sent("", "ana@halden.example", ENDED - DAY);
  add_sent("<open@mail.example", "ana@halden.example", ENDED - DAY);
  add_sent("@right.example", "ana@halden.example", ENDED - DAY);
  add_sent("left@", "ana@halden.example", ENDED - DAY);
  add_sent("two@at@signs.example", "ana@halden.example", ENDED - DAY);
  add_sent("a(comment)@mail.example", "ana@halden.example", ENDED - DAY);
  add_sent("deleted\x7F@mail.example", "ana@halden.example", ENDED - DAY);
  add_sent("unsent@mail.example", "ana@halden.example", FOLLOWUP_NO_TIME);
  add_sent("longer@mail.example", "Ana <ana@halden.example.org>", ENDED - DAY);
  add_sent(LONG_ID "@mail.example", "ana@halden.example", ENDED - DAY);
  add_to_nobody("nobody@mail.example");
  write_mail();
  check_has("\r\nIn-Reply-To: <second@mail.example>\r\n");
  check_has("<first@mail.example>");
  static const char *const others[] = {"other@",  "open@",   "@right",  "left@",   "signs.", "comment",
                                       "deleted", "unsent@", "longer@", "xxxxxxx", "nobody@"};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) check_lacks(others[i]);
  check_lacks("later@");
  check_lacks("m5");
  check_lacks("Bcc");
  end();
}
END_TEST

START_TEST(without_a_thread_or_an_address_those_fields_are_left_out) {
  make("Ana Torres", NULL, "Potter");
  write_mail();
  check_lacks("In-Reply-To");
  check_lacks("References");
  check_lacks("\r\nTo:");
  check_has("X-Unsent: 1\r\n");
  end();
}
END_TEST

START_TEST(a_sink_that_says_no_is_an_error) {
  make("Ana Torres", "ana@halden.example", "Potter");
  room = 10;
  ck_assert_int_eq(followup_formats_write_draft(draft, of, ENDED, keep, NULL, error), FOLLOWUP_E_FILE);
  ck_assert_int_eq(followup_formats_write_draft(NULL, of, ENDED, keep, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_write_draft(draft, NULL, ENDED, keep, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_write_draft(draft, of, ENDED, NULL, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_write_draft(draft, of, FOLLOWUP_NO_TIME, keep, NULL, error), FOLLOWUP_E_ARGUMENT);
  end();
}
END_TEST

START_TEST(of_a_long_thread_the_last_twenty_are_named) {
  char id[32];
  make("Ana Torres", "ana@halden.example", "Potter");
  for (int i = 0; i < 25; i++) {
    snprintf(id, sizeof id, "m%02d@x.example", i);
    add_sent(id, "ana@halden.example", ENDED - DAY + i);
  }
  write_mail();
  check_lacks("<m04@x.example>");
  check_has("<m05@x.example>");
  check_has("\r\nIn-Reply-To: <m24@x.example>\r\n");
  end();
}
END_TEST

START_TEST(a_line_too_long_for_mail_is_broken_and_read_whole) {
  followup_message *message = NULL;
  make(FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY
           FIFTY,
       "ana@halden.example", "Potter");
  ck_assert_ptr_nonnull(strstr(followup_draft_body(draft), FIFTY FIFTY FIFTY));
  write_mail();
  for (const char *line = strstr(bytes, "\r\n\r\n"); *line != '\0'; line += strcspn(line, "\n") + 1)
    ck_assert_uint_le(strcspn(line, "\n"), 80);
  ck_assert_int_eq(followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, bytes, used, &message, error), FOLLOWUP_OK);
  ck_assert_str_eq(followup_message_body(message, NULL), followup_draft_body(draft));
  end();
}
END_TEST

START_TEST(a_candidate_without_a_name_is_an_address_and_a_time_beyond_dates_is_left_out) {
  make("Ana Torres", "ana@halden.example", "Potter");
  ck_assert_int_eq(followup_candidate_set_name(followup_case_candidate(of), "", Z, NULL), FOLLOWUP_OK);
  write_mail();
  check_has("From: zoe@example.org\r\n");
  ck_assert_ptr_nonnull(strstr(bytes, "Date: "));
  used = 0;
  ck_assert_int_eq(followup_formats_write_draft(draft, of, INT64_MAX, keep, NULL, error), FOLLOWUP_OK);
  check_lacks("Date: ");
  end();
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("draft_mail");
  tcase_add_test(tests, a_draft_written_as_mail_is_read_again_as_it_was);
  tcase_add_test(tests, every_line_of_the_mail_is_ascii_and_ends_with_both_marks);
  tcase_add_test(tests, line_breaks_in_names_make_no_header);
  tcase_add_test(tests, what_was_sent_to_that_person_before_is_the_thread);
  tcase_add_test(tests, without_a_thread_or_an_address_those_fields_are_left_out);
  tcase_add_test(tests, a_sink_that_says_no_is_an_error);
  tcase_add_test(tests, of_a_long_thread_the_last_twenty_are_named);
  tcase_add_test(tests, a_line_too_long_for_mail_is_broken_and_read_whole);
  tcase_add_test(tests, a_candidate_without_a_name_is_an_address_and_a_time_beyond_dates_is_left_out);
  return run_suite(tests, "draft_mail");
}
