#include <string.h>

#include "base/error.h"
#include "base/utf8.h"
#include "model/build.h"
#include "time/civil.h"

static followup_status within(followup_status status, followup_error *error) {
  return error_within("calendar", FOLLOWUP_NOWHERE, status, error);
}

static bool is_letter(char byte) { return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'); }

static char to_capital(char letter) { return (char)(letter & ~0x20); }

static followup_status set_region(struct followup_calendar *calendar, const char *region, size_t length,
                                  followup_error *error) {
  followup_status status = text_accept(calendar->of->context, "region", region, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (length != 2 || !is_letter(region[0]) || !is_letter(region[1]))
    return error_argument(error, "region", "not a country code of two letters");
  char capitals[3] = {to_capital(region[0]), to_capital(region[1]), '\0'};
  memcpy(calendar->region, capitals, sizeof capitals);
  return FOLLOWUP_OK;
}

followup_status followup_calendar_set_region(followup_calendar *calendar, const char *region, size_t length,
                                             followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  return within(set_region(calendar, region, length, error), error);
}

/* The place of the first holiday that is not before `day`. */
static size_t find_holiday(const struct followup_calendar *calendar, int64_t day) {
  size_t low = 0, high = calendar->holidays.count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (calendar->holidays.items[middle] < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static followup_status add_holiday(struct followup_calendar *calendar, const char *date, size_t length,
                                   followup_error *error) {
  followup_status status = text_accept(calendar->of->context, "", date, &length, error);
  if (status != FOLLOWUP_OK) return status;
  int64_t day;
  if (!civil_parse_date(date, length, &day)) return error_argument(error, "", "not a date as YYYY-MM-DD");
  size_t at = find_holiday(calendar, day), count = calendar->holidays.count;
  if (at < count && calendar->holidays.items[at] == day) return FOLLOWUP_OK;
  if (!array_reserve(calendar->of->context, &calendar->holidays, 1)) return error_memory(error);
  int64_t *items = calendar->holidays.items;
  memmove(items + at + 1, items + at, (count - at) * sizeof *items);
  items[at] = day;
  calendar->holidays.count++;
  return FOLLOWUP_OK;
}

followup_status followup_calendar_add_holiday(followup_calendar *calendar, const char *date, size_t length,
                                              followup_error *error) {
  if (calendar == NULL) return error_argument(error, "calendar", "is NULL");
  return within(error_within("holidays", FOLLOWUP_NOWHERE, add_holiday(calendar, date, length, error), error), error);
}
