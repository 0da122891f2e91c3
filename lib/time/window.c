/* The public door to windows. */
#include "time/window.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

struct followup_window *window_new(const followup_context *context) {
  struct followup_window *window = memory_take_zeroed(context, sizeof *window);
  if (window != NULL) window->context = context;
  return window;
}

void followup_window_free(followup_window *window) {
  if (window == NULL) return;
  for (size_t i = 0; i < window->zones.count; i++) time_zone_free(window->context, window->zones.items[i]);
  array_free(window->context, &window->zones);
  memory_give(window->context, window);
}

static followup_status add_zone(struct followup_window *window, unsigned place, followup_error *error) {
  const char *name = window_zone_names[place];
  struct time_zone *zone;
  if (!array_reserve(window->context, &window->zones, 1)) return error_memory(error);
  followup_status status = time_zone_read(window->context, "words", name, strlen(name), &zone, error);
  if (status == FOLLOWUP_OK) window->zones.items[window->zones.count++] = zone;
  return status;
}

static void read_with_own_zones(struct followup_window *window, const char *words, size_t length, int64_t reference,
                                const followup_calendar *calendar) {
  struct known_zones zones = {(const struct time_zone *const *)window->zones.items, window->zones.count};
  window_read(window, words, length, reference, calendar, calendar->zone, zones);
}

/* Reads, and once more where the words name zones that were not read before. */
static followup_status read_words(struct followup_window *window, const char *words, size_t length, int64_t reference,
                                  const followup_calendar *calendar, followup_error *error) {
  read_with_own_zones(window, words, length, reference, calendar);
  uint64_t missing = window->missing_zones;
  if (missing == 0) return FOLLOWUP_OK;
  for (unsigned place = 0; place < window_zone_count; place++) {
    if (!(missing >> place & 1)) continue;
    followup_status status = add_zone(window, place, error);
    if (status != FOLLOWUP_OK) return status;
  }
  read_with_own_zones(window, words, length, reference, calendar);
  return FOLLOWUP_OK;
}

static followup_status check(const char *words, size_t *length, int64_t reference, const followup_calendar *calendar,
                             followup_window *const *window, followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  if (window == NULL) return error_argument(error, "window", "is NULL");
  followup_status status = text_accept(calendar->context, "words", words, length, error);
  if (status != FOLLOWUP_OK) return status;
  if (calendar->zone == NULL) return error_argument(error, "calendar.time_zone", "is not set");
  if (reference == FOLLOWUP_NO_TIME) return error_argument(error, "reference", "is not a time");
  return FOLLOWUP_OK;
}

followup_status followup_window_read(const char *words, size_t length, int64_t reference,
                                     const followup_calendar *calendar, followup_window **window,
                                     followup_error *error) {
  followup_status status = check(words, &length, reference, calendar, window, error);
  if (status != FOLLOWUP_OK) return status;
  followup_window *used = *window != NULL ? *window : window_new(calendar->context);
  if (used == NULL) return error_memory(error);
  status = read_words(used, words, length, reference, calendar, error);
  if (status != FOLLOWUP_OK) {
    window_empty(used);
    if (*window == NULL) followup_window_free(used);
    return status;
  }
  *window = used;
  return FOLLOWUP_OK;
}

followup_window_status followup_window_status_of(const followup_window *window) {
  return window != NULL ? window->status : FOLLOWUP_WINDOW_NONE;
}

const char *followup_window_status_name(followup_window_status status) {
  switch (status) {
    case FOLLOWUP_WINDOW_NONE: return "none";
    case FOLLOWUP_WINDOW_PROMISED: return "window";
    case FOLLOWUP_WINDOW_LOWER_BOUND: return "lower_bound";
    case FOLLOWUP_WINDOW_CONDITIONAL: return "conditional";
    case FOLLOWUP_WINDOW_OWN_DEADLINE: return "own_deadline";
    case FOLLOWUP_WINDOW_PAST: return "past";
  }
  return NULL;
}

int64_t followup_window_end(const followup_window *window) { return window != NULL ? window->end : FOLLOWUP_NO_TIME; }

const char *followup_window_end_local(const followup_window *window) { return window != NULL ? window->local : ""; }

followup_precision followup_window_precision(const followup_window *window) {
  return window != NULL ? window->precision : FOLLOWUP_PRECISION_NONE;
}

bool followup_window_span(const followup_window *window, size_t *start, size_t *end) {
  if (window == NULL || !window->has_span) return false;
  if (start != NULL) *start = window->start_byte;
  if (end != NULL) *end = window->end_byte;
  return true;
}

const char *followup_window_form(const followup_window *window) { return window != NULL ? window->form : ""; }

size_t followup_window_assumption_count(const followup_window *window) {
  return window != NULL ? window->assumption_count : 0;
}

const char *followup_window_assumption(const followup_window *window, size_t index) {
  return window != NULL && index < window->assumption_count ? window->assumptions[index] : NULL;
}

int64_t followup_window_alternative_end(const followup_window *window) {
  return window != NULL ? window->alternative : FOLLOWUP_NO_TIME;
}
