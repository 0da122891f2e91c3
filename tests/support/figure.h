/*
 * The figures that a check has measured, each with its bound, for the table that tests/run.sh ends with: see
 * tests/README.md. Written to the file that FOLLOWUP_FIGURES names, or nowhere. A figure beyond its bound fails the
 * check: they return whether it is held, for an assertion.
 */
#ifndef FOLLOWUP_TESTS_FIGURE_H
#define FOLLOWUP_TESTS_FIGURE_H

#include <stdbool.h>

/* `what` in plain words, unique in the table; `unit` is "" or as in "ms". */
bool figure_at_most(const char *what, double figure, double bound, const char *unit);
bool figure_at_least(const char *what, double figure, double bound, const char *unit);
bool figure_exactly(const char *what, double figure, double bound, const char *unit);

/* True in tests/run.sh --all (FOLLOWUP_LONG=1): a check with a short and a long form takes the long one. */
bool figures_take_long(void);

#endif
