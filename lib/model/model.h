/*
 * The case as rules read it: everything is filled by the setters, nothing changes while a case is judged.
 *
 * A case owns all that hangs from it. Handles are allocated one by one, so that their addresses stay.
 */
#ifndef FOLLOWUP_MODEL_MODEL_H
#define FOLLOWUP_MODEL_MODEL_H

#include <followup/case.h>

#include "model/index.h"
#include "model/mailbox.h"
#include "time/calendar.h"

/* A zone as it was named, and what it means; nothing and NULL where none was set. */
struct zone_choice {
  struct model_text id;
  const struct time_zone *zone; /* owned by the case's `zones` */
};

struct followup_interviewer {
  struct followup_interview *interview;
  size_t place; /* in the panel */
  struct model_text name, email, title;
  text_list notes;
};

struct promised_material {
  struct model_text what;
  struct mailbox to; /* empty where nobody was named */
};

struct followup_interview {
  struct followup_case *of;
  size_t place; /* in the case */
  struct model_text id, stage;
  int64_t start, end; /* FOLLOWUP_NO_TIME until both are set */
  struct zone_choice zone;
  ARRAY(struct followup_interviewer *) panel;
  struct model_text promised_reply;
  int64_t window_ends; /* or FOLLOWUP_NO_TIME */
  ARRAY(struct promised_material) promised_materials;
};

struct followup_event {
  struct followup_case *of;
  size_t place; /* in the case */
  followup_event_kind kind;
  int64_t at;
  struct mailbox from;
  struct model_text promised_reply;
};

enum { PLACE_ID = 24 };

struct followup_message {
  struct followup_case *of;
  size_t place; /* in the case */
  followup_kind kind;
  struct model_text id;        /* as set; read it through followup_message_id() */
  char place_id[PLACE_ID];     /* "m1", "m2", ... */
  struct model_text interview; /* the id of the interview it names; see message_interview() */
  struct mailbox from;
  mailbox_list to, cc, bcc;
  struct model_text subject, body;
  text_list attachments;
  int64_t sent; /* or FOLLOWUP_NO_TIME: a draft */
};

struct followup_candidate {
  struct followup_case *of;
  struct model_text name, email;
  struct zone_choice zone;
};

struct followup_case {
  const followup_context *context;
  struct model_text id, company, role;
  int64_t applied_at; /* or FOLLOWUP_NO_TIME */
  text_list other_companies;
  struct followup_candidate candidate;
  struct followup_calendar calendar;
  ARRAY(struct followup_interview *) interviews;
  ARRAY(struct followup_event *) events;
  ARRAY(struct followup_message *) messages;
  ARRAY(struct time_zone *) zones; /* each zone once, whoever names it */

  /* The same interviews and interviewers in other orders (model/orders.h), so that finding one takes no walk. */
  handle_index interviews_by_id;
  handle_index interviews_by_end; /* those whose time is set */
  handle_index interviewers_by_email;
  handle_index interviewers_by_name;
};

#endif
