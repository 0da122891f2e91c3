/* ICU opens and asks its calendar here only, while a zone is read: what it says goes into the same table as a file. */
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "time/zone.h"
#include "time/zone_table.h"

enum { LONGEST_ID = 64, MOST_CHANGES = 4096 };

static const double FIRST_INSTANT = 0;
static const double MONTH = 30 * 86400.0 * 1000;
static const double LAST_INSTANT = 4133980800.0 * 1000; /* the end of 2100 */

/* Short names that IANA has; ICU's others ("IST", "CST") mean several zones. */
static bool is_own_short_name(const char *name) {
  static const char *const known[] = {"CET", "EET", "EST", "GMT", "HST", "MET", "MST",
                                      "PRC", "ROC", "ROK", "UCT", "UTC", "WET"};
  if (strlen(name) != 3) return true;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (strcmp(known[i], name) == 0) return true;
  return false;
}

/* ICU gives its unknown zone for a name that it does not know, and when it runs out of memory, without an error. */
static bool has_id(const UCalendar *calendar, const UChar *id, int32_t length) {
  static const UChar unknown[] = {'E', 't', 'c', '/', 'U', 'n', 'k', 'n', 'o', 'w', 'n', 0};
  UChar got[LONGEST_ID + 1];
  UErrorCode failure = U_ZERO_ERROR;
  int32_t got_length = ucal_getTimeZoneID(calendar, got, LONGEST_ID + 1, &failure);
  if (U_FAILURE(failure) || got_length != length) return false;
  return u_memcmp(got, id, length) == 0 && u_strcmp(got, unknown) != 0;
}

static int32_t read_offset(UCalendar *calendar, UDate at, UErrorCode *failure) {
  ucal_setMillis(calendar, at, failure);
  int32_t standard = ucal_get(calendar, UCAL_ZONE_OFFSET, failure);
  int32_t summer = ucal_get(calendar, UCAL_DST_OFFSET, failure);
  return (standard + summer) / 1000;
}

static int32_t last_offset(const struct time_zone *zone) {
  return zone->changes.count > 0 ? zone->changes.items[zone->changes.count - 1].offset : zone->first_offset;
}

static bool keep_change(const followup_context *context, struct time_zone *zone, UDate at, int32_t offset) {
  if (offset == last_offset(zone)) return true;
  if (!array_reserve(context, &zone->changes, 1)) return false;
  zone->changes.items[zone->changes.count++] = (struct zone_change){(int64_t)at / 1000, offset};
  return true;
}

static followup_status to_status(UErrorCode failure) {
  if (failure == U_MEMORY_ALLOCATION_ERROR) return FOLLOWUP_E_MEMORY;
  return U_FAILURE(failure) ? FOLLOWUP_E_INTERNAL : FOLLOWUP_OK;
}

static followup_status sample(const followup_context *context, UCalendar *calendar, struct time_zone *zone) {
  UErrorCode failure = U_ZERO_ERROR;
  zone->first_offset = read_offset(calendar, FIRST_INSTANT, &failure);
  for (int i = 0; i < MOST_CHANGES; i++) {
    UDate next;
    if (!ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &next, &failure)) break;
    if (U_FAILURE(failure) || next >= LAST_INSTANT) break;
    int32_t offset = read_offset(calendar, next, &failure);
    if (U_FAILURE(failure)) break;
    if (!keep_change(context, zone, next, offset)) return FOLLOWUP_E_MEMORY;
  }
  return to_status(failure);
}

/*
 * Without memory ICU may end the changes early and call that success. So it is asked again for the offset of every
 * month, which it reads from its tables.
 */
static followup_status check(UCalendar *calendar, const struct time_zone *zone) {
  UErrorCode failure = U_ZERO_ERROR;
  for (UDate at = FIRST_INSTANT; at < LAST_INSTANT; at += MONTH) {
    int32_t offset = read_offset(calendar, at, &failure);
    if (U_FAILURE(failure)) return to_status(failure);
    if (offset != time_zone_offset_at(zone, (int64_t)at)) return FOLLOWUP_E_MEMORY;
  }
  return FOLLOWUP_OK;
}

followup_status zone_sample_icu(const followup_context *context, const char *name, struct time_zone *zone) {
  size_t length = strlen(name);
  if (length > LONGEST_ID || !is_own_short_name(name)) return FOLLOWUP_E_TIME_ZONE;
  UChar id[LONGEST_ID + 1];
  u_charsToUChars(name, id, (int32_t)length + 1);
  UErrorCode failure = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(id, (int32_t)length, "en", UCAL_GREGORIAN, &failure);
  if (U_FAILURE(failure)) return to_status(failure);
  followup_status status = FOLLOWUP_E_TIME_ZONE;
  if (has_id(calendar, id, (int32_t)length)) status = sample(context, calendar, zone);
  if (status == FOLLOWUP_OK) status = check(calendar, zone);
  ucal_close(calendar);
  return status;
}
