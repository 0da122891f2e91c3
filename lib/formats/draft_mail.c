/* A draft as a mail to be opened, finished and sent in a mail program. */
#include <gmime/gmime.h>
#include <string.h>

#include <followup-formats.h>

#include "formats/start_gmime.h"

enum { MOST_REFERENCES = 20, LONGEST_LINE = 998 };

/* The thread */

/* "left@right", with or without angle brackets: what an id in a case file must look like to be a Message-ID. */
static bool is_message_id(const char *id) {
  size_t length = strlen(id), at = 0;
  if (length > 2 && id[0] == '<' && id[length - 1] == '>') at = 1, length--;
  const char *sign = memchr(id + at, '@', length - at);
  if (sign == NULL || sign == id + at || sign + 1 == id + length || length > LONGEST_LINE / 4) return false;
  for (; at < length; at++)
    if (id[at] <= ' ' || id[at] > '~' || strchr("<>()[]\\,;:\"", id[at]) != NULL || (id[at] == '@' && id + at != sign))
      return false;
  return true;
}

/* Whether "Name <address>" or "address" is that address. */
static bool reaches(const char *mailbox, const char *address) {
  const char *open = strrchr(mailbox, '<');
  size_t length = strlen(address);
  if (length == 0) return false;
  if (open == NULL) return g_ascii_strcasecmp(mailbox, address) == 0;
  return g_ascii_strncasecmp(open + 1, address, length) == 0 && open[1 + length] == '>';
}

static bool is_of_thread(const followup_message *message, const char *to, int64_t now) {
  int64_t sent = followup_message_sent(message);
  const char *first = followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0);
  return sent != FOLLOWUP_NO_TIME && sent <= now && first != NULL && reaches(first, to) &&
         is_message_id(followup_message_id(message));
}

static gint by_time(gconstpointer one, gconstpointer other) {
  int64_t left = followup_message_sent(*(const followup_message *const *)one);
  int64_t right = followup_message_sent(*(const followup_message *const *)other);
  return (left > right) - (left < right);
}

/* What was sent to that person before, by its Message-ID, the oldest first. */
static GPtrArray *find_thread(const followup_case *of, const char *to, int64_t now) {
  GPtrArray *thread = g_ptr_array_new();
  for (size_t i = 0; i < followup_case_message_count(of); i++) {
    const followup_message *message = followup_case_message(of, i);
    if (is_of_thread(message, to, now)) g_ptr_array_add(thread, (gpointer)message);
  }
  g_ptr_array_sort(thread, by_time);
  if (thread->len > MOST_REFERENCES) g_ptr_array_remove_range(thread, 0, thread->len - MOST_REFERENCES);
  return thread;
}

static void append_id(GString *text, const followup_message *message) {
  const char *id = followup_message_id(message);
  bool bare = *id != '<';
  g_string_append_printf(text, "%s%s%s%s", text->len > 0 ? " " : "", bare ? "<" : "", id, bare ? ">" : "");
}

static void put_thread(GMimeObject *mail, const followup_case *of, const char *to, int64_t now) {
  GPtrArray *thread = find_thread(of, to, now);
  GString *last = g_string_new(NULL), *all = g_string_new(NULL);
  for (guint i = 0; i < thread->len; i++) append_id(all, g_ptr_array_index(thread, i));
  if (thread->len > 0) {
    append_id(last, g_ptr_array_index(thread, thread->len - 1));
    g_mime_object_set_header(mail, "In-Reply-To", last->str, NULL);
    g_mime_object_set_header(mail, "References", all->str, NULL);
  }
  g_string_free(last, TRUE);
  g_string_free(all, TRUE);
  g_ptr_array_free(thread, TRUE);
}

/* The mail */

static bool is_plain(const char *body) {
  for (const char *line = body; *line != '\0';) {
    size_t length = strcspn(line, "\n");
    if (length > LONGEST_LINE) return false;
    line += length + (line[length] == '\n');
  }
  return g_str_is_ascii(body);
}

/* Not by g_mime_text_part_set_text(): that takes the narrowest charset. */
static GMimeTextPart *make_text(const char *body) {
  GMimeTextPart *text = g_mime_text_part_new_with_subtype("plain");
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer(body, strlen(body));
  GMimeDataWrapper *content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_text_part_set_charset(text, "utf-8");
  g_mime_part_set_content(GMIME_PART(text), content);
  g_mime_part_set_content_encoding(
      GMIME_PART(text), is_plain(body) ? GMIME_CONTENT_ENCODING_7BIT : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_object_unref(content);
  g_object_unref(stream);
  return text;
}

static void add_mailbox(GMimeMessage *mail, GMimeAddressType type, const char *name, const char *address) {
  if (strchr(address, '@') != NULL) g_mime_message_add_mailbox(mail, type, *name != '\0' ? name : NULL, address);
}

/* A name on one line. */
static char *line_of(const char *name) {
  char *line = g_strdup(name);
  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl(*at)) *at = ' ';
  return g_strstrip(line);
}

static GMimeMessage *make_mail(const followup_draft *draft, const followup_case *of, int64_t now) {
  GMimeMessage *mail = g_mime_message_new(TRUE);
  const followup_candidate *candidate = followup_case_candidate((followup_case *)of); /* only read */
  char *own_name = line_of(followup_candidate_name(candidate));
  GDateTime *date = g_date_time_new_from_unix_utc(now / 1000);
  GMimeTextPart *text = make_text(followup_draft_body(draft));
  add_mailbox(mail, GMIME_ADDRESS_TYPE_FROM, own_name, followup_candidate_email(candidate));
  add_mailbox(mail, GMIME_ADDRESS_TYPE_TO, followup_draft_to_name(draft), followup_draft_to(draft));
  g_mime_message_set_subject(mail, followup_draft_subject(draft), "utf-8");
  if (date != NULL) g_mime_message_set_date(mail, date);
  put_thread(GMIME_OBJECT(mail), of, followup_draft_to(draft), now);
  g_mime_object_set_header(GMIME_OBJECT(mail), "X-Unsent", "1", NULL);
  if (*followup_draft_to_do(draft) != '\0')
    g_mime_object_set_header(GMIME_OBJECT(mail), "X-Followup-To-Do", followup_draft_to_do(draft), "utf-8");
  g_mime_message_set_mime_part(mail, GMIME_OBJECT(text));
  g_object_unref(text);
  if (date != NULL) g_date_time_unref(date);
  g_free(own_name);
  return mail;
}

followup_status followup_formats_write_draft(const followup_draft *draft, const followup_case *of, int64_t now,
                                             followup_formats_sink sink, void *user, followup_error *error) {
  if (draft == NULL || of == NULL || sink == NULL || now == FOLLOWUP_NO_TIME)
    return followup_error_set(error, FOLLOWUP_E_ARGUMENT, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE,
                              "no draft, no case, no sink or no time");
  start_gmime();
  GMimeMessage *mail = make_mail(draft, of, now);
  GMimeFormatOptions *options = g_mime_format_options_new();
  g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
  char *bytes = g_mime_object_to_string(GMIME_OBJECT(mail), options);
  followup_status status = FOLLOWUP_OK;
  if (!sink(bytes, strlen(bytes), user))
    status = followup_error_set(error, FOLLOWUP_E_FILE, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, "cannot be written");
  g_free(bytes);
  g_mime_format_options_free(options);
  g_object_unref(mail);
  return status;
}
