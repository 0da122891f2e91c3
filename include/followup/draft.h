/* Drafts: a first version of the message that an action of a plan asks for, to be edited by the person who sends it. */
#ifndef FOLLOWUP_DRAFT_H
#define FOLLOWUP_DRAFT_H

#include <followup/plan.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A draft says only what the case holds: where a fact is missing, it is another sentence. Days are told as the reader
 * would ("yesterday", "on Tuesday", "on 3 March"), in the zone of the interview; what was promised, as past ("by last
 * Friday", "by Friday 13 March"). A greeting takes the first word of a name that is a known given name, else the whole,
 * without degrees; a title goes before the family name ("Dear Dr. Raman"). A role is named without what advertisements
 * put round it, and promised materials as phrases that fit ("the slides" for "I will send the slides"). Without the
 * candidate's name the draft is not signed, and followup_draft_to_do() says so.
 * The wording is chosen by the case and the addressee, out of so many that the notes to a panel are not alike; the same
 * arguments give the same draft.
 *
 * A thank-you note is a frame. What makes it personal is the person's own: for each of the interviewer's notes it holds
 * an open slot in brackets, which the linter reports as `placeholder` until it is filled.
 */

/** A subject and a body. Does not change; any thread. It keeps nothing of the case. Since 0.1. */
typedef struct followup_draft followup_draft;

/** How a draft is worded. Numbers are never reused. Since 0.1. */
typedef enum followup_register {
  FOLLOWUP_REGISTER_NEUTRAL = 0, /**< as one writes at work: "Dear Priya," */
  FOLLOWUP_REGISTER_FORMAL = 1   /**< with more distance: "Dear Priya Raman," */
} followup_register;

/** "neutral" or "formal"; NULL for any other number. Static. Since 0.1. */
FOLLOWUP_API const char *followup_register_name(followup_register tone);

/** Looks a register up by its name; false for any other text, and `tone` is left alone. Since 0.1. */
FOLLOWUP_API bool followup_register_from_name(const char *name, size_t length, followup_register *tone);

/**
 * Drafts the message of an action.
 *
 * policy  or NULL for the defaults
 * of      the case
 * action  of a plan of this case, in any state; not FOLLOWUP_ACTION_CAPTURE_NOTES, which is no message
 * now     Unix milliseconds, UTC; the draft is worded for that instant, or for the one at which the action opens, where
 *         that comes later
 * tone    the register
 * to      whom it goes to: `address`, `Name <address>` or a bare name (of a thank-you note: of the person thanked); NULL:
 *         as the action says. Where the action names nobody: who promised to be in touch, else who wrote last, else the
 *         one person of the last panel, else nobody.
 * made    the new draft, owned by the caller: followup_draft_free(); it may outlive case and plan
 *
 * Not a judging call: it may allocate, also in ICU. Errors: FOLLOWUP_E_ARGUMENT (no action, one of another case, one
 * without a message, no now, a broken mailbox, somebody else to be thanked), FOLLOWUP_E_UNKNOWN (register), FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT,
 * FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_draft_make(const followup_policy *policy, const followup_case *of,
                                                 const followup_action *action, int64_t now, followup_register tone,
                                                 const char *to, size_t to_length, followup_draft **made,
                                                 followup_error *error);

/** Frees a draft; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_draft_free(followup_draft *draft);

/* Getters: text is owned by the draft; "" where there is nothing to say. */

/** What kind of message it is. Since 0.1. */
FOLLOWUP_API followup_kind followup_draft_kind(const followup_draft *draft);
/** The id of the interview it is about, or "". Since 0.1. */
FOLLOWUP_API const char *followup_draft_interview(const followup_draft *draft);
/** The address, else the name, of whom it goes to; "" where nobody is known. Since 0.1. */
FOLLOWUP_API const char *followup_draft_to(const followup_draft *draft);
/** The name of whom it goes to, or "". Since 0.1. */
FOLLOWUP_API const char *followup_draft_to_name(const followup_draft *draft);
/** The subject: one line. Since 0.1. */
FOLLOWUP_API const char *followup_draft_subject(const followup_draft *draft);
/** The body; lines end with a line feed, paragraphs with an empty line. Since 0.1. */
FOLLOWUP_API const char *followup_draft_body(const followup_draft *draft);
/** What the person has to do before it can go, in a sentence of English: attach what it speaks of; or "". Since 0.1. */
FOLLOWUP_API const char *followup_draft_to_do(const followup_draft *draft);

/**
 * Whether sending it settles an action: the one it was made for, and, where that is FOLLOWUP_ACTION_MATERIALS or
 * FOLLOWUP_ACTION_INFORMATION_REPLY, the others of that kind that wait for the same person, which the draft names too;
 * of more than twelve those that go out in the same mail.
 *
 * action  of a plan of the same case
 *
 * False where either is NULL. Since 0.1.
 */
FOLLOWUP_API bool followup_draft_settles(const followup_draft *draft, const followup_action *action);

/** How many slots wait for the person's own words. Since 0.1. */
FOLLOWUP_API size_t followup_draft_slot_count(const followup_draft *draft);

/**
 * A slot: its bytes in the body, brackets included.
 *
 * start, end  the end exclusive; each may be NULL
 *
 * False, and nothing written, past the end. Since 0.1.
 */
FOLLOWUP_API bool followup_draft_slot(const followup_draft *draft, size_t index, size_t *start, size_t *end);

/**
 * Adds a draft to a case as a message that is not sent yet, from the candidate.
 *
 * of     the case that it was made for
 * added  the new message, owned by the case; may be NULL
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY; nothing is added then. Since 0.1.
 */
FOLLOWUP_API followup_status followup_draft_add(const followup_draft *draft, followup_case *of,
                                                followup_message **added, followup_error *error);

#ifdef __cplusplus
}
#endif

#endif
