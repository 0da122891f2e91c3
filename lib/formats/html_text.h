/* What a reader sees of an HTML mail, as plain text. */
#ifndef FOLLOWUP_FORMATS_HTML_TEXT_H
#define FOLLOWUP_FORMATS_HTML_TEXT_H

#include <glib.h>

/* NULL where the HTML is beyond what is read; `*beyond` then says how, in words. Freed with g_string_free(). */
GString *html_text(const GString *html, const char **beyond);

#endif
