/* What to do next, and what was done: the plan and the record of a case. */
#ifndef FOLLOWUP_PLAN_H
#define FOLLOWUP_PLAN_H

#include <followup/case.h>
#include <followup/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Every follow-up that a case calls for. Does not change; any thread. It keeps nothing of the case. Since 0.1. */
typedef struct followup_plan followup_plan;

/** One follow-up. Owned by its plan, as is all text that it gives. Since 0.1. */
typedef struct followup_action followup_action;

/** What is to be done. Numbers are never reused. Since 0.1. */
typedef enum followup_action_kind {
  FOLLOWUP_ACTION_CAPTURE_NOTES = 1,         /**< write down what an interviewer said */
  FOLLOWUP_ACTION_THANK_YOU = 2,             /**< thank an interviewer */
  FOLLOWUP_ACTION_MATERIALS = 3,             /**< send what was promised */
  FOLLOWUP_ACTION_INFORMATION_REPLY = 4,     /**< answer what was asked */
  FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP = 5, /**< ask after the application */
  FOLLOWUP_ACTION_STATUS_CHECK = 6,          /**< ask where things stand */
  FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT = 7, /**< thank for an offer */
  FOLLOWUP_ACTION_FEEDBACK_REQUEST = 8       /**< ask for feedback */
} followup_action_kind;

/** How far it is. Numbers are never reused. Since 0.1. */
typedef enum followup_action_state {
  FOLLOWUP_ACTION_DONE = 1,     /**< a message settled it */
  FOLLOWUP_ACTION_CLOSED = 2,   /**< it no longer applies */
  FOLLOWUP_ACTION_UPCOMING = 3, /**< too early */
  FOLLOWUP_ACTION_HELD = 4,     /**< it would be one unsolicited follow-up too many; `opens` says until when */
  FOLLOWUP_ACTION_OVERDUE = 5,  /**< it was due, and nothing settled it */
  FOLLOWUP_ACTION_OPEN = 6      /**< it can be done now, in time */
} followup_action_state;

/** "capture_notes" and so on; NULL for a kind this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_action_kind_name(followup_action_kind kind);
/** "done" and so on; NULL for a state this version does not know. Static. Since 0.1. */
FOLLOWUP_API const char *followup_action_state_name(followup_action_state state);

/**
 * Plans a case: one action for every follow-up that the process calls for, and none that it does not.
 *
 * policy  or NULL for the defaults
 * of      the case; every interview needs its time
 * now     Unix milliseconds, UTC; what was sent or happened later does not count
 * made    the new plan, owned by the caller: followup_plan_free(); it may outlive the case
 *
 * Errors: FOLLOWUP_E_ARGUMENT (an interview without its time, no now), FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY,
 * FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_plan_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                                followup_plan **made, followup_error *error);

/** Frees a plan; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_plan_free(followup_plan *plan);

/** How many actions it has. Since 0.1. */
FOLLOWUP_API size_t followup_plan_count(const followup_plan *plan);
/** An action, by due instant, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_action *followup_plan_at(const followup_plan *plan, size_t index);

/** What is to be done. Since 0.1. */
FOLLOWUP_API followup_action_kind followup_action_kind_of(const followup_action *action);
/** How far it is. Since 0.1. */
FOLLOWUP_API followup_action_state followup_action_state_of(const followup_action *action);
/** The id of the interview it follows; "" for actions of events and of the application. Since 0.1. */
FOLLOWUP_API const char *followup_action_interview(const followup_action *action);
/** The address, else the name, of whom it goes to; "" where nobody is named. Since 0.1. */
FOLLOWUP_API const char *followup_action_to(const followup_action *action);
/** The name of whom it goes to, where it is known; else "". Since 0.1. */
FOLLOWUP_API const char *followup_action_to_name(const followup_action *action);
/** The material that was promised; "" for other actions. Since 0.1. */
FOLLOWUP_API const char *followup_action_what(const followup_action *action);
/** The earliest instant, Unix milliseconds UTC. Since 0.1. */
FOLLOWUP_API int64_t followup_action_opens(const followup_action *action);
/** The last instant that is in time, Unix milliseconds UTC. Since 0.1. */
FOLLOWUP_API int64_t followup_action_due(const followup_action *action);
/** The zone that the two are told in: an IANA name or a fixed offset. Since 0.1. */
FOLLOWUP_API const char *followup_action_time_zone(const followup_action *action);
/** The earliest instant in that zone, "2026-03-05T15:00:00-06:00". Since 0.1. */
FOLLOWUP_API const char *followup_action_opens_local(const followup_action *action);
/** The last instant that is in time, in that zone. Since 0.1. */
FOLLOWUP_API const char *followup_action_due_local(const followup_action *action);
/** The id of the message that settled it, or "". Since 0.1. */
FOLLOWUP_API const char *followup_action_done_by(const followup_action *action);
/** Whether that message came after it was due. Since 0.1. */
FOLLOWUP_API bool followup_action_late(const followup_action *action);
/** Whether it may as well be left. Since 0.1. */
FOLLOWUP_API bool followup_action_optional(const followup_action *action);
/** Why, in English; the words may change from version to version. Since 0.1. */
FOLLOWUP_API const char *followup_action_because(const followup_action *action);

/** What the follow-ups of a case show a hiring manager: plain counts, never a score of a person. Does not change; any thread. Since 0.1. */
typedef struct followup_record followup_record;

/**
 * Counts the follow-ups of a case.
 *
 * policy  or NULL for the defaults
 * of      the case; every interview needs its time
 * now     Unix milliseconds, UTC; what was sent or happened later does not count
 * made    the new record, owned by the caller: followup_record_free(); it may outlive the case
 *
 * Errors: as followup_plan_make(). Since 0.1.
 */
FOLLOWUP_API followup_status followup_record_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                                  followup_record **made, followup_error *error);

/** Frees a record; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_record_free(followup_record *record);

/** Interviewers of all interviews that have ended; who sat in two counts twice. Since 0.1. */
FOLLOWUP_API size_t followup_record_interviewers(const followup_record *record);
/** How many of them were thanked. Since 0.1. */
FOLLOWUP_API size_t followup_record_thanked(const followup_record *record);
/** How many of them were thanked in time. Since 0.1. */
FOLLOWUP_API size_t followup_record_thanked_in_time(const followup_record *record);
/** The median time from an interview's end to the thank-you, in milliseconds; FOLLOWUP_NO_TIME where there is none. Since 0.1. */
FOLLOWUP_API int64_t followup_record_median_delay(const followup_record *record);
/** Notes held of what those interviewers said. Since 0.1. */
FOLLOWUP_API size_t followup_record_notes_held(const followup_record *record);
/** How many of them the thank-you to that interviewer takes up. Since 0.1. */
FOLLOWUP_API size_t followup_record_notes_taken_up(const followup_record *record);
/** Materials promised in interviews that have ended. Since 0.1. */
FOLLOWUP_API size_t followup_record_materials_promised(const followup_record *record);
/** How many of them were sent in time. Since 0.1. */
FOLLOWUP_API size_t followup_record_materials_in_time(const followup_record *record);
/** Status checks before their window had passed. Since 0.1. */
FOLLOWUP_API size_t followup_record_early_status_checks(const followup_record *record);
/** The id of the message that was one of them, or NULL past the end. Owned by the record. Since 0.1. */
FOLLOWUP_API const char *followup_record_early_status_check(const followup_record *record, size_t index);
/** The most unsolicited follow-ups in any span of the policy's hours (7 days). Since 0.1. */
FOLLOWUP_API size_t followup_record_most_unsolicited(const followup_record *record);
/** How many people were never thanked; who sat in two interviews counts once. Since 0.1. */
FOLLOWUP_API size_t followup_record_never_thanked_count(const followup_record *record);
/** The address, else the name, of one of them, or NULL past the end. Owned by the record. Since 0.1. */
FOLLOWUP_API const char *followup_record_never_thanked(const followup_record *record, size_t index);

#ifdef __cplusplus
}
#endif

#endif
