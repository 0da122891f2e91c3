/* The text of one part: transfer encoding undone, in UTF-8, lines ended by LF. */
#ifndef FOLLOWUP_FORMATS_MAIL_TEXT_H
#define FOLLOWUP_FORMATS_MAIL_TEXT_H

#include "formats/mail_parts.h"

/* The bytes of a part without their transfer encoding. Freed with g_string_free(). */
GString *part_decode(const struct mail_part *part);

/* The text of a part. Errors: a charset that is not known, bytes that are not of the charset. */
followup_status part_text(const struct mail_parts *parts, const struct mail_part *part, GString **text,
                          followup_error *error);

#endif
