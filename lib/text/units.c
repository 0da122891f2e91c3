#include "text/units.h"

#include "base/utf8.h"
#include "text/characters.h"

/* The first character that NFC joins to one before it. */
enum { FIRST_JOINING = 0x300 };

/* Whether the character joins the one that stands last, as in NFC: ICU's iterators part the two forms differently. */
static bool join(const struct text_reader *reader, UChar *units, size_t first, size_t *count, uint32_t character) {
  UChar32 last;
  if (*count == 0 || character < FIRST_JOINING) return false;
  U16_GET_UNSAFE(units, first, last);
  UChar32 both = unorm2_composePair(reader->nfc, last, (UChar32)character);
  if (both < 0 || U16_LENGTH(both) != U16_LENGTH(last)) return false;
  *count = first;
  U16_APPEND_UNSAFE(units, *count, both);
  return true;
}

static followup_status fill(struct text_reader *reader, const char *bytes, size_t start, size_t end) {
  reader->units.count = reader->offsets.count = 0;
  if (!array_reserve(reader->context, &reader->units, end - start) ||
      !array_reserve(reader->context, &reader->offsets, end - start + 1))
    return FOLLOWUP_E_MEMORY;
  UChar *units = reader->units.items;
  uint32_t *offsets = reader->offsets.items;
  size_t count = 0, first = 0; /* of the character that stands last */
  for (size_t at = start; at < end;) {
    size_t from = at;
    uint32_t character = utf8_next(bytes, &at);
    if (is_line_break(character)) character = ' ';
    if (join(reader, units, first, &count, character)) continue;
    first = count;
    U16_APPEND_UNSAFE(units, count, (UChar32)character);
    for (size_t i = first; i < count; i++) offsets[i] = (uint32_t)from;
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
