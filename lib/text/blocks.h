/* Paragraphs and list items of the zones whose sentences count. */
#ifndef FOLLOWUP_TEXT_BLOCKS_H
#define FOLLOWUP_TEXT_BLOCKS_H

#include "text/reader.h"

followup_status blocks_cut(struct text_reader *reader, const struct text *read);

#endif
