/* When and where something was said: options or a line of a table become a calendar and an instant. */
#ifndef FOLLOWUP_WINDOW_SETTING_H
#define FOLLOWUP_WINDOW_SETTING_H

#include <followup.h>

struct setting {
  const char *reference, *zone, *region, *holidays; /* NULL or "": not told */
  followup_weekend weekend;
};

/* What of it cannot be read: a caller has its own name for each. */
enum setting_part { SETTING_REFERENCE, SETTING_ZONE, SETTING_REGION, SETTING_WEEKEND, SETTING_HOLIDAYS, SETTING_PARTS };

/* The calendar is the caller's: followup_calendar_free(). On failure `*at_fault` says which part is wrong. */
followup_status setting_calendar(const struct setting *setting, followup_calendar **calendar,
                                 enum setting_part *at_fault, followup_error *error);
/* The instant; the part at fault can only be the reference. */
followup_status setting_reference(const struct setting *setting, const followup_calendar *calendar, int64_t *reference,
                                  followup_error *error);

#endif
