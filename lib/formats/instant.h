/* RFC 3339 instants. */
#ifndef FOLLOWUP_FORMATS_INSTANT_H
#define FOLLOWUP_FORMATS_INSTANT_H

#include <stddef.h>
#include <stdint.h>

/* Reads a date and time with an offset into Unix milliseconds. NULL, or what is wrong with the text in words that
 * follow it ("has no offset …"), and `instant` is left alone. */
const char *rfc3339_read(const char *text, size_t length, int64_t *instant);

enum { OFFSET_SIZE = sizeof "+00:00" };

/* The offset that a text was written with, as a zone is named by it; `text` was read by rfc3339_read(). */
void rfc3339_offset(const char *text, size_t length, char into[OFFSET_SIZE]);

#endif
