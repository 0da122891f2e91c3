/* What closing phrases and signature lines look like, one line at a time. */
#ifndef FOLLOWUP_TEXT_CLOSINGS_H
#define FOLLOWUP_TEXT_CLOSINGS_H

#include "text/reader.h"

/* Where the closing phrase ends that a line begins with, and that the line's end or a name follows; 0 for none. */
size_t closing_end(const struct text *read, const struct text_line *line);

/* A closing phrase that no list knows: a short line that ends in a comma. Only with a name below it. */
bool may_be_closing(const struct text *read, const struct text_line *line);

bool is_signature_name(const struct text *read, const struct text_line *line);
/* A name, a title, a phone number, an address, a link: no sentence. */
bool may_be_signature(const struct text *read, const struct text_line *line);
bool has_contact(const struct text *read, const struct text_line *line);
/* The line that parts a signature from the text. */
bool is_signature_mark(const struct text *read, const struct text_line *line);
bool is_footer(const struct text *read, const struct text_line *line);
bool begins_postscript(const struct text *read, const struct text_line *line);

#endif
