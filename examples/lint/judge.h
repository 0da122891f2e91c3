/* Reads an input and judges what is in it. */
#ifndef FOLLOWUP_LINT_JUDGE_H
#define FOLLOWUP_LINT_JUDGE_H

#include "session.h"

/* Judges a file of any kind, or says what is wrong with it. */
void judge_file(struct session *session, const char *path);

#endif
