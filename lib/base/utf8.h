/* UTF-8: validated once at the door, walked without checks behind it. */
#ifndef FOLLOWUP_BASE_UTF8_H
#define FOLLOWUP_BASE_UTF8_H

#include <followup/context.h>

/* The offset of the first byte that does not belong to valid UTF-8 (or is NUL); `length` where all is well. */
size_t utf8_valid_until(const char *text, size_t length);

/* The same as utf8_next() for a character beyond ASCII. */
uint32_t utf8_next_wide(const char *text, size_t *at);
/* Reads the character at `*at` of valid text and moves behind it. */
static inline uint32_t utf8_next(const char *text, size_t *at) {
  return (unsigned char)text[*at] < 0x80 ? (unsigned char)text[(*at)++] : utf8_next_wide(text, at);
}
/* Reads the character that ends at `*at` (> 0) of valid text and moves before it. */
uint32_t utf8_previous(const char *text, size_t *at);

/* Takes a caller's text: resolves FOLLOWUP_ZERO_TERMINATED, holds it against the context's limit, validates it. */
followup_status text_accept(const followup_context *context, const char *member, const char *text, size_t *length,
                            followup_error *error);

#endif
