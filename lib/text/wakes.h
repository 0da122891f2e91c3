/*
 * Which phrases are worth following, and from where: quick looks at the words around the rarest one of each, by signs.
 * They only save work: a phrase that cannot be there may pass, one that is there always does.
 */
#ifndef FOLLOWUP_TEXT_WAKES_H
#define FOLLOWUP_TEXT_WAKES_H

#include "text/phrase.h"

/* Notes in the scan which needs the run of terms meets, whose terms bear these flags. */
void needs_meet(const struct pack *pack, struct phrase_scan *scan, size_t first, size_t last, uint16_t some_flags);

/* A run of terms whose needs were noted, and the phrases that are looked for in it. */
struct wake_run {
  size_t first, last; /* terms */
  int kind;           /* WAKES_FINDING, WAKES_VETOING */
  uint64_t lists;
};

/* Leaves in the scan's `woken` what is worth following, in the order of the terms. False when there is no memory. */
bool wakes_find(const followup_context *context, const struct pack *pack, const struct wake_run *run,
                struct phrase_scan *scan);

#endif
