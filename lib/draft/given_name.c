#include "draft/given_name.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/utf8.h"
#include "pack_en.h"
#include "text/name_match.h"

enum { LONGEST_GIVEN_NAME = 64 };

/* In small letters, without what stands behind a hyphen; its bytes, or 0 where it is too long. */
static size_t fold(const char *word, size_t length, char into[LONGEST_GIVEN_NAME]) {
  const char *hyphen = memchr(word, '-', length);
  size_t end = hyphen != NULL ? (size_t)(hyphen - word) : length;
  int32_t used = 0;
  UBool failed = false;
  for (size_t at = 0; at < end && !failed;) {
    UChar32 small = u_tolower((UChar32)utf8_next(word, &at));
    U8_APPEND((uint8_t *)into, used, LONGEST_GIVEN_NAME, small, failed);
  }
  return failed ? 0 : (size_t)used;
}

bool is_listed_given_name(const char *word, size_t length) {
  char name[LONGEST_GIVEN_NAME];
  size_t used = fold(word, length, name);
  return used > 0 && is_known_given_name(&pack_en, name, used);
}
