/* Zones: which lines are greeting, prose, sign-off, signature, postscript and quoted mail. */
#ifndef FOLLOWUP_TEXT_ZONES_H
#define FOLLOWUP_TEXT_ZONES_H

#include "text/reader.h"

/* Gives every line its kind, and splits the lines that hold more than one. */
followup_status lines_sort(struct text_reader *reader, const struct text *read);

/* Makes zones of the lines, neighbours of one kind together. */
followup_status zones_make(struct text_reader *reader, struct text *read);

#endif
