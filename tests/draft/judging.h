/* Drafts held against the linter, as if they were sent at the time at which their action opens. */
#ifndef FOLLOWUP_TESTS_DRAFT_JUDGING_H
#define FOLLOWUP_TESTS_DRAFT_JUDGING_H

#include <followup.h>

enum { MOST_NAMES = 512 };

/* What was counted over all drafts. */
struct judged {
  size_t drafts, frames, filled, panels, pairs;
  double most_alike;
};

/*
 * Drafts every message that the case calls for, in both registers, and judges it: finished ones have no finding,
 * frames only `placeholder` (without notes `not-personalized` too), and filled with the notes' own words none. Then all
 * frames of each panel, empty and filled, are compared. What is wrong is said on standard error, and the result is
 * false; `name` is the case's.
 */
bool judge_drafts(const followup_linter *linter, followup_case *of, const char *name, int64_t now,
                  struct judged *judged);

/* The body of a frame with its slots filled by the words of the notes; owned by the caller. */
char *fill_slots(const followup_draft *draft, const followup_interviewer *interviewer);

#endif
