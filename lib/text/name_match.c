#include "text/name_match.h"

#include <string.h>
#include <unicode/unorm2.h>

#include "base/utf8.h"
#include "text/eight.h"

enum {
  LONGEST_NAME = 64,
  SHORTEST_STEM = 3, /* letters that the vocative keeps: Mar-ek, Mar-ku */
  LONGEST_ENDING = 2
};

/* Latin letters that no decomposition takes apart, as people write them on other keyboards. */
static const struct {
  uint16_t letter;
  char plain[3];
} letters[] = {{0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
               {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"},
               {0x014B, "n"},  {0x0167, "t"},  {0x01DD, "e"}, {0x0259, "e"}};

static const char *plain_letter(uint32_t c) {
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
    if (letters[i].letter == c) return letters[i].plain;
  return NULL;
}

/* ä, ö, ü as ae, oe, ue; å as aa; ø as oe: the other way to write them without the key. */
static const char *digraph(uint32_t c) {
  switch (c) {
    case 0xE4: return "ae";
    case 0xF6: return "oe";
    case 0xF8: return "oe";
    case 0xFC: return "ue";
    case 0xE5: return "aa";
    default: return NULL;
  }
}

static size_t put(char *into, size_t used, const char *from, size_t length) {
  for (size_t i = 0; i < length && used < LONGEST_NAME; i++) into[used++] = from[i];
  return used;
}

/* The first character of a canonical decomposition, all the way down: ǖ is u. */
static uint32_t base_letter(uint32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
  UChar units[8];
  for (int depth = 0; depth < 4 && U_SUCCESS(code); depth++) {
    int32_t length = unorm2_getRawDecomposition(nfc, (UChar32)c, units, 8, &code);
    if (length < 1 || (units[0] & 0xF800) == 0xD800) break;
    c = units[0];
  }
  return c;
}

/* Letters only, without marks; `digraphs`: the longer way to write umlauts. Hyphens, dots and apostrophes go. */
static size_t plain_name(const char *fold, size_t length, bool digraphs, char into[LONGEST_NAME]) {
  size_t used = 0;
  for (size_t at = 0; at < length;) {
    size_t from = at;
    uint32_t c = utf8_next(fold, &at);
    if (c == '\'' || c == '.' || c == '-') continue;
    const char *written = digraphs ? digraph(c) : NULL;
    if (written == NULL && c >= 0x80) written = plain_letter(c);
    char base = c < 0x80 ? (char)c : base_letter(c) < 0x80 ? (char)base_letter(c) : '\0';
    if (written != NULL)
      used = put(into, used, written, strlen(written));
    else if (base != '\0')
      used = put(into, used, &base, 1);
    else
      used = put(into, used, fold + from, at - from);
  }
  return used;
}

static bool same(const char *a, size_t a_length, const char *b, size_t b_length) {
  return a_length == b_length && memcmp(a, b, a_length) == 0;
}

static int compare_text(const char *entry, const char *text, size_t length) {
  if (length > 0 && entry[0] != text[0]) return (unsigned char)entry[0] < (unsigned char)text[0] ? -1 : 1;
  int order = strncmp(entry, text, length);
  return order != 0 ? order : entry[length] != '\0';
}

/* The entries of the pack's table for one short form. */
struct nicknames {
  const struct pack_nickname *first, *end;
};

/* As the pack has them: the first byte is the highest. */
static uint64_t first_bytes(const char name[LONGEST_NAME], size_t length) {
  return __builtin_bswap64(eight_first(eight_at(name), length));
}

/* The first entry whose short form does not begin with less. */
static const struct pack_nickname *first_from(const struct pack *pack, uint64_t bytes) {
  const struct pack_nickname *low = pack->nicknames, *high = low + pack->nickname_count;
  while (low < high) {
    const struct pack_nickname *middle = low + (high - low) / 2;
    if (middle->first_bytes < bytes)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static struct nicknames nicknames_of(const struct pack *pack, const char nickname[LONGEST_NAME], size_t length) {
  const struct pack_nickname *end = pack->nicknames + pack->nickname_count;
  uint64_t bytes = first_bytes(nickname, length);
  const struct pack_nickname *at = first_from(pack, bytes);
  while (at < end && at->first_bytes == bytes && compare_text(at->nickname, nickname, length) < 0) at++;
  struct nicknames found = {at, at};
  while (found.end < end && found.end->first_bytes == bytes && compare_text(found.end->nickname, nickname, length) == 0)
    found.end++;
  return found;
}

static bool are_short_for(const struct nicknames *nicknames, const char *name, size_t length) {
  for (const struct pack_nickname *at = nicknames->first; at < nicknames->end; at++)
    if (compare_text(at->name, name, length) == 0) return true;
  return false;
}

/* Two short forms of one name: Liz and Beth. */
static bool share_a_name(const struct nicknames *one, const struct nicknames *other) {
  for (const struct pack_nickname *at = one->first; at < one->end; at++)
    if (are_short_for(other, at->name, strlen(at->name))) return true;
  return false;
}

static bool is_ascii(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] >= 0x80) return false;
  return true;
}

bool name_words_agree(const struct pack *pack, const char *one, size_t one_length, const char *other,
                      size_t other_length) {
  if (same(one, one_length, other, other_length)) return one_length > 0;
  char a[LONGEST_NAME], b[LONGEST_NAME];
  size_t a_length = plain_name(one, one_length, false, a), b_length = plain_name(other, other_length, false, b);
  if (a_length == 0 || b_length == 0) return false;
  if (same(a, a_length, b, b_length)) return true;
  if ((a_length == 1 || b_length == 1) && a[0] == b[0]) return true;
  struct nicknames of_a = nicknames_of(pack, a, a_length), of_b = nicknames_of(pack, b, b_length);
  if (are_short_for(&of_a, b, b_length) || are_short_for(&of_b, a, a_length)) return true;
  if (share_a_name(&of_a, &of_b)) return true;
  if (is_ascii(one, one_length) && is_ascii(other, other_length)) return false;
  char long_a[LONGEST_NAME], long_b[LONGEST_NAME];
  size_t long_a_length = plain_name(one, one_length, true, long_a);
  size_t long_b_length = plain_name(other, other_length, true, long_b);
  return same(long_a, long_a_length, b, b_length) || same(a, a_length, long_b, long_b_length) ||
         same(long_a, long_a_length, long_b, long_b_length);
}

static bool agrees_with_any(const struct pack *pack, const struct text *name, const struct text *greeting,
                            size_t word) {
  const struct text_word *wanted = &greeting->words.items[word];
  for (size_t i = 0; i < name->words.count; i++) {
    const struct text_word *have = &name->words.items[i];
    if (name_words_agree(pack, greeting->folds.items + wanted->fold, wanted->fold_length,
                         name->folds.items + have->fold, have->fold_length))
      return true;
  }
  return false;
}

bool name_covers(const struct pack *pack, const struct text *name, const struct text *greeting, const size_t *words,
                 size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!agrees_with_any(pack, name, greeting, words[i])) return false;
  return true;
}

static size_t letters_from(const char *text, size_t at, size_t length) {
  size_t count = 0;
  while (at < length) {
    utf8_next(text, &at);
    count++;
  }
  return count;
}

static bool is_inflected(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t stem = 0, kept = 0;
  for (size_t at = 0; at < a_length && at < b_length; kept++) {
    size_t from = at;
    utf8_next(a, &at);
    if (at > b_length || memcmp(a + from, b + from, at - from) != 0) break;
    stem = at;
  }
  return kept >= SHORTEST_STEM && letters_from(a, stem, a_length) <= LONGEST_ENDING &&
         letters_from(b, stem, b_length) <= LONGEST_ENDING;
}

bool name_inflected(const struct text *name, const struct text *greeting, size_t word) {
  const struct text_word *wanted = &greeting->words.items[word];
  char one[LONGEST_NAME], other[LONGEST_NAME];
  size_t one_length = plain_name(greeting->folds.items + wanted->fold, wanted->fold_length, false, one);
  for (size_t i = 0; i < name->words.count; i++) {
    const struct text_word *have = &name->words.items[i];
    size_t length = plain_name(name->folds.items + have->fold, have->fold_length, false, other);
    if (is_inflected(one, one_length, other, length)) return true;
  }
  return false;
}

bool name_is_given(const struct pack *pack, const struct text *name, const struct text *greeting, size_t word) {
  const struct text_word *wanted = &greeting->words.items[word];
  for (size_t i = 0; i + 1 < name->words.count; i++) {
    const struct text_word *have = &name->words.items[i];
    if (name_words_agree(pack, greeting->folds.items + wanted->fold, wanted->fold_length,
                         name->folds.items + have->fold, have->fold_length))
      return true;
  }
  return name->words.count == 1;
}

bool is_known_given_name(const struct pack *pack, const char *fold, size_t length) {
  char plain[LONGEST_NAME];
  size_t plain_length = plain_name(fold, length, false, plain);
  struct nicknames known = nicknames_of(pack, plain, plain_length);
  if (known.first < known.end) return true;
  for (size_t i = 0; i < pack->nickname_count; i++)
    if (compare_text(pack->nicknames[i].name, plain, plain_length) == 0) return true;
  return false;
}
