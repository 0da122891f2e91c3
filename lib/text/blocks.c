#include "text/blocks.h"

#include "text/characters.h"
#include "text/lines.h"
#include "text/markers.h"

enum {
  LINES_AHEAD = 8, /* how far below the next item of a list may begin */
  SHORT_LINE = 50, /* characters; a line of this length was not wrapped by a mailer */
  NO_INDEX = UINT32_MAX
};

/* Where the lines of a zone are being put into blocks. */
struct cutting {
  struct text_reader *reader;
  const struct text *read;
  size_t line, end; /* the line looked at, and the one behind the zone's last */
  uint16_t zone;
  struct marker item; /* of the latest item of this zone */
  uint32_t item_indent;
};

static const struct text_line *line_at(const struct cutting *cutting, size_t index) {
  return &cutting->reader->lines.items[index];
}

static bool follows(const struct marker *before, const struct marker *marker) {
  if (before->style != marker->style) return false;
  if (before->value > 0 && marker->value == before->value + 1) return true;
  return before->roman_value > 0 && marker->roman_value == before->roman_value + 1;
}

static bool list_goes_on(const struct cutting *cutting, const struct marker *marker) {
  for (size_t i = cutting->line + 1; i < cutting->end && i <= cutting->line + LINES_AHEAD; i++) {
    struct marker next = marker_of(cutting->read, line_at(cutting, i));
    if (next.style != MARKER_NONE) return follows(marker, &next);
  }
  return false;
}

/* Whether the line stands where a list may begin, and not in the middle of a wrapped sentence. */
static bool is_free(const struct cutting *cutting, size_t first) {
  const struct text_line *line = line_at(cutting, cutting->line);
  if (cutting->line == first || line->after_blank) return true;
  uint32_t last = line_last_character(cutting->read, line - 1);
  return last == ':' || last == ';' || is_terminal(last) || cutting->item.style != MARKER_NONE;
}

static bool next_line_is_item(const struct cutting *cutting) {
  if (cutting->line + 1 >= cutting->end) return false;
  return marker_of(cutting->read, line_at(cutting, cutting->line + 1)).style != MARKER_NONE;
}

/* The marker of the line, where it is one and no dash, number or initial of running text. */
static struct marker marker_here(const struct cutting *cutting, size_t first) {
  struct marker marker = marker_of(cutting->read, line_at(cutting, cutting->line));
  bool certain = marker.style == MARKER_BULLET || (is_free(cutting, first) && !marker.is_weak);
  if (marker.style == MARKER_NONE || certain) return marker;
  if (marker.style == MARKER_DASH && next_line_is_item(cutting)) return marker;
  bool begins = (marker.value == 1 || marker.roman_value == 1) && list_goes_on(cutting, &marker);
  return begins || follows(&cutting->item, &marker) ? marker : (struct marker){0};
}

/* Whether the line goes on with the item above it: further in, or where that one was wrapped. */
static bool continues_item(const struct cutting *cutting) {
  const struct text_line *line = line_at(cutting, cutting->line);
  if (line->after_blank) return false;
  if (line->indent > cutting->item_indent) return true;
  if (is_terminal(line_last_character(cutting->read, line - 1))) return false;
  bool capital = line->word_count > 0 && (line_word(cutting->read, line, 0)->flags & WORD_UPPER_FIRST);
  return !capital || line_width(cutting->read, line - 1) > SHORT_LINE;
}

static bool is_heading(const struct cutting *cutting, const struct text_line *line) {
  return line_last_character(cutting->read, line) == ':' && line_width(cutting->read, line) < SHORT_LINE;
}

static followup_status add_block(struct cutting *cutting, const struct text_line *line, const struct marker *marker) {
  struct text_reader *reader = cutting->reader;
  if (!array_reserve(reader->context, &reader->blocks, 1)) return FOLLOWUP_E_MEMORY;
  bool is_item = marker->style != MARKER_NONE;
  reader->blocks.items[reader->blocks.count++] =
      (struct text_block){.start = is_item ? (uint32_t)marker->content : line->start,
                          .end = line->end,
                          .marker = line->start,
                          .is_item = is_item,
                          .zone = cutting->zone};
  return FOLLOWUP_OK;
}

/* Puts the zone's lines into blocks; a line without a marker goes on with the block above it or begins one. */
static followup_status cut_zone(struct cutting *cutting) {
  size_t first = cutting->line;
  bool in_item = false;
  for (; cutting->line < cutting->end; cutting->line++) {
    const struct text_line *line = line_at(cutting, cutting->line);
    struct marker marker = marker_here(cutting, first);
    bool goes_on = marker.style == MARKER_NONE && cutting->line > first && !line->after_blank &&
                   (in_item ? continues_item(cutting) : !is_heading(cutting, line - 1));
    if (goes_on) {
      cutting->reader->blocks.items[cutting->reader->blocks.count - 1].end = line->end;
      continue;
    }
    followup_status status = add_block(cutting, line, &marker);
    if (status != FOLLOWUP_OK) return status;
    in_item = marker.style != MARKER_NONE;
    if (!in_item) continue;
    cutting->item = marker;
    cutting->item_indent = line->indent;
  }
  return FOLLOWUP_OK;
}

static bool has_sentences(enum zone_kind kind) { return kind == ZONE_PROSE || kind == ZONE_POSTSCRIPT; }

followup_status blocks_cut(struct text_reader *reader, const struct text *read) {
  reader->blocks.count = 0;
  size_t line = 0;
  for (size_t zone = 0; zone < read->zones.count; zone++) {
    struct cutting cutting = {.reader = reader, .read = read, .line = line, .zone = (uint16_t)zone};
    while (line < reader->lines.count && reader->lines.items[line].start < read->zones.items[zone].end) line++;
    cutting.end = line;
    if (!has_sentences(read->zones.items[zone].kind)) continue;
    followup_status status = cut_zone(&cutting);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}
