#include "text/markers.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"

enum { MOST_DIGITS = 3, MOST_LETTERS = 5 };

static const uint32_t bullets[] = {
    0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x25AA, 0x25AB, 0x25A0, 0x25A1,  0x25CF,  0x25CB,  0x25E6, 0x25B6, 0x25B8,
    0x25BA, 0x25C6, 0xB7,   0x2219, 0x2192, 0x21D2, 0x27A2, 0x27A4, 0x2794,  0x2713,  0x2714,  0x2705, 0x2717, 0x2718,
    0x274C, 0x2610, 0x2611, 0x2612, 0x25CA, 0xF0B7, 0x203A, 0xBB,   0x1F539, 0x1F538, 0x1F449, 0x2B1C, 0x25FB, 0x2756};

static bool is_bullet(uint32_t character) {
  if (character < 0x80) return character == '*' || character == '+';
  for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
    if (bullets[i] == character) return true;
  return false;
}

/* Where the text begins behind a marker that ends at `at`; 0 where no space or no text follows. */
static size_t content_behind(const struct text *read, const struct text_line *line, size_t at) {
  size_t content = skip_space(read->bytes, at, line->end);
  return content > at && content < line->end ? content : 0;
}

/* "[x]" or "[ ]", alone or behind a bullet. */
static size_t behind_box(const struct text *read, const struct text_line *line, size_t at) {
  const char *bytes = read->bytes + at;
  if (line->end - at < 4 || bytes[0] != '[' || bytes[2] != ']' || strchr(" xX-*", bytes[1]) == NULL) return 0;
  return content_behind(read, line, at + 3);
}

static struct marker bullet_of(const struct text *read, const struct text_line *line) {
  size_t at = line->start;
  uint32_t character = utf8_next(read->bytes, &at);
  struct marker found = {.content = behind_box(read, line, line->start), .style = MARKER_BULLET};
  if (found.content > 0) return found;
  if (character == 0x2713 || character == 0x2714 || character == 0x2611)
    while (line->end - at >= 3 && memcmp(read->bytes + at, "\xEF\xB8\x8F", 3) == 0) at += 3;
  found.style = is_bullet(character) ? MARKER_BULLET : is_dash(character) ? MARKER_DASH : MARKER_NONE;
  found.content = content_behind(read, line, at);
  if (found.style == MARKER_NONE || found.content == 0) return (struct marker){0};
  size_t behind = behind_box(read, line, found.content);
  if (behind > 0) found.content = behind;
  return found;
}

static uint32_t roman_value(const char *letters, size_t length) {
  uint32_t value = 0, before = 0;
  for (size_t i = length; i > 0; i--) {
    char letter = (char)(letters[i - 1] | 32);
    uint32_t worth = letter == 'i' ? 1 : letter == 'v' ? 5 : letter == 'x' ? 10 : 0;
    if (worth == 0) return 0;
    value = worth < before ? value - worth : value + worth;
    if (worth > before) before = worth;
  }
  return value;
}

/* The number or the letters of "(12)", "a)", "iv."; `end` is the place behind them. */
static struct marker counter_of(const char *bytes, size_t start, size_t limit, size_t *end) {
  struct marker found = {0};
  size_t at = start;
  for (; at < limit && at - start < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9'; at++)
    found.value = found.value * 10 + (uint32_t)(bytes[at] - '0');
  if (at > start) found.style = MARKER_NUMBER;
  if (at == start) {
    while (at < limit && at - start < MOST_LETTERS && is_plain(bytes[at], PLAIN_LETTER)) at++;
    found.roman_value = at > start ? roman_value(bytes + start, at - start) : 0;
    found.value = at - start == 1 ? (uint32_t)((bytes[start] | 32) - 'a' + 1) : 0;
    if (found.value > 0 || found.roman_value > 0) found.style = MARKER_LETTER;
  }
  *end = at;
  return found;
}

struct marker marker_of(const struct text *read, const struct text_line *line) {
  const char *bytes = read->bytes;
  struct marker bullet = bullet_of(read, line);
  if (bullet.style != MARKER_NONE) return bullet;
  bool opened = bytes[line->start] == '(';
  size_t at, from = line->start + opened;
  struct marker found = counter_of(bytes, from, line->end, &at);
  if (found.style == MARKER_NONE || at == line->end) return (struct marker){0};
  bool closed = bytes[at] == ')' || (at + 1 < line->end && bytes[at] == '.' && bytes[at + 1] == ')');
  if (!closed && (opened || bytes[at] != '.')) return (struct marker){0};
  found.is_weak = !closed && found.style == MARKER_LETTER;
  found.content = content_behind(read, line, at + (bytes[at] == '.' && closed ? 2 : 1));
  return found.content > 0 ? found : (struct marker){0};
}
