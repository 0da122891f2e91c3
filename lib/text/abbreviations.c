#include "text/abbreviations.h"

#include <string.h>

#include "text/characters.h"
#include "text/lines.h"
#include "zone_lists.h"

static const struct text_word *word_at(const struct text *read, size_t index) { return &read->words.items[index]; }

static bool is_small(const struct text *read, const struct text_word *word) {
  char first = read->bytes[word->start];
  return first >= 'a' && first <= 'z';
}

/* U.S, p.m, Ph.D: short parts with full stops between them. */
static bool is_dotted(const struct text *read, const struct text_word *word) {
  size_t part = 0;
  bool dotted = false;
  if (word->flags & (WORD_OF_LINK | WORD_HAS_DIGIT)) return false;
  for (size_t at = word->start; at < word->end; at++) {
    dotted = dotted || read->bytes[at] == '.';
    part = read->bytes[at] == '.' ? 0 : part + 1;
    if (part > 4) return false;
  }
  return dotted;
}

static bool ends_with(const struct text *read, const struct text_word *word, const char *ending) {
  size_t length = strlen(ending);
  return word->fold_length >= length &&
         memcmp(read->folds.items + word->fold + word->fold_length - length, ending, length) == 0;
}

/* Also 6p.m, without a space. */
static bool is_clock(const struct text *read, const struct text_word *word) {
  return ends_with(read, word, "a.m") || ends_with(read, word, "p.m");
}

static bool is_single_letter(const struct text_word *word) {
  return word->fold_length == 1 && !(word->flags & (WORD_DIGITS | WORD_EMOJI | WORD_OF_LINK));
}

/* "J. A. Patel": an A or I with a full stop is no word of its own. */
static bool opens_sentence(const struct text *read, const struct text_word *word) {
  if (word->end < read->length && read->bytes[word->end] == '.' && is_single_letter(word)) return false;
  return word_in(read, word, &list_sentence_starters) || word_in(read, word, &list_abbreviations_before_names);
}

bool is_abbreviation(const struct text *read, const struct text_word *word) {
  return is_dotted(read, word) || is_single_letter(word) || word_in(read, word, &list_abbreviations) ||
         word_in(read, word, &list_abbreviations_before_names);
}

static bool number_before(const struct text *read, size_t index) {
  return index > 0 && (word_at(read, index - 1)->flags & WORD_HAS_DIGIT);
}

static bool clock_goes_on(const struct text *read, const struct text_word *after) {
  return (after->flags & (WORD_ALL_UPPER | WORD_DIGITS)) || word_in(read, after, &list_clock_words);
}

/* "1. reproduce it 2. measure it" in running text, and "am 3. März". */
static bool number_goes_on(const struct text *read, size_t opening, size_t before, size_t after) {
  const struct text_word *word = word_at(read, before), *next = word_at(read, after);
  if (word->end - word->start > 2) return false;
  if (before == opening || word_in(read, next, &list_months)) return true;
  if (is_small(read, next)) return (word_at(read, opening)->flags & WORD_UPPER_FIRST) != 0;
  return (word->flags & WORD_BREAK_BEFORE) && word->fold_length == 1 && read->bytes[word->start] == '1';
}

bool abbreviation_goes_on(const struct text *read, size_t opening, size_t before, size_t after) {
  const struct text_word *word = word_at(read, before), *next = word_at(read, after);
  bool small = is_small(read, next), digits = (next->flags & WORD_HAS_DIGIT) != 0;
  if (word->flags & WORD_OF_LINK) return false;
  if (word->flags & WORD_DIGITS) return number_goes_on(read, opening, before, after);
  if (word_in(read, word, &list_abbreviations_before_names)) return true;
  if (number_before(read, before) && word_in(read, word, &list_abbreviations_of_units)) return small || digits;
  if (word_in(read, word, &list_abbreviations_before_numbers) &&
      (digits || (small && (word_at(read, opening)->flags & WORD_UPPER_FIRST))))
    return true;
  if (word_in(read, word, &list_abbreviations_at_the_end)) return small;
  if (is_clock(read, word)) return small || clock_goes_on(read, next);
  if (is_single_letter(word) && small) return word->flags & WORD_UPPER_FIRST;
  if (!is_abbreviation(read, word)) return false;
  return small || digits || !opens_sentence(read, next);
}
