/* From an action to the parts of the case that it speaks of, and to the person whom the draft is written to. */
#include <string.h>

#include "base/error.h"
#include "draft/drafting.h"
#include "model/build.h"
#include "model/queries.h"
#include "plan/planner.h"

static followup_kind kind_of(followup_action_kind action) {
  static const followup_kind kinds[] = {
      [FOLLOWUP_ACTION_THANK_YOU] = FOLLOWUP_KIND_THANK_YOU,
      [FOLLOWUP_ACTION_MATERIALS] = FOLLOWUP_KIND_MATERIALS,
      [FOLLOWUP_ACTION_INFORMATION_REPLY] = FOLLOWUP_KIND_INFORMATION_REPLY,
      [FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP] = FOLLOWUP_KIND_APPLICATION_FOLLOW_UP,
      [FOLLOWUP_ACTION_STATUS_CHECK] = FOLLOWUP_KIND_STATUS_CHECK,
      [FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT] = FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT,
      [FOLLOWUP_ACTION_FEEDBACK_REQUEST] = FOLLOWUP_KIND_FEEDBACK_REQUEST,
  };
  return action != FOLLOWUP_ACTION_CAPTURE_NOTES ? kinds[action] : FOLLOWUP_KIND_UNKNOWN;
}

/* Parts */

static bool find_in_interview(struct drafting *drafting, const struct action_places *places) {
  const followup_interview *interview = drafting->interview;
  if (places->interviewer != FOLLOWUP_NOWHERE) {
    if (places->interviewer >= interview->panel.count) return false;
    drafting->interviewer = interview->panel.items[places->interviewer];
  }
  if (places->material != FOLLOWUP_NOWHERE) {
    if (places->material >= interview->promised_materials.count) return false;
    drafting->material = &interview->promised_materials.items[places->material];
  }
  return true;
}

/* The parts by their places; false where the case has none there, or another one. */
static bool find_parts(struct drafting *drafting) {
  const followup_case *of = drafting->view.of;
  const struct action_places *places = &drafting->action->places;
  if (places->interview != FOLLOWUP_NOWHERE) {
    if (places->interview >= of->interviews.count) return false;
    drafting->interview = of->interviews.items[places->interview];
    if (strcmp(model_text_bytes(&drafting->interview->id), followup_action_interview(drafting->action)) != 0)
      return false;
    if (!find_in_interview(drafting, places)) return false;
  }
  if (places->event == FOLLOWUP_NOWHERE) return true;
  if (places->event >= of->events.count) return false;
  drafting->event = of->events.items[places->event];
  return true;
}

static followup_status find_window(struct drafting *drafting) {
  if (!history_read(drafting->context, &drafting->history, drafting->view.of)) return FOLLOWUP_E_MEMORY;
  return find_status_window(&drafting->history, drafting->policy, drafting->view.at, &drafting->reading,
                            &drafting->window);
}

/* The conversation that the message looks back at: the action's, else the last before it. */
static void find_conversation(struct drafting *drafting) {
  if (drafting->interview != NULL || drafting->kind == FOLLOWUP_KIND_APPLICATION_FOLLOW_UP) return;
  drafting->interview = case_latest_interview(drafting->view.of, drafting->view.at);
}

/* People */

/* A mailbox filled up with what the panels know of that person. */
static struct mailbox fill_up(const followup_case *of, struct mailbox mailbox) {
  const followup_interviewer *met = case_find_interviewer(of, &mailbox);
  if (met == NULL) return mailbox;
  if (model_text_is_empty(&mailbox.address)) mailbox.address = met->email;
  if (model_text_is_empty(&mailbox.name)) mailbox.name = met->name;
  return mailbox;
}

static bool is_nobody(const struct mailbox *mailbox) {
  return model_text_is_empty(&mailbox->address) && model_text_is_empty(&mailbox->name);
}

/* Who wrote last, on the employer's side. */
static struct mailbox last_writer(const followup_case *of, int64_t until) {
  const followup_event *last = NULL;
  for (size_t i = 0; i < of->events.count; i++) {
    const followup_event *event = of->events.items[i];
    if (event->at <= until && !is_nobody(&event->from) && (last == NULL || event->at >= last->at)) last = event;
  }
  return last != NULL ? last->from : (struct mailbox){.name = {NULL, 0}};
}

/* Whom one would ask, where the action names nobody. */
static struct mailbox likely_receiver(const struct drafting *drafting) {
  const struct followup_event *promise = drafting->window.promise;
  const followup_interview *interview = drafting->interview;
  if (promise != NULL && !is_nobody(&promise->from)) return promise->from;
  struct mailbox last = last_writer(drafting->view.of, drafting->view.at);
  if (is_nobody(&last) && interview != NULL && interview->panel.count == 1)
    return interviewer_mailbox(interview->panel.items[0]);
  return last;
}

/* Who is thanked can be given an address, or another one, but can be nobody else: what they said is theirs. */
static bool is_thanked(const struct drafting *drafting, struct mailbox *to) {
  const struct mailbox met = interviewer_mailbox(drafting->interviewer);
  if (model_text_is_empty(&to->name) && model_text_is_empty(&met.address)) to->name = met.name;
  return mailbox_same(to, &met) || name_compare(&to->name, &met.name) == 0;
}

static void find_receiver(struct drafting *drafting) {
  if (drafting->given != NULL)
    drafting->to = drafting->own_to;
  else if (drafting->interviewer != NULL)
    drafting->to = interviewer_mailbox(drafting->interviewer);
  else if (drafting->material != NULL)
    drafting->to = drafting->material->to;
  else if (drafting->event != NULL && drafting->kind != FOLLOWUP_KIND_STATUS_CHECK)
    drafting->to = drafting->event->from;
  bool asks = drafting->kind == FOLLOWUP_KIND_STATUS_CHECK || drafting->kind == FOLLOWUP_KIND_APPLICATION_FOLLOW_UP;
  if (asks && is_nobody(&drafting->to)) drafting->to = likely_receiver(drafting);
  drafting->to = fill_up(drafting->view.of, drafting->to);
}

static followup_status read_given(struct drafting *drafting, followup_error *error) {
  if (drafting->given == NULL) return FOLLOWUP_OK;
  return mailbox_set(drafting->context, &drafting->own_to, "to", drafting->given, drafting->given_length, error);
}

followup_status locate(struct drafting *drafting, followup_error *error) {
  drafting->kind = kind_of(drafting->action->kind);
  if (drafting->kind == FOLLOWUP_KIND_UNKNOWN) return error_argument(error, "action", "is no message to write");
  if (drafting->action->opens > drafting->view.at) drafting->view.at = drafting->action->opens;
  if (!find_parts(drafting)) return error_argument(error, "action", "is of another case");
  followup_status status = read_given(drafting, error);
  if (status != FOLLOWUP_OK) return status;
  status = find_window(drafting);
  if (status != FOLLOWUP_OK) return error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
  find_conversation(drafting);
  find_receiver(drafting);
  if (drafting->given == NULL || drafting->interviewer == NULL || is_thanked(drafting, &drafting->to))
    return FOLLOWUP_OK;
  return error_argument(error, "to", "is not who is thanked");
}
