/*
 * Who was met, or written to, and when: finds the first or last time of a person without a walk.
 *
 * Two mailboxes are one person by address where both have one, else by name (mailbox_same()).
 */
#ifndef FOLLOWUP_RULES_PEOPLE_H
#define FOLLOWUP_RULES_PEOPLE_H

#include "model/model.h"

struct meeting {
  struct mailbox person; /* borrowed */
  int64_t at;
  size_t place; /* of several at one instant, the first in the case */
  const void *handle;
};

struct people {
  ARRAY(struct meeting) meetings;
  handle_index by_address, by_name;
};

void people_clear(struct people *people);
/* False when there is no memory. People are found once they were sorted. */
bool people_add(const followup_context *context, struct people *people, const struct meeting *meeting);
bool people_sort(const followup_context *context, struct people *people);
void people_free(const followup_context *context, struct people *people);

/* The first meeting with a person at or after an instant, the last at or before it; or NULL. */
const struct meeting *people_first(const struct people *people, const struct mailbox *person, int64_t from);
const struct meeting *people_last(const struct people *people, const struct mailbox *person, int64_t until);

/* An interviewer as one would write to them. */
struct mailbox interviewer_mailbox(const followup_interviewer *interviewer);
/* Every interviewer of every interview whose time is set, at its start or its end; the handle is the interviewer. */
bool people_add_interviewers(const followup_context *context, struct people *people, const followup_case *of,
                             bool at_start);

#endif
