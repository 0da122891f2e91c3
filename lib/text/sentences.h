/* Sentences by ICU's breaks, corrected. */
#ifndef FOLLOWUP_TEXT_SENTENCES_H
#define FOLLOWUP_TEXT_SENTENCES_H

#include "text/reader.h"

/* Cuts the blocks into sentences. */
followup_status sentences_cut(struct text_reader *reader, struct text *read);

#endif
