/* A panel as a person reads it. */
#ifndef FOLLOWUP_PANEL_HUMAN_H
#define FOLLOWUP_PANEL_HUMAN_H

#include "alike.h"
#include "terminal.h"

struct view {
  const struct terminal *terminal;
  const struct seats *seats;
  const struct alike *alike;
  int percent; /* of shared wording from which notes are too much alike */
  int64_t now;
};

/* Prints who was thanked, when, and which points were taken up. */
void human_print_seats(const struct view *view, const char *place);
/* Prints how much each two notes share, where there is room for it. */
followup_status human_print_matrix(const struct view *view, followup_error *error);
/* Prints the notes that are too much alike, the shared words marked. */
followup_status human_print_pairs(const struct view *view, followup_error *error);

#endif
