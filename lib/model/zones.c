#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "model/build.h"
#include "time/window.h"

static const struct time_zone *find(const struct followup_case *of, const char *name) {
  for (size_t i = 0; i < of->zones.count; i++)
    if (strcmp(time_zone_name(of->zones.items[i]), name) == 0) return of->zones.items[i];
  return NULL;
}

static followup_status find_or_read(struct followup_case *of, const char *member, const char *name,
                                    const struct time_zone **zone, followup_error *error) {
  *zone = find(of, name);
  if (*zone != NULL) return FOLLOWUP_OK;
  if (!array_reserve(of->context, &of->zones, 1)) return error_memory(error);
  struct time_zone *read;
  followup_status status = time_zone_read(of->context, member, name, strlen(name), &read, error);
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
  status = find_or_read(of, "time_zone", id.bytes, &zone, error);
  if (status != FOLLOWUP_OK) {
    model_text_free(of->context, &id);
    return status;
  }
  model_text_free(of->context, &choice->id);
  *choice = (struct zone_choice){id, zone};
  return FOLLOWUP_OK;
}

static followup_status read_zones_named(struct followup_case *of, const struct model_text *words,
                                        followup_error *error) {
  struct followup_window *window = window_new(of->context);
  if (window == NULL) return error_memory(error);
  uint64_t named = window_zones_named(window, words->bytes, words->length);
  followup_window_free(window);
  for (unsigned place = 0; place < window_zone_count; place++) {
    const struct time_zone *zone;
    if (!(named >> place & 1)) continue;
    followup_status status = find_or_read(of, "promised_reply", window_zone_names[place], &zone, error);
    if (status != FOLLOWUP_OK) return status;
  }
  return FOLLOWUP_OK;
}

followup_status promise_set(struct followup_case *of, struct model_text *promise, const char *words, size_t length,
                            followup_error *error) {
  struct model_text copied;
  followup_status status = model_text_copy(of->context, "promised_reply", words, length, &copied, error);
  if (status != FOLLOWUP_OK) return status;
  status = read_zones_named(of, &copied, error);
  if (status != FOLLOWUP_OK) {
    model_text_free(of->context, &copied);
    return status;
  }
  model_text_free(of->context, promise);
  *promise = copied;
  return FOLLOWUP_OK;
}
