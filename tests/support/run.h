/* Runs a list of Check tests; the exit code of the program. */
#ifndef FOLLOWUP_TESTS_RUN_H
#define FOLLOWUP_TESTS_RUN_H

#include <check.h>

/* `tests` ends with NULL. CK_FORK=no runs them in this process, for valgrind and the sanitizers. */
int run_tests(const char *name, const TTest *const tests[]);

#endif
