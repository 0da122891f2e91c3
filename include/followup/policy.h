/* The policy: every level and number that a caller may set. Build it, then make linters from it. */
#ifndef FOLLOWUP_POLICY_H
#define FOLLOWUP_POLICY_H

#include <followup/rule.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Levels and numbers. One thread sets it; from then on any number may read it. Since 0.1. */
typedef struct followup_policy followup_policy;

/** A number of the policy: its default and range. Numbers of the enum are never reused. Since 0.1. */
typedef enum followup_number {
  FOLLOWUP_NUMBER_THANK_YOU_HOURS = 1,              /**< 24 · 1 to 168, elapsed after the interview's end */
  FOLLOWUP_NUMBER_MATERIALS_HOURS = 2,              /**< 24 · 1 to 168 */
  FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS = 3,      /**< 24 · 1 to 168 */
  FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS = 4,  /**< 24 · 1 to 168 */
  FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY = 5,         /**< 0 · 1: those four roll to 09:00 of the next business day */
  FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS = 6,      /**< 0 · 0 to 7 business days after the window's end */
  FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS = 7,    /**< 5 · 1 to 30 business days where nothing was promised */
  FOLLOWUP_NUMBER_STATUS_CHECKS_PER_WINDOW = 8,     /**< 1 · 1 to 5 */
  FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY = 9,          /**< 3 · 2 to 10: this many unsolicited ones are too many … */
  FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS = 10,            /**< 168 · 24 to 720: … within this time */
  FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS = 11,  /**< 7 · 1 to 60 */
  FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DUE_DAYS = 12, /**< 14 · 1 to 60 */
  FOLLOWUP_NUMBER_FEEDBACK_REQUEST_DUE_DAYS = 13,   /**< 7 · 1 to 60 */
  FOLLOWUP_NUMBER_RECIPIENTS_ERROR = 14,            /**< 3 · 2 to 100: from this many on, several recipients are an error */
  FOLLOWUP_NUMBER_GROUP_NOTE_SIZE = 15,             /**< 0, off · 2 to 100: panel size from which one note through a coordinator is fine */
  FOLLOWUP_NUMBER_SIMILAR_PERCENT = 16,             /**< 50 · 1 to 100: from this share of wording on two notes are alike, see followup/similarity.h */
  FOLLOWUP_NUMBER_EXCLAMATION_MARKS = 17            /**< 2 · 0 to 100: more than this many in all are shouting */
} followup_number;

/**
 * Makes a policy with the defaults.
 *
 * context  or NULL; outlives the policy
 * made     the new policy, owned by the caller: followup_policy_free()
 *
 * Errors: FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_policy_new(const followup_context *context, followup_policy **made,
                                                 followup_error *error);

/** Frees a policy; linters made from it keep a copy. NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_policy_free(followup_policy *policy);

/** Sets all numbers to those customary in a region ("DE", "FR"; any other code: the defaults); call it first. Two letters, else FOLLOWUP_E_ARGUMENT. Since 0.1. */
FOLLOWUP_API followup_status followup_policy_use_region(followup_policy *policy, const char *region, size_t length,
                                                        followup_error *error);

/** Sets a rule's level for all kinds; FOLLOWUP_LEVEL_OFF silences it. Errors: FOLLOWUP_E_UNKNOWN (rule or level). Since 0.1. */
FOLLOWUP_API followup_status followup_policy_set_level(followup_policy *policy, followup_rule rule,
                                                       followup_level level, followup_error *error);

/** Sets a number. Errors: FOLLOWUP_E_UNKNOWN (number), FOLLOWUP_E_ARGUMENT (out of its range). Since 0.1. */
FOLLOWUP_API followup_status followup_policy_set_number(followup_policy *policy, followup_number number, int value,
                                                        followup_error *error);

/**
 * Sets how many prose sentences a kind of message has.
 *
 * least, most  1 to 100, least not above most
 *
 * Errors: FOLLOWUP_E_UNKNOWN (kind), FOLLOWUP_E_ARGUMENT. Since 0.1.
 */
FOLLOWUP_API followup_status followup_policy_set_sentences(followup_policy *policy, followup_kind kind, int least,
                                                           int most, followup_error *error);

/**
 * Keeps findings in messages to one addressee out of every report.
 *
 * rule     only this rule's, or FOLLOWUP_RULE_NONE for all
 * address  the addressee's, compared without case
 *
 * Errors: FOLLOWUP_E_UNKNOWN (rule), FOLLOWUP_E_ARGUMENT (empty), FOLLOWUP_E_UTF8, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_policy_suppress_recipient(followup_policy *policy, followup_rule rule,
                                                                const char *address, size_t length,
                                                                followup_error *error);

/** Keeps a finding with that fingerprint out of every report, see followup_finding_fingerprint(). Errors: FOLLOWUP_E_MEMORY. Since 0.1. */
FOLLOWUP_API followup_status followup_policy_suppress_fingerprint(followup_policy *policy, uint64_t fingerprint,
                                                                  followup_error *error);

/** The level of a rule for a kind, as set or by default; FOLLOWUP_LEVEL_OFF for an unknown rule. Since 0.1. */
FOLLOWUP_API followup_level followup_policy_level(const followup_policy *policy, followup_rule rule,
                                                  followup_kind kind);
/** A number as set or by default; -1 for an unknown one. Since 0.1. */
FOLLOWUP_API int followup_policy_number(const followup_policy *policy, followup_number number);
/** The least number of prose sentences of a kind; -1 for an unknown one. Since 0.1. */
FOLLOWUP_API int followup_policy_least_sentences(const followup_policy *policy, followup_kind kind);
/** The greatest number of prose sentences of a kind; -1 for an unknown one. Since 0.1. */
FOLLOWUP_API int followup_policy_most_sentences(const followup_policy *policy, followup_kind kind);

/** A number's name in policy files ("thank_you_hours"), or NULL for one this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_number_name(followup_number number);
/** Looks a number up by its name; false for any other text, and `number` is left alone. Since 0.1. */
FOLLOWUP_API bool followup_number_from_name(const char *name, size_t length, followup_number *number);

#ifdef __cplusplus
}
#endif

#endif
