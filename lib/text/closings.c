#include "text/closings.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/names.h"
#include "zone_lists.h"

enum {
  PHRASE_WORDS = 6,
  CLOSING_WORDS = 9,
  UNKNOWN_CLOSING_WORDS = 7,
  NAME_WORDS = 6,
  SIGNATURE_WORDS = 16,
  SIGNATURE_BYTES = 100
};

/* The first mark behind a word: the character, 0 where a word or the line's end follows. */
static uint32_t mark_behind(const struct text *read, const struct text_line *line, uint32_t word, size_t *behind) {
  size_t end = word + 1 < line->word_count ? line_word(read, line, word + 1)->start : line->end;
  size_t at = skip_space(read->bytes, line_word(read, line, word)->end, end);
  *behind = at;
  if (at == end) return 0;
  uint32_t mark = utf8_next(read->bytes, &at);
  while (at < end && strchr(",.!-", read->bytes[at]) != NULL) at++;
  *behind = at;
  return mark;
}

/* How many words from the first on are the words of a closing line, with a head among them. */
static uint32_t closing_words(const struct text *read, const struct text_line *line) {
  uint32_t known = phrase_length(read, line, 0, PHRASE_WORDS, &list_sign_offs), heads = 0;
  for (uint32_t i = 0; i < line->word_count && i < CLOSING_WORDS; i++) {
    const struct text_word *word = line_word(read, line, i);
    size_t behind;
    if (word_in(read, word, &list_sign_off_heads))
      heads++;
    else if (!word_in(read, word, &list_sign_off_fillers))
      break;
    if (heads > 0 && i + 1 > known) known = i + 1;
    if (heads > 0 && mark_behind(read, line, i, &behind) != 0) break;
  }
  return known;
}

static bool name_follows(const struct text *read, const struct text_line *line, uint32_t word) {
  return line->word_count - word <= NAME_WORDS && words_are_name(read, line, word, line->word_count) &&
         !is_question_mark(line_last_character(read, line));
}

static bool rest_is_emoji(const struct text *read, const struct text_line *line, uint32_t word) {
  while (word < line->word_count && (line_word(read, line, word)->flags & WORD_EMOJI)) word++;
  return word == line->word_count;
}

size_t closing_end(const struct text *read, const struct text_line *line) {
  uint32_t words = line->word_count > 0 ? closing_words(read, line) : 0;
  size_t behind;
  if (words == 0) return 0;
  uint32_t mark = mark_behind(read, line, words - 1, &behind);
  if (rest_is_emoji(read, line, words)) return is_question_mark(mark) || mark == ':' ? 0 : line->end;
  if (mark == 0 || is_question_mark(mark)) return 0;
  if (name_follows(read, line, words)) return behind;
  /* "Thanks, and best wishes," */
  struct text_line rest = *line;
  rest.first_word += words;
  rest.word_count -= words;
  rest.start = line_word(read, line, words)->start;
  return mark == ',' && rest.word_count < line->word_count ? closing_end(read, &rest) : 0;
}

bool may_be_closing(const struct text *read, const struct text_line *line) {
  if (line->word_count == 0 || line->word_count > UNKNOWN_CLOSING_WORDS) return false;
  if (line_last_character(read, line) != ',') return false;
  const struct text_word *first = line_word(read, line, 0);
  return first->fold_length > 1 || !word_in(read, first, &list_prose_words);
}

bool is_signature_name(const struct text *read, const struct text_line *line) {
  uint32_t end = 0;
  size_t behind;
  if (line->word_count == 0) return false;
  for (; end < line->word_count; end++) {
    uint32_t mark = mark_behind(read, line, end, &behind);
    if (mark == ',' || mark == '|' || mark == '(' || is_dash(mark)) {
      if (mark == '-' && behind - line_word(read, line, end)->end == 1) continue;
      end++;
      break;
    }
  }
  if (word_in(read, line_word(read, line, 0), &list_sentence_starters)) return false;
  return end <= NAME_WORDS && words_are_name(read, line, 0, end) && line_last_character(read, line) != ':' &&
         !is_question_mark(line_last_character(read, line)) && line_last_character(read, line) != '!';
}

bool has_contact(const struct text *read, const struct text_line *line) {
  size_t digits = 0;
  for (uint32_t i = 0; i < line->word_count && i < SIGNATURE_WORDS; i++) {
    const struct text_word *word = line_word(read, line, i);
    if (word->flags & WORD_OF_LINK) return true;
    if (word->flags & WORD_DIGITS) digits += word->end - word->start;
  }
  return digits >= 6;
}

bool may_be_signature(const struct text *read, const struct text_line *line) {
  if (line->word_count > SIGNATURE_WORDS || line->end - line->start > SIGNATURE_BYTES) return false;
  uint32_t last = line_last_character(read, line);
  if (last == ':' || last == ';' || is_question_mark(last)) return false;
  if (!is_terminal(last)) return true;
  return line->word_count <= 2 || words_are_name(read, line, 0, line->word_count) || has_contact(read, line);
}

bool is_signature_mark(const struct text *read, const struct text_line *line) {
  size_t length = line->end - line->start;
  return length == 2 && memcmp(read->bytes + line->start, "--", 2) == 0;
}

bool is_footer(const struct text *read, const struct text_line *line) {
  return phrase_length(read, line, 0, PHRASE_WORDS, &list_footers) > 0;
}

bool begins_postscript(const struct text *read, const struct text_line *line) {
  if (line->word_count < 2 || !(line_word(read, line, 0)->flags & WORD_UPPER_FIRST)) {
    if (line->word_count == 0 || !word_in(read, line_word(read, line, 0), &list_postscripts)) return false;
  }
  return phrase_length(read, line, 0, 3, &list_postscripts) > 0;
}
