#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"

static bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* The length of the well-formed character at `text`, 0 where there is none (Unicode 15, table 3-7). */
static size_t character_length(const unsigned char *text, size_t left) {
  unsigned char lead = text[0];
  if (lead < 0x80) return lead != 0;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (text[1] < least || text[1] > most) return 0;
  for (size_t i = 2; i < length; i++)
    if (!is_tail(text[i])) return 0;
  return length;
}

/* Whether eight bytes are ASCII and none of them NUL. */
static bool is_plain_text(const unsigned char *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, sizeof eight);
  uint64_t high = UINT64_C(0x8080808080808080), ones = UINT64_C(0x0101010101010101);
  return ((eight | (eight - ones)) & high) == 0;
}

size_t utf8_valid_until(const char *text, size_t length) {
  const unsigned char *bytes = (const unsigned char *)text;
  size_t at = 0;
  while (at < length) {
    if (length - at >= 8 && is_plain_text(bytes + at)) {
      at += 8;
      continue;
    }
    size_t step = character_length(bytes + at, length - at);
    if (step == 0) return at;
    at += step;
  }
  return length;
}

uint32_t utf8_next_wide(const char *text, size_t *at) {
  const unsigned char *bytes = (const unsigned char *)text + *at;
  if (bytes[0] < 0xE0) {
    *at += 2;
    return (uint32_t)(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F);
  }
  if (bytes[0] < 0xF0) {
    *at += 3;
    return (uint32_t)(bytes[0] & 0x0F) << 12 | (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);
  }
  *at += 4;
  return (uint32_t)(bytes[0] & 0x07) << 18 | (uint32_t)(bytes[1] & 0x3F) << 12 | (uint32_t)(bytes[2] & 0x3F) << 6 |
         (bytes[3] & 0x3F);
}

uint32_t utf8_previous(const char *text, size_t *at) {
  do {
    --*at;
  } while (is_tail((unsigned char)text[*at]));
  size_t from = *at;
  return utf8_next(text, &from);
}

followup_status text_accept(const followup_context *context, const char *member, const char *text, size_t *length,
                            followup_error *error) {
  if (text == NULL) return error_argument(error, member, "is NULL");
  if (*length == FOLLOWUP_ZERO_TERMINATED) *length = strlen(text);
  if (*length > context->text_limit) {
    char reason[96];
    snprintf(reason, sizeof reason, "has %zu bytes, the limit is %zu", *length, context->text_limit);
    return error_at(error, FOLLOWUP_E_LIMIT, member, FOLLOWUP_NOWHERE, reason);
  }
  size_t valid = utf8_valid_until(text, *length);
  if (valid < *length) {
    char reason[96];
    snprintf(reason, sizeof reason, text[valid] == '\0' ? "NUL byte at offset %zu" : "invalid UTF-8 at offset %zu",
             valid);
    return error_at(error, FOLLOWUP_E_UTF8, member, valid, reason);
  }
  return FOLLOWUP_OK;
}
