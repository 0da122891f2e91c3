/* Patterns filled: what the case says is an argument and never a part of a pattern. */
#include <string.h>
#include <unicode/umsg.h>
#include <unicode/ustring.h>

#include "draft/facts.h"
#include "draft_words.h"

static followup_status put(const struct facts *facts, const char *bytes, size_t length, byte_array *into) {
  if (!array_reserve(facts->context, into, length)) return FOLLOWUP_E_MEMORY;
  if (length > 0) memcpy(into->items + into->count, bytes, length);
  into->count += length;
  return FOLLOWUP_OK;
}

/* A fact stands before the rest: what ends in a full stop ("Acme Inc.") brings that of its sentence. */
static bool brings_its_stop(const byte_array *into, const char *rest) {
  return *rest == '.' && into->items[into->count - 1] == '.';
}

/* Words and {0} to {9} alone come out as ICU would fill them. */
static followup_status fill_texts(const struct facts *facts, const struct draft_pattern *pattern, byte_array *into) {
  followup_status status = FOLLOWUP_OK;
  for (const char *at = pattern->text; status == FOLLOWUP_OK && *at != '\0';) {
    size_t words = strcspn(at, "{");
    status = put(facts, at, words, into);
    at += words;
    if (status != FOLLOWUP_OK || *at == '\0') break;
    const char *text = facts->texts[pattern->arguments[at[1] - '0']];
    status = put(facts, text, strlen(text), into);
    at += strlen("{0}");
    at += status == FOLLOWUP_OK && brings_its_stop(into, at);
  }
  return status;
}

/* Plurals */

enum { LONGEST_PLURAL = 1024, LONGEST_SPAN = 128 };

static bool format_count(const char *pattern, int count, UChar into[LONGEST_SPAN], int32_t *length) {
  UErrorCode code = U_ZERO_ERROR;
  UChar units[LONGEST_PLURAL];
  int32_t unit_count = 0;
  u_strFromUTF8(units, LONGEST_PLURAL, &unit_count, pattern, -1, &code);
  UMessageFormat *made = umsg_open(units, unit_count, "en", NULL, &code);
  if (U_SUCCESS(code)) *length = umsg_format(made, into, LONGEST_SPAN, &code, (double)count);
  if (made != NULL) umsg_close(made);
  return U_SUCCESS(code);
}

static followup_status fill_count(const struct facts *facts, const struct draft_pattern *pattern, byte_array *into) {
  UErrorCode code = U_ZERO_ERROR;
  UChar units[LONGEST_SPAN];
  char bytes[3 * LONGEST_SPAN];
  int32_t unit_count = 0, length = 0;
  if (!format_count(pattern->text, facts->counts[pattern->arguments[0]], units, &unit_count))
    return FOLLOWUP_E_INTERNAL;
  u_strToUTF8(bytes, sizeof bytes, &length, units, unit_count, &code);
  return U_SUCCESS(code) ? put(facts, bytes, (size_t)length, into) : FOLLOWUP_E_INTERNAL;
}

followup_status fill(const struct facts *facts, const struct draft_pattern *pattern, byte_array *into) {
  return pattern->counts ? fill_count(facts, pattern, into) : fill_texts(facts, pattern, into);
}

followup_status fact_word(struct facts *facts, enum draft_fact fact, int part) {
  const struct draft_group *group = facts_group(facts, &draft_parts[part]);
  byte_array words = {NULL, 0, 0};
  if (group == NULL) return FOLLOWUP_OK;
  followup_status status = fill(facts, group_at(facts, group, 0), &words);
  if (status == FOLLOWUP_OK) status = fact_set(facts, fact, words.items, words.count);
  array_free(facts->context, &words);
  return status;
}
