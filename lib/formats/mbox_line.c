#include "formats/mbox_line.h"

#include <glib.h>
#include <string.h>

static bool begins_with(const char *line, size_t length, const char *start) {
  return length >= strlen(start) && memcmp(line, start, strlen(start)) == 0;
}

bool is_escaped_from_line(const char *line, size_t length) {
  size_t marks = 0;
  while (marks < length && line[marks] == '>') marks++;
  return marks > 0 && begins_with(line + marks, length - marks, "From ");
}

static bool is_clock(const char *word, size_t length) {
  return length >= 4 && g_ascii_isdigit(word[0]) && (word[1] == ':' || (g_ascii_isdigit(word[1]) && word[2] == ':'));
}

static bool is_year(const char *word, size_t length) {
  if (length != 4 || !(begins_with(word, length, "19") || begins_with(word, length, "20"))) return false;
  return g_ascii_isdigit(word[2]) && g_ascii_isdigit(word[3]);
}

static bool is_one_of(const char *word, size_t length, const char *names) {
  for (; *names != '\0'; names += 3)
    if (length >= 3 && length <= 4 && g_ascii_strncasecmp(word, names, 3) == 0) return length == 3 || word[3] == ',';
  return false;
}

/* A weekday, a month, a clock and a year among the words is a date, whatever else its writer put there. */
bool is_from_line(const char *line, size_t length) {
  if (length > 1000 || !begins_with(line, length, "From ")) return false;
  bool weekday = false, month = false, clock = false, year = false;
  const char *end = line + length;
  for (const char *at = line + 5; at < end;) {
    while (at < end && g_ascii_isspace(*at)) at++;
    const char *word = at;
    while (at < end && !g_ascii_isspace(*at)) at++;
    size_t size = (size_t)(at - word);
    weekday = weekday || is_one_of(word, size, "MonTueWedThuFriSatSun");
    month = month || is_one_of(word, size, "JanFebMarAprMayJunJulAugSepOctNovDec");
    clock = clock || is_clock(word, size);
    year = year || is_year(word, size);
  }
  return weekday && month && clock && year;
}
