/* A case file. What it says does not depend on how its JSON is written, nor on the form of its texts. */
#include "fuzz/cases.h"

#include <followup-formats.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static bool read(const char *json, size_t length, struct fuzz_opinion *opinion) {
  followup_case *of = NULL;
  int64_t now = FOLLOWUP_NO_TIME;
  if (followup_formats_read_case(NULL, json, length, &of, &now, NULL) != FOLLOWUP_OK) {
    MUST(of == NULL && now == FOLLOWUP_NO_TIME);
    return false;
  }
  *opinion = fuzz_judge_case(of, now);
  return true;
}

static json_t *changed(const json_t *value, fuzz_form form);

static json_t *changed_object(const json_t *value, fuzz_form form) {
  json_t *made = json_object();
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)value, name, member) json_object_set_new(made, name, changed(member, form));
  return made;
}

static json_t *changed_array(const json_t *value, fuzz_form form) {
  json_t *made = json_array();
  for (size_t i = 0; i < json_array_size(value); i++)
    json_array_append_new(made, changed(json_array_get(value, i), form));
  return made;
}

static json_t *changed_string(const json_t *value, fuzz_form form) {
  struct fuzz_text text = form(json_string_value(value), json_string_length(value));
  json_t *made = json_stringn(text.bytes, text.length);
  free(text.bytes);
  return made;
}

/* A copy whose strings are in the form. */
static json_t *changed(const json_t *value, fuzz_form form) {
  if (json_is_object(value)) return changed_object(value, form);
  if (json_is_array(value)) return changed_array(value, form);
  return json_is_string(value) ? changed_string(value, form) : json_deep_copy(value);
}

/* Reads what Jansson writes of the value. */
static bool read_again(json_t *value, size_t flags, struct fuzz_opinion *opinion) {
  char *json = json_dumps(value, flags);
  MUST(json != NULL);
  bool good = read(json, strlen(json), opinion);
  free(json);
  json_decref(value);
  return good;
}

static void check_writings(const struct fuzz_opinion *opinion, const json_t *value) {
  struct fuzz_opinion again;
  MUST(read_again(json_deep_copy(value), JSON_SORT_KEYS | JSON_ENSURE_ASCII | JSON_INDENT(1), &again));
  fuzz_check_same_opinions(opinion, &again, fuzz_copy);
  fuzz_opinion_free(&again);
}

/* Where one form is refused, for an address that is none or a limit, so is the other. */
static void check_forms(const json_t *value, fuzz_form one_form, fuzz_form other_form, fuzz_form common) {
  struct fuzz_opinion one, other;
  bool good = read_again(changed(value, one_form), JSON_COMPACT, &one);
  MUST(read_again(changed(value, other_form), JSON_COMPACT, &other) == good);
  if (!good) return;
  fuzz_check_same_opinions(&one, &other, common);
  fuzz_opinion_free(&one);
  fuzz_opinion_free(&other);
}

static struct fuzz_text with_returns(const char *bytes, size_t length) {
  struct fuzz_text plain = fuzz_without_returns(bytes, length), made = fuzz_with_returns(plain.bytes, plain.length);
  free(plain.bytes);
  return made;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  struct fuzz_opinion opinion;
  const char *json = (const char *)bytes;
  if (!read(json, size, &opinion)) return 0;
  size_t skipped = size > 3 && memcmp(json, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  json_t *value = json_loadb(json + skipped, size - skipped, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
  MUST(value != NULL);
  fuzz_check_further(&opinion);
  fuzz_check_written(opinion.report);
  check_writings(&opinion, value);
  bool escaped = memchr(json, '\\', size) != NULL;
  if (escaped || !fuzz_is_ascii(json, size)) check_forms(value, fuzz_nfc, fuzz_nfd, fuzz_nfc);
  if (escaped) check_forms(value, fuzz_without_returns, with_returns, fuzz_without_returns);
  fuzz_opinion_free(&opinion);
  json_decref(value);
  return 0;
}
