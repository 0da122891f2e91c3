/*
 * What has happened in a case, in the order of time: what timing rules, plan and record ask. It is made once a case, in
 * n log n, so that no question takes a walk over all messages.
 *
 * "Before" and "after" are by instant, then by place in the case.
 */
#ifndef FOLLOWUP_RULES_HISTORY_H
#define FOLLOWUP_RULES_HISTORY_H

#include "policy/policy.h"
#include "rules/people.h"

enum { EVENT_KINDS = FOLLOWUP_EVENT_HIRE + 1 };

struct history {
  const followup_case *of;
  handle_index events[EVENT_KINDS]; /* of struct followup_event, by kind */
  handle_index promises;            /* those that say when the employer will be in touch */
  handle_index sent[KIND_COUNT];    /* of struct followup_message: those that were sent, by kind */
  handle_index follow_ups;          /* the unsolicited ones of them; of each round of notes the first */
  handle_index first_notes;         /* by the interview's place: the first note of its round, or NULL */
  handle_index material_interviews; /* those in which materials were promised, by their end */
  struct people interviewers;       /* at the end of each interview */
};

/* Fills or refills a history; false when there is no memory. */
bool history_read(const followup_context *context, struct history *history, const followup_case *of);
void history_free(const followup_context *context, struct history *history);

/* A point in time between messages: those before it come before it. */
struct moment {
  int64_t at;
  size_t place;
};

/* The moment at which a message counts as sent; a draft comes after all that was sent by now. */
struct moment message_moment(const followup_message *message, int64_t now);

/* How many of some messages, or events, are before a moment. */
size_t messages_before(const handle_index *messages, struct moment moment);
size_t events_before(const handle_index *events, struct moment moment);
/* The last event of a kind at or before an instant, or NULL. */
const followup_event *last_event(const struct history *history, followup_event_kind kind, int64_t until);
/* The first message of a kind at or after an instant and not after `until`, or NULL. */
const followup_message *first_message(const struct history *history, followup_kind kind, int64_t from, int64_t until);

/* The last interview that had ended and in which materials were promised, or NULL. */
const followup_interview *last_material_interview(const struct history *history, int64_t until);

bool is_unsolicited(followup_kind kind);
/* How many follow-ups count against one at that moment: those of the policy's hours before it. */
size_t follow_ups_in_the_way(const struct history *history, const followup_policy *policy, struct moment moment);
/* Whether a note of the interview's round was sent before. */
bool round_has_begun(const struct history *history, const followup_interview *interview, struct moment moment);

/* Adds to an instant; what an instant cannot hold is the last that it can. */
int64_t instant_add(int64_t instant, int64_t milliseconds);

enum { HOUR_MILLISECONDS = 3600 * 1000 };

#endif
