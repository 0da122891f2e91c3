#include "text/lines.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/eight.h"

enum { LONGEST_PHRASE = 96 };

/* Counts the words that begin before `end`; `word` is the first that does not begin before the line. */
static uint32_t words_until(const struct text *read, size_t word, size_t end) {
  size_t first = word;
  while (word < read->words.count && read->words.items[word].start < end) word++;
  return (uint32_t)(word - first);
}

static followup_status add_line(struct text_reader *reader, const struct text *read, struct text_line *line) {
  if (!array_reserve(reader->context, &reader->lines, 1)) return FOLLOWUP_E_MEMORY;
  line->word_count = words_until(read, line->first_word, line->end);
  reader->lines.items[reader->lines.count++] = *line;
  return FOLLOWUP_OK;
}

/* The end of the line that begins at `at`, and where the next one begins. */
static size_t line_end(const struct text *read, size_t at, size_t *next) {
  const char *bytes = read->bytes;
  while (at < read->length) {
    while (at + 8 <= read->length && eight_print(eight_at(bytes + at))) at += 8;
    while (at < read->length && (unsigned char)bytes[at] - 0x20u < 0x60u) at++; /* printing ASCII, and DEL */
    if (at == read->length) break;
    size_t behind = at;
    uint32_t character = utf8_next(bytes, &behind);
    if (is_line_break(character)) {
      if (character == '\r' && behind < read->length && bytes[behind] == '\n') behind++;
      *next = behind;
      return at;
    }
    at = behind;
  }
  *next = at;
  return at;
}

followup_status lines_cut(struct text_reader *reader, const struct text *read) {
  reader->lines.count = 0;
  bool after_blank = true;
  uint32_t word = 0;
  for (size_t at = 0, next = 0; at < read->length; at = next) {
    size_t end = line_end(read, at, &next);
    size_t start = skip_space(read->bytes, at, end);
    if (start == end) {
      after_blank = true;
      continue;
    }
    struct text_line line = {.start = (uint32_t)start,
                             .end = (uint32_t)trim_space(read->bytes, start, end),
                             .indent = (uint32_t)(start - at),
                             .first_word = word,
                             .kind = ZONE_PROSE,
                             .after_blank = after_blank};
    followup_status status = add_line(reader, read, &line);
    if (status != FOLLOWUP_OK) return status;
    word += reader->lines.items[reader->lines.count - 1].word_count;
    after_blank = false;
  }
  return FOLLOWUP_OK;
}

followup_status line_split(struct text_reader *reader, const struct text *read, size_t index, size_t at) {
  if (!array_reserve(reader->context, &reader->lines, 1)) return FOLLOWUP_E_MEMORY;
  struct text_line *line = &reader->lines.items[index];
  struct text_line second = *line;
  memmove(line + 2, line + 1, (reader->lines.count - index - 1) * sizeof *line);
  reader->lines.count++;
  line->word_count = words_until(read, line->first_word, at);
  line->end = (uint32_t)trim_space(read->bytes, line->start, at);
  second.start = (uint32_t)skip_space(read->bytes, at, second.end);
  second.first_word += line->word_count;
  second.word_count -= line->word_count;
  second.after_blank = false;
  second.continues = true;
  line[1] = second;
  return FOLLOWUP_OK;
}

uint32_t line_last_character(const struct text *read, const struct text_line *line) {
  size_t at = line->end;
  return utf8_previous(read->bytes, &at);
}

const struct text_word *line_word(const struct text *read, const struct text_line *line, uint32_t from_first) {
  return &read->words.items[line->first_word + from_first];
}

/* Accents, and the later parts of a syllable of jamo: they stand on the character before them. */
static bool takes_no_width(uint32_t character) {
  if (character < 0x300) return false;
  return (U_GET_GC_MASK((UChar32)character) & U_GC_M_MASK) != 0 || (character >= 0x1160 && character <= 0x11FF);
}

size_t line_width(const struct text *read, const struct text_line *line) {
  size_t width = 0;
  for (size_t at = line->start; at < line->end;) width += !takes_no_width(utf8_next(read->bytes, &at));
  return width;
}

bool word_in(const struct text *read, const struct text_word *word, const struct word_list *list) {
  return word_list_holds(list, read->folds.items + word->fold, word->fold_length);
}

bool line_has_word_in(const struct text *read, const struct text_line *line, const struct word_list *list) {
  for (uint32_t i = 0; i < line->word_count; i++)
    if (word_in(read, line_word(read, line, i), list)) return true;
  return false;
}

uint32_t phrase_length(const struct text *read, const struct text_line *line, uint32_t first, uint32_t most,
                       const struct word_list *list) {
  char phrase[LONGEST_PHRASE];
  size_t length = 0;
  uint32_t found = 0;
  for (uint32_t i = first; i < line->word_count && i - first < most; i++) {
    const struct text_word *word = line_word(read, line, i);
    if (length + 1 + word->fold_length > sizeof phrase) break;
    if (length > 0) phrase[length++] = ' ';
    memcpy(phrase + length, read->folds.items + word->fold, word->fold_length);
    length += word->fold_length;
    unsigned state = word_list_find(list, phrase, length);
    if (state & LIST_HOLDS) found = i - first + 1;
    if (!(state & LIST_HAS_LONGER)) break;
  }
  return found;
}
