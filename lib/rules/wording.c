#include "rules/wording.h"

#include <string.h>
#include <unicode/umsg.h>
#include <unicode/ustring.h>

/* Texts named in an explanation are cut here: a reader needs no more to find the place. */
enum { LONGEST_ARGUMENT = 120, ARGUMENT_UNITS = LONGEST_ARGUMENT + 2, LONGEST_WORDING = 2048 };

/* How much of a text is named: all of it, or what ends before the character that would be too much. */
static size_t shown_length(const char *text) {
  size_t length = strlen(text);
  if (length <= LONGEST_ARGUMENT) return length;
  length = LONGEST_ARGUMENT;
  while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  return length;
}

/* Plain patterns: words, {0} to {3}, and '' for an apostrophe. They come out as ICU would fill them, and far sooner. */

struct filling {
  char *into; /* NULL: only measured */
  size_t length;
};

static void add(struct filling *filling, const char *text, size_t length) {
  if (filling->into != NULL && length > 0) memcpy(filling->into + filling->length, text, length);
  filling->length += length;
}

static void add_argument(struct filling *filling, const char *text) {
  size_t length = shown_length(text);
  add(filling, text, length);
  if (text[length] != '\0') add(filling, "\xE2\x80\xA6", 3);
}

/* Fills what begins with an apostrophe or a brace and returns what stands behind it; NULL: the pattern is not plain. */
static const char *fill_mark(struct filling *filling, const char *at, const struct wording_arguments *arguments) {
  if (at[0] == '\'' && at[1] == '\'') {
    add(filling, at, 1);
    return at + 2;
  }
  if (at[0] != '{' || at[1] < '0' || at[1] > '3' || at[2] != '}') return NULL;
  add_argument(filling, at[1] == '0' ? arguments->text : arguments->more[at[1] - '1']);
  return at + 3;
}

/* False where the pattern is not plain. */
static bool fill(struct filling *filling, const char *at, const struct wording_arguments *arguments) {
  while (at != NULL && *at != '\0') {
    size_t words = strcspn(at, "{}'");
    add(filling, at, words);
    at += words;
    if (*at != '\0') at = fill_mark(filling, at, arguments);
  }
  return at != NULL;
}

static char *fill_new(const followup_context *context, const char *pattern, size_t length,
                      const struct wording_arguments *arguments) {
  char *made = memory_take(context, length + 1);
  if (made == NULL) return NULL;
  struct filling filling = {made, 0};
  fill(&filling, pattern, arguments);
  made[length] = '\0';
  return made;
}

/* All other patterns. */

/* UTF-16 of a text, cut between characters. */
static bool to_utf16(const char *text, UChar into[ARGUMENT_UNITS]) {
  size_t length = shown_length(text);
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0;
  u_strFromUTF8(into, ARGUMENT_UNITS - 1, &units, text, (int32_t)length, &code);
  if (U_FAILURE(code)) return false;
  if (text[length] != '\0') into[units++] = 0x2026;
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

static followup_status render_by_icu(const followup_context *context, const char *pattern,
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

followup_status wording_render(const followup_context *context, const char *pattern,
                               const struct wording_arguments *arguments, char **made) {
  struct filling measured = {NULL, 0};
  if (!fill(&measured, pattern, arguments)) return render_by_icu(context, pattern, arguments, made);
  char *copy = fill_new(context, pattern, measured.length, arguments);
  if (copy == NULL) return FOLLOWUP_E_MEMORY;
  *made = copy;
  return FOLLOWUP_OK;
}
