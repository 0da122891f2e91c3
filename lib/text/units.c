#include "text/units.h"

#include "base/utf8.h"
#include "text/characters.h"

static followup_status fill(struct text_reader *reader, const char *bytes, size_t start, size_t end) {
  reader->units.count = reader->offsets.count = 0;
  if (!array_reserve(reader->context, &reader->units, end - start) ||
      !array_reserve(reader->context, &reader->offsets, end - start + 1))
    return FOLLOWUP_E_MEMORY;
  UChar *units = reader->units.items;
  uint32_t *offsets = reader->offsets.items;
  size_t count = 0;
  for (size_t at = start; at < end;) {
    size_t from = at, first = count;
    uint32_t character = utf8_next(bytes, &at);
    if (is_line_break(character)) character = ' ';
    U16_APPEND_UNSAFE(units, count, (UChar32)character);
    while (first < count) offsets[first++] = (uint32_t)from;
  }
  offsets[count] = (uint32_t)end;
  reader->units.count = count;
  reader->offsets.count = count + 1;
  return FOLLOWUP_OK;
}

followup_status units_give(struct text_reader *reader, const char *bytes, size_t start, size_t end,
                           UBreakIterator *breaks) {
  followup_status status = fill(reader, bytes, start, end);
  if (status != FOLLOWUP_OK) return status;
  UErrorCode problem = U_ZERO_ERROR;
  ubrk_setText(breaks, reader->units.items, (int32_t)reader->units.count, &problem);
  return U_FAILURE(problem) ? FOLLOWUP_E_INTERNAL : FOLLOWUP_OK;
}
