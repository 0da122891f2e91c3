/*
 * Transfer encodings. Lenient where GMime's decoders drop text without a word: base64 that lost its padding or goes on
 * behind it, and quoted-printable that ends in the middle of an escape.
 */
#ifndef FOLLOWUP_FORMATS_MAIL_DECODE_H
#define FOLLOWUP_FORMATS_MAIL_DECODE_H

#include <glib.h>

#include "formats/mail_lines.h"

/* Bytes that are not base64 are passed over. */
GString *decode_base64(const struct stretch *encoded);

/* An escape that is none stands for itself. */
GString *decode_quoted_printable(const struct stretch *encoded);

#endif
