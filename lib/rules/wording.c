#include "rules/wording.h"

#include <string.h>
#include <unicode/umsg.h>
#include <unicode/ustring.h>

/* Texts named in an explanation are cut here: a reader needs no more to find the place. */
enum { LONGEST_ARGUMENT = 120, ARGUMENT_UNITS = LONGEST_ARGUMENT + 2, LONGEST_WORDING = 2048 };

/* UTF-16 of a text, cut between characters. */
static bool to_utf16(const char *text, UChar into[ARGUMENT_UNITS]) {
  size_t length = strlen(text);
  if (length > LONGEST_ARGUMENT) {
    length = LONGEST_ARGUMENT;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  }
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0;
  u_strFromUTF8(into, ARGUMENT_UNITS - 1, &units, text, (int32_t)length, &code);
  if (U_FAILURE(code)) return false;
  if (length < strlen(text)) into[units++] = 0x2026;
  into[units] = 0;
  return true;
}

static bool format(const char *pattern, UChar arguments[4][ARGUMENT_UNITS], int number, UChar *into) {
  UErrorCode code = U_ZERO_ERROR;
  UChar pattern_units[LONGEST_WORDING];
  int32_t length = 0;
  u_strFromUTF8(pattern_units, LONGEST_WORDING, &length, pattern, -1, &code);
  UMessageFormat *made = umsg_open(pattern_units, length, "en", NULL, &code);
  if (U_SUCCESS(code))
    umsg_format(made, into, LONGEST_WORDING - 1, &code, arguments[0], arguments[1], arguments[2], arguments[3],
                (double)number);
  if (made != NULL) umsg_close(made);
  return U_SUCCESS(code);
}

followup_status wording_render(const followup_context *context, const char *pattern,
                               const struct wording_arguments *arguments, char **made) {
  UChar units[4][ARGUMENT_UNITS];
  UChar filled[LONGEST_WORDING] = {0};
  bool good = to_utf16(arguments->text, units[0]);
  for (int i = 0; i < 3; i++) good = good && to_utf16(arguments->more[i], units[i + 1]);
  if (!good || !format(pattern, units, arguments->number, filled)) return FOLLOWUP_E_INTERNAL;
  char bytes[3 * LONGEST_WORDING];
  int32_t length = 0;
  UErrorCode code = U_ZERO_ERROR;
  u_strToUTF8(bytes, sizeof bytes - 1, &length, filled, -1, &code);
  if (U_FAILURE(code)) return FOLLOWUP_E_INTERNAL;
  char *copy = memory_copy_text(context, bytes, (size_t)length);
  if (copy == NULL) return FOLLOWUP_E_MEMORY;
  *made = copy;
  return FOLLOWUP_OK;
}
