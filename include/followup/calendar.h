/* The calendar: zone, weekend, holidays, and how ambiguous dates are read. A case owns one; others stand alone. */
#ifndef FOLLOWUP_CALENDAR_H
#define FOLLOWUP_CALENDAR_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Days off and how dates are read. One thread sets it; from then on any number may read it. Since 0.1. */
typedef struct followup_calendar followup_calendar;

/** The days off of a week. Numbers are never reused. Since 0.1. */
typedef enum followup_weekend {
  FOLLOWUP_WEEKEND_OF_REGION = 0, /**< as CLDR gives it for the region; Saturday and Sunday where none is set */
  FOLLOWUP_WEEKEND_SAT_SUN = 1,   /**< Saturday and Sunday */
  FOLLOWUP_WEEKEND_FRI_SAT = 2,   /**< Friday and Saturday */
  FOLLOWUP_WEEKEND_SUN = 3,       /**< Sunday alone */
  FOLLOWUP_WEEKEND_FRI = 4,       /**< Friday alone */
  FOLLOWUP_WEEKEND_NONE = 5       /**< every day is a working day */
} followup_weekend;

/** How words that have several meanings are read: the default · the other values. Numbers are never reused. Since 0.1. */
typedef enum followup_reading {
  FOLLOWUP_READING_WEEK_START = 1,   /**< ISO weekday 1 to 7 · 0: Monday, Sunday where the weekend is Friday and Saturday */
  FOLLOWUP_READING_NEXT_WEEKDAY = 2, /**< "next Friday": 0 in the week after the reference's · 1 the first one after the reference */
  FOLLOWUP_READING_MONTH_FIRST = 3,  /**< "3/5": 0 month first in the US (the region, else the zone's country) · 1 month first · 2 day first */
  FOLLOWUP_READING_COUPLE = 4,       /**< 2 · 2 to 5 */
  FOLLOWUP_READING_FEW = 5,          /**< 3 · 2 to 7 */
  FOLLOWUP_READING_SEVERAL = 6,      /**< 5 · 3 to 10 */
  FOLLOWUP_READING_EARLY_MONTH = 7,  /**< the 10th · 1 to 15 */
  FOLLOWUP_READING_MID_MONTH = 8     /**< the 15th · 10 to 20 */
} followup_reading;

/**
 * Makes a calendar that stands alone: no zone, Saturday and Sunday off, no holidays.
 *
 * context  allocator, limits and zones, or NULL; outlives the calendar
 * made     the new calendar, owned by the caller: followup_calendar_free()
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_new(const followup_context *context, followup_calendar **made,
                                                   followup_error *error);

/** Frees a calendar that stands alone; one that a case owns is left as it is. NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_calendar_free(followup_calendar *calendar);

/*
 * Setters copy what they are given and replace what was there. On failure nothing is changed.
 */

/**
 * Sets the time zone that days are counted in.
 *
 * calendar  one that stands alone needs it; for a case's, the interview's and the candidate's zones come first
 * zone      an IANA name ("Europe/London") or a fixed offset ("+05:30"); read once, here
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8, FOLLOWUP_E_TIME_ZONE, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_set_time_zone(followup_calendar *calendar, const char *zone,
                                                             size_t length, followup_error *error);

/**
 * Sets the region: its weekend counts, and how it writes dates in numbers.
 *
 * calendar  to be changed
 * region    an ISO 3166 code of two letters ("US"), in either case
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_set_region(followup_calendar *calendar, const char *region,
                                                          size_t length, followup_error *error);

/**
 * Sets the days off of a week, in place of the region's.
 *
 * calendar  to be changed
 * weekend   FOLLOWUP_WEEKEND_OF_REGION takes it back
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UNKNOWN. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_set_weekend(followup_calendar *calendar, followup_weekend weekend,
                                                           followup_error *error);

/**
 * Sets how words that have several meanings are read.
 *
 * calendar  to be changed
 * reading   which words
 * value     as listed there
 *
 * Errors: FOLLOWUP_E_ARGUMENT (a value out of range), FOLLOWUP_E_UNKNOWN. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_set_reading(followup_calendar *calendar, followup_reading reading,
                                                           int value, followup_error *error);

/**
 * Adds a day off; the same day twice counts once.
 *
 * calendar  to be changed
 * date      YYYY-MM-DD, a date that exists
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_add_holiday(followup_calendar *calendar, const char *date, size_t length,
                                                           followup_error *error);

/**
 * Counts business days: weekend and holidays are passed over.
 *
 * calendar  with a time zone; any thread
 * instant   Unix milliseconds UTC; its local date is day 0, whatever day that is
 * days      1 to 10000
 * end       23:59:59 local on the last of them, Unix milliseconds UTC
 *
 * Errors: FOLLOWUP_E_ARGUMENT (no zone, days out of range). Since 0.1.
 */
FOLLOWUP_API followup_status followup_business_days_after(const followup_calendar *calendar, int64_t instant, int days,
                                                          int64_t *end, followup_error *error);

/**
 * Tells the instant at which clocks in the calendar's zone show a local date-time.
 *
 * calendar  with a time zone; any thread
 * local     "2026-03-05T15:30" or "2026-03-05T15:30:00", a space may stand for the T; no offset
 * instant   Unix milliseconds UTC; of two the later, the first after the gap where a change skips it
 *
 * Errors: FOLLOWUP_E_ARGUMENT (no zone, no such date-time), FOLLOWUP_E_UTF8. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_instant(const followup_calendar *calendar, const char *local,
                                                       size_t length, int64_t *instant, followup_error *error);

/**
 * Whether a local date is neither weekend nor holiday.
 *
 * calendar  with a time zone, else false; any thread
 * instant   Unix milliseconds UTC, of that date
 *
 * Since 0.1.
 */
FOLLOWUP_API bool followup_is_business_day(const followup_calendar *calendar, int64_t instant);

#ifdef __cplusplus
}
#endif

#endif
