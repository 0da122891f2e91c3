/* Patterns filled by ICU: what the case says is an argument and never a part of a pattern. */
#include <string.h>
#include <unicode/umsg.h>
#include <unicode/ustring.h>

#include "draft_words.h"
#include "draft/facts.h"

/* The arguments of a pattern in UTF-16, one behind the other; those that it has not are empty. */
struct arguments {
  UChar *units;
  UChar *at[DRAFT_ARGUMENTS];
};

static followup_status take_arguments(const struct facts *facts, const struct draft_pattern *pattern,
                                      struct arguments *arguments) {
  size_t length = 1, used = 0;
  bool texts = !pattern->counts;
  for (size_t i = 0; texts && i < pattern->argument_count; i++)
    length += strlen(facts->texts[pattern->arguments[i]]) + 1;
  if (length > INT32_MAX / 4) return FOLLOWUP_E_LIMIT;
  arguments->units = memory_take(facts->context, length * sizeof *arguments->units);
  if (arguments->units == NULL) return FOLLOWUP_E_MEMORY;
  for (size_t i = 0; i < DRAFT_ARGUMENTS; i++) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t units = 0;
    const char *text = texts && i < pattern->argument_count ? facts->texts[pattern->arguments[i]] : "";
    arguments->at[i] = arguments->units + (*text != '\0' ? used : length - 1);
    if (*text != '\0') u_strFromUTF8(arguments->at[i], (int32_t)(length - used), &units, text, -1, &code);
    if (U_FAILURE(code)) return FOLLOWUP_E_INTERNAL;
    if (*text != '\0') used += (size_t)units + 1;
  }
  arguments->units[length - 1] = 0;
  return FOLLOWUP_OK;
}

/* The length that it has, or would have with more room. */
static int32_t format(UMessageFormat *made, const struct facts *facts, const struct draft_pattern *pattern,
                      const struct arguments *arguments, UChar *into, int32_t room, UErrorCode *code) {
  UChar *const *at = arguments->at;
  if (pattern->counts) return umsg_format(made, into, room, code, (double)facts->counts[pattern->arguments[0]]);
  return umsg_format(made, into, room, code, at[0], at[1], at[2], at[3], at[4], at[5]);
}

static followup_status put_utf8(const struct facts *facts, const UChar *units, int32_t length, byte_array *into) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t bytes = 0, most = 3 * length + 1;
  if (!array_reserve(facts->context, into, (size_t)most)) return FOLLOWUP_E_MEMORY;
  u_strToUTF8(into->items + into->count, most, &bytes, units, length, &code);
  if (U_FAILURE(code)) return FOLLOWUP_E_INTERNAL;
  into->count += (size_t)bytes;
  return FOLLOWUP_OK;
}

static followup_status fill_with(UMessageFormat *made, const struct facts *facts, const struct draft_pattern *pattern,
                                 const struct arguments *arguments, byte_array *into) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = format(made, facts, pattern, arguments, NULL, 0, &code);
  if (code != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(code)) return FOLLOWUP_E_INTERNAL;
  if (length > INT32_MAX / 4) return FOLLOWUP_E_LIMIT;
  UChar *units = memory_take(facts->context, ((size_t)length + 1) * sizeof *units);
  if (units == NULL) return FOLLOWUP_E_MEMORY;
  code = U_ZERO_ERROR;
  length = format(made, facts, pattern, arguments, units, length + 1, &code);
  followup_status status = U_SUCCESS(code) ? put_utf8(facts, units, length, into) : FOLLOWUP_E_INTERNAL;
  memory_give(facts->context, units);
  return status;
}

static UMessageFormat *open_pattern(const struct facts *facts, const char *pattern) {
  size_t length = strlen(pattern);
  UErrorCode code = U_ZERO_ERROR;
  int32_t count = 0;
  UChar *units = memory_take(facts->context, (length + 1) * sizeof *units);
  if (units == NULL) return NULL;
  u_strFromUTF8(units, (int32_t)length + 1, &count, pattern, (int32_t)length, &code);
  UMessageFormat *made = umsg_open(units, count, "en", NULL, &code);
  memory_give(facts->context, units);
  if (U_SUCCESS(code)) return made;
  if (made != NULL) umsg_close(made);
  return NULL;
}

followup_status fill(const struct facts *facts, const struct draft_pattern *pattern, byte_array *into) {
  struct arguments arguments = {NULL, {NULL}};
  followup_status status = take_arguments(facts, pattern, &arguments);
  UMessageFormat *made = status == FOLLOWUP_OK ? open_pattern(facts, pattern->text) : NULL;
  if (status == FOLLOWUP_OK) /* the tables' patterns are good: what fails here is memory */
    status = made != NULL ? fill_with(made, facts, pattern, &arguments, into) : FOLLOWUP_E_MEMORY;
  if (made != NULL) umsg_close(made);
  memory_give(facts->context, arguments.units);
  return status;
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
