/* A run over cases: each is read, handed over and freed; what goes wrong is said, and the run goes on. */
#ifndef FOLLOWUP_SHARED_CASE_RUN_H
#define FOLLOWUP_SHARED_CASE_RUN_H

#include "run.h"

/* What a program does with a case, at the instant that counts. */
typedef followup_status (*case_work)(void *user, const char *place, followup_case *of, int64_t now);

/*
 * Does it with every case of a file, by its name one case or one a line, until standard output fails. `done` as in
 * run_now().
 */
void run_cases(struct run *run, const char *path, const char *done, case_work work, void *user);

#endif
