/*
 * A JSON document that was read, and failures that name the place in it: "interviews[0].panel[1].email".
 *
 * Names begin with `document`, `value` or `members`, as Jansson owns `json`.
 */
#ifndef FOLLOWUP_FORMATS_JSON_VALUE_H
#define FOLLOWUP_FORMATS_JSON_VALUE_H

#include <jansson.h>

#include <followup/status.h>

/* A value and where it stands. Each lives on the stack of the function that walks its parent. */
struct json_value {
  const struct json_value *parent; /* NULL: the document itself */
  const char *name;                /* of a member; NULL: an entry of an array */
  size_t index;                    /* of an entry */
  json_t *json;                    /* borrowed */
  followup_error *error;           /* or NULL */
};

/* Parses one document of any type. The root is owned by the caller: json_decref(). */
followup_status document_parse(const char *text, size_t length, json_t **made, followup_error *error);

struct json_value value_of_document(json_t *json, followup_error *error);
struct json_value value_of_member(const struct json_value *object, const char *name);
struct json_value value_of_entry(const struct json_value *array, size_t index);

/* Puts a ? for each control character: an error is one line, whatever the file holds. */
void mask_controls(char *text);

/* Each of these returns the status, so that a caller can return it. */

/* Reports a failure at the place of a value. */
followup_status value_fail(const struct json_value *at, followup_status status, const char *reason);
/* The same, where `"text"` (cut when long) comes before the reason. */
followup_status value_fail_quoting(const struct json_value *at, followup_status status, const char *reason);
/* Gives what a setter of the core reported the place of the value that it was given. */
followup_status value_settle(const struct json_value *at, followup_status status);

/* Holds a value against a Jansson type, or ANY_TYPE. */
enum { ANY_TYPE = -1 };
followup_status value_expect(const struct json_value *value, int type);

/* Reads a text as an RFC 3339 instant. */
followup_status value_instant(const struct json_value *value, int64_t *instant);

#endif
