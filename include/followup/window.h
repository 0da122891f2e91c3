/* Windows: from an employer's words to the instant after which one status check is right. */
#ifndef FOLLOWUP_WINDOW_H
#define FOLLOWUP_WINDOW_H

#include <followup/calendar.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What was read from a promised reply. One thread at a time. Since 0.1. */
typedef struct followup_window followup_window;

/** What the sentence promises. Numbers are never reused. Since 0.1. */
typedef enum followup_window_status {
  FOLLOWUP_WINDOW_NONE = 0,         /**< nothing usable was said */
  FOLLOWUP_WINDOW_PROMISED = 1,     /**< an end: the employer will have been in touch by then */
  FOLLOWUP_WINDOW_LOWER_BOUND = 2,  /**< only "not before": the end is of that bound's day, no promise */
  FOLLOWUP_WINDOW_CONDITIONAL = 3,  /**< only if or once something else happens */
  FOLLOWUP_WINDOW_OWN_DEADLINE = 4, /**< a date by which the candidate is to do something */
  FOLLOWUP_WINDOW_PAST = 5          /**< a time that has gone by already, or a past event */
} followup_window_status;

/** How exact the end is. Numbers are never reused. Since 0.1. */
typedef enum followup_precision {
  FOLLOWUP_PRECISION_NONE = 0,        /**< there is no end */
  FOLLOWUP_PRECISION_EXACT = 1,       /**< a day or an instant was named */
  FOLLOWUP_PRECISION_UPPER_END = 2,   /**< the later end of a range */
  FOLLOWUP_PRECISION_APPROXIMATE = 3, /**< "about", "a few", "early", "mid" */
  FOLLOWUP_PRECISION_DEFAULT = 4      /**< the policy's default, nothing was said */
} followup_precision;

/**
 * Reads a promised reply.
 *
 * words      the employer's words, UTF-8, `length` bytes or FOLLOWUP_ZERO_TERMINATED
 * reference  when they were said, Unix milliseconds UTC
 * calendar   time zone, weekend, holidays, reading of ambiguous dates
 * window     the reading; points to NULL (a new one is made, owned by the caller: followup_window_free(); the
 *            calendar's context outlives it) or to one of an earlier call, which is used again
 *
 * Several sentences are one reply: the last promise that stands counts. A zone that the words name ("3pm London time")
 * is read from the zone directory the first time, and kept by the window; a call that needs no new one allocates
 * nothing. Errors: FOLLOWUP_E_ARGUMENT (no zone set), FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT; FOLLOWUP_E_MEMORY and
 * FOLLOWUP_E_TIME_ZONE (a zone that the words name is neither there nor with ICU): a window that was used again is then
 * empty. Since 0.1.
 */
FOLLOWUP_API followup_status followup_window_read(const char *words, size_t length, int64_t reference,
                                                  const followup_calendar *calendar, followup_window **window,
                                                  followup_error *error);

/** Frees a window; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_window_free(followup_window *window);

/** What the sentence promises. Since 0.1. */
FOLLOWUP_API followup_window_status followup_window_status_of(const followup_window *window);
/** "window", "none", "lower_bound", "conditional", "own_deadline", "past"; NULL for any other number. Static. Since 0.1. */
FOLLOWUP_API const char *followup_window_status_name(followup_window_status status);
/** The end, Unix milliseconds UTC (to the second: 23:59:59 for a day), or FOLLOWUP_NO_TIME. Since 0.1. */
FOLLOWUP_API int64_t followup_window_end(const followup_window *window);
/** The end as local date-time, "2026-03-20T23:59:59", or "". Owned by the window. Since 0.1. */
FOLLOWUP_API const char *followup_window_end_local(const followup_window *window);
/** How exact it is. Since 0.1. */
FOLLOWUP_API followup_precision followup_window_precision(const followup_window *window);
/** The bytes of the words that say it; false where nothing was matched. Since 0.1. */
FOLLOWUP_API bool followup_window_span(const followup_window *window, size_t *start, size_t *end);
/** How it was read, as an expression without dates: "by weekday(friday)", "within 10 business_days". Owned by the window. Since 0.1. */
FOLLOWUP_API const char *followup_window_form(const followup_window *window);
/** How many assumptions were taken ("a few is 3", "the week starts on Monday"). Since 0.1. */
FOLLOWUP_API size_t followup_window_assumption_count(const followup_window *window);
/** One of them, in words, or NULL past the end. Static. Since 0.1. */
FOLLOWUP_API const char *followup_window_assumption(const followup_window *window, size_t index);
/** The end under the other reading, where there are two; else FOLLOWUP_NO_TIME. Since 0.1. */
FOLLOWUP_API int64_t followup_window_alternative_end(const followup_window *window);

#ifdef __cplusplus
}
#endif

#endif
