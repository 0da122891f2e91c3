/*
 * libfollowup: how a candidate should follow up after a job interview.
 *
 * A case goes in (candidate, interviews with their panels and notes, events, messages); findings come out: what is
 * wrong with a message, where, why, and what to do.
 *
 * Arguments come in one order: object, inputs, outputs, error. Every fallible call returns a followup_status; on
 * failure no output is touched, and the error (or NULL, where the detail is not wanted) tells what and where.
 * Text in is UTF-8 with its length in bytes, or FOLLOWUP_ZERO_TERMINATED. Text out ends with a NUL and is owned by the
 * handle it came from. Times are Unix milliseconds, UTC. The library keeps no state, reads no clock, locale,
 * environment or network, and never prints, exits or aborts.
 *
 * Threads: the signature says it. A handle that a call takes as `const` may be in any number of such calls at once, on
 * any threads; a handle that it takes without `const` (a setter's, a free's, a scratch, a report that is used again, an
 * error) is in no other call meanwhile. Calls that share no handle never meet. A context's allocator is called by
 * whichever thread makes the call. There are no locks, no thread-local variables and no hidden state.
 */
#ifndef FOLLOWUP_H
#define FOLLOWUP_H

#include <followup/calendar.h>
#include <followup/case.h>
#include <followup/context.h>
#include <followup/draft.h>
#include <followup/linter.h>
#include <followup/plan.h>
#include <followup/policy.h>
#include <followup/report.h>
#include <followup/rule.h>
#include <followup/similarity.h>
#include <followup/status.h>
#include <followup/uptake.h>
#include <followup/version.h>
#include <followup/window.h>

#endif
