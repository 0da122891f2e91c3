/* Words by ICU's word breaks, with what stands around them. */
#ifndef FOLLOWUP_TEXT_WORDS_H
#define FOLLOWUP_TEXT_WORDS_H

#include "text/reader.h"

/* Cuts the whole text into words; zones and sentences are set later. Finds the spans on its way. */
followup_status words_cut(struct text_reader *reader, struct text *read);

#endif
