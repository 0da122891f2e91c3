#include "attach.h"

#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

/* A kind that nobody named is guessed, as judging does. */
static bool is_for_materials(struct session *session, followup_kind kind, const char *subject, const char *body,
                             size_t length) {
  if (kind == FOLLOWUP_KIND_UNKNOWN)
    followup_guess_kind(session->linter, session->scratch, subject, subject != NULL ? Z : 0, body, length, &kind, NULL);
  return kind == FOLLOWUP_KIND_MATERIALS;
}

/* A body holds no zero byte. */
static bool has_link(const char *body) { return strstr(body, "://") != NULL || strstr(body, "www.") != NULL; }

static bool waits(struct session *session, const followup_message *message) {
  size_t length;
  const char *body = followup_message_body(message, &length);
  if (followup_message_attachment_count(message) > 0 || body == NULL || has_link(body)) return false;
  return is_for_materials(session, followup_message_kind(message), followup_message_subject(message, NULL), body,
                          length);
}

static bool text_waits(struct session *session, const struct judged *judged) {
  char *body = malloc(judged->length + 1);
  if (body == NULL) return false;
  memcpy(body, judged->text, judged->length);
  body[judged->length] = '\0';
  bool is_to_do = !has_link(body) && is_for_materials(session, session->options->kind, NULL, body, judged->length);
  free(body);
  return is_to_do;
}

bool attach_is_to_do(struct session *session, const struct judged *judged) {
  if (judged->of == NULL) return text_waits(session, judged);
  size_t count = followup_case_message_count(judged->of);
  if (judged->is_one_message) return waits(session, followup_case_message(judged->of, count - 1));
  for (size_t i = 0; i < count; i++) {
    const followup_message *message = followup_case_message(judged->of, i);
    if (followup_message_sent(message) == FOLLOWUP_NO_TIME && waits(session, message)) return true;
  }
  return false;
}
