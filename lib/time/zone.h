/*
 * Time zones: the offset from UTC at any instant, read once from the system's files, without the process's own zone.
 *
 * A zone does not change once it is read, so that any number of threads may ask it.
 */
#ifndef FOLLOWUP_TIME_ZONE_H
#define FOLLOWUP_TIME_ZONE_H

#include <followup/context.h>

#include "time/civil.h"

struct time_zone;

/*
 * Reads a zone by its name: a fixed offset ("+05:30", "-08", "Z", "UTC") or an IANA name ("Europe/London") from the
 * context's zone directory, else from ICU. FOLLOWUP_E_TIME_ZONE for any other; `read` is untouched then.
 */
followup_status time_zone_read(const followup_context *context, const char *member, const char *name, size_t length,
                               struct time_zone **read, followup_error *error);
/* NULL is fine. */
void time_zone_free(const followup_context *context, struct time_zone *zone);

/* The zone of those who named none: no offset, ever. */
const struct time_zone *time_zone_utc(void);

/* The name it was read by. */
const char *time_zone_name(const struct time_zone *zone);

/* Seconds east of UTC. Instants are Unix milliseconds UTC. */
int32_t time_zone_offset_at(const struct time_zone *zone, int64_t instant);
struct civil_time time_zone_local(const struct time_zone *zone, int64_t instant);

/*
 * The instant at which a clock there shows that time: of two the later; where a change skips it, the first instant
 * after the gap. A time beyond what an instant can hold gives the last (or first) that it can.
 */
int64_t time_zone_instant(const struct time_zone *zone, struct civil_time local);

#endif
