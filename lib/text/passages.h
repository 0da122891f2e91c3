/* Passages: words in a row that two texts share, wherever in them they stand. */
#ifndef FOLLOWUP_TEXT_PASSAGES_H
#define FOLLOWUP_TEXT_PASSAGES_H

#include "text/substance.h"

/* Bytes of both texts. */
struct passage {
  uint32_t one_start, one_end, other_start, other_end;
};

struct passages {
  ARRAY(struct passage) found; /* in the order of the first text */
  uint32_t shared;             /* weight of the shared words: of the two texts' the smaller */
  bool same;                   /* both have the same words in the same order, and have any */
  sort_array one_runs, other_runs;
};

/* Compares two texts, in time linear in their length but for a logarithm. False when there is no memory. */
bool passages_find(const followup_context *context, const struct substance *one, const struct substance *other,
                   struct passages *passages);
void passages_free(const followup_context *context, struct passages *passages);

#endif
