#include "json_text.h"

#include <string.h>
#include <unicode/utf8.h>

static void print_character(FILE *out, const char *bytes, int32_t length, UChar32 c) {
  if (c < 0)
    fputs("\\ufffd", out);
  else if (c == '"' || c == '\\')
    fprintf(out, "\\%c", (int)c);
  else if (c == '\n')
    fputs("\\n", out);
  else if (c < 0x20 || c == 0x7F)
    fprintf(out, "\\u%04x", (unsigned)c);
  else
    fwrite(bytes, 1, (size_t)length, out);
}

void json_print_text(FILE *out, const char *text) {
  const uint8_t *bytes = (const uint8_t *)text;
  size_t length = strlen(text), at = 0;
  fputc('"', out);
  while (at < length) {
    int32_t step = 0, most = length - at < U8_MAX_LENGTH ? (int32_t)(length - at) : U8_MAX_LENGTH;
    UChar32 c;
    U8_NEXT(bytes + at, step, most, c);
    print_character(out, text + at, step, c);
    at += (size_t)step;
  }
  fputc('"', out);
}
