#include "formats/calendar_zone.h"

#include <string.h>

#include <unicode/ucal.h>

static followup_status try_name(followup_calendar *calendar, const char *given, char name[ZONE_NAME_SIZE],
                                followup_error *error) {
  size_t length = strlen(given);
  if (length == 0 || length >= ZONE_NAME_SIZE)
    return followup_error_set(error, FOLLOWUP_E_TIME_ZONE, "tzid", FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  followup_status status = followup_calendar_set_time_zone(calendar, given, length, error);
  if (status == FOLLOWUP_OK) memcpy(name, given, length + 1);
  return status;
}

/* The zone of a Windows name's main region; "" where ICU knows none. */
static void find_windows_zone(const char *windows, char found[ZONE_NAME_SIZE]) {
  UChar from[ZONE_NAME_SIZE], to[ZONE_NAME_SIZE];
  UErrorCode failure = U_ZERO_ERROR;
  size_t length = strlen(windows);
  found[0] = '\0';
  if (length >= ZONE_NAME_SIZE) return;
  for (size_t i = 0; i < length; i++) from[i] = (unsigned char)windows[i];
  int32_t got = ucal_getTimeZoneIDForWindowsID(from, (int32_t)length, NULL, to, ZONE_NAME_SIZE - 1, &failure);
  if (U_FAILURE(failure)) return;
  for (int32_t i = 0; i < got; i++) found[i] = (char)to[i];
  found[got] = '\0';
}

followup_status calendar_zone_set(followup_calendar *calendar, const char *tzid, char name[ZONE_NAME_SIZE],
                                  followup_error *error) {
  char windows[ZONE_NAME_SIZE];
  followup_status status = FOLLOWUP_E_TIME_ZONE;
  const char *at = tzid;
  for (int tries = 0; at != NULL && tries < 8 && status == FOLLOWUP_E_TIME_ZONE; tries++) {
    status = try_name(calendar, at, name, error);
    at = strchr(at, '/');
    if (at != NULL) at++;
  }
  if (status != FOLLOWUP_E_TIME_ZONE) return status;
  find_windows_zone(tzid, windows);
  return *windows != '\0' ? try_name(calendar, windows, name, error) : status;
}
