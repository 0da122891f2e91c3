#include "formats/json_members.h"

#include <string.h>

static const struct json_member *find_member(const struct json_member *members, const char *name) {
  for (; members->name != NULL; members++)
    if (strcmp(members->name, name) == 0) return members;
  return NULL;
}

/* Members as the file has them, so that the first thing wrong in it is the one reported. */
static followup_status check_present(const struct json_value *object, const struct json_member *members) {
  const char *name;
  json_t *json;
  json_object_foreach(object->json, name, json) {
    struct json_value value = {object, name, 0, json, object->error};
    const struct json_member *member = find_member(members, name);
    if (member == NULL) return value_fail(&value, FOLLOWUP_E_UNKNOWN, "unknown member");
    followup_status status = value_expect(&value, member->type);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

followup_status members_check(const struct json_value *object, const struct json_member *members) {
  followup_status status = check_present(object, members);
  for (; status == FOLLOWUP_OK && members->name != NULL; members++) {
    if (!members->required) continue;
    struct json_value value = value_of_member(object, members->name);
    if (value.json == NULL) status = value_fail(&value, FOLLOWUP_E_ARGUMENT, "is missing");
  }
  return status;
}

followup_status members_take(const struct json_value *object, const struct json_member *members, void *into) {
  followup_status status = FOLLOWUP_OK;
  for (; status == FOLLOWUP_OK && members->name != NULL; members++) {
    if (members->take == NULL) continue;
    struct json_value value = value_of_member(object, members->name);
    if (value.json != NULL) status = members->take(&value, into);
  }
  return status;
}

followup_status members_read(const struct json_value *object, const struct json_member *members, void *into) {
  followup_status status = members_check(object, members);
  return status == FOLLOWUP_OK ? members_take(object, members, into) : status;
}

followup_status members_each(const struct json_value *object, int type, value_taker take, void *into) {
  const char *name;
  json_t *json;
  json_object_foreach(object->json, name, json) {
    struct json_value value = {object, name, 0, json, object->error};
    followup_status status = value_expect(&value, type);
    if (status == FOLLOWUP_OK) status = take(&value, into);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

followup_status entries_each(const struct json_value *array, int type, value_taker take, void *into) {
  for (size_t i = 0; i < json_array_size(array->json); i++) {
    struct json_value value = value_of_entry(array, i);
    followup_status status = value_expect(&value, type);
    if (status == FOLLOWUP_OK) status = take(&value, into);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}
