#include "text/offsets.h"

#include <string.h>

enum { STRIDE = 128 };

/* The first byte beyond ASCII, eight looked at together; a few before it may be left for the caller. */
static size_t ascii_until(const char *bytes, size_t from, size_t to) {
  uint64_t eight;
  for (; to - from >= sizeof eight; from += sizeof eight) {
    memcpy(&eight, bytes + from, sizeof eight);
    if (eight & UINT64_C(0x8080808080808080)) break;
  }
  return from;
}

/* Adds what begins in bytes `from` to `to`: each character counts at its first byte. */
static struct offset_mark count_on(const char *bytes, size_t from, size_t to, struct offset_mark mark) {
  size_t plain = ascii_until(bytes, from, to);
  mark.points += (uint32_t)(plain - from);
  mark.units += (uint32_t)(plain - from);
  for (size_t at = plain; at < to; at++) {
    unsigned char byte = (unsigned char)bytes[at];
    if ((byte & 0xC0) == 0x80) continue;
    mark.points++;
    mark.units += byte >= 0xF0 ? 2 : 1;
  }
  return mark;
}

void offset_index_forget(struct offset_index *index) { index->bytes = NULL; }

bool offset_index_read(const followup_context *context, struct offset_index *index, const char *bytes, size_t length) {
  if (index->bytes == bytes && index->length == length) return true;
  index->marks.count = 0;
  if (!array_reserve(context, &index->marks, length / STRIDE + 1)) return false;
  struct offset_mark mark = {0, 0};
  for (size_t at = 0; at <= length; at += STRIDE) {
    index->marks.items[index->marks.count++] = mark;
    mark = count_on(bytes, at, at + STRIDE < length ? at + STRIDE : length, mark);
  }
  index->bytes = bytes;
  index->length = length;
  return true;
}

struct offset_mark offset_index_at(const struct offset_index *index, size_t offset) {
  return count_on(index->bytes, offset / STRIDE * STRIDE, offset, index->marks.items[offset / STRIDE]);
}

void offset_index_free(const followup_context *context, struct offset_index *index) {
  array_free(context, &index->marks);
}
