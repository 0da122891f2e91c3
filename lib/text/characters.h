/* Sorts of characters that zones, sentences and words ask about. */
#ifndef FOLLOWUP_TEXT_CHARACTERS_H
#define FOLLOWUP_TEXT_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a byte is in ASCII, for the loops that see every byte. */
enum { PLAIN_SPACE = 1, PLAIN_LETTER = 2, PLAIN_DIGIT = 4, PLAIN_MARK = 8, NOT_PLAIN = 16 };

extern const unsigned char plain_classes[256];

static inline bool is_plain(char byte, unsigned classes) { return (plain_classes[(unsigned char)byte] & classes) != 0; }

bool is_line_break(uint32_t character);
/* Full stop, question and exclamation marks, the ellipsis, and their like in other scripts. */
bool is_terminal(uint32_t character);
bool is_question_mark(uint32_t character);
bool is_exclamation_mark(uint32_t character);
/* Quotes and brackets, which may stand behind a terminal, and marks of bold text. */
bool is_closer(uint32_t character);
bool is_dash(uint32_t character);
bool is_apostrophe(uint32_t character);
bool is_emoji(uint32_t character);
/* ICU loads what it knows of emoji when it is first asked: false where it could not, and then never will. */
bool emoji_are_known(void);
/* Joins or colours the emoji before it: variation selectors, skin tones, joiners, tags, key caps. */
bool is_emoji_tail(uint32_t character);

/* The same as those below, for characters beyond ASCII. */
bool is_wide_space(uint32_t character);
bool is_wide_currency(uint32_t character);
bool is_wide_letter(uint32_t character);
bool is_wide_digit(uint32_t character);
bool is_wide_upper(uint32_t character);
bool is_wide_lower(uint32_t character);

static inline bool is_space(uint32_t character) {
  return character < 0x80 ? is_plain((char)character, PLAIN_SPACE) : is_wide_space(character);
}

static inline bool is_currency(uint32_t character) {
  return character < 0x80 ? character == '$' : is_wide_currency(character);
}

static inline bool is_letter(uint32_t character) {
  return character < 0x80 ? is_plain((char)character, PLAIN_LETTER) : is_wide_letter(character);
}

static inline bool is_digit(uint32_t character) {
  return character < 0x80 ? is_plain((char)character, PLAIN_DIGIT) : is_wide_digit(character);
}

static inline bool is_upper(uint32_t character) {
  return character < 0x80 ? character >= 'A' && character <= 'Z' : is_wide_upper(character);
}

static inline bool is_lower(uint32_t character) {
  return character < 0x80 ? character >= 'a' && character <= 'z' : is_wide_lower(character);
}

/* Behind white space from `at`, and before white space that ends at `end`. */
size_t skip_space(const char *bytes, size_t at, size_t end);
size_t trim_space(const char *bytes, size_t start, size_t end);

#endif
