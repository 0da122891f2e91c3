/* A message of the case: who wrote to whom, when, and what. Owned by its case. */
#ifndef FOLLOWUP_MESSAGE_H
#define FOLLOWUP_MESSAGE_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One message, sent or a draft. Owned by its case. Since 0.1. */
typedef struct followup_message followup_message;

/** What a message is for. Numbers are never reused. Since 0.1. */
typedef enum followup_kind {
  FOLLOWUP_KIND_UNKNOWN = 0,               /**< not said: judging calls guess it, see followup_guess_kind() */
  FOLLOWUP_KIND_THANK_YOU = 1,             /**< thanks after an interview */
  FOLLOWUP_KIND_STATUS_CHECK = 2,          /**< asks where things stand */
  FOLLOWUP_KIND_APPLICATION_FOLLOW_UP = 3, /**< asks after an application, before any interview */
  FOLLOWUP_KIND_CONTINUED_INTEREST = 4,    /**< says that the candidate would still like to come */
  FOLLOWUP_KIND_MATERIALS = 5,             /**< brings what was promised in an interview */
  FOLLOWUP_KIND_INFORMATION_REPLY = 6,     /**< answers what the employer asked */
  FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT = 7, /**< thanks for an offer */
  FOLLOWUP_KIND_FEEDBACK_REQUEST = 8       /**< asks for feedback after a rejection */
} followup_kind;

/** A list of recipients. Numbers are never reused. Since 0.1. */
typedef enum followup_recipients {
  FOLLOWUP_RECIPIENTS_TO = 1, /**< To; the first of it is the addressee */
  FOLLOWUP_RECIPIENTS_CC = 2, /**< Cc */
  FOLLOWUP_RECIPIENTS_BCC = 3 /**< Bcc */
} followup_recipients;

/** "thank_you" and so on; NULL for a kind this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_kind_name(followup_kind kind);

/** The kind of that name; FOLLOWUP_KIND_UNKNOWN for any other text. Since 0.1. */
FOLLOWUP_API followup_kind followup_kind_from_name(const char *name, size_t length);

/*
 * Setters copy what they are given and replace what was there. Text is UTF-8, `length` in bytes or
 * FOLLOWUP_ZERO_TERMINATED. All of them return FOLLOWUP_E_ARGUMENT (no handle, no text), FOLLOWUP_E_UTF8 (with the
 * offset), FOLLOWUP_E_LIMIT or FOLLOWUP_E_MEMORY, and change nothing then.
 */

/** Names the message, as findings will. Left out: m1, m2, … by its place in the case. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_id(followup_message *message, const char *id, size_t length,
                                                     followup_error *error);

/** Names the interview that it is about, by its id. Left out: the latest that ended before it was sent. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_interview(followup_message *message, const char *id, size_t length,
                                                            followup_error *error);

/** Who wrote it: `address`, `Name <address>` or a bare name. A broken mailbox is FOLLOWUP_E_ARGUMENT. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_from(followup_message *message, const char *mailbox, size_t length,
                                                       followup_error *error);

/** Adds a recipient at the end of a list: `address`, `Name <address>` or a bare name. The first in To is the addressee. Since 0.1. */
FOLLOWUP_API followup_status followup_message_add_recipient(followup_message *message, followup_recipients list,
                                                            const char *mailbox, size_t length, followup_error *error);

/** The subject line, decoded. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_subject(followup_message *message, const char *subject, size_t length,
                                                          followup_error *error);

/** The body, with whatever earlier mail it quotes; spans of findings count its bytes. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_body(followup_message *message, const char *body, size_t length,
                                                       followup_error *error);

/** Adds the file name of an attachment at the end of the list. Since 0.1. */
FOLLOWUP_API followup_status followup_message_add_attachment(followup_message *message, const char *name, size_t length,
                                                             followup_error *error);

/** When it was sent, Unix milliseconds UTC; FOLLOWUP_NO_TIME makes it a draft again. Since 0.1. */
FOLLOWUP_API followup_status followup_message_set_sent(followup_message *message, int64_t sent, followup_error *error);

/* Getters return text owned by the message, valid until it is set again or its case is freed; "" where nothing was set. */

/** Its kind. Since 0.1. */
FOLLOWUP_API followup_kind followup_message_kind(const followup_message *message);
/** Its id: as set, else m1, m2, … Since 0.1. */
FOLLOWUP_API const char *followup_message_id(const followup_message *message);
/** The subject; `length` (may be NULL) gets its bytes. Since 0.1. */
FOLLOWUP_API const char *followup_message_subject(const followup_message *message, size_t *length);
/** The body; `length` (may be NULL) gets its bytes. Since 0.1. */
FOLLOWUP_API const char *followup_message_body(const followup_message *message, size_t *length);
/** When it was sent, Unix milliseconds UTC, or FOLLOWUP_NO_TIME for a draft. Since 0.1. */
FOLLOWUP_API int64_t followup_message_sent(const followup_message *message);
/** Who wrote it, as it was set. Since 0.1. */
FOLLOWUP_API const char *followup_message_from(const followup_message *message);
/** How many attachments it has. Since 0.1. */
FOLLOWUP_API size_t followup_message_attachment_count(const followup_message *message);
/** The name of an attachment, or NULL past the end. Since 0.1. */
FOLLOWUP_API const char *followup_message_attachment(const followup_message *message, size_t index);
/** How many recipients a list has. Since 0.1. */
FOLLOWUP_API size_t followup_message_recipient_count(const followup_message *message, followup_recipients list);
/** A recipient as it was added, or NULL past the end. Since 0.1. */
FOLLOWUP_API const char *followup_message_recipient(const followup_message *message, followup_recipients list,
                                                    size_t index);

#ifdef __cplusplus
}
#endif

#endif
