/* When and where something was said: options or a line of a table become a calendar and an instant. */
#ifndef FOLLOWUP_WINDOW_SETTING_H
#define FOLLOWUP_WINDOW_SETTING_H

#include <followup.h>

struct setting {
  const char *reference, *zone, *region, *holidays; /* NULL or "": not told */
  followup_weekend weekend;
};

/* The calendar is the caller's: followup_calendar_free(). */
followup_status setting_calendar(const struct setting *setting, followup_calendar **calendar, followup_error *error);
followup_status setting_reference(const struct setting *setting, const followup_calendar *calendar, int64_t *reference,
                                  followup_error *error);

#endif
