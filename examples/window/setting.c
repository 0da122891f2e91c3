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

static followup_status set_part(const struct setting *setting, enum setting_part part, followup_calendar *calendar,
                                followup_error *error) {
  switch (part) {
    case SETTING_ZONE: return followup_calendar_set_time_zone(calendar, setting->zone, FOLLOWUP_ZERO_TERMINATED, error);
    case SETTING_REGION:
      if (!is_told(setting->region)) return FOLLOWUP_OK;
      return followup_calendar_set_region(calendar, setting->region, FOLLOWUP_ZERO_TERMINATED, error);
    case SETTING_WEEKEND: return followup_calendar_set_weekend(calendar, setting->weekend, error);
    case SETTING_HOLIDAYS:
      return is_told(setting->holidays) ? add_holidays(calendar, setting->holidays, error) : FOLLOWUP_OK;
    default: return FOLLOWUP_OK;
  }
}

static followup_status fill(const struct setting *setting, followup_calendar *calendar, enum setting_part *at_fault,
                            followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  for (int part = 0; status == FOLLOWUP_OK && part < SETTING_PARTS; part++) {
    *at_fault = (enum setting_part)part;
    status = set_part(setting, *at_fault, calendar, error);
  }
  return status;
}

followup_status setting_calendar(const struct setting *setting, followup_calendar **calendar,
                                 enum setting_part *at_fault, followup_error *error) {
  followup_calendar *made;
  followup_status status = followup_calendar_new(NULL, &made, error);
  if (status != FOLLOWUP_OK) return status;
  status = fill(setting, made, at_fault, error);
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
