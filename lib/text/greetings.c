#include "text/greetings.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/lines.h"
#include "text/names.h"
#include "zone_lists.h"

enum {
  PHRASE_WORDS = 6,
  LONGEST_LINE = 14,   /* words of a salutation that fills its line */
  LONGEST_BARE = 6,    /* the same without a mark at its end */
  LONGEST_FOREIGN = 6, /* the same without a greeting word that is known */
  LONGEST_TURNED = 3,  /* words of a name before the word that greets */
  LONGEST_NAMES = 5    /* words of one name between two commas */
};

/* A mark behind a word at which a salutation can end; 0 where there is none. `behind` is the place after it. */
static uint32_t mark_behind(const struct text *read, const struct text_line *line, uint32_t word, size_t *behind) {
  size_t end = word + 1 < line->word_count ? line_word(read, line, word + 1)->start : line->end;
  for (size_t at = line_word(read, line, word)->end; at < end;) {
    size_t from = at;
    uint32_t character = utf8_next(read->bytes, &at);
    bool spaced = from > line_word(read, line, word)->end || at == line->end;
    bool dash = is_dash(character) && (character != '-' || spaced || (at < end && read->bytes[at] == '-'));
    if (!dash && !is_terminal(character) && strchr(",:;", (int)(character < 0x80 ? character : '.')) == NULL) continue;
    while (at < end && strchr("-!?.,", read->bytes[at]) != NULL) at++;
    *behind = at;
    return dash ? '-' : character;
  }
  return 0;
}

/* A full stop that belongs to "Dr." or to an initial ends nothing. */
static bool is_part_of_name(const struct text *read, const struct text_word *word) {
  return word_in(read, word, &list_abbreviations_before_names) ||
         (word->fold_length == 1 && (word->flags & WORD_UPPER_FIRST));
}

static bool ends_name(const struct text *read, const struct text_line *line, uint32_t word, size_t *behind) {
  uint32_t mark = mark_behind(read, line, word, behind);
  return mark != 0 && (mark != '.' || !is_part_of_name(read, line_word(read, line, word)));
}

/* Whether the word begins a sentence rather than a name; "and" may stand before the last of several names. */
static bool opens_prose(const struct text *read, const struct text_line *line, uint32_t word) {
  const struct text_word *at = line_word(read, line, word);
  if (word_in(read, at, &list_crowds) || !word_in(read, at, &list_sentence_starters)) return false;
  bool name_follows = word + 1 < line->word_count && (line_word(read, line, word + 1)->flags & WORD_UPPER_FIRST);
  return !name_follows || !word_in(read, at, &list_name_particles);
}

/* The word behind the name that begins at `word` and ends at a mark; 0 where something else stands there. */
static uint32_t name_until_mark(const struct text *read, const struct text_line *line, uint32_t word) {
  size_t behind;
  for (uint32_t i = word; i < line->word_count && i - word < LONGEST_NAMES; i++) {
    const struct text_word *at = line_word(read, line, i);
    if (!word_fits_name(read, at) && !word_in(read, at, &list_crowds)) return 0;
    if (i == word && opens_prose(read, line, i)) return 0;
    if (ends_name(read, line, i, &behind)) return i + 1;
  }
  return 0;
}

/* A name, "team", or the one small word of "hi ana,". */
static bool fits_salutation(const struct text *read, const struct text_line *line, uint32_t word, uint32_t known) {
  if (word >= line->word_count) return false;
  const struct text_word *at = line_word(read, line, word);
  if (word == known && word_in(read, at, &list_prose_words)) return false;
  if (word_fits_name(read, at) || word_in(read, at, &list_crowds)) return true;
  size_t behind;
  return word == known && !word_in(read, at, &list_sentence_starters) && ends_name(read, line, word, &behind);
}

/* "and the entire team,": the word behind the one at a mark that is not far, with no word of prose before it. */
static uint32_t crowd_until_mark(const struct text *read, const struct text_line *line, uint32_t word) {
  size_t behind;
  for (uint32_t i = word; i < line->word_count && i < LONGEST_LINE; i++) {
    if (word_in(read, line_word(read, line, i), &list_prose_words)) return 0;
    if (ends_name(read, line, i, &behind)) return i + 1;
  }
  return 0;
}

/* "Hi Ana, thank you": the end of the salutation that begins with `known` greeting words. */
static size_t end_of_salutation(const struct text *read, const struct text_line *line, uint32_t known) {
  size_t behind = 0;
  uint32_t word = known;
  for (;;) {
    if (ends_name(read, line, word - 1, &behind)) {
      uint32_t next = word < line->word_count && read->bytes[behind - 1] == ',' ? name_until_mark(read, line, word) : 0;
      if (next == 0) return behind;
      word = next;
    } else if (fits_salutation(read, line, word, known)) {
      word++;
    } else {
      uint32_t next = word > known ? crowd_until_mark(read, line, word) : 0;
      if (next == 0) return word > known ? line_word(read, line, word - 1)->end : 0;
      word = next;
    }
  }
}

static bool line_below_is_apart(const struct text_reader *reader, size_t index) {
  return index + 1 == reader->lines.count || reader->lines.items[index + 1].after_blank;
}

/* Whether a line that begins with a greeting word is nothing but a salutation. */
static bool is_all_salutation(const struct text_reader *reader, const struct text *read, size_t index) {
  const struct text_line *line = &reader->lines.items[index];
  if (line->word_count > LONGEST_LINE || line_has_word_in(read, line, &list_prose_words)) return false;
  uint32_t last = line_last_character(read, line);
  if (last == ',' || last == ':' || last == '!' || is_dash(last)) return true;
  if (line->word_count > LONGEST_BARE || is_question_mark(last)) return false;
  return !is_terminal(last) || line_below_is_apart(reader, index);
}

/* "Maksym, hi!", "Anna good morning,": the name stands before the word that greets. */
static bool is_turned_salutation(const struct text *read, const struct text_line *line) {
  for (uint32_t names = 1; names < line->word_count && names <= LONGEST_TURNED; names++) {
    uint32_t known = phrase_length(read, line, names, PHRASE_WORDS, &list_greetings);
    if (known > 0 && names + known == line->word_count && words_are_name(read, line, 0, names)) return true;
  }
  return false;
}

/* A short opening line that begins with no greeting word that is known: "Lorraine,", "Estimada Carmen,". */
static bool is_unknown_salutation(const struct text_reader *reader, const struct text *read, size_t index) {
  const struct text_line *line = &reader->lines.items[index];
  uint32_t last = line_last_character(read, line);
  if (line->word_count == 0 || line->word_count > 2 * LONGEST_FOREIGN) return false;
  if (line_has_word_in(read, line, &list_prose_words)) return false;
  const struct text_word *first = line_word(read, line, 0);
  bool crowd = word_in(read, first, &list_crowds);
  if (!crowd && word_in(read, first, &list_sentence_starters)) return false;
  if (word_in(read, first, &list_weekdays)) return false;
  bool name = words_are_name(read, line, 0, line->word_count) || is_turned_salutation(read, line);
  if (last == ',')
    return name || line->word_count == 1 || (line->word_count <= LONGEST_FOREIGN && (first->flags & WORD_UPPER_FIRST));
  if (last == ':' || is_dash(last)) return name && line->word_count <= LONGEST_FOREIGN;
  if (last == '!') return name && line->word_count <= 3;
  return name && line->word_count <= 2 && !is_terminal(last) && index == 0 && reader->lines.count > 1 &&
         reader->lines.items[1].after_blank;
}

/* The end of the salutation on a line, 0 where there is none. */
static size_t salutation_end(const struct text_reader *reader, const struct text *read, size_t index) {
  const struct text_line *line = &reader->lines.items[index];
  uint32_t known = phrase_length(read, line, 0, PHRASE_WORDS, &list_greetings);
  if (known == 0) return is_unknown_salutation(reader, read, index) ? line->end : 0;
  return is_all_salutation(reader, read, index) ? line->end : end_of_salutation(read, line, known);
}

static size_t first_own_line(const struct text_reader *reader) {
  size_t index = 0;
  while (index < reader->lines.count && reader->lines.items[index].kind == ZONE_QUOTED) index++;
  return index;
}

followup_status greeting_mark(struct text_reader *reader, const struct text *read) {
  size_t index = first_own_line(reader);
  for (size_t first = index; index < reader->lines.count && index < first + 2; index++) {
    struct text_line *line = &reader->lines.items[index];
    if (line->kind == ZONE_QUOTED || line->word_count == 0) break;
    if (index > first && phrase_length(read, line, 0, PHRASE_WORDS, &list_greetings) == 0) break;
    size_t end = salutation_end(reader, read, index);
    if (end == 0) break;
    line->kind = ZONE_GREETING;
    if (skip_space(read->bytes, end, line->end) == line->end) continue;
    followup_status status = line_split(reader, read, index, end);
    if (status == FOLLOWUP_OK) reader->lines.items[index + 1].kind = ZONE_PROSE;
    return status;
  }
  return FOLLOWUP_OK;
}
