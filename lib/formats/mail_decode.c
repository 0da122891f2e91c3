#include "formats/mail_decode.h"

/* The six bits that a base64 digit stands for; -1 for any other byte. */
static int digit_value(char byte) {
  if (byte >= 'A' && byte <= 'Z') return byte - 'A';
  if (byte >= 'a' && byte <= 'z') return byte - 'a' + 26;
  if (byte >= '0' && byte <= '9') return byte - '0' + 52;
  return byte == '+' ? 62 : byte == '/' ? 63 : -1;
}

/* Writes the whole bytes that `count` digits hold. */
static void put_group(GString *decoded, guint32 bits, unsigned count) {
  bits <<= 6 * (4 - count);
  for (unsigned i = 0; i + 1 < count; i++) g_string_append_c(decoded, (char)(bits >> (16 - 8 * i) & 0xFF));
}

GString *decode_base64(const struct stretch *encoded) {
  GString *decoded = g_string_sized_new(encoded->length / 4 * 3 + 4);
  guint32 bits = 0;
  unsigned count = 0;
  for (size_t i = 0; i < encoded->length; i++) {
    int value = digit_value(encoded->bytes[i]);
    if (value >= 0) {
      bits = bits << 6 | (guint32)value;
      count++;
    }
    if (count < 4 && encoded->bytes[i] != '=') continue;
    put_group(decoded, bits, count);
    bits = count = 0;
  }
  put_group(decoded, bits, count);
  return decoded;
}

/* The byte that "=XX" stands for; -1 where it is no escape. */
static int escaped_byte(const char *at, const char *end) {
  if (end - at < 3) return -1;
  int high = g_ascii_xdigit_value(at[1]), low = g_ascii_xdigit_value(at[2]);
  return high >= 0 && low >= 0 ? high << 4 | low : -1;
}

static void put_unescaped(GString *decoded, const char *at, const char *end) {
  while (at < end) {
    const char *sign = memchr(at, '=', (size_t)(end - at));
    const char *stop = sign != NULL ? sign : end;
    g_string_append_len(decoded, at, stop - at);
    if (sign == NULL) return;
    int byte = escaped_byte(sign, end);
    g_string_append_c(decoded, byte >= 0 ? (char)byte : '=');
    at = byte >= 0 ? sign + 3 : sign + 1;
  }
}

GString *decode_quoted_printable(const struct stretch *encoded) {
  GString *decoded = g_string_sized_new(encoded->length);
  const char *end = stretch_end(encoded);
  struct line line;
  for (const char *at = encoded->bytes; line_at(at, end, &line); at = line.next) {
    const char *stop = line.start + line.length;
    bool ended = line.next > stop;
    while (stop > line.start && (stop[-1] == ' ' || stop[-1] == '\t')) stop--;
    bool soft = stop > line.start && stop[-1] == '=';
    put_unescaped(decoded, line.start, soft ? stop - 1 : stop);
    if (ended && !soft) g_string_append_c(decoded, '\n');
  }
  return decoded;
}
