#include "formats/read_case.h"

TAKES_TEXT(take_id, followup_message_set_id)
TAKES_TEXT(take_interview, followup_message_set_interview)
TAKES_TEXT(take_from, followup_message_set_from)
TAKES_TEXT(take_subject, followup_message_set_subject)
TAKES_TEXT(take_body, followup_message_set_body)
TAKES_TEXT(take_attachment, followup_message_add_attachment)
TAKES_TEXTS(take_attachments, take_attachment)

/* Defines a taker of one recipient of a list. */
#define TAKES_RECIPIENT(name, list)                                                                            \
  static followup_status name(const struct json_value *value, void *into) {                                    \
    return value_settle(value, followup_message_add_recipient(into, list, json_string_value(value->json),      \
                                                              json_string_length(value->json), value->error)); \
  }

TAKES_RECIPIENT(take_one_to, FOLLOWUP_RECIPIENTS_TO)
TAKES_RECIPIENT(take_one_cc, FOLLOWUP_RECIPIENTS_CC)
TAKES_RECIPIENT(take_one_bcc, FOLLOWUP_RECIPIENTS_BCC)
TAKES_TEXTS(take_to, take_one_to)
TAKES_TEXTS(take_cc, take_one_cc)
TAKES_TEXTS(take_bcc, take_one_bcc)

static followup_status take_sent(const struct json_value *value, void *into) {
  int64_t instant;
  followup_status status = value_instant(value, &instant);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(value, followup_message_set_sent(into, instant, value->error));
}

static const struct json_member message_members[] = {
    {"id", JSON_STRING, false, take_id},
    {"kind", JSON_STRING, true, NULL}, /* makes the message */
    {"interview", JSON_STRING, false, take_interview},
    {"from", JSON_STRING, false, take_from},
    {"to", JSON_ARRAY, true, take_to},
    {"cc", JSON_ARRAY, false, take_cc},
    {"bcc", JSON_ARRAY, false, take_bcc},
    {"subject", JSON_STRING, false, take_subject},
    {"body", JSON_STRING, true, take_body},
    {"attachments", JSON_ARRAY, false, take_attachments},
    {"sent", JSON_STRING, false, take_sent},
    {NULL, 0, false, NULL},
};

static followup_status read_kind(const struct json_value *value, followup_kind *kind) {
  *kind = followup_kind_from_name(json_string_value(value->json), json_string_length(value->json));
  if (*kind != FOLLOWUP_KIND_UNKNOWN) return FOLLOWUP_OK;
  return value_fail_quoting(value, FOLLOWUP_E_UNKNOWN,
                            "is no kind of message: thank_you, status_check, application_follow_up, "
                            "continued_interest, materials, information_reply, offer_acknowledgement or "
                            "feedback_request");
}

/* The core cannot tell a slip of the pen from an interview that is added later; the file is whole. */
static followup_status check_interview(const struct json_value *message, const struct case_reading *reading) {
  struct json_value interview = value_of_member(message, "interview");
  if (interview.json == NULL) return FOLLOWUP_OK;
  if (json_object_get(reading->interview_ids, json_string_value(interview.json)) != NULL) return FOLLOWUP_OK;
  return value_fail_quoting(&interview, FOLLOWUP_E_ARGUMENT, "is the id of no interview of the case");
}

static followup_status take_message(const struct json_value *value, void *into) {
  struct case_reading *reading = into;
  followup_kind kind = FOLLOWUP_KIND_UNKNOWN;
  followup_message *message = NULL;
  followup_status status = members_check(value, message_members);
  if (status != FOLLOWUP_OK) return status;
  struct json_value kind_value = value_of_member(value, "kind");
  status = read_kind(&kind_value, &kind);
  if (status == FOLLOWUP_OK) status = check_interview(value, reading);
  if (status == FOLLOWUP_OK)
    status = value_settle(value, followup_case_add_message(reading->of, kind, &message, value->error));
  return status == FOLLOWUP_OK ? members_take(value, message_members, message) : status;
}

followup_status read_messages(const struct json_value *messages, void *into) {
  return entries_each(messages, JSON_OBJECT, take_message, into);
}
