#include <stdio.h>

#include "base/error.h"
#include "model/build.h"
#include "model/queries.h"

struct followup_message *message_new(struct followup_case *of, followup_kind kind) {
  struct followup_message *message = memory_take_zeroed(of->context, sizeof *message);
  if (message == NULL) return NULL;
  message->of = of;
  message->place = of->messages.count;
  message->kind = kind;
  message->sent = FOLLOWUP_NO_TIME;
  snprintf(message->place_id, sizeof message->place_id, "m%zu", message->place + 1);
  return message;
}

static void free_recipients(const followup_context *context, mailbox_list *list) {
  for (size_t i = 0; i < list->count; i++) mailbox_free(context, &list->items[i]);
  array_free(context, list);
}

void message_free(struct followup_message *message) {
  const followup_context *context = message->of->context;
  model_text_free(context, &message->id);
  model_text_free(context, &message->interview);
  mailbox_free(context, &message->from);
  free_recipients(context, &message->to);
  free_recipients(context, &message->cc);
  free_recipients(context, &message->bcc);
  model_text_free(context, &message->subject);
  model_text_free(context, &message->body);
  model_text_list_free(context, &message->attachments);
  memory_give(context, message);
}

static followup_status within(const followup_message *message, followup_status status, followup_error *error) {
  return error_within("messages", message->place, status, error);
}

followup_status followup_message_set_id(followup_message *message, const char *id, size_t length,
                                        followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  return within(message, model_text_set(message->of->context, &message->id, "id", id, length, error), error);
}

followup_status followup_message_set_interview(followup_message *message, const char *id, size_t length,
                                               followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  struct model_text *interview = &message->interview;
  return within(message, model_text_set(message->of->context, interview, "interview", id, length, error), error);
}

followup_status followup_message_set_from(followup_message *message, const char *mailbox, size_t length,
                                          followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  return within(message, mailbox_set(message->of->context, &message->from, "from", mailbox, length, error), error);
}

static mailbox_list *find_list(followup_message *message, followup_recipients list) {
  switch (list) {
    case FOLLOWUP_RECIPIENTS_TO: return &message->to;
    case FOLLOWUP_RECIPIENTS_CC: return &message->cc;
    case FOLLOWUP_RECIPIENTS_BCC: return &message->bcc;
  }
  return NULL;
}

static const char *list_name(followup_recipients list) {
  return list == FOLLOWUP_RECIPIENTS_TO ? "to" : list == FOLLOWUP_RECIPIENTS_CC ? "cc" : "bcc";
}

static followup_status add_mailbox(const followup_context *context, mailbox_list *list, const char *text, size_t length,
                                   followup_error *error) {
  struct mailbox parsed;
  followup_status status = mailbox_parse(context, "", text, length, &parsed, error);
  if (status != FOLLOWUP_OK) return status;
  if (!array_reserve(context, list, 1)) {
    mailbox_free(context, &parsed);
    return error_memory(error);
  }
  list->items[list->count++] = parsed;
  return FOLLOWUP_OK;
}

followup_status followup_message_add_recipient(followup_message *message, followup_recipients list, const char *mailbox,
                                               size_t length, followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  mailbox_list *recipients = find_list(message, list);
  if (recipients == NULL)
    return within(message, error_at(error, FOLLOWUP_E_UNKNOWN, "recipients", FOLLOWUP_NOWHERE, NULL), error);
  followup_status status = add_mailbox(message->of->context, recipients, mailbox, length, error);
  return within(message, error_within(list_name(list), recipients->count, status, error), error);
}

followup_status followup_message_set_subject(followup_message *message, const char *subject, size_t length,
                                             followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  struct model_text *text = &message->subject;
  return within(message, model_text_set(message->of->context, text, "subject", subject, length, error), error);
}

followup_status followup_message_set_body(followup_message *message, const char *body, size_t length,
                                          followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  return within(message, model_text_set(message->of->context, &message->body, "body", body, length, error), error);
}

followup_status followup_message_add_attachment(followup_message *message, const char *name, size_t length,
                                                followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  text_list *list = &message->attachments;
  followup_status status = model_text_add(message->of->context, list, "", name, length, error);
  return within(message, error_within("attachments", list->count, status, error), error);
}

followup_status followup_message_set_sent(followup_message *message, int64_t sent, followup_error *error) {
  if (message == NULL) return error_argument(error, "message", "is NULL");
  message->sent = sent;
  return FOLLOWUP_OK;
}

followup_kind followup_message_kind(const followup_message *message) {
  return message != NULL ? message->kind : FOLLOWUP_KIND_UNKNOWN;
}

const char *followup_message_id(const followup_message *message) {
  if (message == NULL) return "";
  return message->id.length > 0 ? message->id.bytes : message->place_id;
}

static const char *give_text(const struct model_text *text, size_t *length) {
  if (length != NULL) *length = text != NULL ? text->length : 0;
  return text != NULL ? model_text_bytes(text) : "";
}

const char *followup_message_subject(const followup_message *message, size_t *length) {
  return give_text(message != NULL ? &message->subject : NULL, length);
}

const char *followup_message_body(const followup_message *message, size_t *length) {
  return give_text(message != NULL ? &message->body : NULL, length);
}

int64_t followup_message_sent(const followup_message *message) {
  return message != NULL ? message->sent : FOLLOWUP_NO_TIME;
}

size_t followup_message_recipient_count(const followup_message *message, followup_recipients list) {
  const mailbox_list *recipients = message != NULL ? message_recipients(message, list) : NULL;
  return recipients != NULL ? recipients->count : 0;
}

const char *followup_message_recipient(const followup_message *message, followup_recipients list, size_t index) {
  const mailbox_list *recipients = message != NULL ? message_recipients(message, list) : NULL;
  if (recipients == NULL || index >= recipients->count) return NULL;
  return model_text_bytes(&recipients->items[index].whole);
}

const char *followup_message_from(const followup_message *message) {
  return message != NULL ? model_text_bytes(&message->from.whole) : "";
}

size_t followup_message_attachment_count(const followup_message *message) {
  return message != NULL ? message->attachments.count : 0;
}

const char *followup_message_attachment(const followup_message *message, size_t index) {
  return index < followup_message_attachment_count(message) ? model_text_bytes(&message->attachments.items[index])
                                                            : NULL;
}
