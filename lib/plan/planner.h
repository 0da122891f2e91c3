/* The plan in the making: every action with what it hangs on, before anything is put into words. */
#ifndef FOLLOWUP_PLAN_PLANNER_H
#define FOLLOWUP_PLAN_PLANNER_H

#include <followup/plan.h>

#include "rules/deadlines.h"

/* What an action hangs on; members that do not matter for its kind are NULL. */
struct planned {
  followup_action_kind kind;
  followup_action_state state;
  size_t place; /* in the order of making: interviews, promises, events */
  const followup_interview *interview;
  const followup_interviewer *interviewer;
  const struct promised_material *material;
  const followup_event *event;
  struct mailbox to; /* borrowed; empty where nobody is named */
  const struct time_zone *zone;
  int64_t anchor, opens, due;
  bool rolled;
  const followup_message *done_by;
  const followup_message *thanked_by;        /* what closes the taking of notes */
  const followup_event *closed_by;           /* what closes it, where that is an event */
  const followup_interview *closed_by_round; /* where it is a later interview */
};

struct planner {
  const followup_context *context;
  const followup_policy *policy;
  followup_policy *own_policy; /* where the caller gave none */
  const followup_case *of;
  int64_t now;
  struct history history;
  struct people starts;                    /* interviewers at the start of each interview */
  struct people notes, papers;             /* who thank-yous and materials went to */
  const followup_event *last[EVENT_KINDS]; /* that had happened, by kind */
  const followup_event *last_plain_reply;  /* one that promises nothing new */
  int64_t free_again;                      /* when one more unsolicited follow-up is fine; FOLLOWUP_NO_TIME: now */
  struct status_window window;
  followup_window *reading;
  ARRAY(struct planned) actions;
  handle_index order; /* the same by due instant, kind and place */
};

/* Fills a planner with the actions of a case; close it also after a failure. */
followup_status planner_open(struct planner *planner, const followup_policy *policy, const followup_case *of,
                             int64_t now, followup_error *error);
void planner_close(struct planner *planner);

/* gather.c: makes the actions. False when there is no memory. */
bool gather_actions(struct planner *planner);

/* settle.c: which message settled an action, and what state it is in. */
void settle(const struct planner *planner, struct planned *action);
/* Whether and when unsolicited follow-ups are held back. */
void find_free_again(struct planner *planner);

#endif
