#include "draft/words.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

struct stretch first_word(struct stretch line) {
  const char *space = line.length > 0 ? memchr(line.start, ' ', line.length) : NULL;
  return (struct stretch){line.start, space != NULL ? (size_t)(space - line.start) : line.length};
}

struct stretch behind_first(struct stretch line) {
  size_t word = first_word(line).length, skipped = word + (word < line.length);
  return (struct stretch){line.start + skipped, line.length - skipped};
}

struct stretch last_word(struct stretch line) {
  size_t start = line.length;
  while (start > 0 && line.start[start - 1] != ' ') start--;
  return (struct stretch){line.start + start, line.length - start};
}

struct stretch before_last(struct stretch line) {
  size_t word = last_word(line).length, cut = word + (word < line.length);
  return (struct stretch){line.start, line.length - cut};
}

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool is_same(const char *one, const char *other, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (small(one[i]) != small(other[i])) return false;
  return true;
}

const char *listed(const struct draft_list *list, struct stretch word) {
  for (size_t i = 0; i < list->count; i++)
    if (strlen(list->words[i]) == word.length && is_same(list->words[i], word.start, word.length))
      return list->words[i];
  return NULL;
}

bool begins_small(struct stretch word) {
  size_t at = 0;
  return word.length > 0 && u_islower((UChar32)utf8_next(word.start, &at));
}

bool begins_capital(struct stretch word) {
  size_t at = 0;
  return word.length > 0 && u_isupper((UChar32)utf8_next(word.start, &at));
}

bool has_small(struct stretch words) {
  for (size_t at = 0; at < words.length;)
    if (u_islower((UChar32)utf8_next(words.start, &at))) return true;
  return false;
}
