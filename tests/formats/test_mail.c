/* Mails beside what a careful reader says they hold, and broken ones. The argument is the folder of the samples. */
#include <followup-formats.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"

static const char *folder;
static const char plain[] = "From: Ada <ada@hill.example>\nTo: Bo <bo@wren.example>\nSubject: Thanks\n\nDear Bo,\n";

static GString *read_whole(const char *path) {
  gchar *bytes = NULL;
  gsize length = 0;
  ck_assert_msg(g_file_get_contents(path, &bytes, &length, NULL), "%s", path);
  GString *whole = g_string_new_len(bytes, (gssize)length);
  g_free(bytes);
  return whole;
}

static followup_case *new_case(void) {
  followup_case *of = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, NULL), FOLLOWUP_OK);
  return of;
}

static followup_error *new_error(void) {
  followup_error *error = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
  return error;
}

/* Reads a mail into a case of its own, from a block that ends where the mail does. */
static followup_status read_bytes(const char *mail, size_t length, followup_case **of, followup_message **message,
                                  followup_error *error) {
  char *block = malloc(length > 0 ? length : 1);
  ck_assert_ptr_nonnull(block);
  memcpy(block, mail, length);
  *of = new_case();
  *message = NULL;
  followup_status status = followup_formats_read_mail(*of, FOLLOWUP_KIND_THANK_YOU, block, length, message, error);
  free(block);
  return status;
}

static char *sample_path(const char *part, const char *name, const char *ending) {
  char *file = g_strconcat(name, ending, NULL);
  char *path = g_build_filename(folder, part, file, NULL);
  g_free(file);
  return path;
}

/* The names of the samples, without their ending. */
static GPtrArray *sample_names(void) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GDir *directory = g_dir_open(folder, 0, NULL);
  ck_assert_msg(directory != NULL, "%s", folder);
  for (const char *name; (name = g_dir_read_name(directory)) != NULL;)
    if (g_str_has_suffix(name, ".eml")) g_ptr_array_add(names, g_strndup(name, strlen(name) - 4));
  g_dir_close(directory);
  return names;
}

static void check_recipients(const char *name, const followup_message *read, const followup_message *twin) {
  for (int list = FOLLOWUP_RECIPIENTS_TO; list <= FOLLOWUP_RECIPIENTS_BCC; list++) {
    size_t count = followup_message_recipient_count(twin, (followup_recipients)list);
    ck_assert_msg(followup_message_recipient_count(read, (followup_recipients)list) == count, "%s: list %d", name,
                  list);
    for (size_t i = 0; i < count; i++)
      ck_assert_msg(strcmp(followup_message_recipient(read, (followup_recipients)list, i),
                           followup_message_recipient(twin, (followup_recipients)list, i)) == 0,
                    "%s: list %d: %s", name, list, followup_message_recipient(read, (followup_recipients)list, i));
  }
}

static void check_attachments(const char *name, const followup_message *read, const followup_message *twin) {
  size_t count = followup_message_attachment_count(twin);
  ck_assert_msg(followup_message_attachment_count(read) == count, "%s: %zu attachments", name,
                followup_message_attachment_count(read));
  for (size_t i = 0; i < count; i++)
    ck_assert_msg(strcmp(followup_message_attachment(read, i), followup_message_attachment(twin, i)) == 0, "%s: %s",
                  name, followup_message_attachment(read, i));
}

static size_t without_line_ends(const char *text) {
  size_t length = strlen(text);
  while (length > 0 && text[length - 1] == '\n') length--;
  return length;
}

static void check_body(const char *name, const char *read, const char *twin) {
  size_t length = without_line_ends(twin);
  ck_assert_msg(without_line_ends(read) == length && memcmp(read, twin, length) == 0, "%s: body:\n%s", name, read);
}

static void check_twin(const char *name, const followup_message *read, const followup_message *twin) {
  ck_assert_msg(strcmp(followup_message_from(read), followup_message_from(twin)) == 0, "%s: from %s", name,
                followup_message_from(read));
  ck_assert_msg(strcmp(followup_message_subject(read, NULL), followup_message_subject(twin, NULL)) == 0,
                "%s: subject %s", name, followup_message_subject(read, NULL));
  ck_assert_msg(followup_message_sent(read) == followup_message_sent(twin), "%s: sent", name);
  check_recipients(name, read, twin);
  check_attachments(name, read, twin);
  check_body(name, followup_message_body(read, NULL), followup_message_body(twin, NULL));
}

static void check_sample(const char *name) {
  char *mail_path = sample_path("", name, ".eml"), *twin_path = sample_path("", name, ".json");
  GString *mail = read_whole(mail_path), *twin = read_whole(twin_path);
  followup_error *error = new_error();
  followup_case *of = NULL, *twin_of = NULL;
  followup_message *message = NULL;
  ck_assert_msg(read_bytes(mail->str, mail->len, &of, &message, error) == FOLLOWUP_OK, "%s: %s", name,
                followup_error_message(error));
  ck_assert_msg(followup_formats_read_case(NULL, twin->str, twin->len, &twin_of, NULL, error) == FOLLOWUP_OK, "%s: %s",
                name, followup_error_message(error));
  ck_assert_uint_eq(followup_case_message_count(twin_of), 1);
  check_twin(name, message, followup_case_message(twin_of, 0));
  followup_case_free(of);
  followup_case_free(twin_of);
  followup_error_free(error);
  g_string_free(mail, TRUE);
  g_string_free(twin, TRUE);
  g_free(mail_path);
  g_free(twin_path);
}

START_TEST(each_sample_holds_what_its_twin_says) {
  GPtrArray *names = sample_names();
  ck_assert_uint_ge(names->len, 36);
  for (guint i = 0; i < names->len; i++) check_sample(g_ptr_array_index(names, i));
  g_ptr_array_free(names, TRUE);
}
END_TEST

static followup_status status_named(const char *name) {
  return strcmp(name, "ok") == 0         ? FOLLOWUP_OK
         : strcmp(name, "syntax") == 0   ? FOLLOWUP_E_SYNTAX
         : strcmp(name, "utf8") == 0     ? FOLLOWUP_E_UTF8
         : strcmp(name, "argument") == 0 ? FOLLOWUP_E_ARGUMENT
                                         : FOLLOWUP_E_INTERNAL;
}

static void check_names(const char *file, const char *expected, size_t count,
                        const char *(*name_at)(const followup_message *, size_t), const followup_message *message) {
  GString *names = g_string_new(NULL);
  for (size_t i = 0; i < count; i++) g_string_append_printf(names, "%s%s", i > 0 ? "|" : "", name_at(message, i));
  ck_assert_msg(strcmp(names->str, expected) == 0, "%s: %s", file, names->str);
  g_string_free(names, TRUE);
}

static const char *to_at(const followup_message *message, size_t index) {
  return followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, index);
}

/* A row: file, outcome, line of the error, its message or the body, attachments, to. */
static void check_broken(char **row) {
  char *path = sample_path("broken", row[0], ".eml");
  GString *mail = read_whole(path);
  followup_error *error = new_error();
  followup_case *of = NULL;
  followup_message *message = NULL;
  followup_status status = read_bytes(mail->str, mail->len, &of, &message, error);
  ck_assert_msg(status == status_named(row[1]), "%s: %d %s", row[0], status, followup_error_message(error));
  char *expected = g_strcompress(row[3]);
  if (status == FOLLOWUP_OK) {
    check_body(row[0], followup_message_body(message, NULL), expected);
    check_names(row[0], row[4], followup_message_attachment_count(message), followup_message_attachment, message);
    check_names(row[0], row[5], followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO), to_at, message);
  } else {
    ck_assert_str_eq(followup_error_message(error), row[3]);
    size_t line = strcmp(row[2], "-") == 0 ? FOLLOWUP_NOWHERE : (size_t)atoi(row[2]);
    ck_assert_msg(followup_error_line(error) == line, "%s: line %zu", row[0], followup_error_line(error));
    ck_assert_ptr_null(message);
    ck_assert_uint_eq(followup_case_message_count(of), 0);
  }
  g_free(expected);
  followup_case_free(of);
  followup_error_free(error);
  g_string_free(mail, TRUE);
  g_free(path);
}

START_TEST(each_broken_mail_gives_what_the_table_says) {
  char *path = g_build_filename(folder, "broken", "expected.tsv", NULL);
  GString *table = read_whole(path);
  char **rows = g_strsplit(table->str, "\n", -1);
  size_t checked = 0;
  for (size_t i = 1; rows[i] != NULL && *rows[i] != '\0'; i++, checked++) {
    char **row = g_strsplit(rows[i], "\t", -1);
    ck_assert_uint_eq(g_strv_length(row), 6);
    check_broken(row);
    g_strfreev(row);
  }
  ck_assert_uint_ge(checked, 10);
  g_strfreev(rows);
  g_string_free(table, TRUE);
  g_free(path);
}
END_TEST

/* Whatever a cut leaves is read or refused; the block ends with the cut, so that a step too far shows. */
START_TEST(a_mail_cut_anywhere_is_read_or_refused) {
  GPtrArray *names = sample_names();
  for (guint i = 0; i < names->len; i++) {
    char *path = sample_path("", g_ptr_array_index(names, i), ".eml");
    GString *mail = read_whole(path);
    for (size_t length = 0; length < mail->len; length += 1 + mail->len / 60) {
      followup_case *of = NULL;
      followup_message *message = NULL;
      followup_status status = read_bytes(mail->str, length, &of, &message, NULL);
      ck_assert_uint_eq(followup_case_message_count(of), status == FOLLOWUP_OK);
      followup_case_free(of);
    }
    g_string_free(mail, TRUE);
    g_free(path);
  }
  g_ptr_array_free(names, TRUE);
}
END_TEST

START_TEST(a_mail_may_end_with_a_nul_byte_of_its_own) {
  followup_case *of = new_case();
  followup_message *message = NULL;
  ck_assert_int_eq(
      followup_formats_read_mail(of, FOLLOWUP_KIND_MATERIALS, plain, FOLLOWUP_ZERO_TERMINATED, &message, NULL),
      FOLLOWUP_OK);
  ck_assert_str_eq(followup_message_body(message, NULL), "Dear Bo,\n");
  ck_assert_int_eq(followup_message_kind(message), FOLLOWUP_KIND_MATERIALS);
  ck_assert_int_eq(followup_message_sent(message), FOLLOWUP_NO_TIME);
  followup_case_free(of);
}
END_TEST

START_TEST(what_is_null_is_refused) {
  followup_case *of = new_case();
  followup_message *message = NULL;
  followup_error *error = new_error();
  ck_assert_int_eq(followup_formats_read_mail(NULL, 0, plain, 10, &message, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "case: is NULL");
  ck_assert_int_eq(followup_formats_read_mail(of, 0, NULL, 10, &message, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_str_eq(followup_error_message(error), "mail: is NULL");
  ck_assert_int_eq(followup_formats_read_mail(of, 0, plain, 10, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_mail(of, (followup_kind)99, plain, strlen(plain), &message, error),
                   FOLLOWUP_E_UNKNOWN);
  ck_assert_uint_eq(followup_case_message_count(of), 0);
  followup_error_free(error);
  followup_case_free(of);
}
END_TEST

/* Gives memory so many times, then never again. */
static void *allocate_while_it_lasts(size_t size, void *user) {
  size_t *left = user;
  if (*left == 0) return NULL;
  --*left;
  return malloc(size);
}

static void release_to_system(void *block, void *user) {
  (void)user;
  free(block);
}

START_TEST(memory_that_runs_out_leaves_no_message_behind) {
  size_t left = 100, given = 0;
  followup_context *context = NULL;
  followup_case *of = NULL;
  followup_message *message = NULL;
  ck_assert_int_eq(followup_context_new(allocate_while_it_lasts, release_to_system, &left, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_case_new(context, &of, NULL), FOLLOWUP_OK);
  for (left = 0; followup_formats_read_mail(of, 0, plain, strlen(plain), &message, NULL) != FOLLOWUP_OK; left = given) {
    ck_assert_uint_eq(followup_case_message_count(of), 0);
    ck_assert_ptr_null(message);
    ck_assert_uint_lt(++given, 100);
  }
  ck_assert_uint_gt(given, 5);
  ck_assert_uint_eq(followup_case_message_count(of), 1);
  followup_case_free(of);
  followup_context_free(context);
}
END_TEST

static gpointer read_samples(gpointer names) {
  for (guint i = 0; i < ((GPtrArray *)names)->len; i++) check_sample(g_ptr_array_index((GPtrArray *)names, i));
  return NULL;
}

START_TEST(threads_read_side_by_side) {
  GPtrArray *names = sample_names();
  GThread *threads[4];
  for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) threads[i] = g_thread_new("reader", read_samples, names);
  for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) g_thread_join(threads[i]);
  g_ptr_array_free(names, TRUE);
}
END_TEST

int main(int count, char **arguments) {
  if (count != 2) {
    fputs("usage: test-mail FOLDER\n", stderr);
    return 2;
  }
  folder = arguments[1];
  const TTest *const tests[] = {threads_read_side_by_side,
                                each_sample_holds_what_its_twin_says,
                                each_broken_mail_gives_what_the_table_says,
                                a_mail_cut_anywhere_is_read_or_refused,
                                a_mail_may_end_with_a_nul_byte_of_its_own,
                                what_is_null_is_refused,
                                memory_that_runs_out_leaves_no_message_behind,
                                NULL};
  return run_tests("mail", tests);
}
