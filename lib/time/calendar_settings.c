#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "time/calendar.h"

void calendar_begin(struct followup_calendar *calendar, const followup_context *context) {
  *calendar = (struct followup_calendar){.context = context};
  calendar->readings[FOLLOWUP_READING_COUPLE] = 2;
  calendar->readings[FOLLOWUP_READING_FEW] = 3;
  calendar->readings[FOLLOWUP_READING_SEVERAL] = 5;
  calendar->readings[FOLLOWUP_READING_EARLY_MONTH] = 10;
  calendar->readings[FOLLOWUP_READING_MID_MONTH] = 15;
}

void calendar_end(struct followup_calendar *calendar) {
  array_free(calendar->context, &calendar->holidays);
  time_zone_free(calendar->context, calendar->zone);
}

followup_status followup_calendar_new(const followup_context *context, followup_calendar **made,
                                      followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  context = context_or_default(context);
  struct followup_calendar *calendar = memory_take(context, sizeof *calendar);
  if (calendar == NULL) return error_memory(error);
  calendar_begin(calendar, context);
  calendar->stands_alone = true;
  *made = calendar;
  return FOLLOWUP_OK;
}

void followup_calendar_free(followup_calendar *calendar) {
  if (calendar == NULL || !calendar->stands_alone) return;
  const followup_context *context = calendar->context;
  calendar_end(calendar);
  memory_give(context, calendar);
}

followup_status followup_calendar_set_time_zone(followup_calendar *calendar, const char *zone, size_t length,
                                                followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  struct time_zone *read;
  followup_status status = text_accept(calendar->context, "calendar.time_zone", zone, &length, error);
  if (status == FOLLOWUP_OK)
    status = time_zone_read(calendar->context, "calendar.time_zone", zone, length, &read, error);
  if (status != FOLLOWUP_OK) return status;
  time_zone_free(calendar->context, calendar->zone);
  calendar->zone = read;
  return FOLLOWUP_OK;
}

static bool is_letter(char byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'); }

static char to_capital(char letter) { return (char)(letter & ~0x20); }

followup_status followup_calendar_set_region(followup_calendar *calendar, const char *region, size_t length,
                                             followup_error *error) {
  static const char member[] = "calendar.region";
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  followup_status status = text_accept(calendar->context, member, region, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (length != 2 || !is_letter(region[0]) || !is_letter(region[1]))
    return error_argument(error, member, "not a country code of two letters");
  char capitals[3] = {to_capital(region[0]), to_capital(region[1]), '\0'};
  memcpy(calendar->region, capitals, sizeof capitals);
  return FOLLOWUP_OK;
}

followup_status followup_calendar_set_weekend(followup_calendar *calendar, followup_weekend weekend,
                                              followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  if ((int)weekend < FOLLOWUP_WEEKEND_OF_REGION || (int)weekend > FOLLOWUP_WEEKEND_NONE)
    return error_at(error, FOLLOWUP_E_UNKNOWN, "calendar.weekend", FOLLOWUP_NOWHERE, NULL);
  calendar->weekend = weekend;
  return FOLLOWUP_OK;
}

struct limits {
  unsigned char least, most;
};

static const struct limits limits[READING_COUNT] = {
    [FOLLOWUP_READING_WEEK_START] = {0, 7},   [FOLLOWUP_READING_NEXT_WEEKDAY] = {0, 1},
    [FOLLOWUP_READING_MONTH_FIRST] = {0, 2},  [FOLLOWUP_READING_COUPLE] = {2, 5},
    [FOLLOWUP_READING_FEW] = {2, 7},          [FOLLOWUP_READING_SEVERAL] = {3, 10},
    [FOLLOWUP_READING_EARLY_MONTH] = {1, 15}, [FOLLOWUP_READING_MID_MONTH] = {10, 20},
};

followup_status followup_calendar_set_reading(followup_calendar *calendar, followup_reading reading, int value,
                                              followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  if ((int)reading < 1 || (int)reading >= READING_COUNT)
    return error_at(error, FOLLOWUP_E_UNKNOWN, "calendar.reading", FOLLOWUP_NOWHERE, NULL);
  if (value < limits[reading].least || value > limits[reading].most)
    return error_argument(error, "calendar.reading", "value out of range");
  calendar->readings[reading] = (unsigned char)value;
  return FOLLOWUP_OK;
}

/* The United States by zone.tab, and the older names of these zones; a name that ends with / or - stands for all below.
 */
static const char *const american_zones[] = {
    "America/Adak",
    "America/Anchorage",
    "America/Atka",
    "America/Boise",
    "America/Chicago",
    "America/Denver",
    "America/Detroit",
    "America/Fort_Wayne",
    "America/Indiana/",
    "America/Indianapolis",
    "America/Juneau",
    "America/Kentucky/",
    "America/Knox_IN",
    "America/Los_Angeles",
    "America/Louisville",
    "America/Menominee",
    "America/Metlakatla",
    "America/New_York",
    "America/Nome",
    "America/North_Dakota/",
    "America/Phoenix",
    "America/Shiprock",
    "America/Sitka",
    "America/Yakutat",
    "CST6CDT",
    "EST5EDT",
    "MST7MDT",
    "PST8PDT",
    "Navajo",
    "Pacific/Honolulu",
    "Pacific/Johnston",
    "US/",
};

static bool is_american(const char *zone) {
  for (size_t i = 0; i < sizeof american_zones / sizeof american_zones[0]; i++) {
    const char *name = american_zones[i];
    size_t length = strlen(name);
    bool is_folder = name[length - 1] == '/';
    if (is_folder ? strncmp(zone, name, length) == 0 : strcmp(zone, name) == 0) return true;
  }
  return false;
}

bool calendar_is_month_first(const struct followup_calendar *calendar, const struct time_zone *zone) {
  int chosen = calendar->readings[FOLLOWUP_READING_MONTH_FIRST];
  if (chosen != 0) return chosen == 1;
  if (calendar->region[0] != '\0') return strcmp(calendar->region, "US") == 0;
  return is_american(time_zone_name(zone));
}
