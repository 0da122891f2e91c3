#define _POSIX_C_SOURCE 200809L

#include "seats.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* How the plan calls a person: by the address, else by the name. */
static const char *called(const followup_interviewer *person) {
  const char *email = followup_interviewer_email(person);
  return *email != '\0' ? email : followup_interviewer_name(person);
}

static const followup_action *find_action(const struct seats *seats, const followup_interviewer *person) {
  for (size_t i = 0; i < followup_plan_count(seats->plan); i++) {
    const followup_action *action = followup_plan_at(seats->plan, i);
    if (followup_action_kind_of(action) == FOLLOWUP_ACTION_THANK_YOU &&
        strcmp(followup_action_interview(action), followup_interview_id(seats->interview)) == 0 &&
        strcasecmp(followup_action_to(action), called(person)) == 0)
      return action;
  }
  return NULL;
}

/* Whether "Name <address>", "address" or "Name" means the person. */
static bool means(const char *mailbox, const followup_interviewer *person) {
  const char *email = followup_interviewer_email(person), *name = followup_interviewer_name(person);
  const char *open = strrchr(mailbox, '<');
  size_t length = strlen(email);
  if (open != NULL && length > 0) return strncasecmp(open + 1, email, length) == 0 && open[1 + length] == '>';
  return strcasecmp(mailbox, email) == 0 || strcasecmp(mailbox, name) == 0;
}

static bool is_draft_to(const followup_message *message, const followup_interviewer *person) {
  return followup_message_kind(message) == FOLLOWUP_KIND_THANK_YOU &&
         followup_message_sent(message) == FOLLOWUP_NO_TIME &&
         followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO) > 0 &&
         means(followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, 0), person);
}

/* The message that the plan names, else the last draft. */
static const followup_message *find_note(const struct seats *seats, const struct seat *seat) {
  const char *done_by = followup_action_done_by(seat->action);
  const followup_message *found = NULL;
  for (size_t i = 0; i < followup_case_message_count(seats->of); i++) {
    const followup_message *message = followup_case_message(seats->of, i);
    bool wanted =
        *done_by != '\0' ? strcmp(followup_message_id(message), done_by) == 0 : is_draft_to(message, seat->person);
    if (wanted) found = message;
  }
  return found;
}

bool seats_find(followup_case *of, const followup_interview *interview, const followup_plan *plan,
                struct seats *seats) {
  size_t count = followup_interview_interviewer_count(interview);
  *seats = (struct seats){of, interview, plan, calloc(count > 0 ? count : 1, sizeof *seats->items), count};
  if (seats->items == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    struct seat *seat = &seats->items[i];
    seat->person = followup_interview_interviewer(interview, i);
    seat->action = find_action(seats, seat->person);
    seat->note = find_note(seats, seat);
    seat->held = followup_interviewer_note_count(seat->person);
    seat->taken_up = calloc(seat->held > 0 ? seat->held : 1, sizeof *seat->taken_up);
    if (seat->taken_up == NULL) return false;
  }
  return true;
}

void seats_free(struct seats *seats) {
  for (size_t i = 0; seats->items != NULL && i < seats->count; i++) free(seats->items[i].taken_up);
  free(seats->items);
}
