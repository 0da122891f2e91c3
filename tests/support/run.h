/* Runs a list of Check tests; the exit code of the program. */
#ifndef FOLLOWUP_TESTS_RUN_H
#define FOLLOWUP_TESTS_RUN_H

#include <check.h>

/* `tests` ends with NULL. CK_FORK=no runs them in this process, for valgrind and the sanitizers. */
int run_tests(const char *name, const TTest *const tests[]);
/* The same with what comes before and after each of them; either may be NULL. */
int run_tests_with(const char *name, const TTest *const tests[], void (*set_up)(void), void (*tear_down)(void));

#endif
