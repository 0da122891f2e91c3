/* What members an object may have: a table, walked by one pair of functions for every object of every file. */
#ifndef FOLLOWUP_FORMATS_JSON_MEMBERS_H
#define FOLLOWUP_FORMATS_JSON_MEMBERS_H

#include "formats/json_value.h"

/* Takes a value of the right type into a handle. */
typedef followup_status (*value_taker)(const struct json_value *value, void *into);

/* A row of a table; a table ends with a row without a name. */
struct json_member {
  const char *name;
  int type; /* of Jansson, or ANY_TYPE */
  bool required;
  value_taker take; /* NULL: whoever reads the object takes it, or nobody does */
};

/* Whether every member is known and of its type, and none that is required is missing. */
followup_status members_check(const struct json_value *object, const struct json_member *members);
/* Takes the members of an object that was checked, in the order of the table. */
followup_status members_take(const struct json_value *object, const struct json_member *members, void *into);
/* Both. */
followup_status members_read(const struct json_value *object, const struct json_member *members, void *into);

/* Takes every member of an object whose names are not fixed. */
followup_status members_each(const struct json_value *object, int type, value_taker take, void *into);
/* Takes every entry of an array. */
followup_status entries_each(const struct json_value *array, int type, value_taker take, void *into);

/* Defines `name`, a taker that hands a text to a setter of the core. */
#define TAKES_TEXT(name, setter)                                                                                      \
  static followup_status name(const struct json_value *value, void *into) {                                           \
    return value_settle(value,                                                                                        \
                        setter(into, json_string_value(value->json), json_string_length(value->json), value->error)); \
  }

/* Defines `name`, a taker that hands each text of an array to a taker of one. */
#define TAKES_TEXTS(name, taker)                                            \
  static followup_status name(const struct json_value *value, void *into) { \
    return entries_each(value, JSON_STRING, taker, into);                   \
  }

/* Defines `name`, a taker of an object with the members of a table. */
#define TAKES_OBJECT(name, members) \
  static followup_status name(const struct json_value *value, void *into) { return members_read(value, members, into); }

#endif
