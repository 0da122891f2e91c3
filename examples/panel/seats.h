/* Who sat on a panel, and the thank-you note to each of them. */
#ifndef FOLLOWUP_PANEL_SEATS_H
#define FOLLOWUP_PANEL_SEATS_H

#include <followup-formats.h>

struct seat {
  const followup_interviewer *person;
  const followup_action *action; /* what the plan says of thanking them */
  const followup_message *note;  /* sent or a draft, or NULL */
  bool *taken_up;                /* by note of the person */
  size_t held;
};

struct seats {
  followup_case *of;
  const followup_interview *interview;
  const followup_plan *plan;
  struct seat *items;
  size_t count;
};

/* Finds the seats of an interview; false when there is no memory. */
bool seats_find(followup_case *of, const followup_interview *interview, const followup_plan *plan, struct seats *seats);
void seats_free(struct seats *seats);

#endif
