#include "setting.h"

#include <string.h>
#include <time.h>

#include <followup-formats.h>

static bool is_told(const char *value) { return value != NULL && *value != '\0'; }

static followup_status add_holidays(followup_calendar *calendar, const char *dates, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  while (status == FOLLOWUP_OK && *dates != '\0') {
    size_t length = strcspn(dates, ",");
    status = followup_calendar_add_holiday(calendar, dates, length, error);
    dates += length;
    if (*dates == ',') dates++;
  }
  return status;
}

static followup_status fill(const struct setting *setting, followup_calendar *calendar, followup_error *error) {
  followup_status status = followup_calendar_set_time_zone(calendar, setting->zone, FOLLOWUP_ZERO_TERMINATED, error);
  if (status == FOLLOWUP_OK && is_told(setting->region))
    status = followup_calendar_set_region(calendar, setting->region, FOLLOWUP_ZERO_TERMINATED, error);
  if (status == FOLLOWUP_OK) status = followup_calendar_set_weekend(calendar, setting->weekend, error);
  if (status == FOLLOWUP_OK && is_told(setting->holidays)) status = add_holidays(calendar, setting->holidays, error);
  return status;
}

followup_status setting_calendar(const struct setting *setting, followup_calendar **calendar, followup_error *error) {
  followup_calendar *made;
  followup_status status = followup_calendar_new(NULL, &made, error);
  if (status != FOLLOWUP_OK) return status;
  status = fill(setting, made, error);
  if (status == FOLLOWUP_OK)
    *calendar = made;
  else
    followup_calendar_free(made);
  return status;
}

followup_status setting_reference(const struct setting *setting, const followup_calendar *calendar, int64_t *reference,
                                  followup_error *error) {
  if (!is_told(setting->reference)) {
    *reference = (int64_t)time(NULL) * 1000;
    return FOLLOWUP_OK;
  }
  if (followup_formats_instant(setting->reference, FOLLOWUP_ZERO_TERMINATED, reference)) return FOLLOWUP_OK;
  return followup_calendar_instant(calendar, setting->reference, FOLLOWUP_ZERO_TERMINATED, reference, error);
}
