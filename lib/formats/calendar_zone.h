/* The zone that a TZID means. */
#ifndef FOLLOWUP_FORMATS_CALENDAR_ZONE_H
#define FOLLOWUP_FORMATS_CALENDAR_ZONE_H

#include <followup-formats.h>

enum { ZONE_NAME_SIZE = 128 };

/*
 * Sets a calendar to the zone: an IANA name, one behind a prefix ("/vendor.example/Europe/Paris"), or a name of Windows
 * ("Romance Standard Time"). `name` gets the zone's own. FOLLOWUP_E_TIME_ZONE for any other.
 */
followup_status calendar_zone_set(followup_calendar *calendar, const char *tzid, char name[ZONE_NAME_SIZE],
                                  followup_error *error);

#endif
