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
 */
#ifndef FOLLOWUP_H
#define FOLLOWUP_H

#include <followup/calendar.h>
#include <followup/case.h>
#include <followup/context.h>
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
