/* The catalogue of rules: ids, names, families, levels. A rule's number and name never change meaning. */
#ifndef FOLLOWUP_RULE_H
#define FOLLOWUP_RULE_H

#include <followup/message.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Every rule the library knows. Numbers are never reused. Since 0.1. */
typedef enum followup_rule {
  FOLLOWUP_RULE_NONE = 0, /**< no rule */

  /* recipients */
  FOLLOWUP_RULE_MULTIPLE_RECIPIENTS = 1, /**< One message goes to several people at once. */
  FOLLOWUP_RULE_WRONG_NAME = 2,          /**< The greeting names somebody other than the addressee. */
  FOLLOWUP_RULE_IMPERSONAL_GREETING = 3, /**< A thank-you note greets nobody by name. */
  FOLLOWUP_RULE_UNKNOWN_RECIPIENT = 4,   /**< A thank-you note goes to somebody who sat on no panel. */

  /* what the message says */
  FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE = 100,    /**< A thank-you note asks when a decision or an answer will come. */
  FOLLOWUP_RULE_NEW_ARGUMENT = 101,              /**< A follow-up argues the candidate's merits. */
  FOLLOWUP_RULE_NO_THANKS = 102,                 /**< A thank-you note thanks for nothing. */
  FOLLOWUP_RULE_NO_INTEREST = 103,               /**< Nothing says that the candidate wants the job. */
  FOLLOWUP_RULE_TOO_SHORT = 104,                 /**< Fewer sentences than such a message has. */
  FOLLOWUP_RULE_TOO_LONG = 105,                  /**< More sentences than such a message has. */
  FOLLOWUP_RULE_NOT_PERSONALIZED = 106,          /**< A thank-you note holds nothing specific of the conversation. */
  FOLLOWUP_RULE_PRESSURE = 107,                  /**< A demand, a deadline, leverage, or reproach for silence. */
  FOLLOWUP_RULE_PLEADING = 108,                  /**< Begging, need, or flattery out of measure. */
  FOLLOWUP_RULE_APOLOGETIC = 109,                /**< An apology for writing at all, or self-belittling. */
  FOLLOWUP_RULE_PLACEHOLDER = 110,               /**< A template field was left in. */
  FOLLOWUP_RULE_SHOUTING = 111,                  /**< Capitals or exclamation marks shout. */
  FOLLOWUP_RULE_PAY_TALK = 112,                  /**< Pay or benefits are raised too early. */
  FOLLOWUP_RULE_NEGATIVE_TALK = 113,             /**< Ill is spoken of an employer, a person or the process. */
  FOLLOWUP_RULE_MISSING_ATTACHMENT = 114,        /**< Something is said to be attached, and nothing is. */
  FOLLOWUP_RULE_WRONG_COMPANY = 115,             /**< Another company is named in this one's place. */
  FOLLOWUP_RULE_WRONG_DATE = 116,                /**< The conversation is given a date on which there was none. */
  FOLLOWUP_RULE_NO_CONVERSATION_REFERENCE = 117, /**< A status check says neither which conversation nor which role is meant. */
  FOLLOWUP_RULE_NO_WRITTEN_OFFER = 118,          /**< The written offer is neither asked for nor looked forward to. */
  FOLLOWUP_RULE_ACCEPTS_UNSEEN = 119,            /**< An offer is accepted before it was seen in writing. */
  FOLLOWUP_RULE_ARGUES_WITH_DECISION = 120,      /**< A rejection is disputed. */
  FOLLOWUP_RULE_TOO_CASUAL = 121,                /**< Slang, texting shorthand or emoji. */
  FOLLOWUP_RULE_NO_GREETING = 122,               /**< The body opens with no greeting. */
  FOLLOWUP_RULE_NO_SIGN_OFF = 123,               /**< The body ends with no closing phrase and no name. */
  FOLLOWUP_RULE_NO_SUBJECT = 124,                /**< The subject is empty. */

  /* the panel as a whole */
  FOLLOWUP_RULE_IDENTICAL_MESSAGES = 200, /**< Two notes of one panel say the same. */
  FOLLOWUP_RULE_SIMILAR_MESSAGES = 201,   /**< Two notes of one panel are one template. */
  FOLLOWUP_RULE_BORROWED_DETAIL = 202,    /**< A note takes up what only another interviewer said. */

  /* timing */
  FOLLOWUP_RULE_LATE_THANK_YOU = 300,              /**< A thank-you note later than 24 hours. */
  FOLLOWUP_RULE_LATE_MATERIALS = 301,              /**< Promised materials later than 24 hours. */
  FOLLOWUP_RULE_LATE_INFORMATION_REPLY = 302,      /**< An answer later than 24 hours after the request. */
  FOLLOWUP_RULE_EARLY_STATUS_CHECK = 303,          /**< A status check before the promised window has passed. */
  FOLLOWUP_RULE_REPEATED_STATUS_CHECK = 304,       /**< Another status check since the same window passed. */
  FOLLOWUP_RULE_TOO_MANY_FOLLOW_UPS = 305,         /**< The third unsolicited follow-up within 7 days. */
  FOLLOWUP_RULE_EARLY_APPLICATION_FOLLOW_UP = 306, /**< A follow-up less than 7 days after the application. */
  FOLLOWUP_RULE_LATE_OFFER_ACKNOWLEDGEMENT = 307,  /**< An offer acknowledged later than 24 hours. */
  FOLLOWUP_RULE_EARLY_FEEDBACK_REQUEST = 308,      /**< Feedback asked for without a rejection. */
  FOLLOWUP_RULE_FOLLOW_UP_AFTER_DECISION = 309,    /**< A follow-up after the process has ended. */
  FOLLOWUP_RULE_OFF_HOURS = 310                    /**< Sent outside the addressee's working hours. */
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
  FOLLOWUP_FAMILY_RECIPIENTS = 1, /**< to whom */
  FOLLOWUP_FAMILY_CONTENT = 2,    /**< what the message says */
  FOLLOWUP_FAMILY_PANEL = 3,      /**< the notes to a panel, side by side */
  FOLLOWUP_FAMILY_TIMING = 4      /**< when */
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
