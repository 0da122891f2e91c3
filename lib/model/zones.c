#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "model/build.h"
#include "time/zone.h"

static const struct time_zone *find(const struct followup_case *of, const struct model_text *id) {
  for (size_t i = 0; i < of->zones.count; i++)
    if (strcmp(time_zone_name(of->zones.items[i]), id->bytes) == 0) return of->zones.items[i];
  return NULL;
}

static followup_status find_or_read(struct followup_case *of, const struct model_text *id,
                                    const struct time_zone **zone, followup_error *error) {
  *zone = find(of, id);
  if (*zone != NULL) return FOLLOWUP_OK;
  if (!array_reserve(of->context, &of->zones, 1)) return error_memory(error);
  struct time_zone *read;
  followup_status status = time_zone_read(of->context, "time_zone", id->bytes, id->length, &read, error);
  if (status != FOLLOWUP_OK) return status;
  of->zones.items[of->zones.count++] = read;
  *zone = read;
  return FOLLOWUP_OK;
}

followup_status zone_choice_set(struct followup_case *of, struct zone_choice *choice, const char *name, size_t length,
                                followup_error *error) {
  struct model_text id;
  const struct time_zone *zone;
  followup_status status = model_text_copy(of->context, "time_zone", name, length, &id, error);
  if (status != FOLLOWUP_OK) return status;
  status = find_or_read(of, &id, &zone, error);
  if (status != FOLLOWUP_OK) {
    model_text_free(of->context, &id);
    return status;
  }
  model_text_free(of->context, &choice->id);
  *choice = (struct zone_choice){id, zone};
  return FOLLOWUP_OK;
}
