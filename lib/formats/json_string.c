#include <string.h>

#include "formats/writer.h"

static bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* The length of the well-formed UTF-8 character at `text` (Unicode 15, table 3-7), 0 where there is none. */
static size_t character_length(const unsigned char *text, size_t left) {
  unsigned char lead = text[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (text[1] < least || text[1] > most) return 0;
  for (size_t i = 2; i < length; i++)
    if (!is_tail(text[i])) return 0;
  return length;
}

/* What stands for an ASCII character inside a string; NULL: the character itself. */
static const char *escape_of(unsigned char byte, char unicode[7]) {
  static const char digits[] = "0123456789abcdef";
  switch (byte) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  if (byte >= 0x20 && byte != 0x7F) return NULL;
  memcpy(unicode, "\\u00", 4);
  unicode[4] = digits[byte >> 4];
  unicode[5] = digits[byte & 0xF];
  unicode[6] = '\0';
  return unicode;
}

void put_string_part(followup_writer *writer, const char *text, size_t length) {
  char unicode[7];
  size_t step;
  for (size_t at = 0; at < length; at += step) {
    const unsigned char *bytes = (const unsigned char *)text + at;
    const char *escape = escape_of(bytes[0], unicode);
    step = character_length(bytes, length - at);
    if (step == 0) escape = "\\ufffd";
    if (escape != NULL)
      put(writer, escape);
    else
      put_bytes(writer, text + at, step);
    if (step == 0) step = 1;
  }
}

void put_string(followup_writer *writer, const char *text) {
  put(writer, "\"");
  put_string_part(writer, text, strlen(text));
  put(writer, "\"");
}
