/* A draft as a message of its case. */
#include <string.h>

#include "base/error.h"
#include "draft/draft.h"
#include "draft/facts.h"
#include "model/build.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static void put(char *into, size_t *used, const char *bytes, size_t length) {
  memcpy(into + *used, bytes, length);
  *used += length;
}

static void put_name(char *into, size_t *used, const char *name) {
  bool quoted = name[strcspn(name, "\"\\()<>[]:;@,")] != '\0';
  if (quoted) put(into, used, "\"", 1);
  for (; *name != '\0'; name++) {
    if (*name == '"' || *name == '\\') put(into, used, "\\", 1);
    put(into, used, name, 1);
  }
  if (quoted) put(into, used, "\"", 1);
}

/* A mailbox as the model reads it; NULL when there is no memory. */
static char *make_mailbox(const followup_context *context, const char *name, const char *address) {
  char *mailbox = memory_take(context, 2 * strlen(name) + strlen(address) + sizeof "\"\" <>");
  size_t used = 0;
  if (mailbox == NULL) return NULL;
  if (*name != '\0') put_name(mailbox, &used, name);
  if (*name != '\0' && *address != '\0') put(mailbox, &used, " ", 1);
  if (*address != '\0') {
    if (*name != '\0') put(mailbox, &used, "<", 1);
    put(mailbox, &used, address, strlen(address));
    if (*name != '\0') put(mailbox, &used, ">", 1);
  }
  mailbox[used] = '\0';
  return mailbox;
}

static followup_status set_to(const followup_draft *draft, followup_message *message, followup_error *error) {
  const char *to = followup_draft_to(draft), *name = followup_draft_to_name(draft);
  if (*to == '\0') return FOLLOWUP_OK;
  char *mailbox = make_mailbox(draft->context, name, draft->has_address ? to : "");
  if (mailbox == NULL) return error_memory(error);
  followup_status status = followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, mailbox, Z, error);
  memory_give(draft->context, mailbox);
  return status;
}

static followup_status set_from(const struct followup_candidate *candidate, followup_message *message,
                                followup_error *error) {
  const followup_context *context = candidate->of->context;
  const struct model_text *name = &candidate->name;
  if (model_text_is_empty(name) && model_text_is_empty(&candidate->email)) return FOLLOWUP_OK;
  char *line = memory_take(context, name->length + 1);
  if (line == NULL) return error_memory(error);
  line[copy_line(model_text_bytes(name), name->length, line)] = '\0';
  char *mailbox = make_mailbox(context, line, model_text_bytes(&candidate->email));
  followup_status status = FOLLOWUP_OK;
  if (mailbox == NULL) status = error_memory(error);
  if (mailbox != NULL && *mailbox != '\0') status = followup_message_set_from(message, mailbox, Z, error);
  memory_give(context, mailbox);
  memory_give(context, line);
  return status;
}

static followup_status fill_message(const followup_draft *draft, const followup_case *of, followup_message *message,
                                    followup_error *error) {
  followup_status status = set_from(&of->candidate, message, error);
  if (status == FOLLOWUP_OK) status = set_to(draft, message, error);
  if (status == FOLLOWUP_OK) status = followup_message_set_subject(message, followup_draft_subject(draft), Z, error);
  if (status == FOLLOWUP_OK) status = followup_message_set_body(message, followup_draft_body(draft), Z, error);
  const char *interview = followup_draft_interview(draft);
  if (status != FOLLOWUP_OK || *interview == '\0') return status;
  return followup_message_set_interview(message, interview, Z, error);
}

followup_status followup_draft_add(const followup_draft *draft, followup_case *of, followup_message **added,
                                   followup_error *error) {
  if (draft == NULL) return error_argument(error, "draft", "is NULL");
  followup_message *message = NULL;
  followup_status status = followup_case_add_message(of, draft->kind, &message, error);
  if (status != FOLLOWUP_OK) return status;
  status = fill_message(draft, of, message, error);
  if (status != FOLLOWUP_OK)
    followup_case_drop_message(of, message, NULL);
  else if (added != NULL)
    *added = message;
  return status;
}
