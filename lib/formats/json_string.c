#include <string.h>

#include "formats/writer.h"

static bool is_tail(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/* The length of the well-formed UTF-8 character beyond ASCII at `text` (Unicode 15, table 3-7), or 0. */
static size_t character_length(const unsigned char *text, size_t left) {
  unsigned char lead = text[0];
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

/* What stands inside a string for an ASCII character that cannot. */
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
  memcpy(unicode, "\\u00", 4);
  unicode[4] = digits[byte >> 4];
  unicode[5] = digits[byte & 0xF];
  unicode[6] = '\0';
  return unicode;
}

static bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\'; }

/* How much of a text stands in a string as it is. */
static size_t plain_length(const unsigned char *text, size_t length) {
  size_t at = 0;
  for (size_t step; at < length; at += step) {
    step = text[at] < 0x80 ? is_plain(text[at]) : character_length(text + at, length - at);
    if (step == 0) break;
  }
  return at;
}

void put_string_part(followup_writer *writer, const char *text, size_t length) {
  const unsigned char *bytes = (const unsigned char *)text;
  char unicode[7];
  for (size_t at = 0; at < length; at++) { /* past the one byte that needs more */
    size_t plain = plain_length(bytes + at, length - at);
    put_bytes(writer, text + at, plain);
    at += plain;
    if (at < length) put(writer, bytes[at] < 0x80 ? escape_of(bytes[at], unicode) : "\\ufffd");
  }
}

void put_string(followup_writer *writer, const char *text) {
  put(writer, "\"");
  put_string_part(writer, text, strlen(text));
  put(writer, "\"");
}
