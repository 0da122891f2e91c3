#include <stdio.h>
#include <string.h>

#include "formats/json_value.h"

/* Jansson counts positions in an int; a file near that size is no case. */
enum { DOCUMENT_LIMIT = 1 << 30 };

/* Where no memory is left, Jansson often says nothing at all. */
static followup_status status_of(const json_error_t *problem) {
  if (problem->text[0] == '\0') return FOLLOWUP_E_MEMORY;
  switch (json_error_code(problem)) {
    case json_error_out_of_memory: return FOLLOWUP_E_MEMORY;
    case json_error_invalid_utf8: return FOLLOWUP_E_UTF8;
    default: return FOLLOWUP_E_SYNTAX;
  }
}

static followup_status fail_document(json_error_t *problem, size_t skipped, followup_error *error) {
  followup_status status = status_of(problem);
  size_t offset = (size_t)problem->position + skipped;
  size_t line = problem->line > 0 ? (size_t)problem->line : FOLLOWUP_NOWHERE;
  if (status == FOLLOWUP_E_MEMORY)
    return followup_error_set(error, status, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  mask_controls(problem->text);
  if (status != FOLLOWUP_E_UTF8) return followup_error_set(error, status, NULL, offset, line, problem->text);
  char reason[64];
  snprintf(reason, sizeof reason, "invalid UTF-8 at offset %zu", offset);
  return followup_error_set(error, status, NULL, offset, line, reason);
}

/* Editors on Windows put a byte order mark before the text; RFC 8259 lets a reader pass over it. */
static size_t byte_order_mark(const char *text, size_t length) {
  return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static bool is_blank(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (memchr(" \t\r\n", text[i], 4) == NULL) return false;
  return true;
}

followup_status document_parse(const char *text, size_t length, json_t **made, followup_error *error) {
  if (text == NULL)
    return followup_error_set(error, FOLLOWUP_E_ARGUMENT, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, "no text");
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(text);
  if (length > DOCUMENT_LIMIT)
    return followup_error_set(error, FOLLOWUP_E_LIMIT, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE,
                              "is longer than 1 GiB");
  size_t skipped = byte_order_mark(text, length);
  if (is_blank(text + skipped, length - skipped))
    return followup_error_set(error, FOLLOWUP_E_SYNTAX, NULL, 0, 1, "is empty: no JSON in it");
  json_error_t problem;
  json_t *root =
      json_loadb(text + skipped, length - skipped, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &problem);
  if (root == NULL) return fail_document(&problem, skipped, error);
  *made = root;
  return FOLLOWUP_OK;
}
