#include "formats/json_value.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "formats/instant.h"

/* Longer than an error keeps, so that the error cuts it where a character ends. */
enum { PLACE_SIZE = 512, REASON_SIZE = 512, QUOTED_BYTES = 60 };

struct json_value value_of_document(json_t *json, followup_error *error) {
  return (struct json_value){NULL, NULL, 0, json, error};
}

struct json_value value_of_member(const struct json_value *object, const char *name) {
  return (struct json_value){object, name, 0, json_object_get(object->json, name), object->error};
}

struct json_value value_of_entry(const struct json_value *array, size_t index) {
  return (struct json_value){array, NULL, index, json_array_get(array->json, index), array->error};
}

static bool is_plain_name(const char *name) {
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  return *name != '\0' && name[strspn(name, plain)] == '\0';
}

/* Writes the place of `at` into PLACE_SIZE bytes and returns its length. */
// NOLINTNEXTLINE(misc-no-recursion): as deep as a case file is nested, which is five
static size_t write_place(const struct json_value *at, char *into) {
  if (at->parent == NULL) {
    into[0] = '\0';
    return 0;
  }
  size_t used = write_place(at->parent, into), room = PLACE_SIZE - used;
  int added = 0;
  if (at->name == NULL)
    added = snprintf(into + used, room, "[%zu]", at->index);
  else if (is_plain_name(at->name))
    added = snprintf(into + used, room, used > 0 ? ".%s" : "%s", at->name);
  else
    added = snprintf(into + used, room, "[\"%.*s\"]", PLACE_SIZE, at->name);
  return (size_t)added < room ? used + (size_t)added : PLACE_SIZE - 1;
}

void mask_controls(char *text) {
  for (; *text != '\0'; text++)
    if ((unsigned char)*text < ' ' || *text == 0x7F) *text = '?';
}

static followup_status fail_at(const struct json_value *at, followup_status status, size_t offset, const char *reason) {
  char place[PLACE_SIZE];
  write_place(at, place);
  mask_controls(place);
  return followup_error_set(at->error, status, place, offset, FOLLOWUP_NOWHERE, reason);
}

followup_status value_fail(const struct json_value *at, followup_status status, const char *reason) {
  return fail_at(at, status, FOLLOWUP_NOWHERE, reason);
}

/* How much of a text is shown: all of it, or what comes before the character that would be too much. */
static int quoted_length(const char *text, size_t length) {
  if (length <= QUOTED_BYTES) return (int)length;
  length = QUOTED_BYTES;
  while (((unsigned char)text[length] & 0xC0) == 0x80) length--;
  return (int)length;
}

followup_status value_fail_quoting(const struct json_value *at, followup_status status, const char *reason) {
  const char *text = json_string_value(at->json);
  size_t length = json_string_length(at->json);
  int shown = quoted_length(text, length);
  char words[REASON_SIZE];
  snprintf(words, sizeof words, "\"%.*s%s\" %s", shown, text, (size_t)shown < length ? "…" : "", reason);
  mask_controls(words);
  return fail_at(at, status, FOLLOWUP_NOWHERE, words);
}

followup_status value_settle(const struct json_value *at, followup_status status) {
  if (status == FOLLOWUP_OK || at->error == NULL) return status;
  char reason[REASON_SIZE];
  snprintf(reason, sizeof reason, "%s", followup_error_reason(at->error));
  return fail_at(at, status, followup_error_offset(at->error), reason);
}

static const char *type_in_words(int type) {
  switch (type) {
    case JSON_OBJECT: return "an object";
    case JSON_ARRAY: return "an array";
    case JSON_STRING: return "text";
    case JSON_INTEGER: return "a whole number";
    case JSON_REAL: return "a number with a fraction";
    case JSON_TRUE: return "true";
    case JSON_FALSE: return "false";
    default: return "null";
  }
}

followup_status value_expect(const struct json_value *value, int type) {
  int is = json_typeof(value->json);
  if (type == ANY_TYPE || is == type) return FOLLOWUP_OK;
  bool any_number = type != JSON_INTEGER && (is == JSON_INTEGER || is == JSON_REAL);
  char reason[REASON_SIZE];
  snprintf(reason, sizeof reason, "must be %s, is %s", type_in_words(type),
           any_number ? "a number" : type_in_words(is));
  return value_fail(value, FOLLOWUP_E_ARGUMENT, reason);
}

followup_status value_instant(const struct json_value *value, int64_t *instant) {
  const char *wrong = rfc3339_read(json_string_value(value->json), json_string_length(value->json), instant);
  return wrong == NULL ? FOLLOWUP_OK : value_fail_quoting(value, FOLLOWUP_E_ARGUMENT, wrong);
}
