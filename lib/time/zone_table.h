/* What is behind a zone: offsets from a table, and a yearly rule for the time after its end. Times are Unix seconds. */
#ifndef FOLLOWUP_TIME_ZONE_TABLE_H
#define FOLLOWUP_TIME_ZONE_TABLE_H

#include "base/array.h"
#include "time/zone_rule.h"

/* RFC 9636 has offsets stay within about a day either way. */
enum { GREATEST_OFFSET = 26 * 3600 };

struct zone_change {
  int64_t at;
  int32_t offset; /* from then on, seconds east of UTC */
};

struct time_zone {
  char *name;
  int32_t first_offset;              /* before the first change */
  ARRAY(struct zone_change) changes; /* ascending */
  bool has_rule;
  struct zone_rule rule; /* from the last change on; where there is none, always */
};

/* Each fills an empty zone from one source; a zone that was not filled is still the caller's to free. */

/* The bytes of a TZif file. FOLLOWUP_E_FILE for what is not one, or counts leap seconds. */
followup_status zone_parse_file(const followup_context *context, const unsigned char *bytes, size_t length,
                                struct time_zone *zone);
/* ICU's data, 1970 to 2100. FOLLOWUP_E_TIME_ZONE where it does not know the name. */
followup_status zone_sample_icu(const followup_context *context, const char *name, struct time_zone *zone);

#endif
