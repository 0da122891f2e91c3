/* Byte offsets as UTF-16 units and code points: counted once along a text, then looked up. */
#ifndef FOLLOWUP_TEXT_OFFSETS_H
#define FOLLOWUP_TEXT_OFFSETS_H

#include "base/array.h"

struct offset_mark {
  uint32_t units, points;
};

/* For one text after the other; `bytes` NULL: none is counted. */
struct offset_index {
  const char *bytes;
  size_t length;
  ARRAY(struct offset_mark) marks; /* what stands before each STRIDE-th byte */
};

void offset_index_forget(struct offset_index *index);
/* Counts along a text, unless that was done already. False when there is no memory. */
bool offset_index_read(const followup_context *context, struct offset_index *index, const char *bytes, size_t length);
struct offset_mark offset_index_at(const struct offset_index *index, size_t offset);
void offset_index_free(const followup_context *context, struct offset_index *index);

#endif
