/* Which of a person's points the note to them takes up. */
#ifndef FOLLOWUP_PANEL_TAKEN_UP_H
#define FOLLOWUP_PANEL_TAKEN_UP_H

#include "seats.h"

/* Fills `taken_up` of every seat with a note. */
followup_status find_taken_up(const followup_context *context, const struct seats *seats, followup_error *error);

#endif
