#include "text/zones.h"

#include "text/endings.h"
#include "text/greetings.h"
#include "text/quotes.h"

followup_status lines_sort(struct text_reader *reader, const struct text *read) {
  quotes_mark(reader, read);
  followup_status status = greeting_mark(reader, read);
  return status == FOLLOWUP_OK ? endings_mark(reader, read) : status;
}

followup_status zones_make(struct text_reader *reader, struct text *read) {
  for (size_t i = 0; i < reader->lines.count; i++) {
    const struct text_line *line = &reader->lines.items[i];
    struct text_zone *last = read->zones.count > 0 ? &read->zones.items[read->zones.count - 1] : NULL;
    /* Past the greatest index that a word can carry, the rest is one zone. */
    if (last != NULL && (last->kind == line->kind || read->zones.count == UINT16_MAX)) {
      last->end = line->end;
      continue;
    }
    if (!array_reserve(reader->context, &read->zones, 1)) return FOLLOWUP_E_MEMORY;
    read->zones.items[read->zones.count++] = (struct text_zone){line->kind, line->start, line->end};
  }
  return FOLLOWUP_OK;
}
