#include "model/queries.h"

#include "model/orders.h"

int64_t message_instant(const followup_message *message, int64_t now) {
  return message->sent != FOLLOWUP_NO_TIME ? message->sent : now;
}

const struct mailbox *message_addressee(const followup_message *message) {
  return message->to.count > 0 ? &message->to.items[0] : NULL;
}

const mailbox_list *message_recipients(const followup_message *message, followup_recipients list) {
  switch (list) {
    case FOLLOWUP_RECIPIENTS_TO: return &message->to;
    case FOLLOWUP_RECIPIENTS_CC: return &message->cc;
    case FOLLOWUP_RECIPIENTS_BCC: return &message->bcc;
  }
  return NULL;
}

const followup_interview *case_interview_named(const followup_case *of, const struct model_text *id) {
  const followup_interview sought = {.id = *id};
  size_t at = index_find(&of->interviews_by_id, &sought, order_by_id);
  if (at == of->interviews_by_id.count) return NULL;
  const followup_interview *found = of->interviews_by_id.items[at];
  return order_by_id(found, &sought) == 0 ? found : NULL;
}

const followup_interview *case_latest_interview(const followup_case *of, int64_t instant) {
  const followup_interview after_all = {.end = instant, .place = SIZE_MAX};
  size_t at = index_find(&of->interviews_by_end, &after_all, order_by_end);
  return at > 0 ? of->interviews_by_end.items[at - 1] : NULL;
}

const followup_interview *message_interview(const followup_message *message, int64_t now) {
  if (message->interview.length > 0) return case_interview_named(message->of, &message->interview);
  return case_latest_interview(message->of, message_instant(message, now));
}

static bool has_address(const followup_interviewer *interviewer, const struct mailbox *mailbox) {
  return mailbox->address.length > 0 && address_compare(&interviewer->email, &mailbox->address) == 0;
}

static bool has_name(const followup_interviewer *interviewer, const struct mailbox *mailbox) {
  return mailbox->name.length > 0 && name_compare(&interviewer->name, &mailbox->name) == 0;
}

/* The first seat of the interview in one of the case's orders, where the mailbox means who sits there. */
static const followup_interviewer *find_seat(const handle_index *index, const followup_interviewer *sought,
                                             handle_compare compare) {
  size_t at = index_find(index, sought, compare);
  const followup_interviewer *found = at < index->count ? index->items[at] : NULL;
  return found != NULL && found->interview == sought->interview ? found : NULL;
}

const followup_interviewer *interview_find_interviewer(const followup_interview *interview,
                                                       const struct mailbox *mailbox) {
  const followup_case *of = interview->of;
  const followup_interviewer sought = {
      .interview = (followup_interview *)interview, .email = mailbox->address, .name = mailbox->name};
  const followup_interviewer *found = find_seat(&of->interviewers_by_email, &sought, order_by_email);
  if (found != NULL && has_address(found, mailbox)) return found;
  found = find_seat(&of->interviewers_by_name, &sought, order_by_name);
  return found != NULL && has_name(found, mailbox) ? found : NULL;
}

/* Where the interviewers that a mailbox means stand side by side in one of the case's orders. */
struct run {
  const handle_index *index;
  size_t at;
  bool (*means)(const followup_interviewer *interviewer, const struct mailbox *mailbox);
};

static const followup_interviewer *run_interviewer(const struct run *run, const struct mailbox *mailbox) {
  if (run->at == run->index->count) return NULL;
  const followup_interviewer *interviewer = run->index->items[run->at];
  return run->means(interviewer, mailbox) ? interviewer : NULL;
}

static struct run find_run(const followup_case *of, const struct mailbox *mailbox) {
  followup_interview before_all = {.place = 0};
  const followup_interviewer sought = {.interview = &before_all, .email = mailbox->address, .name = mailbox->name};
  struct run run = {&of->interviewers_by_email, 0, has_address};
  run.at = index_find(run.index, &sought, order_by_email);
  if (run_interviewer(&run, mailbox) != NULL) return run;
  run = (struct run){&of->interviewers_by_name, 0, has_name};
  run.at = index_find(run.index, &sought, order_by_name);
  return run;
}

const followup_interviewer *case_find_interviewer(const followup_case *of, const struct mailbox *mailbox) {
  struct run run = find_run(of, mailbox);
  return run_interviewer(&run, mailbox);
}

const followup_interview *case_latest_interview_with(const followup_case *of, const struct mailbox *mailbox,
                                                     int64_t instant) {
  const followup_interview *latest = NULL;
  struct run run = find_run(of, mailbox);
  for (; run_interviewer(&run, mailbox) != NULL; run.at++) {
    const followup_interview *interview = run_interviewer(&run, mailbox)->interview;
    if (interview->end == FOLLOWUP_NO_TIME || interview->end > instant) continue;
    if (latest == NULL || interview->end >= latest->end) latest = interview;
  }
  return latest;
}

bool case_has_panel(const followup_case *of) { return of->interviewers_by_name.count > 0; }

const struct time_zone *interview_zone(const followup_interview *interview) {
  return interview->zone.zone != NULL ? interview->zone.zone : interview->of->candidate.zone.zone;
}

bool candidate_owns(const followup_candidate *candidate, const struct mailbox *mailbox) {
  const struct mailbox own = {.name = candidate->name, .address = candidate->email};
  return mailbox_same(&own, mailbox);
}
