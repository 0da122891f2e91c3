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

followup_status window_add_zone(struct followup_window *window) {
  const char *name = window_zone_names[window->unread_zone];
  struct time_zone *zone;
  if (!array_reserve(window->context, &window->zones, 1)) return FOLLOWUP_E_MEMORY;
  followup_status status = time_zone_read(window->context, "zone", name, strlen(name), &zone, NULL);
  if (status == FOLLOWUP_OK) window->zones.items[window->zones.count++] = zone;
  return status;
}

/* Reads, and once more where the words name a zone that was not read before. */
static followup_status read_words(struct followup_window *window, const char *words, size_t length, int64_t reference,
                                  const followup_calendar *calendar) {
  window_read(window, words, length, reference, calendar, calendar->zone);
  if (window->unread_zone < 0) return FOLLOWUP_OK;
  followup_status status = window_add_zone(window);
  if (status == FOLLOWUP_E_TIME_ZONE) return FOLLOWUP_OK; /* an assumption tells it */
  if (status == FOLLOWUP_OK) window_read(window, words, length, reference, calendar, calendar->zone);
  return status;
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
  status = read_words(used, words, length, reference, calendar);
  if (status != FOLLOWUP_OK) {
    window_empty(used);
    if (*window == NULL) followup_window_free(used);
    return error_at(error, status, "words", FOLLOWUP_NOWHERE, NULL);
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
