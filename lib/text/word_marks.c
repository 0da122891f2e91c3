#include "text/word_marks.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"

/* What stands between two words. */
struct gap {
  bool comma, clause, line_break, hyphen;
  bool opens_quote; /* a single quote right before the word */
  uint32_t first, last;
};

static uint16_t flags_of_letters(const char *bytes, const struct text_word *word) {
  size_t letters = 0, capitals = 0, digits = 0, at = word->start;
  uint16_t flags = 0;
  if (is_upper(utf8_next(bytes, &at))) flags |= WORD_UPPER_FIRST;
  for (at = word->start; at < word->end;) {
    size_t small = at;
    while (at < word->end && bytes[at] >= 'a' && bytes[at] <= 'z') at++;
    letters += at - small;
    if (at == word->end) break;
    uint32_t character = utf8_next(bytes, &at);
    if (is_letter(character)) {
      letters++;
      capitals += is_upper(character);
    } else {
      digits += is_digit(character);
    }
  }
  if (letters >= 2 && capitals == letters) flags |= WORD_ALL_UPPER;
  if (digits > 0) flags |= WORD_HAS_DIGIT;
  if (digits > 0 && letters == 0) flags |= WORD_DIGITS;
  return flags;
}

/* A hyphen with a space beside it, or doubled, is a dash; the one of follow-up is not. */
static bool is_spaced(uint32_t before, uint32_t after) {
  if (before == 0 && after == 0) return false;
  return before == '-' || ((before == 0 || is_space(before)) && (after == 0 || is_space(after)));
}

static bool parts_clauses(uint32_t character, uint32_t before, uint32_t after) {
  if (character == '-' || character == 0x2010 || character == 0x2212) return is_spaced(before, after);
  if (character < 0x80) return strchr(";:()[]\"", (int)character) != NULL;
  bool dash = character >= 0x2013 && character <= 0x2015, quote = character >= 0x201C && character <= 0x201F;
  return dash || quote || character == 0xAB || character == 0xBB;
}

static bool is_comma(uint32_t character) {
  return character == ',' || character == 0x3001 || character == 0xFF0C || character == 0x60C;
}

static struct gap gap_between(const char *bytes, size_t start, size_t end) {
  struct gap gap = {0};
  uint32_t before = 0;
  if (end - start == 1 && bytes[start] == ' ') return gap;
  for (size_t at = start; at < end;) {
    size_t from = at;
    uint32_t character = utf8_next(bytes, &at), after = 0;
    if (at < end) {
      size_t next = at;
      after = utf8_next(bytes, &next);
    }
    if (from == start) gap.first = character;
    gap.last = character;
    gap.comma = gap.comma || is_comma(character);
    gap.clause = gap.clause || parts_clauses(character, before, after);
    gap.line_break = gap.line_break || is_line_break(character);
    gap.opens_quote = character == 0x2018 || (character == '\'' && (before == 0 || is_space(before)));
    before = character;
  }
  gap.hyphen = gap.first == gap.last && (gap.first == '-' || gap.first == 0x2010 || gap.first == 0x2011) &&
               end - start == (gap.first == '-' ? 1u : 3u);
  return gap;
}

/* "500 €": the sign may stand behind one space. */
static bool has_currency(const struct text *read, const struct text_word *word) {
  size_t at = word->start;
  if (at > 0 && read->bytes[at - 1] != ' ' && is_currency(utf8_previous(read->bytes, &at))) return true;
  at = word->end;
  if (at == read->length || (read->bytes[at] == ' ' && !(word->flags & WORD_DIGITS))) return false;
  uint32_t character = utf8_next(read->bytes, &at);
  if ((word->flags & WORD_DIGITS) && (character == ' ' || character == 0xA0 || character == 0x202F) &&
      at < read->length)
    character = utf8_next(read->bytes, &at);
  return is_currency(character);
}

/* Whether an apostrophe right behind a word in s belongs to it: no single quote is open, and a word follows. */
static bool ends_as_plural_possessive(const struct text *read, const struct text_word *word, bool quote_open) {
  if (quote_open || word->end == read->length || (read->bytes[word->end - 1] | 32) != 's') return false;
  size_t at = word->end;
  if (!is_apostrophe(utf8_next(read->bytes, &at)) || at == read->length) return false;
  uint32_t after = utf8_next(read->bytes, &at);
  return !is_letter(after) && !is_digit(after);
}

static void take_apostrophe(const struct text *read, struct text_word *word) {
  size_t at = word->end;
  utf8_next(read->bytes, &at);
  word->end = (uint32_t)at;
  word->flags |= WORD_POSSESSIVE;
}

static bool is_end_mark(char byte) { return byte == '.' || byte == ',' || byte == '!' || byte == '?'; }

void word_marks_set(struct text *read) {
  size_t before = 0;
  bool quote_open = false;
  for (size_t i = 0; i < read->words.count; i++) {
    struct text_word *word = &read->words.items[i];
    bool simple = word->flags & WORD_SIMPLE;
    if (simple && i > 0 && word->start == before + 1 && read->bytes[before] == ' ') {
      word->flags |= WORD_BEHIND_SPACE;
      before = word->end;
      continue;
    }
    if (simple && i > 0 && word->start == before + 2 && is_end_mark(read->bytes[before]) &&
        read->bytes[before + 1] == ' ') {
      if (read->bytes[before] == ',') word->flags |= WORD_COMMA_BEFORE;
      before = word->end;
      continue;
    }
    struct gap gap = gap_between(read->bytes, before, word->start);
    if (gap.comma && i > 0) word->flags |= WORD_COMMA_BEFORE;
    if (gap.clause && i > 0) word->flags |= WORD_BREAK_BEFORE;
    if (gap.hyphen && i > 0) word->flags |= WORD_HYPHENATED;
    if (!simple && !(word->flags & WORD_EMOJI)) word->flags |= flags_of_letters(read->bytes, word);
    if (!simple && has_currency(read, word)) word->flags |= WORD_CURRENCY;
    if (is_apostrophe(gap.first) || gap.line_break) quote_open = false;
    quote_open = quote_open || gap.opens_quote;
    if (!simple && !(word->flags & WORD_EMOJI) && ends_as_plural_possessive(read, word, quote_open))
      take_apostrophe(read, word);
    before = word->end;
  }
}
