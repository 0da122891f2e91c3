/* Links, e-mail addresses, file names and emoticons: stretches that word breaks would take apart. */
#ifndef FOLLOWUP_TEXT_SPANS_H
#define FOLLOWUP_TEXT_SPANS_H

#include "text/reader.h"

/* Adds those of the bytes from `at` to `end`, a run without ASCII white space, to the reader's spans. */
followup_status spans_find(struct text_reader *reader, const struct text *read, size_t at, size_t end);

#endif
