/*
 * Many cases, judged by as many threads as --jobs says and delivered in their order.
 *
 * Cases are gathered in batches; threads are started when a second batch comes, so that a few cases cost none. What is
 * held at a time does not grow with the input.
 */
#ifndef FOLLOWUP_LINT_MANY_H
#define FOLLOWUP_LINT_MANY_H

#include "session.h"

struct many;

/* Takes one case of a file, and judges it now or later; a case_taker, `user` being the session. */
bool many_take(const char *place, bool is_line, const char *json, size_t length, void *user);

/* Judges and delivers all that were taken: before anything else is printed, and at the end. */
void many_finish(struct session *session);

/* Frees; they were finished before. NULL is fine. */
void many_free(struct many *many);

#endif
