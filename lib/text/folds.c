#include "text/folds.h"

#include <string.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "text/characters.h"

enum { BYTES_PER_UNIT = 3 };

/* Invisible characters that a mailer or a word processor leaves inside a word. */
static bool is_ignorable(uint32_t character) {
  return character == 0xAD || character == 0x2060 || character == 0xFEFF || character == 0x200B;
}

/* Folds what is ASCII but for curly apostrophes; false where the word holds anything else. */
static bool fold_plain(const char *bytes, size_t length, char *fold, size_t *fold_length) {
  size_t written = 0;
  for (size_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)bytes[i];
    if (is_plain(bytes[i], PLAIN_LETTER)) {
      fold[written++] = (char)(byte | 0x20);
    } else if (byte == 0xE2 && (unsigned char)bytes[i + 1] == 0x80 && (unsigned char)bytes[i + 2] == 0x99) {
      fold[written++] = '\'';
      i += 2;
    } else if (byte >= 0x80) {
      return false;
    } else {
      fold[written++] = (char)byte;
    }
  }
  *fold_length = written;
  return true;
}

static int32_t to_units(const char *bytes, size_t length, UChar *units) {
  int32_t count = 0;
  for (size_t at = 0; at < length;) {
    uint32_t character = utf8_next(bytes, &at);
    if (is_ignorable(character)) continue;
    if (is_apostrophe(character)) character = '\'';
    U16_APPEND_UNSAFE(units, count, (UChar32)character);
  }
  return count;
}

static size_t to_bytes(const UChar *units, int32_t count, char *bytes) {
  int32_t written = 0;
  for (int32_t at = 0; at < count;) {
    UChar32 character;
    U16_NEXT(units, at, count, character);
    U8_APPEND_UNSAFE(bytes, written, character);
  }
  return (size_t)written;
}

/* NFC, case folding, and NFC again, since folding may take a normalized text apart. */
static bool fold_any(struct text_reader *reader, const char *bytes, size_t length, char *fold, size_t *fold_length) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *first = reader->folding[0], *second = reader->folding[1], *third = reader->folding[2];
  int32_t count = to_units(bytes, length, first);
  count = unorm2_normalize(reader->nfc, first, count, second, FOLD_ROOM, &status);
  count = u_strFoldCase(third, FOLD_ROOM, second, count, U_FOLD_CASE_DEFAULT, &status);
  count = unorm2_normalize(reader->nfc, third, count, second, FOLD_ROOM, &status);
  if (U_FAILURE(status)) return false;
  *fold_length = to_bytes(second, count, fold);
  return true;
}

static size_t without_possessive(const char *fold, size_t length, uint16_t *flags) {
  size_t kept = length;
  if (length > 2 && fold[length - 2] == '\'' && fold[length - 1] == 's') kept = length - 2;
  if (length > 1 && fold[length - 1] == '\'') kept = length - 1;
  if (kept < length) *flags |= WORD_POSSESSIVE;
  while (kept > 1 && fold[kept - 1] == '.') kept--;
  return kept;
}

/* A very long word is folded by its beginning. */
static size_t fold_source(const char *bytes, size_t length) {
  if (length <= FOLD_SOURCE) return length;
  size_t cut = FOLD_SOURCE;
  while (((unsigned char)bytes[cut] & 0xC0) == 0x80) cut--;
  return cut;
}

followup_status fold_word(struct text_reader *reader, struct text *read, struct text_word *word) {
  const char *bytes = read->bytes + word->start;
  size_t length = fold_source(bytes, word->end - word->start), fold_length = 0;
  size_t room = length + FOLDS_BEHIND;
  if (!array_reserve(reader->context, &read->folds, room)) return FOLLOWUP_E_MEMORY;
  if (!fold_plain(bytes, length, read->folds.items + read->folds.count, &fold_length)) {
    if (!array_reserve(reader->context, &read->folds, (size_t)BYTES_PER_UNIT * FOLD_ROOM + FOLDS_BEHIND))
      return FOLLOWUP_E_MEMORY;
    if (!fold_any(reader, bytes, length, read->folds.items + read->folds.count, &fold_length))
      return FOLLOWUP_E_INTERNAL;
  }
  word->fold = (uint32_t)read->folds.count;
  word->fold_length = (uint16_t)without_possessive(read->folds.items + word->fold, fold_length, &word->flags);
  word->hash = word_hash(read->folds.items + word->fold, word->fold_length);
  read->folds.count += word->fold_length;
  return FOLLOWUP_OK;
}
