/* A draft as a caller asks for it and holds it. */
#include "draft/draft.h"

#include <string.h>

#include "base/error.h"
#include "draft/drafting.h"
#include "model/build.h"

/* Registers */

static const char *const register_names[] = {"neutral", "formal"};
enum { REGISTERS = sizeof register_names / sizeof register_names[0] };

const char *followup_register_name(followup_register tone) {
  return (unsigned)tone < REGISTERS ? register_names[tone] : NULL;
}

bool followup_register_from_name(const char *name, size_t length, followup_register *tone) {
  if (name == NULL || tone == NULL) return false;
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(name);
  for (unsigned i = 0; i < REGISTERS; i++) {
    if (strlen(register_names[i]) != length || memcmp(register_names[i], name, length) != 0) continue;
    *tone = (followup_register)i;
    return true;
  }
  return false;
}

/* Making */

static text_place keep(followup_draft *draft, const char *text, size_t length, bool *good) {
  return text_pool_add(draft->context, &draft->texts, text != NULL ? text : "", length, good);
}

static text_place keep_text(followup_draft *draft, const struct model_text *text, bool *good) {
  return keep(draft, text->bytes, text->length, good);
}

static text_place keep_line(followup_draft *draft, const struct model_text *text, bool *good) {
  char *line = memory_take(draft->context, text->length + 1);
  if (line == NULL) {
    *good = false;
    return 0;
  }
  size_t length = copy_line(model_text_bytes(text), text->length, line);
  text_place place = keep(draft, line, length, good);
  memory_give(draft->context, line);
  return place;
}

static followup_draft *copy_draft(const struct drafting *drafting) {
  followup_draft *draft = memory_take_zeroed(drafting->context, sizeof *draft);
  if (draft == NULL) return NULL;
  const struct mailbox *to = &drafting->to;
  bool good = true;
  draft->context = drafting->context;
  draft->kind = drafting->kind;
  draft->action = drafting->action->kind;
  if (drafting->interview != NULL) draft->interview = keep_text(draft, &drafting->interview->id, &good);
  draft->to = keep_text(draft, &to->address, &good);
  draft->has_address = !model_text_is_empty(&to->address);
  if (!draft->has_address) draft->to = keep_line(draft, &to->name, &good);
  draft->to_name = keep_line(draft, &to->name, &good);
  draft->subject = keep(draft, drafting->subject.items, drafting->subject.count, &good);
  draft->body = keep(draft, drafting->body.items, drafting->body.count, &good);
  draft->to_do = keep(draft, drafting->to_do.items, drafting->to_do.count, &good);
  if (good && array_append(draft->context, &draft->slots, &drafting->slots) &&
      array_append(draft->context, &draft->settled, &drafting->settled))
    return draft;
  followup_draft_free(draft);
  return NULL;
}

static followup_status take_policy(struct drafting *drafting, const followup_policy *policy, followup_error *error) {
  drafting->policy = policy;
  if (policy != NULL) return FOLLOWUP_OK;
  followup_status status = followup_policy_new(drafting->context, &drafting->own_policy, error);
  drafting->policy = drafting->own_policy;
  return status;
}

static followup_status make(struct drafting *drafting, const followup_policy *policy, followup_draft **made,
                            followup_error *error) {
  followup_status status = take_policy(drafting, policy, error);
  if (status == FOLLOWUP_OK) status = locate(drafting, error);
  if (status != FOLLOWUP_OK) return status;
  status = find_settled(drafting);
  if (status == FOLLOWUP_OK) status = gather_facts(drafting);
  if (status == FOLLOWUP_OK) status = compose(drafting);
  followup_draft *draft = status == FOLLOWUP_OK ? copy_draft(drafting) : NULL;
  if (status == FOLLOWUP_OK && draft == NULL) status = FOLLOWUP_E_MEMORY;
  if (status != FOLLOWUP_OK) return error_at(error, status, NULL, FOLLOWUP_NOWHERE, NULL);
  *made = draft;
  return FOLLOWUP_OK;
}

static void drafting_close(struct drafting *drafting) {
  const followup_context *context = drafting->context;
  history_free(context, &drafting->history);
  followup_window_free(drafting->reading);
  mailbox_free(context, &drafting->own_to);
  facts_free(&drafting->facts);
  array_free(context, &drafting->settled);
  array_free(context, &drafting->things);
  array_free(context, &drafting->notes);
  array_free(context, &drafting->subject);
  array_free(context, &drafting->body);
  array_free(context, &drafting->to_do);
  array_free(context, &drafting->slots);
  followup_policy_free(drafting->own_policy);
}

followup_status followup_draft_make(const followup_policy *policy, const followup_case *of,
                                    const followup_action *action, int64_t now, followup_register tone, const char *to,
                                    size_t to_length, followup_draft **made, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  if (action == NULL) return error_argument(error, "action", "is NULL");
  if (made == NULL) return error_argument(error, "made", "is NULL");
  if (now == FOLLOWUP_NO_TIME) return error_argument(error, "now", "is not a time");
  if (followup_register_name(tone) == NULL) return error_at(error, FOLLOWUP_E_UNKNOWN, "tone", FOLLOWUP_NOWHERE, NULL);
  struct drafting drafting = {.context = of->context,
                              .action = action,
                              .given = to,
                              .given_length = to_length,
                              .tone = tone,
                              .view = {of, now},
                              .facts = {.context = of->context, .registers = 1U << tone}};
  followup_status status = make(&drafting, policy, made, error);
  drafting_close(&drafting);
  return status;
}

void followup_draft_free(followup_draft *draft) {
  if (draft == NULL) return;
  array_free(draft->context, &draft->texts);
  array_free(draft->context, &draft->slots);
  array_free(draft->context, &draft->settled);
  memory_give(draft->context, draft);
}

/* Reading */

followup_kind followup_draft_kind(const followup_draft *draft) {
  return draft != NULL ? draft->kind : FOLLOWUP_KIND_UNKNOWN;
}

#define TEXT_GETTER(name)                                                            \
  const char *followup_draft_##name(const followup_draft *draft) {                   \
    return draft != NULL && draft->name > 0 ? draft->texts.items + draft->name : ""; \
  }

TEXT_GETTER(interview)
TEXT_GETTER(to)
TEXT_GETTER(to_name)
TEXT_GETTER(subject)
TEXT_GETTER(body)
TEXT_GETTER(to_do)

size_t followup_draft_slot_count(const followup_draft *draft) { return draft != NULL ? draft->slots.count : 0; }

bool followup_draft_slot(const followup_draft *draft, size_t index, size_t *start, size_t *end) {
  if (index >= followup_draft_slot_count(draft)) return false;
  if (start != NULL) *start = draft->slots.items[index].start;
  if (end != NULL) *end = draft->slots.items[index].end;
  return true;
}

static bool is_at(const struct action_places *one, const struct action_places *other) {
  return one->interview == other->interview && one->interviewer == other->interviewer &&
         one->material == other->material && one->event == other->event;
}

bool followup_draft_settles(const followup_draft *draft, const followup_action *action) {
  if (draft == NULL || action == NULL || action->kind != draft->action) return false;
  for (size_t i = 0; i < draft->settled.count; i++)
    if (is_at(&draft->settled.items[i], &action->places)) return true;
  return false;
}
