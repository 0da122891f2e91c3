/* A draft in the making. */
#ifndef FOLLOWUP_DRAFT_DRAFTING_H
#define FOLLOWUP_DRAFT_DRAFTING_H

#include <followup/draft.h>

#include "draft/days.h"
#include "draft/draft.h"
#include "plan/action.h"

struct drafting {
  const followup_context *context;
  const followup_policy *policy;
  followup_policy *own_policy; /* where the caller gave none */
  const followup_action *action;
  const char *given; /* the mailbox that the caller gives, or NULL */
  size_t given_length;
  followup_register tone;
  followup_kind kind;
  struct view view;

  /* What the action hangs on in the case; NULL where it does not. */
  const followup_interview *interview;
  const followup_interviewer *interviewer;
  const struct promised_material *material;
  const followup_event *event;
  /* The action, and what else of the plan the same message answers. */
  ARRAY(struct action_places) settled;
  ARRAY(const struct model_text *) things; /* the promised materials of all of it */
  bool several_interviews, several_events;

  struct history history;
  struct status_window window;
  followup_window *reading;
  struct mailbox own_to; /* the caller's, parsed */
  struct mailbox to;     /* borrowed; empty where nobody is known */
  struct facts facts;
  ARRAY(const struct model_text *) notes; /* of the interviewer, those that say something */

  uint64_t seed; /* of the choice among wordings */
  size_t turn;   /* how far from it: the place in the panel */

  byte_array subject, body, to_do;
  ARRAY(struct slot) slots;
};

/* locate.c: finds what the action speaks of, and to whom the draft goes. */
followup_status locate(struct drafting *drafting, followup_error *error);
/* settled.c: finds what else of the plan the same message answers. */
followup_status find_settled(struct drafting *drafting);
/* gather.c: fills the facts. */
followup_status gather_facts(struct drafting *drafting);
/* compose.c: chooses the wordings and puts them together. */
followup_status compose(struct drafting *drafting);

#endif
