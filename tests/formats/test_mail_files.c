/* Files and folders that hold several mails. */
#include <followup-formats.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "support/run.h"

/* What was handed over, a mail a line: "PLACE|MAIL"; stops before the mail `refused`, counted from 1. */
struct taken {
  GString *mails;
  size_t count, refused;
};

static char *folder;
static followup_error *error;

static void make_folder(void) {
  folder = g_dir_make_tmp("mail-XXXXXX", NULL);
  ck_assert_ptr_nonnull(folder);
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
}

static void remove_below(const char *path) {
  GDir *directory = g_dir_open(path, 0, NULL);
  for (const char *name; directory != NULL && (name = g_dir_read_name(directory)) != NULL;) {
    char *inner = g_build_filename(path, name, NULL);
    remove_below(inner);
    g_free(inner);
  }
  if (directory != NULL) g_dir_close(directory);
  g_remove(path);
}

static void remove_folder(void) {
  remove_below(folder);
  g_free(folder);
  followup_error_free(error);
}

static char *write_file(const char *name, const char *text, size_t length) {
  char *path = g_build_filename(folder, name, NULL);
  char *above = g_path_get_dirname(path);
  g_mkdir_with_parents(above, 0700);
  ck_assert(g_file_set_contents(path, text, (gssize)length, NULL));
  g_free(above);
  return path;
}

static followup_status take(const char *place, const char *mail, size_t length, void *user) {
  struct taken *taken = user;
  ck_assert_ptr_nonnull(mail);
  if (++taken->count == taken->refused) return FOLLOWUP_E_UNKNOWN;
  ck_assert_msg(strncmp(place, folder, strlen(folder)) == 0, "%s", place);
  g_string_append_printf(taken->mails, "%s|", place + strlen(folder) + 1);
  g_string_append_len(taken->mails, mail, (gssize)length);
  g_string_append_c(taken->mails, '\n');
  return FOLLOWUP_OK;
}

/* Reads the file or folder and frees the path; the text is as take() makes it. */
static followup_status take_path(char *path, size_t refused, char **text) {
  struct taken taken = {g_string_new(NULL), 0, refused};
  followup_status status = followup_formats_each_mail(path, take, &taken, error);
  *text = g_string_free(taken.mails, FALSE);
  g_free(path);
  return status;
}

static void check_file(const char *content, const char *expected) {
  char *text = NULL;
  ck_assert_int_eq(take_path(write_file("box", content, strlen(content)), 0, &text), FOLLOWUP_OK);
  ck_assert_str_eq(text, expected);
  g_free(text);
}

START_TEST(a_file_is_one_mail) { check_file("Subject: a\n\nFrom here\n", "box|Subject: a\n\nFrom here\n\n"); }
END_TEST

START_TEST(an_empty_file_is_one_empty_mail) { check_file("", "box|\n"); }
END_TEST

START_TEST(a_nul_byte_is_handed_over) {
  struct taken taken = {g_string_new(NULL), 0, 0};
  char *path = write_file("box", "a: b\n\nx\0y", 9);
  ck_assert_int_eq(followup_formats_each_mail(path, take, &taken, error), FOLLOWUP_OK);
  ck_assert_uint_eq(taken.mails->len, strlen("box|") + 9 + 1);
  ck_assert(memcmp(taken.mails->str, "box|a: b\n\nx\0y\n", taken.mails->len) == 0);
  g_string_free(taken.mails, TRUE);
  g_free(path);
}
END_TEST

static const char mbox[] =
    "From ada@hill.example Mon Mar  2 10:00:00 2026\n"
    "Subject: one\n\nDear Bo,\n>From the hill you see it.\n>>From Ada\n> From: no escape\n\n"
    "From - Tue, 3 Mar 2026 11:05:09 +0100\n"
    "Subject: two\n\nFrom 10:30 on I am free.\n\nFrom 2019 to 2021 I was in Mon.\n\n\n"
    "From \"Ada Hill\"@hill.example  Wed Mar  4 10:00 CET 2026\n"
    "Subject: three\n\nno line end";

START_TEST(an_mbox_is_cut_at_its_from_lines) {
  check_file(mbox,
             "box:1|Subject: one\n\nDear Bo,\nFrom the hill you see it.\n>From Ada\n> From: no escape\n\n"
             "box:2|Subject: two\n\nFrom 10:30 on I am free.\n\nFrom 2019 to 2021 I was in Mon.\n\n\n"
             "box:3|Subject: three\n\nno line end\n");
}
END_TEST

START_TEST(an_mbox_may_have_crlf) {
  static const char text[] =
      "From a@b.example Mon Mar  2 10:00:00 2026\r\nSubject: one\r\n\r\n>From\r\n>From x\r\n\r\n"
      "From a@b.example Mon Mar  2 10:00:00 2026\r\nSubject: two\r\n\r\nx\r\n\r\n";
  check_file(text, "box:1|Subject: one\r\n\r\n>From\r\nFrom x\r\n\nbox:2|Subject: two\r\n\r\nx\r\n\n");
}
END_TEST

START_TEST(the_first_from_line_need_not_have_a_date) {
  check_file("From MAILER\nSubject: one\n\nx\n", "box:1|Subject: one\n\nx\n\n");
  check_file("From MAILER\n", "box:1|\n");
}
END_TEST

START_TEST(a_from_line_divides_mails_without_an_empty_line_too) {
  check_file("From a Mon Mar  2 10:00:00 2026\na: b\n\nx\nFrom a Mon Mar  2 10:00:00 2026\na: c\n",
             "box:1|a: b\n\nx\n\nbox:2|a: c\n\n");
}
END_TEST

/* Lines and mails lie across the pieces in which the file is read. */
START_TEST(a_big_mbox_is_handed_over_mail_by_mail) {
  GString *box = g_string_new(NULL), *expected = g_string_new(NULL);
  for (size_t i = 1; i <= 3000; i++) {
    g_string_append_printf(box, "From a@b.example Mon Mar  2 10:00:00 2026\nSubject: %zu\n\n>From %0*zu\n\n", i,
                           (int)(i % 900) + 1, i);
    g_string_append_printf(expected, "box:%zu|Subject: %zu\n\nFrom %0*zu\n\n", i, i, (int)(i % 900) + 1, i);
  }
  check_file(box->str, expected->str);
  g_string_free(box, TRUE);
  g_string_free(expected, TRUE);
}
END_TEST

START_TEST(the_taker_can_end_the_reading) {
  char *text = NULL;
  ck_assert_int_eq(take_path(write_file("box", mbox, strlen(mbox)), 2, &text), FOLLOWUP_E_UNKNOWN);
  ck_assert_str_eq(text, "box:1|Subject: one\n\nDear Bo,\nFrom the hill you see it.\n>From Ada\n> From: no escape\n\n");
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_OK);
  g_free(text);
}
END_TEST

START_TEST(a_maildir_is_read_in_the_order_of_names) {
  static const char *const names[] = {"cur/3.host:2,S", "cur/1.host:2,S", "new/2.host", "cur/.hidden",
                                      "tmp/0.host",     "new/.x",         "cur/sub/x",  ".Sent/cur/x"};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) g_free(write_file(names[i], names[i], strlen(names[i])));
  char *text = NULL;
  ck_assert_int_eq(take_path(g_strdup(folder), 0, &text), FOLLOWUP_OK);
  ck_assert_str_eq(text,
                   "cur/1.host:2,S|cur/1.host:2,S\n"
                   "cur/3.host:2,S|cur/3.host:2,S\n"
                   "new/2.host|new/2.host\n");
  g_free(text);
}
END_TEST

START_TEST(a_maildir_may_be_empty) {
  g_free(write_file("cur/.x", "", 0));
  g_free(write_file("new/.x", "", 0));
  char *text = NULL;
  ck_assert_int_eq(take_path(g_strdup(folder), 0, &text), FOLLOWUP_OK);
  ck_assert_str_eq(text, "");
  g_free(text);
}
END_TEST

static void check_refused(char *path, const char *reason) {
  char *text = NULL, *member = g_strdup(path);
  ck_assert_int_eq(take_path(path, 0, &text), FOLLOWUP_E_FILE);
  ck_assert_str_eq(followup_error_member(error), member);
  ck_assert_str_eq(followup_error_reason(error), reason);
  ck_assert_str_eq(text, "");
  g_free(member);
  g_free(text);
}

START_TEST(what_is_not_there_is_an_error_that_names_it) {
  check_refused(g_build_filename(folder, "none", NULL), "does not exist");
}
END_TEST

START_TEST(a_folder_that_is_no_maildir_is_refused) {
  check_refused(g_strdup(folder), "a folder without cur and new is no Maildir");
}
END_TEST

START_TEST(a_from_line_has_a_weekday_a_month_a_clock_and_a_year) {
  static const char *const none[] = {"From a Mar  4 16:00:00 2026", "From a Wed 4 16:00:00 2026",
                                     "From a Wed Mar 4 2026", "From a Wed Mar 4 16:00:00",
                                     "From a Wed Mar 4 16:00:00 2126"};
  static const char *const some[] = {"From a Wed Mar 4 9:05 1999", "From a Wed, 4 Mar 2026 16:00:00"};
  char text[256], expected[256];
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    snprintf(text, sizeof text, "From a\nA: 1\n%s\n>>", none[i]);
    snprintf(expected, sizeof expected, "box:1|A: 1\n%s\n>>\n", none[i]);
    check_file(text, expected);
  }
  for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
    snprintf(text, sizeof text, "From a\nA: 1\n%s\nB: 2\n", some[i]);
    check_file(text, "box:1|A: 1\n\nbox:2|B: 2\n\n");
  }
}
END_TEST

START_TEST(a_from_line_is_no_longer_than_a_thousand_bytes) {
  GString *text = g_string_new("From a\nA: 1\nFrom Wed Mar 4 16:00:00 2026 ");
  for (int i = 0; i < 1000; i++) g_string_append_c(text, 'x');
  char *read = NULL;
  ck_assert_int_eq(take_path(write_file("box", text->str, text->len), 0, &read), FOLLOWUP_OK);
  ck_assert_ptr_null(strstr(read, "box:2"));
  g_free(read);
  g_string_free(text, TRUE);
}
END_TEST

START_TEST(a_file_of_a_few_bytes_is_a_mail) { check_file("Hi\n", "box|Hi\n\n"); }
END_TEST

START_TEST(a_taker_that_says_no_ends_the_reading_of_a_maildir) {
  char *text = NULL;
  g_free(write_file("cur/1", "A: 1\n", 5));
  g_free(write_file("cur/2", "B: 2\n", 5));
  g_free(write_file("new/3", "C: 3\n", 5));
  ck_assert_int_eq(take_path(g_strdup(folder), 1, &text), FOLLOWUP_E_UNKNOWN);
  ck_assert_str_eq(text, "");
  g_free(text);
}
END_TEST

START_TEST(a_folder_without_its_unread_mails_is_no_maildir) {
  char *text = NULL;
  g_free(write_file("cur/1", "A: 1\n", 5));
  ck_assert_int_eq(take_path(g_strdup(folder), 0, &text), FOLLOWUP_E_FILE);
  ck_assert_str_eq(text, "");
  g_free(text);
  ck_assert_int_eq(take_path(g_build_filename(folder, "cur", "1", "inside", NULL), 0, &text), FOLLOWUP_E_FILE);
  ck_assert_str_eq(followup_error_reason(error), "cannot be read");
  g_free(text);
}
END_TEST

START_TEST(path_and_taker_are_needed) {
  ck_assert_int_eq(followup_formats_each_mail(NULL, take, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "path: is NULL");
  ck_assert_int_eq(followup_formats_each_mail("x", NULL, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "take: is NULL");
}
END_TEST

int main(void) {
  TCase *tests = tcase_create("mail files");
  tcase_add_checked_fixture(tests, make_folder, remove_folder);
  const TTest *const all[] = {a_file_is_one_mail,
                              an_empty_file_is_one_empty_mail,
                              a_nul_byte_is_handed_over,
                              an_mbox_is_cut_at_its_from_lines,
                              an_mbox_may_have_crlf,
                              the_first_from_line_need_not_have_a_date,
                              a_from_line_divides_mails_without_an_empty_line_too,
                              a_big_mbox_is_handed_over_mail_by_mail,
                              the_taker_can_end_the_reading,
                              a_maildir_is_read_in_the_order_of_names,
                              a_maildir_may_be_empty,
                              what_is_not_there_is_an_error_that_names_it,
                              a_folder_that_is_no_maildir_is_refused,
                              a_from_line_has_a_weekday_a_month_a_clock_and_a_year,
                              a_from_line_is_no_longer_than_a_thousand_bytes,
                              a_file_of_a_few_bytes_is_a_mail,
                              a_taker_that_says_no_ends_the_reading_of_a_maildir,
                              a_folder_without_its_unread_mails_is_no_maildir,
                              path_and_taker_are_needed};
  for (size_t i = 0; i < G_N_ELEMENTS(all); i++) tcase_add_test(tests, all[i]);
  Suite *suite = suite_create("mail files");
  suite_add_tcase(suite, tests);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
