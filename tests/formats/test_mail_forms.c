/* Mails as programs write them, one turn of the format each. A row is a mail and what is read of it:
 * from | to | body | attachments, or the error. */
#include <followup-formats.h>
#include <stdio.h>
#include <string.h>

#include "support/run.h"

enum { SHOWN = 4096 };

struct row {
  const char *mail, *read;
};

static void put(char *into, const char *text) { strncat(into, text, SHOWN - strlen(into) - 1); }

static void show(const followup_message *message, char *into) {
  put(into, followup_message_from(message));
  put(into, "|");
  for (size_t i = 0; i < followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO); i++) {
    if (i > 0) put(into, ", ");
    put(into, followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, i));
  }
  put(into, "|");
  put(into, followup_message_body(message, NULL));
  put(into, "|");
  for (size_t i = 0; i < followup_message_attachment_count(message); i++) {
    if (i > 0) put(into, ", ");
    put(into, followup_message_attachment(message, i));
  }
}

static void check_rows(const struct row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char shown[SHOWN] = "";
    followup_case *of = NULL;
    followup_message *message = NULL;
    followup_error *error = NULL;
    ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
    if (followup_formats_read_mail(of, FOLLOWUP_KIND_THANK_YOU, rows[i].mail, FOLLOWUP_ZERO_TERMINATED, &message,
                                   error) == FOLLOWUP_OK)
      show(message, shown);
    else
      put(shown, followup_error_message(error));
    ck_assert_msg(strcmp(shown, rows[i].read) == 0, "%s\nis read as\n[%s]\nnot\n[%s]", rows[i].mail, shown,
                  rows[i].read);
    followup_error_free(error);
    followup_case_free(of);
  }
}

#define CHECK_ROWS(...)                             \
  do {                                              \
    static const struct row rows[] = {__VA_ARGS__}; \
    check_rows(rows, sizeof rows / sizeof *rows);   \
  } while (0)

#define TO(field) "To: " field "\n\nHi\n"
#define PART(fields, text) "--x\n" fields "\n" text "\n"
#define MULTI(kind, parts) "To: b@x.org\nContent-Type: multipart/" kind "; boundary=x\n\n" parts "--x--\n"

START_TEST(a_name_with_quotes_comments_and_escapes_is_one_name) {
  CHECK_ROWS({TO("\"Lee, Bo\" <b@x.org>"), "|\"Lee, Bo\" <b@x.org>|Hi\n|"},
             {TO("\"Bo \\\"B\\\" Lee\" <b@x.org>, a@x.org"), "|\"Bo \\\"B\\\" Lee\" <b@x.org>, a@x.org|Hi\n|"},
             {TO("\"Bo \\\\ Lee\" <b@x.org>"), "|\"Bo \\\\ Lee\" <b@x.org>|Hi\n|"},
             {TO("b@x.org (Bo (the \"second); Lee)"), "|\"Bo (the second); Lee\" <b@x.org>|Hi\n|"},
             {TO("\"Bo (not\" <b@x.org>; a@x.org"), "|Bo (not <b@x.org>, a@x.org|Hi\n|"},
             {TO("'Bo Lee' <b@x.org>"), "|Bo Lee <b@x.org>|Hi\n|"},
             {TO("'Bo Lee <b@x.org>"), "|'Bo Lee <b@x.org>|Hi\n|"}, {TO("b@x.org <b@x.org>"), "|b@x.org|Hi\n|"},
             {TO("B@X.ORG <b@x.org>"), "|b@x.org|Hi\n|"}, {TO("\"\" <b@x.org>"), "|b@x.org|Hi\n|"});
}
END_TEST

START_TEST(a_list_is_parted_by_commas_or_as_outlook_does_by_semicolons) {
  CHECK_ROWS({TO("a@x.org; b@x.org"), "|a@x.org, b@x.org|Hi\n|"}, {TO("a@x.org, b@x.org"), "|a@x.org, b@x.org|Hi\n|"},
             {TO("\"A; B\" <a@x.org>; b@x.org"), "|\"A; B\" <a@x.org>, b@x.org|Hi\n|"},
             {TO("Team: a@x.org, b@x.org;"), "|a@x.org, b@x.org|Hi\n|"}, {TO("Undisclosed recipients:;"), "||Hi\n|"},
             {TO("Team: Inner: a@x.org;;"), "|a@x.org|Hi\n|"});
}
END_TEST

START_TEST(a_draft_may_have_a_bare_name_or_nothing) {
  CHECK_ROWS({TO("Bo Lee"), "|Bo Lee|Hi\n|"}, {TO("Bo Lee <>"), "|Bo Lee|Hi\n|"}, {TO(""), "||Hi\n|"},
             {TO(","), "to: not a list of addresses"}, {TO(";"), "to: not a list of addresses"}, {TO(":"), "||Hi\n|"},
              {TO("<>"), "||Hi\n|"}, {TO("Bo, Ada"), "|Bo, Ada|Hi\n|"},
             {TO("Bo <b@x.org"), "|Bo <b@x.org>|Hi\n|"}, {TO("\"Bo <b@x.org>"), "|Bo <b@x.org>|Hi\n|"},
             {TO("Bo b@x.org"), "to: not a list of addresses"}, {TO("Bo (b@x.org"), "to: not a list of addresses"},
             {TO("Bo \\"), "|\"Bo \\\\\"|Hi\n|"});
}
END_TEST

START_TEST(plain_text_is_read_before_html) {
  CHECK_ROWS(
      {MULTI("alternative", PART("", "plain") PART("Content-Type: text/html\n", "<b>rich")), "|b@x.org|plain|"},
      {MULTI("alternative", PART("Content-Type: text/html\n", "<b>rich") PART("", "plain")), "|b@x.org|plain|"},
      {MULTI("alternative", PART("", " \t") PART("Content-Type: text/html\n", "<b>rich")), "|b@x.org|rich\n|"},
      {MULTI("alternative",
             PART("Content-Type: text/html\n", "<b>rich") PART("Content-Type: application/xhtml+xml\n", "<b>richer")),
       "|b@x.org|richer\n|"},
      {MULTI("alternative", PART("Content-Type: multipart/mixed; boundary=y\n", "--y\n\ninner plain\n--y--")
                                PART("Content-Type: text/html\n", "<b>rich")),
       "|b@x.org|inner plain|"},
      {MULTI("alternative", PART("Content-Type: multipart/mixed; boundary=y\n",
                                 "--y\nContent-Type: text/html\n\n<i>inner\n--y--") PART("", "plain")),
       "|b@x.org|plain|"},
      {MULTI("alternative", PART("Content-Disposition: attachment; filename=a.txt\n", "no")
                                PART("Content-Type: text/html\n", "<b>rich")),
       "|b@x.org|rich\n|a.txt"},
      {MULTI("alternative", PART("Content-Type: image/png\n", "no")), "body: the mail has no text that can be read"});
}
END_TEST

START_TEST(of_related_parts_the_root_is_read) {
  CHECK_ROWS(
      {MULTI("related", PART("Content-Type: text/html\n", "<b>first") PART("", "second")), "|b@x.org|first\n|"},
      {"To: b@x.org\nContent-Type: multipart/related; boundary=x; start=\"<2>\"\n\n" PART("Content-ID: <1>\n", "first")
           PART("Content-ID: <2>\n", "second") "--x--\n",
       "|b@x.org|second|"},
      {"To: b@x.org\nContent-Type: multipart/related; boundary=x; start=\"<3>\"\n\n" PART("Content-ID: <>\n", "first")
           PART("Content-ID: 2\n", "second") "--x--\n",
       "|b@x.org|first|"},
      {"To: b@x.org\nContent-Type: multipart/related; boundary=x; start=2\n\n" PART("", "first")
           PART("Content-ID: 2\n", "second") "--x--\n",
       "|b@x.org|second|"},
      {MULTI("related", PART("Content-Type: text/html\n", "<img src='cid:a%40b'>Hi")
                            PART("Content-Type: image/png; name=in.png\nContent-ID: <a@b>\n", "")
                                PART("Content-Type: image/png; name=out.png\nContent-ID: <c@d>\n", "")),
       "|b@x.org|Hi\n|out.png"},
      {MULTI("related", PART("Content-Type: text/html\n", ": <a href='mailto:x'>Hi</a> cid:%zz ")
                            PART("Content-Type: image/png; name=in.png\nContent-ID: <%zz>\n", "")),
       "|b@x.org|: Hi cid:%zz\n|"});
}
END_TEST

START_TEST(what_the_mail_program_made_is_no_attachment) {
  CHECK_ROWS(
      {MULTI("mixed", PART("", "Hi") PART("Content-Type: application/pkcs7-signature; name=smime.p7s\n", "")
                          PART("Content-Type: application/x-pkcs7-signature; name=smime.p7s\n", "")
                              PART("Content-Type: application/pgp-signature; name=a.asc\n", "")
                                  PART("Content-Type: application/pgp-encrypted; name=a.asc\n", "")
                                      PART("Content-Type: application/applefile; name=a.bin\n", "")
                                          PART("Content-Type: message/delivery-status; name=a.dsn\n", "")
                                              PART("Content-Type: message/disposition-notification; name=a.dsn\n", "")
                                                  PART("Content-Type: application/pdf; name=a.pdf\n", "")),
       "|b@x.org|Hi|a.pdf"},
      {MULTI("alternative", PART("", "Hi") PART("Content-Type: text/calendar\n", "")), "|b@x.org|Hi|"},
      {MULTI("mixed", PART("", "Hi") PART("Content-Type: text/calendar\n", "")), "|b@x.org|Hi|attachment"},
      {MULTI("mixed", PART("", "Hi") PART("Content-Disposition: attachment\n", "x")), "|b@x.org|Hi|attachment"},
      {MULTI("mixed",
             PART("", "Hi")
                 PART("Content-Disposition: attachment; filename=\"\"\nContent-Type: text/plain; name=b.txt\n", "x")),
       "|b@x.org|Hi|b.txt"},
      {MULTI("mixed", PART("", "Hi") PART("Content-Type: text/plain; name=b.txt\n", "x")), "|b@x.org|Hi|b.txt"},
      {MULTI("mixed", PART("", "Hi") PART("Content-Type: text/plain; name=b.txt\nContent-Disposition: inline\n", "x")),
       "|b@x.org|Hi\nx|"},
      {MULTI("mixed", PART("", "Hi") PART("Content-Type: application/pdf; name=\" \"\n", "x")),
       "|b@x.org|Hi|attachment"});
}
END_TEST

START_TEST(a_mail_within_goes_by_its_subject) {
  CHECK_ROWS({MULTI("mixed", PART("", "Hi") PART("Content-Type: message/rfc822\n", "Subject: The plan\n\nx")),
              "|b@x.org|Hi|The plan.eml"},
             {MULTI("mixed", PART("", "Hi") PART("Content-Type: message/rfc822\n", "Subject:\n\nx")),
              "|b@x.org|Hi|message.eml"},
             {MULTI("mixed", PART("", "Hi") PART("Content-Type: message/rfc822\n", "From: a@x.org\n\nx")),
              "|b@x.org|Hi|message.eml"},
             {MULTI("digest", PART("", "Subject: One\n\nx") PART("Content-Type: text/plain\n", "two")),
              "|b@x.org|two|One.eml"});
}
END_TEST

START_TEST(boundaries_are_lines_of_their_own) {
  CHECK_ROWS(
      {"To: b@x.org\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x-\n--x-y\n--x--\n",
       "|b@x.org|one\n--x-\n--x-y|"},
      {MULTI("mixed", "--x \t\n\nHi\n--xx\n--x y\n-x\n"), "|b@x.org|Hi\n--xx\n--x y\n-x|"},
      {MULTI("mixed", "--x\n\nHi\n--x-\n"), "|b@x.org|Hi\n--x-|"},
      {MULTI("mixed", "--x\n\nHi\n--x-- \t\nepilogue\n"), "|b@x.org|Hi|"},
      {MULTI("mixed", "preamble\n--x\n\nHi\n"), "|b@x.org|Hi|"}, {MULTI("mixed", "--x\r\n\r\nHi\r\n"), "|b@x.org|Hi|"},
      {MULTI("mixed", "--x\nContent-Type: text/plain\n--x\n\nHi\n"), "|b@x.org|Hi|"},
      {MULTI("mixed", "--x\nno field\n\nHi\n"), "|b@x.org|no field\n\nHi|"},
      {MULTI("mixed", "--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\nHi\n--x\n\nBo\n"), "|b@x.org|Hi\nBo|"},
      {"To: b@x.org\nContent-Type: multipart/mixed; boundary=\"\"\n\nHi\n", "|b@x.org|Hi\n|"},
      {"To: b@x.org\nContent-Type: multipart/mixed\n\nHi\n", "|b@x.org|Hi\n|"},
      {MULTI("signed", PART("", "Hi") PART("Content-Type: application/pgp-signature\n", "x")), "|b@x.org|Hi|"},
      {MULTI("encrypted", PART("Content-Type: application/pgp-encrypted\n", "x") PART("", "y")),
       "body: the mail is encrypted"});
}
END_TEST

START_TEST(a_type_that_is_none_is_plain_text) {
  CHECK_ROWS({"To: b@x.org\nContent-Type: text\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nContent-Type: /plain\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nContent-Type: text/\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nContent-Type:\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nContent-Type: text/plain (a comment)\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nContent-Disposition:\n\nHi\n", "|b@x.org|Hi\n|"});
}
END_TEST

START_TEST(what_stands_before_the_header_is_passed_over) {
  CHECK_ROWS({"\xEF\xBB\xBF"
              "To: b@x.org\n\nHi\n",
              "|b@x.org|Hi\n|"},
             {"From a@x.org Thu Mar  5 2026\nTo: b@x.org\n\nHi\n", "|b@x.org|Hi\n|"},
             {">From a@x.org Thu Mar  5 2026\nTo: b@x.org\n\nHi\n", "|b@x.org|Hi\n|"},
             {"Dear Bo: hello\n\nHi\n", "mail: no mail: it has no header"},
             {"\n\nHi\n", "mail: no mail: it has no header"}, {"To: b@x.org", "|b@x.org||"},
             {"To:\n b@x.org\n\nHi", "|b@x.org|Hi|"}, {" To: b@x.org\n\nHi", "mail: no mail: it has no header"});
}
END_TEST

START_TEST(a_date_has_a_time_of_day) {
  CHECK_ROWS({"To: b@x.org\nDate: Thu, 05 Mar 2026 10:00:00 +0000\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nDate:\n\nHi\n", "|b@x.org|Hi\n|"},
             {"To: b@x.org\nDate: Thu, 05 Mar 2026\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: Thu, 05 Mar 2026 7:30 PM\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: Thu, 05 Mar 2026 7:30 am\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: :30\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: at: noon\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: 10: 5 March\n\nHi\n", "sent: the Date field is not a date and time"},
             {"To: b@x.org\nDate: 99:99 someday\n\nHi\n", "sent: the Date field is not a date and time"});
}
END_TEST

#define UNKNOWN "Content-Type: text/plain; charset=no-such\n"

START_TEST(a_text_that_cannot_be_read_ends_the_reading_wherever_it_stands) {
  CHECK_ROWS({MULTI("mixed", PART(UNKNOWN, "\xE9") PART("", "b")), "body: the charset \"no-such\" is not known"},
             {MULTI("alternative", PART(UNKNOWN, "\xE9") PART("", "b")), "body: the charset \"no-such\" is not known"},
             {MULTI("alternative",
                    PART("Content-Type: text/html\n", "a") PART("Content-Type: text/html; charset=no-such\n", "\xE9")),
              "body: the charset \"no-such\" is not known"},
             {"To: b@x.org\nContent-Type: application/pkcs7-mime\n\nMII=\n", "body: the mail is encrypted"});
}
END_TEST

START_TEST(a_named_text_is_shown_where_there_is_no_other_yet) {
  CHECK_ROWS({MULTI("mixed", PART("Content-Type: text/plain; name=a.txt\n", "first") PART("", "second")),
              "|b@x.org|first\nsecond|"},
             {MULTI("mixed", PART("", "first") PART("Content-Type: text/plain; name=a.txt\n", "second")),
              "|b@x.org|first|a.txt"},
             {MULTI("mixed", PART("", "first") PART("Content-Type: text/plain; name=\"\"\n", "second")),
              "|b@x.org|first\nsecond|"},
             {MULTI("mixed", PART("", "first")
                                 PART("Content-Type: text/html\nContent-ID: <1>\nContent-Disposition: attachment\n",
                                      "<img src=\"cid:2\">") PART("Content-Type: image/png\nContent-ID: <2>\n", "")),
              "|b@x.org|first|attachment, attachment"});
}
END_TEST

START_TEST(bytes_that_belong_to_no_encoding_are_passed_over_or_kept) {
  CHECK_ROWS({"To: b@x.org\nContent-Transfer-Encoding: base64\n\nSGk/{}IQ==\n", "|b@x.org|Hi?!|"},
             {"To: b@x.org\nContent-Transfer-Encoding: quoted-printable\n\nHi=4Z \t\r\n\r\n=48i\r\n",
              "|b@x.org|Hi=4Z\n\nHi\n|"},
             {"To: b@x.org\nX\x7F: field\n\nHi\n", "|b@x.org|X\x7F: field\n\nHi\n|"});
}
END_TEST

START_TEST(flowed_lines_are_joined) {
#define FLOWED(text) "To: b@x.org\nContent-Type: text/plain; format=flowed\n\n" text
  CHECK_ROWS({FLOWED("one \ntwo\nthree\n"), "|b@x.org|one two\nthree\n|"},
             {FLOWED("> one \n> two\n"), "|b@x.org|> one two\n|"}, {FLOWED("> one \ntwo\n"), "|b@x.org|> one \ntwo\n|"},
             {FLOWED("one \n-- \nKim\n"), "|b@x.org|one \n-- \nKim\n|"},
             {FLOWED("one \n\ntwo\n"), "|b@x.org|one \n\ntwo\n|"}, {FLOWED(" one \n two\n"), "|b@x.org|one two\n|"},
             {FLOWED("one "), "|b@x.org|one |"}, {FLOWED(""), "|b@x.org||"},
             {"To: b@x.org\nContent-Type: text/plain; format=flowed; delsp=yes\n\none \ntwo\n", "|b@x.org|onetwo\n|"},
             {"To: b@x.org\nContent-Type: text/plain; format=fixed\n\none \ntwo\n", "|b@x.org|one \ntwo\n|"});
}
END_TEST

int main(void) {
  const TTest *const tests[] = {a_name_with_quotes_comments_and_escapes_is_one_name,
                                a_list_is_parted_by_commas_or_as_outlook_does_by_semicolons,
                                a_draft_may_have_a_bare_name_or_nothing,
                                plain_text_is_read_before_html,
                                of_related_parts_the_root_is_read,
                                what_the_mail_program_made_is_no_attachment,
                                a_mail_within_goes_by_its_subject,
                                boundaries_are_lines_of_their_own,
                                a_type_that_is_none_is_plain_text,
                                what_stands_before_the_header_is_passed_over,
                                a_date_has_a_time_of_day,
                                flowed_lines_are_joined,
                                a_text_that_cannot_be_read_ends_the_reading_wherever_it_stands,
                                a_named_text_is_shown_where_there_is_no_other_yet,
                                bytes_that_belong_to_no_encoding_are_passed_over_or_kept,
                                NULL};
  return run_tests("mail forms", tests);
}
