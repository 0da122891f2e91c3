/* A case judged and planned: what holds of any. */
#ifndef FOLLOWUP_TESTS_FUZZ_CASES_H
#define FOLLOWUP_TESTS_FUZZ_CASES_H

#include "fuzz/reports.h"

/* What is said of a case; freed by fuzz_opinion_free(). */
struct fuzz_opinion {
  int64_t now;
  followup_case *of;
  followup_report *report;
  followup_plan *plan;     /* NULL where it was refused */
  followup_record *record; /* NULL where it was refused */
};

/* Takes over the case. `now` may be FOLLOWUP_NO_TIME. */
struct fuzz_opinion fuzz_judge_case(followup_case *of, int64_t now);
void fuzz_opinion_free(struct fuzz_opinion *opinion);

/*
 * Each message judged alone has the findings that it has among the others, and the plan is written as a calendar. Slow:
 * for one of several readings of a case.
 */
void fuzz_check_further(const struct fuzz_opinion *opinion);

/* The same findings, plan and record, texts held against each other in the form. */
void fuzz_check_same_opinions(const struct fuzz_opinion *one, const struct fuzz_opinion *other, fuzz_form form);

#endif
