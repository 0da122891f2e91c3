/* The case: one candidate's hiring process for one job. It owns everything that is added to it. */
#ifndef FOLLOWUP_CASE_H
#define FOLLOWUP_CASE_H

#include <followup/calendar.h>
#include <followup/candidate.h>
#include <followup/event.h>
#include <followup/interview.h>
#include <followup/message.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One candidate's hiring process for one job. One thread builds it; from then on any number may read it. Since 0.1. */
typedef struct followup_case followup_case;

/**
 * Makes an empty case.
 *
 * context  allocator, limits and zones, or NULL; outlives the case
 * made     the new case, owned by the caller: followup_case_free()
 *
 * One thread builds it; from then on any number may judge it. Errors: FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_case_new(const followup_context *context, followup_case **made,
                                               followup_error *error);

/** Frees a case and all that it owns; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_case_free(followup_case *of);

/*
 * Setters copy what they are given and replace what was there. All of them return FOLLOWUP_E_ARGUMENT (no handle, no
 * text, or as said), FOLLOWUP_E_UTF8 (with the offset), FOLLOWUP_E_LIMIT or FOLLOWUP_E_MEMORY, and change nothing then.
 */

/** Any name for the case. Since 0.1. */
FOLLOWUP_API followup_status followup_case_set_id(followup_case *of, const char *id, size_t length,
                                                  followup_error *error);

/** The company that the job is at. Since 0.1. */
FOLLOWUP_API followup_status followup_case_set_company(followup_case *of, const char *company, size_t length,
                                                       followup_error *error);

/** The role applied for. Since 0.1. */
FOLLOWUP_API followup_status followup_case_set_role(followup_case *of, const char *role, size_t length,
                                                    followup_error *error);

/** When the candidate applied, Unix milliseconds UTC; FOLLOWUP_NO_TIME takes it back. Since 0.1. */
FOLLOWUP_API followup_status followup_case_set_applied_at(followup_case *of, int64_t instant, followup_error *error);

/** Adds another employer that the candidate is in talks with. Since 0.1. */
FOLLOWUP_API followup_status followup_case_add_other_company(followup_case *of, const char *company, size_t length,
                                                             followup_error *error);

/**
 * Adds an interview.
 *
 * id     unlike the other interviews' (a double one is FOLLOWUP_E_ARGUMENT), not empty
 * added  the new interview, owned by the case
 *
 * Since 0.1.
 */
FOLLOWUP_API followup_status followup_case_add_interview(followup_case *of, const char *id, size_t length,
                                                         followup_interview **added, followup_error *error);

/** Adds an event at an instant (Unix milliseconds UTC); `added` is owned by the case. An unknown kind is FOLLOWUP_E_UNKNOWN. Since 0.1. */
FOLLOWUP_API followup_status followup_case_add_event(followup_case *of, followup_event_kind kind, int64_t at,
                                                     followup_event **added, followup_error *error);

/** Adds a message; `added` is owned by the case. An unknown kind number is FOLLOWUP_E_UNKNOWN. Since 0.1. */
FOLLOWUP_API followup_status followup_case_add_message(followup_case *of, followup_kind kind, followup_message **added,
                                                       followup_error *error);

/** Takes back the message that was added last, and frees it; any other is FOLLOWUP_E_ARGUMENT. Since 0.1. */
FOLLOWUP_API followup_status followup_case_drop_message(followup_case *of, followup_message *message,
                                                        followup_error *error);

/** Who writes; owned by the case, never NULL for a case. Since 0.1. */
FOLLOWUP_API followup_candidate *followup_case_candidate(followup_case *of);

/** The days off; owned by the case, never NULL for a case. Since 0.1. */
FOLLOWUP_API followup_calendar *followup_case_calendar(followup_case *of);

/* Getters: what they return is owned by the case, valid until it is set again or the case is freed. */

/** The id, or "". Since 0.1. */
FOLLOWUP_API const char *followup_case_id(const followup_case *of);
/** The company, or "". Since 0.1. */
FOLLOWUP_API const char *followup_case_company(const followup_case *of);
/** The role, or "". Since 0.1. */
FOLLOWUP_API const char *followup_case_role(const followup_case *of);
/** How many interviews it has. Since 0.1. */
FOLLOWUP_API size_t followup_case_interview_count(const followup_case *of);
/** An interview, in the order added, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_interview *followup_case_interview(const followup_case *of, size_t index);
/** How many events it has. Since 0.1. */
FOLLOWUP_API size_t followup_case_event_count(const followup_case *of);
/** An event, in the order added, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_event *followup_case_event(const followup_case *of, size_t index);
/** How many messages it has. Since 0.1. */
FOLLOWUP_API size_t followup_case_message_count(const followup_case *of);
/** A message, in the order added, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_message *followup_case_message(const followup_case *of, size_t index);

#ifdef __cplusplus
}
#endif

#endif
