#include "text/names.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/lines.h"
#include "zone_lists.h"

/* Scripts without capitals: a name cannot be told from another word, so any word may be one. */
static bool is_caseless(const struct text *read, const struct text_word *word) {
  size_t at = word->start;
  uint32_t character = utf8_next(read->bytes, &at);
  return is_letter(character) && !is_upper(character) && !is_lower(character);
}

bool word_fits_name(const struct text *read, const struct text_word *word) {
  if (word->flags & (WORD_OF_LINK | WORD_DIGITS)) return false;
  if (word->flags & (WORD_UPPER_FIRST | WORD_HYPHENATED | WORD_EMOJI)) return true;
  return is_caseless(read, word) || word_in(read, word, &list_name_particles);
}

bool words_are_name(const struct text *read, const struct text_line *line, uint32_t first, uint32_t end) {
  bool capital = false;
  if (first >= end || word_in(read, line_word(read, line, first), &list_prose_words)) return false;
  for (uint32_t i = first; i < end; i++) {
    const struct text_word *word = line_word(read, line, i);
    if (!word_fits_name(read, word)) return false;
    capital = capital || (word->flags & WORD_UPPER_FIRST) || is_caseless(read, word);
  }
  return capital;
}
