/* The end of a body: sign-off, signature, postscript. */
#ifndef FOLLOWUP_TEXT_ENDINGS_H
#define FOLLOWUP_TEXT_ENDINGS_H

#include "text/reader.h"

/* Marks closing lines below the prose; a line that holds two of them, or prose and a closing, is split. */
followup_status endings_mark(struct text_reader *reader, const struct text *read);

#endif
