/* The parts of a text that only ICU can cut, in UTF-16. */
#ifndef FOLLOWUP_TEXT_UNITS_H
#define FOLLOWUP_TEXT_UNITS_H

#include "text/reader.h"

/*
 * Fills the reader's units and offsets with [start, end), line breaks as spaces, and hands them to `breaks`. What is
 * plain ASCII need not come here: its breaks are known.
 */
followup_status units_give(struct text_reader *reader, const char *bytes, size_t start, size_t end,
                           UBreakIterator *breaks);

#endif
