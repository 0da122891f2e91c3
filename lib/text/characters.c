#include "text/characters.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

/* clang-format off */
const unsigned char plain_classes[256] = {
    8, 8, 8, 8, 8, 8, 8, 8, 8, 1, 1, 1, 1, 1, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    1, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8,
    8, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 8, 8, 8, 8, 8,
    8, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 8, 8, 8, 8, 8,
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
};
/* clang-format on */

bool is_wide_space(uint32_t character) {
  if (character < 0x2000) return character == 0x85 || character == 0xA0 || character == 0x1680;
  return character <= 0x200B || character == 0x2028 || character == 0x2029 || character == 0x202F ||
         character == 0x205F || character == 0x3000 || character == 0xFEFF;
}

bool is_line_break(uint32_t character) {
  return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

static int sentence_property(uint32_t character) {
  return (int)u_getIntPropertyValue((UChar32)character, UCHAR_SENTENCE_BREAK);
}

bool is_terminal(uint32_t character) {
  if (character < 0x80) return character == '.' || character == '!' || character == '?';
  if (character == 0x2026) return true;
  int property = sentence_property(character);
  return property == U_SB_STERM || property == U_SB_ATERM;
}

bool is_question_mark(uint32_t character) {
  return character == '?' || character == 0x203D || character == 0x2047 || character == 0x2048 || character == 0x2049 ||
         character == 0x37E || character == 0x61F || character == 0xFF1F;
}

bool is_exclamation_mark(uint32_t character) {
  return character == '!' || character == 0x203C || character == 0x203D || character == 0x2048 || character == 0x2049 ||
         character == 0xFF01;
}

bool is_closer(uint32_t character) {
  if (character < 0x80)
    return character == ')' || character == ']' || character == '}' || character == '"' || character == '\'' ||
           character == '*' || character == '_';
  return sentence_property(character) == U_SB_CLOSE;
}

bool is_dash(uint32_t character) { return character == '-' || (character >= 0x2010 && character <= 0x2015); }

bool is_apostrophe(uint32_t character) { return character == '\'' || character == 0x2019 || character == 0x2BC; }

bool is_wide_currency(uint32_t character) { return u_charType((UChar32)character) == U_CURRENCY_SYMBOL; }

bool is_wide_letter(uint32_t character) { return u_isUAlphabetic((UChar32)character); }

bool is_wide_digit(uint32_t character) { return u_isdigit((UChar32)character); }

bool is_wide_upper(uint32_t character) { return u_isUUppercase((UChar32)character) || u_istitle((UChar32)character); }

bool is_wide_lower(uint32_t character) { return u_isULowercase((UChar32)character); }

bool is_emoji(uint32_t character) {
  if (character < 0x2600) return false;
  if (character == 0x2639 || character == 0x263A || character == 0x2665 || character == 0x2764) return true;
  if (character >= 0x1F1E6 && character <= 0x1F1FF) return true;
  if (character >= 0x1F000) return u_hasBinaryProperty((UChar32)character, UCHAR_EXTENDED_PICTOGRAPHIC);
  return u_hasBinaryProperty((UChar32)character, UCHAR_EMOJI_PRESENTATION);
}

bool emoji_are_known(void) { return is_emoji(0x1F600); }

bool is_emoji_tail(uint32_t character) {
  return character == 0xFE0F || character == 0xFE0E || character == 0x200D || character == 0x20E3 ||
         (character >= 0x1F3FB && character <= 0x1F3FF) || (character >= 0xE0020 && character <= 0xE007F);
}

size_t skip_space(const char *bytes, size_t at, size_t end) {
  while (at < end) {
    size_t next = at;
    if (is_plain(bytes[at], PLAIN_LETTER | PLAIN_DIGIT | PLAIN_MARK)) break;
    if (!is_space(utf8_next(bytes, &next))) break;
    at = next;
  }
  return at;
}

size_t trim_space(const char *bytes, size_t start, size_t end) {
  while (end > start) {
    size_t before = end;
    if (!is_space(utf8_previous(bytes, &before))) break;
    end = before;
  }
  return end;
}
