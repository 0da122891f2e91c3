#include "text/closings.h"

#include <string.h>

#include "base/utf8.h"
#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/names.h"
#include "zone_lists.h"

enum {
  PHRASE_WORDS = 6,
  CLOSING_WORDS = 9,
  LOUD_WORDS = 3,
  UNKNOWN_CLOSING_WORDS = 7,
  FOREIGN_CLOSING_WORDS = 5,
  NICKNAME_WORDS = 2,
  NICKNAME_WIDTH = 24,
  NAME_WORDS = 6,
  SHORT_NAME_WORDS = 3,
  FOOTER_WORDS = 10,
  SIGNATURE_WORDS = 16,
  SIGNATURE_WIDTH = 100,
  PHONE_DIGITS = 6
};

/* The first mark behind a word, 0 where a word or the line's end follows; `behind` is the place after it. */
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

/* How many words from the first on are a closing phrase: one of the list, or heads and fillers with a head among them.
 */
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

/* "Best, Kim", and "best, kim" of somebody who writes no capitals. */
static bool name_follows(const struct text *read, const struct text_line *line, uint32_t word) {
  uint32_t left = line->word_count - word;
  if (left > NAME_WORDS || is_question_mark(line_last_character(read, line))) return false;
  if (words_are_name(read, line, word, line->word_count)) return true;
  const struct text_word *name = line_word(read, line, word);
  return left == 1 && !(line_word(read, line, 0)->flags & WORD_UPPER_FIRST) &&
         !word_in(read, name, &list_sentence_starters) && !word_in(read, name, &list_crowds);
}

static bool rest_is_emoji(const struct text *read, const struct text_line *line, uint32_t word) {
  while (word < line->word_count && (line_word(read, line, word)->flags & WORD_EMOJI)) word++;
  return word == line->word_count;
}

static bool thanks_for_something(const struct text *read, const struct text_line *line, uint32_t words) {
  for (uint32_t i = 0; i < words; i++) {
    const struct text_word *word = line_word(read, line, i);
    if (word->fold_length == 3 && memcmp(read->folds.items + word->fold, "for", 3) == 0) return true;
  }
  return false;
}

/* "Cheers Kim": no mark between them. */
static bool runs_into_name(const struct text *read, const struct text_line *line, uint32_t words) {
  if (!word_in(read, line_word(read, line, words - 1), &list_sign_off_heads)) return false;
  return (line_word(read, line, words)->flags & WORD_UPPER_FIRST) && name_follows(read, line, words) &&
         !is_terminal(line_last_character(read, line)) && line->word_count - words <= SHORT_NAME_WORDS &&
         !word_in(read, line_word(read, line, words), &list_sentence_starters);
}

/* A phrase that fills its line; "Thank you for your time." is one only where a comma ends it. */
static struct closing whole_line(const struct text *read, const struct text_line *line, uint32_t words, uint32_t mark) {
  struct closing found = {.end = line->end, .whole = true};
  found.marked = mark == ',' || is_dash(mark);
  found.stopped = mark == '.';
  found.loud = mark == '!' || found.stopped;
  if (mark != 0 && !found.marked && !found.loud) return (struct closing){0};
  if (found.loud && words > LOUD_WORDS) return (struct closing){0};
  if (!found.marked && thanks_for_something(read, line, words)) return (struct closing){0};
  return found;
}

/* The closing at the front of the line; or none, and `passed` words of one that another may follow. */
static struct closing first_closing(const struct text *read, const struct text_line *line, uint32_t *passed) {
  *passed = 0;
  uint32_t words = line->word_count > 0 ? closing_words(read, line) : 0;
  size_t behind;
  if (words == 0) return (struct closing){0};
  uint32_t mark = mark_behind(read, line, words - 1, &behind);
  if (rest_is_emoji(read, line, words)) return whole_line(read, line, words, mark);
  if (mark == 0 && runs_into_name(read, line, words))
    return (struct closing){.end = line_word(read, line, words - 1)->end};
  if (mark != ',' && mark != '!' && mark != '.' && !is_dash(mark)) return (struct closing){0};
  if (name_follows(read, line, words)) return (struct closing){.end = behind, .marked = true};
  if (mark == ',') *passed = words;
  return (struct closing){0};
}

/* "Thanks, and best wishes," is two of them. A loop: a stranger's line may hold any number. */
struct closing closing_of(const struct text *read, const struct text_line *line) {
  struct text_line rest = *line;
  uint32_t passed;
  struct closing found = first_closing(read, &rest, &passed);
  while (passed > 0) {
    rest.first_word += passed;
    rest.word_count -= passed;
    rest.start = line_word(read, &rest, 0)->start;
    found = first_closing(read, &rest, &passed);
  }
  return found;
}

bool may_be_closing(const struct text *read, const struct text_line *line) {
  if (line->word_count == 0 || line->word_count > UNKNOWN_CLOSING_WORDS) return false;
  uint32_t last = line_last_character(read, line);
  if (last == ',') return !word_in(read, line_word(read, line, 0), &list_prose_words);
  uint32_t words = closing_words(read, line);
  return !is_terminal(last) && last != ':' && words > 0 && !thanks_for_something(read, line, line->word_count);
}

bool may_be_foreign_closing(const struct text *read, const struct text_line *line) {
  if (line->word_count == 0 || line->word_count > FOREIGN_CLOSING_WORDS) return false;
  if (line_word(read, line, line->word_count - 1)->end != line->end) return false;
  const struct text_word *first = line_word(read, line, 0);
  if (!(first->flags & WORD_UPPER_FIRST) || line_has_word_in(read, line, &list_prose_words)) return false;
  for (uint32_t i = 0; i < line->word_count; i++)
    if (line_word(read, line, i)->flags & (WORD_OF_LINK | WORD_DIGITS)) return false;
  return !line_has_word_in(read, line, &list_crowds);
}

/* How many words a name could have: up to a comma, a bar, a bracket or a spaced dash. */
static uint32_t words_of_name(const struct text *read, const struct text_line *line) {
  uint32_t words = 0;
  while (words < line->word_count) {
    size_t behind;
    uint32_t mark = mark_behind(read, line, words, &behind);
    bool hyphen = mark == '-' && behind == line_word(read, line, words)->end + 1;
    words++;
    if (mark == ',' || mark == '|' || mark == '(' || (is_dash(mark) && !hyphen)) break;
  }
  return words;
}

bool is_signature_name(const struct text *read, const struct text_line *line) {
  if (line->word_count == 0) return false;
  const struct text_word *first = line_word(read, line, 0);
  if (word_in(read, first, &list_sentence_starters) || word_in(read, first, &list_weekdays)) return false;
  uint32_t last = line_last_character(read, line), words = words_of_name(read, line);
  if (last == ',' && phrase_length(read, line, 0, PHRASE_WORDS, &list_greetings) > 0) return false;
  if (last == ':' || last == '!' || is_question_mark(last)) return false;
  return words <= NAME_WORDS && words_are_name(read, line, 0, words);
}

bool may_be_nickname(const struct text *read, const struct text_line *line) {
  if (line->word_count == 0 || line->word_count > NICKNAME_WORDS || line_width(read, line) > NICKNAME_WIDTH)
    return false;
  if (line_word(read, line, line->word_count - 1)->end != line->end) return false;
  return !line_has_word_in(read, line, &list_sentence_starters) && !line_has_word_in(read, line, &list_weekdays);
}

static bool has_contact(const struct text *read, const struct text_line *line) {
  size_t digits = 0;
  for (uint32_t i = 0; i < line->word_count; i++) {
    const struct text_word *word = line_word(read, line, i);
    if (word->flags & WORD_OF_LINK) return true;
    if (word->flags & WORD_DIGITS) digits += word->end - word->start;
  }
  return digits >= PHONE_DIGITS;
}

bool may_be_signature(const struct text *read, const struct text_line *line) {
  if (line->word_count > SIGNATURE_WORDS || line_width(read, line) > SIGNATURE_WIDTH) return false;
  uint32_t last = line_last_character(read, line);
  if (last == ':' || last == ';' || is_question_mark(last)) return false;
  if (!is_terminal(last)) return true;
  if (last == '.' && line->word_count > 0 && is_abbreviation(read, line_word(read, line, line->word_count - 1)))
    return true;
  return line->word_count <= 2 || words_are_name(read, line, 0, line->word_count) || has_contact(read, line);
}

bool is_signature_mark(const struct text *read, const struct text_line *line) {
  return line->end - line->start == 2 && memcmp(read->bytes + line->start, "--", 2) == 0;
}

bool is_footer(const struct text *read, const struct text_line *line) {
  if (phrase_length(read, line, 0, PHRASE_WORDS, &list_disclaimers) > 0) return true;
  return line->word_count <= FOOTER_WORDS && phrase_length(read, line, 0, PHRASE_WORDS, &list_footers) > 0;
}

bool begins_postscript(const struct text *read, const struct text_line *line) {
  return phrase_length(read, line, 0, PHRASE_WORDS, &list_postscripts) > 0;
}
