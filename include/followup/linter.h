/* The linter: judges messages. Immutable; one serves any number of threads. */
#ifndef FOLLOWUP_LINTER_H
#define FOLLOWUP_LINTER_H

#include <followup/case.h>
#include <followup/policy.h>
#include <followup/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The compiled pack with a policy. Since 0.1. */
typedef struct followup_linter followup_linter;

/** Working memory of judging calls, one a thread: it makes repeated calls fast. Since 0.1. */
typedef struct followup_scratch followup_scratch;

/**
 * Makes a linter.
 *
 * context  or NULL; outlives the linter
 * policy   copied, or NULL for the defaults
 * made     the new linter, owned by the caller: followup_linter_free()
 *
 * Errors: FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_linter_new(const followup_context *context, const followup_policy *policy,
                                                 followup_linter **made, followup_error *error);

/** Frees a linter that no call is using; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_linter_free(followup_linter *linter);

/**
 * Makes a scratch for one thread's calls with one linter.
 *
 * linter  outlives the scratch
 * made    the new scratch, owned by the caller: followup_scratch_free()
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_scratch_new(const followup_linter *linter, followup_scratch **made,
                                                  followup_error *error);

/** Frees a scratch; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_scratch_free(followup_scratch *scratch);

/*
 * Judging calls. `scratch` is NULL or made from the same linter. `report` points to NULL (a new report is made, owned
 * by the caller: followup_report_free()) or to a report of an earlier call, which is then used again. On failure the
 * report is as it was.
 */

/**
 * Judges one message of a case.
 *
 * linter   shared; any thread
 * of       the case
 * message  a message of `of`; a draft is judged as if sent at `now`
 * now      Unix milliseconds, UTC
 * report   the findings
 *
 * A thank-you note is held against the other notes of its interview to other people, drafts among them. Errors:
 * FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_lint_message(const followup_linter *linter, followup_scratch *scratch,
                                                   const followup_case *of, const followup_message *message,
                                                   int64_t now, followup_report **report, followup_error *error);

/** Judges every message of a case, in their order; otherwise as followup_lint_message(). Since 0.1. */
FOLLOWUP_API followup_status followup_lint_case(const followup_linter *linter, followup_scratch *scratch,
                                                const followup_case *of, int64_t now, followup_report **report,
                                                followup_error *error);

/**
 * Judges a text alone: the rules that need no case, no header and no time.
 *
 * linter  or NULL for the defaults (slower: one is made for the call)
 * kind    what the text is for, or FOLLOWUP_KIND_UNKNOWN to have it guessed; one of no kind gets the rules that hold
 *         for all kinds, and where the candidate leaves the process, not those of wanting the job (pressure,
 *         pleading, apologetic, wrong-company)
 * body    UTF-8, `length` bytes or FOLLOWUP_ZERO_TERMINATED
 * report  the findings
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_UTF8 (offset in the body), FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY,
 * FOLLOWUP_E_INTERNAL, FOLLOWUP_E_UNKNOWN (kind). Since 0.1.
 */
FOLLOWUP_API followup_status followup_lint_text(const followup_linter *linter, followup_scratch *scratch,
                                                followup_kind kind, const char *body, size_t length,
                                                followup_report **report, followup_error *error);

/**
 * Guesses what a message is for.
 *
 * linter         or NULL for the defaults
 * subject, body  UTF-8 with their lengths, or FOLLOWUP_ZERO_TERMINATED; subject may be NULL
 * kind           the likeliest kind; FOLLOWUP_KIND_UNKNOWN where the text gives no hint, and where the candidate
 *                withdraws, declines an offer or has taken another job: no kind of the table is for that
 *
 * Errors: as followup_lint_text(). Since 0.1.
 */
FOLLOWUP_API followup_status followup_guess_kind(const followup_linter *linter, followup_scratch *scratch,
                                                 const char *subject, size_t subject_length, const char *body,
                                                 size_t body_length, followup_kind *kind, followup_error *error);

/**
 * Counts the prose sentences of a body: without greeting, sign-off, signature and quoted mail, a postscript included.
 *
 * linter  or NULL for the defaults
 * body    UTF-8, `length` bytes or FOLLOWUP_ZERO_TERMINATED
 * count   the number of sentences
 *
 * Errors: as followup_lint_text(). Since 0.1.
 */
FOLLOWUP_API followup_status followup_prose_sentences(const followup_linter *linter, followup_scratch *scratch,
                                                      const char *body, size_t length, size_t *count,
                                                      followup_error *error);

#ifdef __cplusplus
}
#endif

#endif
