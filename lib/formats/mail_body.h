/* Which parts of a mail are its text, and which are attachments. */
#ifndef FOLLOWUP_FORMATS_MAIL_BODY_H
#define FOLLOWUP_FORMATS_MAIL_BODY_H

#include "formats/mail_parts.h"

/*
 * The text that a mail program shows, parts one below the other; of alternatives the plain text, unless it is blank.
 * Marks the parts that went in. Errors: nothing that can be read, those of part_text(), HTML beyond its bounds.
 */
followup_status mail_body_read(const struct mail_parts *parts, GString **body, followup_error *error);

/* The names of the attachments of a mail whose body was read. Freed with g_ptr_array_free(). */
GPtrArray *mail_attachments(const struct mail_parts *parts);

/* Says that a part is to be saved rather than read. */
bool part_is_attached(const struct mail_part *part);

/* The decoded file name that a part was given, or NULL; owned by the part. */
const char *part_name(const struct mail_part *part);

#endif
