/* Who follows up. Owned by its case. */
#ifndef FOLLOWUP_CANDIDATE_H
#define FOLLOWUP_CANDIDATE_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The person who follows up. Owned by its case. Since 0.1. */
typedef struct followup_candidate followup_candidate;

/*
 * Setters copy what they are given and replace what was there. All of them return FOLLOWUP_E_ARGUMENT (no handle, no
 * text), FOLLOWUP_E_UTF8 (with the offset), FOLLOWUP_E_LIMIT or FOLLOWUP_E_MEMORY, and change nothing then.
 */

/** The full name as the person writes it. Since 0.1. */
FOLLOWUP_API followup_status followup_candidate_set_name(followup_candidate *candidate, const char *name, size_t length,
                                                         followup_error *error);

/** The own address, which never counts among the recipients. Since 0.1. */
FOLLOWUP_API followup_status followup_candidate_set_email(followup_candidate *candidate, const char *email,
                                                          size_t length, followup_error *error);

/** The IANA zone where the person lives ("America/Chicago") or a fixed offset ("+01:00"). Also FOLLOWUP_E_TIME_ZONE. Since 0.1. */
FOLLOWUP_API followup_status followup_candidate_set_time_zone(followup_candidate *candidate, const char *zone,
                                                              size_t length, followup_error *error);

/** The name, or "". Owned by the candidate, valid until it is set again or the case is freed. Since 0.1. */
FOLLOWUP_API const char *followup_candidate_name(const followup_candidate *candidate);
/** The address, or "". Owned as the name. Since 0.1. */
FOLLOWUP_API const char *followup_candidate_email(const followup_candidate *candidate);
/** The zone, or "". Owned as the name. Since 0.1. */
FOLLOWUP_API const char *followup_candidate_time_zone(const followup_candidate *candidate);

#ifdef __cplusplus
}
#endif

#endif
