/* From what happened to when something is due: spans, business days, the window of a status check. */
#ifndef FOLLOWUP_RULES_DEADLINES_H
#define FOLLOWUP_RULES_DEADLINES_H

#include <followup/window.h>

#include "rules/history.h"

/* Zones; never NULL: where nobody named one, UTC. */

const struct time_zone *zone_of_interview(const followup_interview *interview);
/* The candidate's. */
const struct time_zone *zone_of_case(const followup_case *of);
/* That of the last interview that had ended, else the candidate's: where spans of days are counted. */
const struct time_zone *zone_of_days(const followup_case *of, int64_t at);
/* Where a person is: the zone of the latest interview with them, else the candidate's. `person` may be NULL. */
const struct time_zone *zone_of_person(const struct history *history, const struct mailbox *person, int64_t at);

struct deadline {
  int64_t due;
  bool rolled; /* moved to the next business day, where the policy wants that */
};

/* Hours after something happened, by a number of the policy. */
struct deadline deadline_in_hours(const followup_case *of, const followup_policy *policy, followup_number hours,
                                  int64_t anchor, const struct time_zone *zone);
/* The same local time some days later. */
int64_t deadline_in_days(const struct time_zone *zone, int64_t anchor, int days);

/* How a window came to its end. */
enum window_source {
  WINDOW_WORDS,     /* the employer's words */
  WINDOW_INSTANT,   /* given as an instant */
  WINDOW_DEFAULT,   /* nothing usable was said: business days */
  WINDOW_NOT_BEFORE /* only "not before": later than those business days */
};

/* When a status check is right. */
struct status_window {
  const followup_interview *interview; /* the last that had ended; NULL: there is no window */
  const followup_event *promise;       /* the later word that counts, or NULL: the interview's own */
  const struct model_text *words;      /* what was said, or NULL */
  const struct time_zone *zone;
  enum window_source source;
  int64_t anchor; /* what it counts from */
  int64_t opens;
};

/*
 * The window in force at an instant. `reading` is NULL or of an earlier call; the caller frees it, and it says how the
 * words were read. Errors: FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL.
 */
followup_status find_status_window(const struct history *history, const followup_policy *policy, int64_t at,
                                   followup_window **reading, struct status_window *found);

/* The same, but that where nothing was promised `source` is WINDOW_DEFAULT and `opens` is left out. */
followup_status find_promised_window(const struct history *history, const followup_policy *policy, int64_t at,
                                     followup_window **reading, struct status_window *found);

/* The end of the Nth business day after an instant. */
int64_t business_days_after(const followup_case *of, const struct time_zone *zone, int64_t instant, int days);

#endif
