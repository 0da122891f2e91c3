/* Mails made to cost a reader dear: each is read in time that grows with its length, or refused. */
#include <followup-formats.h>
#include <glib.h>
#include <string.h>
#include <time.h>

#include "support/run.h"

enum { MANY = 200000, ENOUGH_SECONDS = 20 };

static const char start[] = "From: Ada <ada@hill.example>\nTo: Bo <bo@wren.example>\nMIME-Version: 1.0\n";

struct outcome {
  followup_status status;
  char *message;
  size_t body;
};

/* Reads and frees a mail; it is not to take longer than any machine needs, valgrind apart. */
static struct outcome read_made(GString *mail, size_t text_limit) {
  struct outcome outcome = {0};
  followup_context *context = NULL;
  followup_case *of = NULL;
  followup_error *error = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_context_new(NULL, NULL, NULL, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_context_set_text_limit(context, text_limit, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(context, &of, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_error_new(context, &error), FOLLOWUP_OK);
  clock_t begun = clock();
  outcome.status = followup_formats_read_mail(of, FOLLOWUP_KIND_UNKNOWN, mail->str, mail->len, &message, error);
  ck_assert_int_lt((clock() - begun) / CLOCKS_PER_SEC, ENOUGH_SECONDS);
  outcome.message = g_strdup(followup_error_message(error));
  if (message != NULL) followup_message_body(message, &outcome.body);
  followup_error_free(error);
  followup_case_free(of);
  followup_context_free(context);
  g_string_free(mail, TRUE);
  return outcome;
}

static void check_made(GString *mail, followup_status status, const char *message) {
  struct outcome outcome = read_made(mail, 8 << 20);
  ck_assert_msg(outcome.status == status, "%d: %s", outcome.status, outcome.message);
  ck_assert_str_eq(outcome.message, message);
  g_free(outcome.message);
}

static GString *begin(const char *type) {
  GString *mail = g_string_new(start);
  g_string_append_printf(mail, "Content-Type: %s\n\n", type);
  return mail;
}

static GString *repeat(GString *mail, const char *text, size_t count) {
  for (size_t i = 0; i < count; i++) g_string_append(mail, text);
  return mail;
}

START_TEST(a_body_beyond_the_context_s_limit_is_a_limit_error) {
  struct outcome outcome = read_made(repeat(begin("text/plain"), "Dear Bo, thank you\n", 60), 1000);
  ck_assert_int_eq(outcome.status, FOLLOWUP_E_LIMIT);
  ck_assert_str_eq(outcome.message, "body: has 1140 bytes, the limit is 1000");
  g_free(outcome.message);
}
END_TEST

START_TEST(a_hundred_megabytes_of_text_are_a_limit_error) {
  struct outcome outcome = read_made(repeat(begin("text/plain"), "Dear Bo, thank you!\n", 5 << 20), 8 << 20);
  ck_assert_int_eq(outcome.status, FOLLOWUP_E_LIMIT);
  g_free(outcome.message);
  check_made(repeat(begin("text/html"), "Dear Bo, thank you!\n", 5 << 20), FOLLOWUP_E_LIMIT,
             "body: HTML of more than 32 MiB");
}
END_TEST

START_TEST(a_big_attachment_is_no_reason_to_refuse_a_short_text) {
  GString *mail = begin("multipart/mixed; boundary=x");
  g_string_append(mail, "--x\n\nDear Bo,\n--x\nContent-Type: image/png; name=a.png\n\n");
  struct outcome outcome = read_made(repeat(mail, "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf\n", 1 << 20), 1000);
  ck_assert_int_eq(outcome.status, FOLLOWUP_OK);
  ck_assert_uint_eq(outcome.body, 8);
  g_free(outcome.message);
}
END_TEST

START_TEST(parts_without_number_are_a_limit_error) {
  check_made(repeat(begin("multipart/mixed; boundary=x"), "--x\n\n", MANY), FOLLOWUP_E_LIMIT,
             "mail: more than 10000 parts");
}
END_TEST

static GString *nested(size_t depth) {
  GString *mail = begin("multipart/mixed; boundary=b0");
  for (size_t i = 0; i < depth; i++)
    g_string_append_printf(mail, "--b%zu\nContent-Type: multipart/mixed; boundary=b%zu\n\n", i, i + 1);
  g_string_append_printf(mail, "--b%zu\n\nDear Bo,\n", depth);
  return mail;
}

START_TEST(parts_within_parts_are_read_to_a_depth_of_64) {
  struct outcome outcome = read_made(nested(63), 1000);
  ck_assert_int_eq(outcome.status, FOLLOWUP_OK);
  ck_assert_uint_eq(outcome.body, strlen("Dear Bo,\n"));
  g_free(outcome.message);
  check_made(nested(64), FOLLOWUP_E_LIMIT, "mail: parts within parts more than 64 deep");
  check_made(nested(MANY), FOLLOWUP_E_LIMIT, "mail: parts within parts more than 64 deep");
}
END_TEST

START_TEST(mails_within_mails_are_one_attachment) {
  GString *mail = begin("multipart/mixed; boundary=x");
  g_string_append(mail, "--x\n\nDear Bo,\n--x\n");
  check_made(repeat(mail, "Content-Type: message/rfc822\n\n", MANY), FOLLOWUP_OK, "");
}
END_TEST

START_TEST(lines_that_could_be_boundaries_cost_no_more_than_others) {
  GString *mail = nested(63);
  check_made(repeat(mail, "--\n", MANY), FOLLOWUP_OK, "");
}
END_TEST

START_TEST(fields_without_end_are_refused) {
  GString *mail = g_string_new("Subject: thanks");
  repeat(mail, "\n again", MANY);
  check_made(mail, FOLLOWUP_E_LIMIT, "mail: a header field longer than 262144 bytes");
}
END_TEST

START_TEST(fields_without_number_are_read) {
  GString *mail = g_string_new(start);
  check_made(repeat(mail, "X: y\n", MANY), FOLLOWUP_OK, "");
}
END_TEST

START_TEST(groups_within_groups_are_refused) {
  GString *mail = g_string_new("To: ");
  check_made(repeat(mail, "a:", 100000), FOLLOWUP_E_ARGUMENT, "to: not a list of addresses");
}
END_TEST

START_TEST(thousands_of_recipients_are_read) {
  GString *mail = g_string_new("To: a@hill.example");
  struct outcome outcome = read_made(repeat(mail, ",\n b@hill.example", 10000), 1000);
  ck_assert_msg(outcome.status == FOLLOWUP_OK, "%s", outcome.message);
  g_free(outcome.message);
}
END_TEST

START_TEST(html_with_too_many_tags_is_refused) {
  check_made(repeat(begin("text/html"), "<div>", MANY), FOLLOWUP_E_LIMIT, "body: HTML with more than 25000 tags");
}
END_TEST

START_TEST(html_deeper_than_browsers_go_is_refused_soon) {
  static const char *const tags[] = {"<div>", "<blockquote>a", "<ul><li>a", "<table><tr><td>", "<a><div>"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    check_made(repeat(begin("text/html"), tags[i], 8000), FOLLOWUP_E_LIMIT, "body: HTML too intricate to be read");
}
END_TEST

START_TEST(deep_html_is_read) {
  GString *mail = repeat(begin("text/html"), "<div>", 500);
  g_string_append(mail, "Dear Bo,");
  struct outcome outcome = read_made(repeat(mail, "</div>", 500), 1000);
  ck_assert_msg(outcome.status == FOLLOWUP_OK, "%s", outcome.message);
  ck_assert_uint_eq(outcome.body, strlen("Dear Bo,\n"));
  g_free(outcome.message);
}
END_TEST

START_TEST(html_quoted_deeper_than_anybody_reads_stays_short) {
  GString *mail = repeat(begin("text/html"), "<blockquote>", 500);
  struct outcome outcome = read_made(repeat(mail, "x<br>", 1000), 50000);
  ck_assert_msg(outcome.status == FOLLOWUP_OK, "%s", outcome.message);
  ck_assert_uint_lt(outcome.body, 50000);
  g_free(outcome.message);
}
END_TEST

START_TEST(html_with_attributes_without_number_is_refused) {
  GString *mail = begin("text/html");
  g_string_append(mail, "<p");
  for (size_t i = 0; i < MANY; i++) g_string_append_printf(mail, " a%zu", i);
  g_string_append(mail, ">Dear Bo,");
  check_made(mail, FOLLOWUP_E_LIMIT, "body: HTML too intricate to be read");
}
END_TEST

/* Every paragraph opens all of them anew. */
START_TEST(html_with_formats_left_open_is_refused) {
  GString *mail = begin("text/html");
  g_string_append(mail, "<p>");
  for (size_t i = 0; i < 8000; i++) g_string_append_printf(mail, "<b a%zu>", i);
  g_string_append(mail, "</p>");
  check_made(repeat(mail, "<p>x</p>", 8000), FOLLOWUP_E_LIMIT, "body: HTML too intricate to be read");
}
END_TEST

START_TEST(text_of_quote_marks_alone_is_read) {
  GString *mail = begin("text/plain; format=flowed");
  check_made(repeat(mail, ">>>>>>>>", 100000), FOLLOWUP_OK, "");
}
END_TEST

START_TEST(html_whose_quotes_make_it_far_longer_is_refused) {
  GString *mail = repeat(begin("text/html"), "<blockquote>", 30);
  repeat(mail, "<pre>", 1);
  check_made(repeat(mail, "x\n", 40000), FOLLOWUP_E_LIMIT, "body: HTML whose text is far longer than itself");
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_body_beyond_the_context_s_limit_is_a_limit_error,
                                a_hundred_megabytes_of_text_are_a_limit_error,
                                a_big_attachment_is_no_reason_to_refuse_a_short_text,
                                parts_without_number_are_a_limit_error,
                                parts_within_parts_are_read_to_a_depth_of_64,
                                mails_within_mails_are_one_attachment,
                                lines_that_could_be_boundaries_cost_no_more_than_others,
                                fields_without_end_are_refused,
                                fields_without_number_are_read,
                                groups_within_groups_are_refused,
                                thousands_of_recipients_are_read,
                                html_with_too_many_tags_is_refused,
                                html_deeper_than_browsers_go_is_refused_soon,
                                deep_html_is_read,
                                html_quoted_deeper_than_anybody_reads_stays_short,
                                html_with_attributes_without_number_is_refused,
                                html_with_formats_left_open_is_refused,
                                text_of_quote_marks_alone_is_read,
                                html_whose_quotes_make_it_far_longer_is_refused,
                                NULL};
  return run_tests("mail limits", tests);
}
