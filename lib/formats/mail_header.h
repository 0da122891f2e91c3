/* The header of a mail or of one of its parts: fields, decoded on demand. */
#ifndef FOLLOWUP_FORMATS_MAIL_HEADER_H
#define FOLLOWUP_FORMATS_MAIL_HEADER_H

#include <gmime/gmime.h>

#include <followup.h>

#include "formats/mail_lines.h"

/* A field longer than this is a limit error: no mail program writes one. */
enum { FIELD_LIMIT = 256 << 10 };

/* The length of the name of a field that this line begins; 0 where it begins none. */
size_t field_name_length(const struct line *line);

/* What stands before the first empty line. */
struct stretch header_of(const struct stretch *mail);

/* The value of the next field of that name from `*at` on, unfolded, without white space at its ends; moves `*at` behind
 * it. NULL: no more. Freed with g_free(). */
char *header_next(const struct stretch *header, const char *name, const char **at);

/* The first of that name, or NULL. */
char *header_first(const struct stretch *header, const char *name);

/* Whether a field of that name is there. */
bool header_has(const struct stretch *header, const char *name);

/* The offset of the first field that is longer than FIELD_LIMIT; the header's length where none is. */
size_t header_overlong(const struct stretch *header);

/* How GMime is to read what is not quite right: leniently, raw 8-bit text as UTF-8, else as windows-1252. */
GMimeParserOptions *header_options(void);

/* Encoded words and raw 8-bit text turned to UTF-8. Freed with g_free(). */
char *header_decode(GMimeParserOptions *options, const char *value);

#endif
