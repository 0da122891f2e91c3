/* Earlier mail in a body. */
#ifndef FOLLOWUP_TEXT_QUOTES_H
#define FOLLOWUP_TEXT_QUOTES_H

#include "text/reader.h"

/*
 * Marks the lines of earlier mail: lines that begin with ">", the lines that say who wrote it, and everything behind a
 * mail program's mark of where it begins.
 */
void quotes_mark(struct text_reader *reader, const struct text *read);

#endif
