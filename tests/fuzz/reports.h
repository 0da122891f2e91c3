/* What holds of any report. */
#ifndef FOLLOWUP_TESTS_FUZZ_REPORTS_H
#define FOLLOWUP_TESTS_FUZZ_REPORTS_H

#include "fuzz/fuzz.h"

/* A part that findings point into, with its text. */
struct fuzz_part {
  const char *bytes;
  size_t length;
};

/*
 * Every finding names a rule and a level, and explains itself; its place lies in the part, on borders of characters,
 * and the quote is what stands there. `body` is the one text that was judged, or NULL for messages of the case `of`.
 */
void fuzz_check_report(followup_report *report, const struct fuzz_part *body, const followup_case *of);

/*
 * Two reports say the same in the same order. Texts are held against each other in the form; places too, where
 * `one_body` and `other_body` give what was judged.
 */
void fuzz_check_same_reports(followup_report *one, const struct fuzz_part *one_body, followup_report *other,
                             const struct fuzz_part *other_body, fuzz_form form);

/* Written as JSON and as SARIF, it is read back by Jansson with the same findings. */
void fuzz_check_written(followup_report *report);

#endif
