#include <limits.h>
#include <string.h>

#include <followup-formats.h>

#include "formats/json_members.h"

TAKES_TEXT(take_region, followup_policy_use_region)

static followup_status read_rule(const struct json_value *at, const char *name, size_t length, followup_rule *rule) {
  *rule = followup_rule_from_name(name, length);
  return *rule != FOLLOWUP_RULE_NONE ? FOLLOWUP_OK : value_fail(at, FOLLOWUP_E_UNKNOWN, "no such rule");
}

/* Levels: {"off-hours": "note"}. */

static followup_status take_level(const struct json_value *value, void *into) {
  followup_rule rule;
  followup_level level;
  followup_status status = read_rule(value, value->name, strlen(value->name), &rule);
  if (status != FOLLOWUP_OK) return status;
  if (!followup_level_from_name(json_string_value(value->json), json_string_length(value->json), &level))
    return value_fail_quoting(value, FOLLOWUP_E_UNKNOWN, "is no level: off, note, warning or error");
  return value_settle(value, followup_policy_set_level(into, rule, level, value->error));
}

static followup_status take_levels(const struct json_value *value, void *into) {
  return members_each(value, JSON_STRING, take_level, into);
}

/* Numbers: {"thank_you_hours": 48}. */

static followup_status read_int(const struct json_value *value, int *number) {
  json_int_t read = json_integer_value(value->json);
  if (read < INT_MIN || read > INT_MAX) return value_fail(value, FOLLOWUP_E_ARGUMENT, "is out of range");
  *number = (int)read;
  return FOLLOWUP_OK;
}

static followup_status take_number(const struct json_value *value, void *into) {
  followup_number number;
  int given = 0;
  if (!followup_number_from_name(value->name, strlen(value->name), &number))
    return value_fail(value, FOLLOWUP_E_UNKNOWN, "no such number");
  followup_status status = read_int(value, &given);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(value, followup_policy_set_number(into, number, given, value->error));
}

static followup_status take_numbers(const struct json_value *value, void *into) {
  return members_each(value, JSON_INTEGER, take_number, into);
}

/* Sentence ranges: {"thank_you": [3, 6]}. */

static followup_status read_bound(const struct json_value *range, size_t index, int *bound) {
  struct json_value value = value_of_entry(range, index);
  followup_status status = value_expect(&value, JSON_INTEGER);
  return status == FOLLOWUP_OK ? read_int(&value, bound) : status;
}

static followup_status take_range(const struct json_value *value, void *into) {
  int least = 0, most = 0;
  followup_kind kind = followup_kind_from_name(value->name, strlen(value->name));
  if (kind == FOLLOWUP_KIND_UNKNOWN) return value_fail(value, FOLLOWUP_E_UNKNOWN, "no such kind of message");
  if (json_array_size(value->json) != 2)
    return value_fail(value, FOLLOWUP_E_ARGUMENT, "must be two numbers, the least and the most");
  followup_status status = read_bound(value, 0, &least);
  if (status == FOLLOWUP_OK) status = read_bound(value, 1, &most);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(value, followup_policy_set_sentences(into, kind, least, most, value->error));
}

static followup_status take_sentences(const struct json_value *value, void *into) {
  return members_each(value, JSON_ARRAY, take_range, into);
}

/* Findings to keep out. */

static const struct json_member recipient_members[] = {
    {"address", JSON_STRING, true, NULL},
    {"rule", JSON_STRING, false, NULL},
    {NULL, 0, false, NULL},
};

static followup_status take_recipient(const struct json_value *value, void *into) {
  followup_rule rule = FOLLOWUP_RULE_NONE;
  followup_status status = members_check(value, recipient_members);
  if (status != FOLLOWUP_OK) return status;
  struct json_value address = value_of_member(value, "address"), name = value_of_member(value, "rule");
  if (name.json != NULL) status = read_rule(&name, json_string_value(name.json), json_string_length(name.json), &rule);
  if (status != FOLLOWUP_OK) return status;
  return value_settle(&address, followup_policy_suppress_recipient(into, rule, json_string_value(address.json),
                                                                   json_string_length(address.json), address.error));
}

static followup_status take_recipients(const struct json_value *value, void *into) {
  return entries_each(value, JSON_OBJECT, take_recipient, into);
}

enum { FINGERPRINT_DIGITS = 16 };

static int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

static bool read_fingerprint(const char *digits, size_t length, uint64_t *fingerprint) {
  if (length != FINGERPRINT_DIGITS) return false;
  *fingerprint = 0;
  for (size_t i = 0; i < length; i++) {
    int digit = hex_digit(digits[i]);
    if (digit < 0) return false;
    *fingerprint = *fingerprint << 4 | (uint64_t)digit;
  }
  return true;
}

static followup_status take_fingerprint(const struct json_value *value, void *into) {
  uint64_t fingerprint;
  if (!read_fingerprint(json_string_value(value->json), json_string_length(value->json), &fingerprint))
    return value_fail_quoting(value, FOLLOWUP_E_ARGUMENT, "is no fingerprint of 16 hexadecimal digits");
  return value_settle(value, followup_policy_suppress_fingerprint(into, fingerprint, value->error));
}

TAKES_TEXTS(take_fingerprints, take_fingerprint)

static const struct json_member suppress_members[] = {
    {"recipients", JSON_ARRAY, false, take_recipients},
    {"fingerprints", JSON_ARRAY, false, take_fingerprints},
    {NULL, 0, false, NULL},
};

TAKES_OBJECT(take_suppressions, suppress_members)

/* The order is the order of taking: a region sets numbers, which the file's own then change. */
static const struct json_member policy_members[] = {
    {"region", JSON_STRING, false, take_region},         {"rules", JSON_OBJECT, false, take_levels},
    {"numbers", JSON_OBJECT, false, take_numbers},       {"sentences", JSON_OBJECT, false, take_sentences},
    {"suppress", JSON_OBJECT, false, take_suppressions}, {NULL, 0, false, NULL},
};

followup_status followup_formats_read_policy(followup_policy *policy, const char *json, size_t length,
                                             followup_error *error) {
  json_t *document = NULL;
  if (policy == NULL)
    return followup_error_set(error, FOLLOWUP_E_ARGUMENT, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, "no policy");
  followup_status status = document_parse(json, length, &document, error);
  if (status != FOLLOWUP_OK) return status;
  struct json_value root = value_of_document(document, error);
  status = value_expect(&root, JSON_OBJECT);
  if (status == FOLLOWUP_OK) status = members_read(&root, policy_members, policy);
  json_decref(document);
  return status;
}
