/*
 * What a finding about time names: {1} the anchor, {2} the limit, {3} the steps between them ("none" where there are
 * none to tell), {4} a number.
 */
#ifndef FOLLOWUP_RULES_TIMING_WORDS_H
#define FOLLOWUP_RULES_TIMING_WORDS_H

#include "rules/inspection.h"
#include "rules/deadlines.h"
#include "time/local_text.h"

enum { STEP_WORDS = 121 }; /* no more of an argument is shown */

struct timing_words {
  char anchor[TIME_WORDS], limit[TIME_WORDS], steps[STEP_WORDS];
  int number;
};

/* A finding at the time sent. */
bool report_time(struct inspection *in, const struct rule_row *row, const struct timing_words *words);

/* How the window came about: the words and their reading, or the business days counted. */
void say_window_steps(const struct inspection *in, const struct status_window *window, struct timing_words *words);

#endif
