/* What judging found: findings in the order of messages and places. */
#ifndef FOLLOWUP_REPORT_H
#define FOLLOWUP_REPORT_H

#include <followup/rule.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Findings of one judging call. One thread at a time. Since 0.1. */
typedef struct followup_report followup_report;

/** One finding. Owned by its report, valid until the report is used again or freed; so is all text it gives. Since 0.1. */
typedef struct followup_finding followup_finding;

/** The part of a message that a finding points into. Numbers are never reused. Since 0.1. */
typedef enum followup_part {
  FOLLOWUP_PART_MESSAGE = 0,     /**< the message as a whole */
  FOLLOWUP_PART_BODY = 1,        /**< the body */
  FOLLOWUP_PART_SUBJECT = 2,     /**< the subject */
  FOLLOWUP_PART_FROM = 3,        /**< the sender */
  FOLLOWUP_PART_TO = 4,          /**< a recipient in To */
  FOLLOWUP_PART_CC = 5,          /**< a recipient in Cc */
  FOLLOWUP_PART_BCC = 6,         /**< a recipient in Bcc */
  FOLLOWUP_PART_ATTACHMENTS = 7, /**< the attachments, or that there are none */
  FOLLOWUP_PART_SENT = 8         /**< the time at which it was sent */
} followup_part;

/** What offsets count. Numbers are never reused. Since 0.1. */
typedef enum followup_unit {
  FOLLOWUP_UNIT_BYTES = 0,       /**< UTF-8 bytes */
  FOLLOWUP_UNIT_UTF16 = 1,       /**< UTF-16 code units, as editors and JavaScript count */
  FOLLOWUP_UNIT_CODE_POINTS = 2  /**< Unicode code points, as Python counts */
} followup_unit;

/** "body" and so on; NULL for a number this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_part_name(followup_part part);

/** Frees a report; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_report_free(followup_report *report);

/** How many findings it has. Since 0.1. */
FOLLOWUP_API size_t followup_report_count(const followup_report *report);
/** A finding, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_finding *followup_report_finding(const followup_report *report, size_t index);
/** The highest level in it, FOLLOWUP_LEVEL_OFF where nothing was found. Since 0.1. */
FOLLOWUP_API followup_level followup_report_worst(const followup_report *report);

/** The rule that fired. Since 0.1. */
FOLLOWUP_API followup_rule followup_finding_rule(const followup_finding *finding);
/** Its level under the policy. Since 0.1. */
FOLLOWUP_API followup_level followup_finding_level(const followup_finding *finding);
/** The id of the message; "" where a text was judged alone. Since 0.1. */
FOLLOWUP_API const char *followup_finding_message(const followup_finding *finding);
/** The kind it was judged as: the message's, or the one guessed. Since 0.1. */
FOLLOWUP_API followup_kind followup_finding_kind(const followup_finding *finding);
/** The part it points into. Since 0.1. */
FOLLOWUP_API followup_part followup_finding_part(const followup_finding *finding);
/** Which entry, where the part is a list (To, Cc, Bcc, attachments); else FOLLOWUP_NOWHERE. Since 0.1. */
FOLLOWUP_API size_t followup_finding_index(const followup_finding *finding);

/**
 * The place within the part.
 *
 * start, end  offsets into the part (of a list: into the entry), end exclusive, in `unit`
 *
 * False, and nothing written, where the finding is about the whole part or the unit is unknown. Since 0.1.
 */
FOLLOWUP_API bool followup_finding_span(const followup_finding *finding, followup_unit unit, size_t *start,
                                        size_t *end);

/** The text at that place, "" where the finding is about the whole part. Since 0.1. */
FOLLOWUP_API const char *followup_finding_text(const followup_finding *finding);

/**
 * A number that stays the same while the finding stays the same, wherever it stands: made of rule, addressee and the
 * words matched. For followup_policy_suppress_fingerprint(). Since 0.1.
 */
FOLLOWUP_API uint64_t followup_finding_fingerprint(const followup_finding *finding);

/**
 * Why it is a finding, in a sentence or two of English.
 *
 * index  of the finding in the report
 * text   owned by the report, valid until it is used again or freed
 *
 * Not a judging call: it may allocate. Errors: FOLLOWUP_E_ARGUMENT (index), FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_report_explanation(followup_report *report, size_t index, const char **text,
                                                         followup_error *error);

/** What to do about it, in a sentence or two of English; otherwise as followup_report_explanation(). Since 0.1. */
FOLLOWUP_API followup_status followup_report_suggestion(followup_report *report, size_t index, const char **text,
                                                        followup_error *error);

/**
 * The edit that mends it, where there is one that is always right.
 *
 * replacement  what goes in place of the finding's span ("" deletes it); owned by the report
 *
 * False where no edit is certain. Since 0.1.
 */
FOLLOWUP_API bool followup_report_fix(followup_report *report, size_t index, const char **replacement);

#ifdef __cplusplus
}
#endif

#endif
