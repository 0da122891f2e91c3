/* The last step: words learn their zone and sentence. */
#ifndef FOLLOWUP_TEXT_SETTLE_H
#define FOLLOWUP_TEXT_SETTLE_H

#include "text/reader.h"

/* Drops the words of quoted mail and of list markers, and ties the others to zones and sentences. */
void words_settle(const struct text_reader *reader, struct text *read);

#endif
