/* format=flowed (RFC 3676): paragraphs that were cut into lines, joined again. */
#ifndef FOLLOWUP_FORMATS_FLOWED_TEXT_H
#define FOLLOWUP_FORMATS_FLOWED_TEXT_H

#include <glib.h>
#include <stdbool.h>

/* `delete_space`: the part says DelSp=yes. Quoted lines come out as ">" for each level, a space and their text. */
GString *flowed_text(const GString *text, bool delete_space);

#endif
