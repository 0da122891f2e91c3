/* A promised reply, read: what rules and the plan ask without going through the public door. */
#ifndef FOLLOWUP_TIME_WINDOW_H
#define FOLLOWUP_TIME_WINDOW_H

#include <followup/window.h>

#include "time/window_clause.h"
#include "time/window_resolve.h"

struct followup_window {
  const followup_context *context;
  followup_window_status status;
  followup_precision precision;
  int64_t end, alternative; /* milliseconds, or FOLLOWUP_NO_TIME */
  size_t start_byte, end_byte;
  bool has_span;
  char form[FORM_LONGEST];
  char local[24];
  const char *assumptions[ASSUMPTION_COUNT];
  size_t assumption_count;
  uint64_t missing_zones; /* bits by place in window_zone_names: named, and not among those known */

  ARRAY(struct time_zone *) zones; /* those that sentences named so far */

  /* Room for the sentence that is read. */
  struct sentence sentence;
  struct expressions expressions;
  struct clauses clauses;
};

/* A window that holds nothing yet; NULL when there is no memory. */
struct followup_window *window_new(const followup_context *context);

/*
 * Reads valid UTF-8: no allocation, no file. `zone` is where days are counted. A zone that the words name must be among
 * `zones`; what is read is no answer where `missing_zones` tells that one was not.
 */
void window_read(struct followup_window *window, const char *words, size_t length, int64_t reference,
                 const struct followup_calendar *calendar, const struct time_zone *zone, struct known_zones zones);

/* The zones that the words name, bits as in `missing_zones`; the window only lends its room. */
uint64_t window_zones_named(struct followup_window *window, const char *words, size_t length);

/* Takes back what was read. */
void window_empty(struct followup_window *window);

#endif
