/* The catalogue of rules: ids, names, families, levels. A rule's number and name never change meaning. */
#ifndef FOLLOWUP_RULE_H
#define FOLLOWUP_RULE_H

#include <followup/message.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Every rule the library knows. Numbers are never reused. Since 0.1. */
typedef enum followup_rule {
  FOLLOWUP_RULE_NONE = 0,

  /* recipients */
  FOLLOWUP_RULE_MULTIPLE_RECIPIENTS = 1,
  FOLLOWUP_RULE_WRONG_NAME = 2,
  FOLLOWUP_RULE_IMPERSONAL_GREETING = 3,
  FOLLOWUP_RULE_UNKNOWN_RECIPIENT = 4,

  /* what the message says */
  FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE = 100,
  FOLLOWUP_RULE_NEW_ARGUMENT = 101,
  FOLLOWUP_RULE_NO_THANKS = 102,
  FOLLOWUP_RULE_NO_INTEREST = 103,
  FOLLOWUP_RULE_TOO_SHORT = 104,
  FOLLOWUP_RULE_TOO_LONG = 105,
  FOLLOWUP_RULE_NOT_PERSONALIZED = 106,
  FOLLOWUP_RULE_PRESSURE = 107,
  FOLLOWUP_RULE_PLEADING = 108,
  FOLLOWUP_RULE_APOLOGETIC = 109,
  FOLLOWUP_RULE_PLACEHOLDER = 110,
  FOLLOWUP_RULE_SHOUTING = 111,
  FOLLOWUP_RULE_PAY_TALK = 112,
  FOLLOWUP_RULE_NEGATIVE_TALK = 113,
  FOLLOWUP_RULE_MISSING_ATTACHMENT = 114,
  FOLLOWUP_RULE_WRONG_COMPANY = 115,
  FOLLOWUP_RULE_WRONG_DATE = 116,
  FOLLOWUP_RULE_NO_CONVERSATION_REFERENCE = 117,
  FOLLOWUP_RULE_NO_WRITTEN_OFFER = 118,
  FOLLOWUP_RULE_ACCEPTS_UNSEEN = 119,
  FOLLOWUP_RULE_ARGUES_WITH_DECISION = 120,
  FOLLOWUP_RULE_TOO_CASUAL = 121,
  FOLLOWUP_RULE_NO_GREETING = 122,
  FOLLOWUP_RULE_NO_SIGN_OFF = 123,
  FOLLOWUP_RULE_NO_SUBJECT = 124,

  /* the panel as a whole */
  FOLLOWUP_RULE_IDENTICAL_MESSAGES = 200,
  FOLLOWUP_RULE_SIMILAR_MESSAGES = 201,
  FOLLOWUP_RULE_BORROWED_DETAIL = 202,

  /* timing */
  FOLLOWUP_RULE_LATE_THANK_YOU = 300,
  FOLLOWUP_RULE_LATE_MATERIALS = 301,
  FOLLOWUP_RULE_LATE_INFORMATION_REPLY = 302,
  FOLLOWUP_RULE_EARLY_STATUS_CHECK = 303,
  FOLLOWUP_RULE_REPEATED_STATUS_CHECK = 304,
  FOLLOWUP_RULE_TOO_MANY_FOLLOW_UPS = 305,
  FOLLOWUP_RULE_EARLY_APPLICATION_FOLLOW_UP = 306,
  FOLLOWUP_RULE_LATE_OFFER_ACKNOWLEDGEMENT = 307,
  FOLLOWUP_RULE_EARLY_FEEDBACK_REQUEST = 308,
  FOLLOWUP_RULE_FOLLOW_UP_AFTER_DECISION = 309,
  FOLLOWUP_RULE_OFF_HOURS = 310
} followup_rule;

/** How much a finding matters. Numbers are never reused. Since 0.1. */
typedef enum followup_level {
  FOLLOWUP_LEVEL_OFF = 0,     /**< the rule does not report */
  FOLLOWUP_LEVEL_NOTE = 1,    /**< worth a look */
  FOLLOWUP_LEVEL_WARNING = 2, /**< change it unless you have a reason */
  FOLLOWUP_LEVEL_ERROR = 3    /**< would hurt the candidate, do not send */
} followup_level;

/** What a rule is about. Numbers are never reused. Since 0.1. */
typedef enum followup_family {
  FOLLOWUP_FAMILY_RECIPIENTS = 1,
  FOLLOWUP_FAMILY_CONTENT = 2,
  FOLLOWUP_FAMILY_PANEL = 3,
  FOLLOWUP_FAMILY_TIMING = 4
} followup_family;

/** How many rules the catalogue has. Since 0.1. */
FOLLOWUP_API size_t followup_rule_count(void);
/** The rule at a place of the catalogue, FOLLOWUP_RULE_NONE past the end. Since 0.1. */
FOLLOWUP_API followup_rule followup_rule_at(size_t index);
/** Its public name ("late-thank-you"), or NULL for a number this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_rule_name(followup_rule rule);
/** The rule of that name, or FOLLOWUP_RULE_NONE. Since 0.1. */
FOLLOWUP_API followup_rule followup_rule_from_name(const char *name, size_t length);
/** One line on what it reports, or NULL. Static. Since 0.1. */
FOLLOWUP_API const char *followup_rule_summary(followup_rule rule);
/** Its family, or 0 for a number this version does not know. Since 0.1. */
FOLLOWUP_API followup_family followup_rule_family(followup_rule rule);
/** Whether it is asked of messages of that kind. Since 0.1. */
FOLLOWUP_API bool followup_rule_applies_to(followup_rule rule, followup_kind kind);
/** Whether this version judges it; a level can be set for the others already. Since 0.1. */
FOLLOWUP_API bool followup_rule_is_judged(followup_rule rule);

/** "off", "note", "warning" or "error"; NULL for any other number. Static. Since 0.1. */
FOLLOWUP_API const char *followup_level_name(followup_level level);
/** Looks a level up by its name; false for any other text, and `level` is left alone. Since 0.1. */
FOLLOWUP_API bool followup_level_from_name(const char *name, size_t length, followup_level *level);
/** "recipients", "content", "panel" or "timing"; NULL for any other number. Static. Since 0.1. */
FOLLOWUP_API const char *followup_family_name(followup_family family);

#ifdef __cplusplus
}
#endif

#endif
