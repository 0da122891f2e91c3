#define _DEFAULT_SOURCE

#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, LEAST_WIDTH = 40, GREATEST_WIDTH = 110 };

static bool is_set(const char *name) {
  const char *value = getenv(name);
  return value != NULL && *value != '\0';
}

static bool is_dumb(void) {
  const char *kind = getenv("TERM");
  return kind == NULL || strcmp(kind, "dumb") == 0;
}

static int width_of(FILE *out) {
  struct winsize size;
  if (ioctl(fileno(out), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return DEFAULT_WIDTH;
  return size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col > GREATEST_WIDTH ? GREATEST_WIDTH : size.ws_col;
}

/* The first of these that is set says how text is encoded. */
static bool reads_unicode(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == '\0') continue;
    return strstr(value, "UTF-8") != NULL || strstr(value, "utf8") != NULL || strstr(value, "UTF8") != NULL;
  }
  return false;
}

struct terminal terminal_open(FILE *out) {
  bool on_screen = isatty(fileno(out)) == 1, watched = on_screen && !is_dumb();
  return (struct terminal){.out = out,
                           .colour = watched && !is_set("NO_COLOR"),
                           .width = on_screen ? width_of(out) : DEFAULT_WIDTH,
                           .watched = watched,
                           .unicode = reads_unicode()};
}

static const char *code_of(enum paint paint) {
  switch (paint) {
    case PAINT_STRONG: return "\033[1m";
    case PAINT_FAINT: return "\033[2m";
    case PAINT_ERROR: return "\033[1;31m";
    case PAINT_WARNING: return "\033[1;33m";
    case PAINT_NOTE: return "\033[1;36m";
    case PAINT_GOOD: return "\033[1;32m";
    case PAINT_PLAIN: break;
  }
  return NULL;
}

void terminal_begin(const struct terminal *terminal, enum paint paint) {
  const char *code = terminal->colour ? code_of(paint) : NULL;
  if (code != NULL) fputs(code, terminal->out);
}

void terminal_end(const struct terminal *terminal) {
  if (terminal->colour) fputs("\033[0m", terminal->out);
}

void terminal_paint(const struct terminal *terminal, enum paint paint, const char *text) {
  terminal_begin(terminal, paint);
  fputs(text, terminal->out);
  terminal_end(terminal);
}

/* Marks that turn the direction of a line around can make it read otherwise than it is. */
static bool turns_direction(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

static int width_of_character(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK: return 0;
    case U_FORMAT_CHAR: return c == 0xAD ? 1 : 0;
    default: break;
  }
  int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
}

struct character character_at(const char *text, size_t length, size_t at) {
  const uint8_t *bytes = (const uint8_t *)text + at;
  size_t left = length - at;
  int32_t step = 0, most = left < U8_MAX_LENGTH ? (int32_t)left : U8_MAX_LENGTH;
  UChar32 c;
  U8_NEXT(bytes, step, most, c);
  if (c < 0 || (u_charType(c) == U_CONTROL_CHAR && c != '\t') || turns_direction(c))
    return (struct character){(size_t)step, 1, false};
  return (struct character){(size_t)step, c == '\t' ? 1 : width_of_character(c), true};
}

void terminal_print(FILE *out, const char *text, size_t length) {
  for (size_t at = 0; at < length;) {
    struct character character = character_at(text, length, at);
    if (!character.safe)
      fputs("\xEF\xBF\xBD", out);
    else if (text[at] == '\t')
      fputc(' ', out);
    else
      fwrite(text + at, 1, character.length, out);
    at += character.length;
  }
}

static int columns(const char *text, size_t length) {
  int sum = 0;
  for (size_t at = 0; at < length;) {
    struct character character = character_at(text, length, at);
    sum += character.width;
    at += character.length;
  }
  return sum;
}

void terminal_wrap(const struct terminal *terminal, int indent, const char *lead, const char *text) {
  int hang = indent + columns(lead, strlen(lead)), column = hang;
  fprintf(terminal->out, "%*s%s", indent, "", lead);
  for (text += strspn(text, " \n"); *text != '\0'; text += strspn(text, " \n")) {
    size_t length = strcspn(text, " \n");
    int width = columns(text, length);
    if (column > hang && column + 1 + width > terminal->width) {
      fprintf(terminal->out, "\n%*s", hang, "");
      column = hang;
    } else if (column > hang) {
      fputc(' ', terminal->out);
      column++;
    }
    terminal_print(terminal->out, text, length);
    column += width;
    text += length;
  }
  fputc('\n', terminal->out);
}
