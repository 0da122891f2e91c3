/* How much the notes of a panel have in common. */
#ifndef FOLLOWUP_PANEL_ALIKE_H
#define FOLLOWUP_PANEL_ALIKE_H

#include "seats.h"

/* Two notes that are too much alike, by their seats. */
struct pair {
  size_t one, other;
  double share;
  bool same;
};

struct alike {
  followup_linter *linter;
  followup_scratch *scratch;
  char *names; /* of the candidate and the panel, with titles: what every note may hold */
  struct pair *pairs;
  size_t pair_count;
};

/* Finds the pairs that share at least `percent` of their wording: of each note the nearest other, each pair once. */
followup_status alike_find(struct alike *alike, const struct seats *seats, int percent, followup_error *error);
void alike_free(struct alike *alike);

/* What two notes share; `similarity` is used again and again, and freed by the caller. */
followup_status alike_compare(const struct alike *alike, const struct seats *seats, size_t one, size_t other,
                              followup_similarity **similarity, followup_error *error);

#endif
