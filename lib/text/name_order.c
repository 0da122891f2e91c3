#include "text/name_order.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

static const char *const additions[] = {"Jr", "Sr", "Esq"};

/* "PhD", "MBA", "M.D.", "Jr", and what begins with a small letter. */
static bool is_addition(const char *word, size_t length) {
  size_t capitals = 0, at = 0;
  if (memchr(word, '.', length) != NULL || u_islower((UChar32)utf8_next(word, &at))) return true;
  for (at = 0; at < length;) capitals += u_isupper((UChar32)utf8_next(word, &at)) != 0;
  for (size_t i = 0; i < sizeof additions / sizeof additions[0]; i++)
    if (strlen(additions[i]) == length && memcmp(additions[i], word, length) == 0) return true;
  return capitals > 1 && memchr(word, '-', length) == NULL; /* "Jean-Luc" */
}

static bool is_name(const char *words, size_t length) {
  for (size_t at = 0; at < length;) {
    const char *space = memchr(words + at, ' ', length - at);
    size_t word = space != NULL ? (size_t)(space - words) - at : length - at;
    if (word > 0 && is_addition(words + at, word)) return false;
    at += word + 1;
  }
  return true;
}

size_t name_in_order(const char *name, size_t length, char *into) {
  const char *comma = memchr(name, ',', length), *end = name + length;
  if (comma == NULL || comma == name) return 0;
  const char *first = comma + 1;
  while (first < end && *first == ' ') first++;
  size_t given = (size_t)(end - first), family = (size_t)(comma - name);
  if (given == 0 || memchr(first, ',', given) != NULL || !is_name(first, given)) return 0;
  memcpy(into, first, given);
  into[given] = ' ';
  memcpy(into + given + 1, name, family);
  return given + 1 + family;
}
