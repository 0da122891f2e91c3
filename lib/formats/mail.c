#include <followup-formats.h>

#include "formats/mail_addresses.h"
#include "formats/mail_body.h"
#include "formats/start_gmime.h"

struct reader {
  struct mail_parts parts;
  followup_message *message;
  followup_error *error;
};

static const struct stretch *header(const struct reader *reader) { return &mail_parts_root(&reader->parts)->header; }

/* The line of the first field of that name. */
static size_t field_line(const struct reader *reader, const char *name) {
  const char *at = header(reader)->bytes, *start = at;
  struct line line;
  for (; line_at(at, stretch_end(header(reader)), &line); at = line.next) {
    size_t length = field_name_length(&line);
    if (length == strlen(name) && g_ascii_strncasecmp(line.start, name, length) == 0)
      return mail_line(&reader->parts, at);
  }
  return mail_line(&reader->parts, start);
}

static followup_status refuse_field(const struct reader *reader, const char *member, const char *name,
                                    const char *reason) {
  return followup_error_set(reader->error, FOLLOWUP_E_ARGUMENT, member, FOLLOWUP_NOWHERE, field_line(reader, name),
                            reason);
}

/* Takes the mailboxes of every field of that name: some programs write one field for each. */
static followup_status read_mailboxes(const struct reader *reader, const char *name, const char *member,
                                      GPtrArray *mailboxes) {
  const char *at = header(reader)->bytes;
  char *value = NULL;
  bool readable = true;
  while (readable && (value = header_next(header(reader), name, &at)) != NULL) {
    readable = *value == '\0' || addresses_read(reader->parts.options, value, mailboxes);
    g_free(value);
  }
  return readable ? FOLLOWUP_OK : refuse_field(reader, member, name, "not a list of addresses");
}

/* Says which field of the mail a setter refused. */
static followup_status refused_by_setter(const struct reader *reader, followup_status status, const char *name) {
  if (status == FOLLOWUP_OK || reader->error == NULL) return status;
  char *member = g_strdup(followup_error_member(reader->error));
  char *reason = g_strdup(followup_error_reason(reader->error));
  const char *own = strchr(member, '.') != NULL ? strchr(member, '.') + 1 : member;
  size_t line = name != NULL ? field_line(reader, name) : FOLLOWUP_NOWHERE;
  followup_error_set(reader->error, status, own, followup_error_offset(reader->error), line, reason);
  g_free(member);
  g_free(reason);
  return status;
}

static followup_status take_from(const struct reader *reader) {
  GPtrArray *mailboxes = g_ptr_array_new_with_free_func(g_free);
  followup_status status = read_mailboxes(reader, "From", "from", mailboxes);
  if (status == FOLLOWUP_OK && mailboxes->len > 0)
    status = refused_by_setter(reader,
                               followup_message_set_from(reader->message, g_ptr_array_index(mailboxes, 0),
                                                         FOLLOWUP_ZERO_TERMINATED, reader->error),
                               "From");
  g_ptr_array_free(mailboxes, TRUE);
  return status;
}

static followup_status take_recipients(const struct reader *reader, followup_recipients list, const char *name,
                                       const char *member) {
  GPtrArray *mailboxes = g_ptr_array_new_with_free_func(g_free);
  followup_status status = read_mailboxes(reader, name, member, mailboxes);
  for (guint i = 0; i < mailboxes->len && status == FOLLOWUP_OK; i++)
    status = refused_by_setter(reader,
                               followup_message_add_recipient(reader->message, list, g_ptr_array_index(mailboxes, i),
                                                              FOLLOWUP_ZERO_TERMINATED, reader->error),
                               name);
  g_ptr_array_free(mailboxes, TRUE);
  return status;
}

static followup_status take_subject(const struct reader *reader) {
  char *value = header_first(header(reader), "Subject");
  if (value == NULL) return FOLLOWUP_OK;
  char *subject = g_strstrip(header_decode(reader->parts.options, value));
  followup_status status =
      followup_message_set_subject(reader->message, subject, FOLLOWUP_ZERO_TERMINATED, reader->error);
  g_free(subject);
  g_free(value);
  return refused_by_setter(reader, status, "Subject");
}

/* A time of day as RFC 5322 has it: GMime would take midnight where it finds none, and the morning for "7:30 PM". */
static bool has_time_of_day(const char *date) {
  const char *colon = strchr(date, ':');
  if (colon == NULL || colon == date || !g_ascii_isdigit(colon[-1]) || !g_ascii_isdigit(colon[1])) return false;
  char *lower = g_ascii_strdown(date, -1);
  bool halves = strstr(lower, " am") != NULL || strstr(lower, " pm") != NULL;
  g_free(lower);
  return !halves;
}

static followup_status take_date(const struct reader *reader) {
  char *value = header_first(header(reader), "Date");
  bool said = value != NULL && *value != '\0';
  GDateTime *date = said && has_time_of_day(value) ? g_mime_utils_header_decode_date(value) : NULL;
  g_free(value);
  if (!said) return FOLLOWUP_OK;
  if (date == NULL) return refuse_field(reader, "sent", "Date", "the Date field is not a date and time");
  int64_t sent = g_date_time_to_unix(date) * 1000;
  g_date_time_unref(date);
  return followup_message_set_sent(reader->message, sent, reader->error);
}

static followup_status take_attachments(const struct reader *reader) {
  GPtrArray *names = mail_attachments(&reader->parts);
  followup_status status = FOLLOWUP_OK;
  for (guint i = 0; i < names->len && status == FOLLOWUP_OK; i++)
    status = refused_by_setter(reader,
                               followup_message_add_attachment(reader->message, g_ptr_array_index(names, i),
                                                               FOLLOWUP_ZERO_TERMINATED, reader->error),
                               NULL);
  g_ptr_array_free(names, TRUE);
  return status;
}

static followup_status take_body(const struct reader *reader) {
  GString *body = NULL;
  followup_status status = mail_body_read(&reader->parts, &body, reader->error);
  if (status != FOLLOWUP_OK) return status;
  status = followup_message_set_body(reader->message, body->str, body->len, reader->error);
  g_string_free(body, TRUE);
  return refused_by_setter(reader, status, NULL);
}

static followup_status fill(const struct reader *reader) {
  followup_status status = take_from(reader);
  if (status == FOLLOWUP_OK) status = take_recipients(reader, FOLLOWUP_RECIPIENTS_TO, "To", "to");
  if (status == FOLLOWUP_OK) status = take_recipients(reader, FOLLOWUP_RECIPIENTS_CC, "Cc", "cc");
  if (status == FOLLOWUP_OK) status = take_recipients(reader, FOLLOWUP_RECIPIENTS_BCC, "Bcc", "bcc");
  if (status == FOLLOWUP_OK) status = take_subject(reader);
  if (status == FOLLOWUP_OK) status = take_date(reader);
  if (status == FOLLOWUP_OK) status = take_body(reader);
  return status == FOLLOWUP_OK ? take_attachments(reader) : status;
}

static followup_status add_filled(followup_case *of, followup_kind kind, struct reader *reader) {
  followup_status status = followup_case_add_message(of, kind, &reader->message, reader->error);
  if (status != FOLLOWUP_OK) return status;
  status = fill(reader);
  if (status != FOLLOWUP_OK) followup_case_drop_message(of, reader->message, NULL);
  return status;
}

followup_status followup_formats_read_mail(followup_case *of, followup_kind kind, const char *mail, size_t length,
                                           followup_message **added, followup_error *error) {
  if (of == NULL || mail == NULL || added == NULL)
    return followup_error_set(error, FOLLOWUP_E_ARGUMENT,
                              of == NULL     ? "case"
                              : mail == NULL ? "mail"
                                             : "added",
                              FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, "is NULL");
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(mail);
  start_gmime();
  struct reader reader = {.error = error};
  followup_status status = mail_parts_read((struct stretch){mail, length}, &reader.parts, error);
  if (status == FOLLOWUP_OK) status = add_filled(of, kind, &reader);
  mail_parts_free(&reader.parts);
  if (status == FOLLOWUP_OK) *added = reader.message;
  return status;
}
