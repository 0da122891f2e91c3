/* What rules ask of a case. Pure: none of them changes or allocates anything. */
#ifndef FOLLOWUP_MODEL_QUERIES_H
#define FOLLOWUP_MODEL_QUERIES_H

#include "model/model.h"

/* When a message counts as sent: `sent`, for a draft `now`. */
int64_t message_instant(const followup_message *message, int64_t now);

/* The first in To, or NULL. */
const struct mailbox *message_addressee(const followup_message *message);

/*
 * The interview that a message is about: the one it names (NULL where no interview has that id), else the latest that
 * had ended when it was sent (for a draft: at `now`), else NULL.
 */
const followup_interview *message_interview(const followup_message *message, int64_t now);

/* The interview of that id, or NULL. */
const followup_interview *case_interview_named(const followup_case *of, const struct model_text *id);

/* The interview with the latest end at or before `instant`, or NULL; of several ends alike the one added last. */
const followup_interview *case_latest_interview(const followup_case *of, int64_t instant);

/* The person of that panel whom a mailbox means: by address, else by name, else NULL. */
const followup_interviewer *interview_find_interviewer(const followup_interview *interview,
                                                       const struct mailbox *mailbox);

/* The same over all panels of the case: the first in the order added. */
const followup_interviewer *case_find_interviewer(const followup_case *of, const struct mailbox *mailbox);

/* The latest interview, ended at or before `instant`, that the mailbox's person sat in; or NULL. */
const followup_interview *case_latest_interview_with(const followup_case *of, const struct mailbox *mailbox,
                                                     int64_t instant);

/* Whether a panel of the case has anybody on it. */
bool case_has_panel(const followup_case *of);

/* The interview's own zone, else the candidate's, else NULL. */
const struct time_zone *interview_zone(const followup_interview *interview);

/* Whether a mailbox is the candidate's own: by address where both have one, else by name. */
bool candidate_owns(const followup_candidate *candidate, const struct mailbox *mailbox);

/* The list of that number, or NULL. */
const mailbox_list *message_recipients(const followup_message *message, followup_recipients list);

#endif
