#include "base/error.h"

#include <string.h>

#include "base/memory.h"

followup_status followup_error_new(const followup_context *context, followup_error **made) {
  if (made == NULL) return FOLLOWUP_E_ARGUMENT;
  context = context_or_default(context);
  followup_error *error = memory_take_zeroed(context, sizeof *error);
  if (error == NULL) return FOLLOWUP_E_MEMORY;
  error->context = context;
  error->offset = error->line = FOLLOWUP_NOWHERE;
  *made = error;
  return FOLLOWUP_OK;
}

void followup_error_free(followup_error *error) {
  if (error != NULL) memory_give(error->context, error);
}

followup_status followup_error_status(const followup_error *error) {
  return error != NULL ? error->status : FOLLOWUP_OK;
}

const char *followup_error_message(const followup_error *error) { return error != NULL ? error->message : ""; }

const char *followup_error_reason(const followup_error *error) { return error != NULL ? error->reason : ""; }

const char *followup_error_member(const followup_error *error) { return error != NULL ? error->member : ""; }

size_t followup_error_offset(const followup_error *error) { return error != NULL ? error->offset : FOLLOWUP_NOWHERE; }

size_t followup_error_line(const followup_error *error) { return error != NULL ? error->line : FOLLOWUP_NOWHERE; }

/* Cuts before a UTF-8 character that would not fit whole. `text` may be `into` itself. */
static void copy_cut(char into[ERROR_TEXT], const char *text) {
  size_t length = text != NULL ? strlen(text) : 0;
  if (length >= ERROR_TEXT) {
    length = ERROR_TEXT - 1;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  }
  if (length > 0) memmove(into, text, length);
  into[length] = '\0';
}

static void compose(followup_error *error) {
  size_t length = strlen(error->member);
  memcpy(error->message, error->member, length);
  if (length > 0) {
    memcpy(error->message + length, ": ", 2);
    length += 2;
  }
  memcpy(error->message + length, error->reason, strlen(error->reason) + 1);
}

followup_status followup_error_set(followup_error *error, followup_status status, const char *member, size_t offset,
                                   size_t line, const char *reason) {
  if (error == NULL) return status;
  error->status = status;
  error->offset = offset;
  error->line = line;
  copy_cut(error->reason, reason != NULL ? reason : followup_status_text(status));
  copy_cut(error->member, member);
  compose(error);
  return status;
}

followup_status error_argument(followup_error *error, const char *member, const char *reason) {
  return followup_error_set(error, FOLLOWUP_E_ARGUMENT, member, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, reason);
}

followup_status error_memory(followup_error *error) {
  return followup_error_set(error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
}

followup_status error_at(followup_error *error, followup_status status, const char *member, size_t offset,
                         const char *reason) {
  return followup_error_set(error, status, member, offset, FOLLOWUP_NOWHERE, reason);
}

const char *followup_status_text(followup_status status) {
  switch (status) {
    case FOLLOWUP_OK: return "no error";
    case FOLLOWUP_E_ARGUMENT: return "invalid value";
    case FOLLOWUP_E_UTF8: return "invalid UTF-8";
    case FOLLOWUP_E_LIMIT: return "longer than the limit";
    case FOLLOWUP_E_MEMORY: return "out of memory";
    case FOLLOWUP_E_TIME_ZONE: return "unknown time zone";
    case FOLLOWUP_E_UNKNOWN: return "not known to this version";
    case FOLLOWUP_E_SYNTAX: return "syntax error";
    case FOLLOWUP_E_FILE: return "cannot be read or written";
    case FOLLOWUP_E_INTERNAL: return "a part of the library failed";
  }
  return "unknown status";
}
