/* Something that happened on the employer's side of the process. Owned by its case. */
#ifndef FOLLOWUP_EVENT_H
#define FOLLOWUP_EVENT_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Something that happened on the employer's side. Owned by its case. Since 0.1. */
typedef struct followup_event followup_event;

/** What happened. Numbers are never reused. Since 0.1. */
typedef enum followup_event_kind {
  FOLLOWUP_EVENT_REPLY = 1,               /**< the employer answered */
  FOLLOWUP_EVENT_INFORMATION_REQUEST = 2, /**< it asked the candidate for something */
  FOLLOWUP_EVENT_VERBAL_OFFER = 3,        /**< an offer was made, not yet in writing */
  FOLLOWUP_EVENT_WRITTEN_OFFER = 4,       /**< the offer came in writing */
  FOLLOWUP_EVENT_REJECTION = 5,           /**< it decided against the candidate */
  FOLLOWUP_EVENT_WITHDRAWAL = 6,          /**< the candidate withdrew */
  FOLLOWUP_EVENT_HIRE = 7                 /**< the candidate was hired */
} followup_event_kind;

/** "verbal_offer" and so on; NULL for a kind this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_event_kind_name(followup_event_kind kind);

/** Looks a kind up by its name; false for any other text, and `kind` is left alone. Since 0.1. */
FOLLOWUP_API bool followup_event_kind_from_name(const char *name, size_t length, followup_event_kind *kind);

/** Who it came from: `address`, `Name <address>` or a bare name. Errors: FOLLOWUP_E_ARGUMENT, _UTF8, _LIMIT, _MEMORY. Since 0.1. */
FOLLOWUP_API followup_status followup_event_set_from(followup_event *event, const char *mailbox, size_t length,
                                                     followup_error *error);

/** A later word on when the employer will be in touch: it replaces the window. Errors: FOLLOWUP_E_ARGUMENT, _UTF8, _LIMIT, _MEMORY, _TIME_ZONE (one that the words name). Since 0.1. */
FOLLOWUP_API followup_status followup_event_set_promised_reply(followup_event *event, const char *words, size_t length,
                                                               followup_error *error);

/** Its kind. Since 0.1. */
FOLLOWUP_API followup_event_kind followup_event_kind_of(const followup_event *event);
/** When it happened, Unix milliseconds UTC. Since 0.1. */
FOLLOWUP_API int64_t followup_event_at(const followup_event *event);

#ifdef __cplusplus
}
#endif

#endif
