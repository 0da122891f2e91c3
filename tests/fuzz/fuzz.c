#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

_Noreturn void fuzz_broken(const char *promise, const char *file, int line) {
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, promise);
  abort();
}

static struct {
  followup_linter *linter;
  followup_scratch *scratch;
} tools;

static void open_tools(void) {
  if (tools.linter != NULL) return;
  MUST(followup_linter_new(NULL, NULL, &tools.linter, NULL) == FOLLOWUP_OK);
  MUST(followup_scratch_new(tools.linter, &tools.scratch, NULL) == FOLLOWUP_OK);
}

const followup_linter *fuzz_linter(void) {
  open_tools();
  return tools.linter;
}

followup_scratch *fuzz_scratch(void) {
  open_tools();
  return tools.scratch;
}

static struct fuzz_text make_room(size_t length) {
  struct fuzz_text made = {malloc(length > 0 ? length : 1), length};
  MUST(made.bytes != NULL);
  return made;
}

struct fuzz_text fuzz_copy(const char *bytes, size_t length) {
  struct fuzz_text made = make_room(length);
  if (length > 0) memcpy(made.bytes, bytes, length);
  return made;
}

/* No character has more than 3 units in NFC or NFD for one of its own bytes' worth, nor more than 3 bytes for a unit.
 */
enum { MOST_GROWTH = 4 };

static struct fuzz_text normalize(const UNormalizer2 *form, const char *bytes, size_t length) {
  int32_t room = (int32_t)length * MOST_GROWTH + 16, count = 0;
  UChar *units = malloc((size_t)room * sizeof *units), *made = malloc((size_t)room * sizeof *made);
  char *text = malloc((size_t)room * 3);
  MUST(units != NULL && made != NULL && text != NULL);
  UErrorCode problem = U_ZERO_ERROR;
  u_strFromUTF8(units, room, &count, bytes, (int32_t)length, &problem);
  count = unorm2_normalize(form, units, count, made, room, &problem);
  u_strToUTF8(text, room * 3, &count, made, count, &problem);
  MUST(U_SUCCESS(problem));
  struct fuzz_text result = fuzz_copy(text, (size_t)count);
  free(units);
  free(made);
  free(text);
  return result;
}

struct fuzz_text fuzz_nfc(const char *bytes, size_t length) {
  UErrorCode problem = U_ZERO_ERROR;
  return normalize(unorm2_getNFCInstance(&problem), bytes, length);
}

struct fuzz_text fuzz_nfd(const char *bytes, size_t length) {
  UErrorCode problem = U_ZERO_ERROR;
  return normalize(unorm2_getNFDInstance(&problem), bytes, length);
}

struct fuzz_text fuzz_without_returns(const char *bytes, size_t length) {
  struct fuzz_text all = make_room(length);
  size_t kept = 0;
  for (size_t i = 0; i < length; i++)
    if (bytes[i] != '\r') all.bytes[kept++] = bytes[i];
  struct fuzz_text made = fuzz_copy(all.bytes, kept);
  free(all.bytes);
  return made;
}

struct fuzz_text fuzz_with_returns(const char *bytes, size_t length) {
  size_t lines = 0, count = 0;
  for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
  struct fuzz_text made = make_room(length + lines);
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '\n') made.bytes[count++] = '\r';
    made.bytes[count++] = bytes[i];
  }
  return made;
}

bool fuzz_is_ascii(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)bytes[i] >= 0x80) return false;
  return true;
}

size_t fuzz_first_bad_byte(const char *bytes, size_t length) {
  for (int32_t at = 0; (size_t)at < length;) {
    int32_t from = at;
    UChar32 character;
    U8_NEXT((const uint8_t *)bytes, at, (int32_t)length, character);
    if (character <= 0) return (size_t)from;
  }
  return length;
}

bool fuzz_is_border(const char *bytes, size_t length, size_t at) {
  return at == length || (at < length && !U8_IS_TRAIL((uint8_t)bytes[at]));
}

bool fuzz_same(fuzz_form form, const char *one, size_t one_length, const char *other, size_t other_length) {
  struct fuzz_text left = form(one, one_length), right = form(other, other_length);
  bool same = left.length == right.length && memcmp(left.bytes, right.bytes, left.length) == 0;
  free(left.bytes);
  free(right.bytes);
  return same;
}
