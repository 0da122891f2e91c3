/* The salutation at the start of a body. */
#ifndef FOLLOWUP_TEXT_GREETINGS_H
#define FOLLOWUP_TEXT_GREETINGS_H

#include "text/reader.h"

/* Marks the salutation in the first lines that are not quoted; a line on which prose follows is split. */
followup_status greeting_mark(struct text_reader *reader, const struct text *read);

#endif
