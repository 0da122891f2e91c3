#include "base/error.h"
#include "model/build.h"
#include "model/orders.h"
#include "model/queries.h"
#include "time/zone.h"

followup_status followup_case_new(const followup_context *context, followup_case **made, followup_error *error) {
  if (made == NULL) return error_argument(error, "made", "is NULL");
  context = context_or_default(context);
  struct followup_case *of = memory_take_zeroed(context, sizeof *of);
  if (of == NULL) return error_memory(error);
  of->context = context;
  of->applied_at = FOLLOWUP_NO_TIME;
  of->candidate.of = of;
  calendar_begin(&of->calendar, context);
  *made = of;
  return FOLLOWUP_OK;
}

static void free_handles(struct followup_case *of) {
  const followup_context *context = of->context;
  for (size_t i = 0; i < of->interviews.count; i++) interview_free(of->interviews.items[i]);
  for (size_t i = 0; i < of->events.count; i++) event_free(of->events.items[i]);
  for (size_t i = 0; i < of->messages.count; i++) message_free(of->messages.items[i]);
  for (size_t i = 0; i < of->zones.count; i++) time_zone_free(context, of->zones.items[i]);
  array_free(context, &of->interviews);
  array_free(context, &of->events);
  array_free(context, &of->messages);
  array_free(context, &of->zones);
}

static void free_orders(struct followup_case *of) {
  array_free(of->context, &of->interviews_by_id);
  array_free(of->context, &of->interviews_by_end);
  array_free(of->context, &of->interviewers_by_email);
  array_free(of->context, &of->interviewers_by_name);
}

void followup_case_free(followup_case *of) {
  if (of == NULL) return;
  const followup_context *context = of->context;
  free_handles(of);
  free_orders(of);
  model_text_free(context, &of->id);
  model_text_free(context, &of->company);
  model_text_free(context, &of->role);
  model_text_list_free(context, &of->other_companies);
  model_text_free(context, &of->candidate.name);
  model_text_free(context, &of->candidate.email);
  model_text_free(context, &of->candidate.zone.id);
  calendar_end(&of->calendar);
  memory_give(context, of);
}

followup_status followup_case_set_id(followup_case *of, const char *id, size_t length, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return model_text_set(of->context, &of->id, "id", id, length, error);
}

static followup_status within_application(followup_status status, followup_error *error) {
  return error_within("application", FOLLOWUP_NOWHERE, status, error);
}

followup_status followup_case_set_company(followup_case *of, const char *company, size_t length,
                                          followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return within_application(model_text_set(of->context, &of->company, "company", company, length, error), error);
}

followup_status followup_case_set_role(followup_case *of, const char *role, size_t length, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return within_application(model_text_set(of->context, &of->role, "role", role, length, error), error);
}

followup_status followup_case_set_applied_at(followup_case *of, int64_t instant, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  of->applied_at = instant;
  return FOLLOWUP_OK;
}

static followup_status add_company(struct followup_case *of, const char *given, size_t length, followup_error *error) {
  struct model_text company;
  followup_status status = model_text_copy_filled(of->context, "", given, length, &company, error);
  if (status != FOLLOWUP_OK) return status;
  if (!array_reserve(of->context, &of->other_companies, 1)) {
    model_text_free(of->context, &company);
    return error_memory(error);
  }
  of->other_companies.items[of->other_companies.count++] = company;
  return FOLLOWUP_OK;
}

followup_status followup_case_add_other_company(followup_case *of, const char *company, size_t length,
                                                followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return error_within("other_companies", of->other_companies.count, add_company(of, company, length, error), error);
}

/* Takes `id` over where all goes well. */
static followup_status keep_interview(struct followup_case *of, struct model_text id, struct followup_interview **added,
                                      followup_error *error) {
  if (case_interview_named(of, &id) != NULL) return error_argument(error, "id", "another interview has it already");
  if (!array_reserve(of->context, &of->interviews, 1) || !array_reserve(of->context, &of->interviews_by_id, 1))
    return error_memory(error);
  struct followup_interview *interview = interview_new(of);
  if (interview == NULL) return error_memory(error);
  interview->id = id;
  of->interviews.items[of->interviews.count++] = interview;
  index_insert(&of->interviews_by_id, interview, order_by_id);
  if (added != NULL) *added = interview;
  return FOLLOWUP_OK;
}

static followup_status add_interview(struct followup_case *of, const char *given, size_t length,
                                     struct followup_interview **added, followup_error *error) {
  struct model_text id;
  followup_status status = model_text_copy_filled(of->context, "id", given, length, &id, error);
  if (status != FOLLOWUP_OK) return status;
  status = keep_interview(of, id, added, error);
  if (status != FOLLOWUP_OK) model_text_free(of->context, &id);
  return status;
}

followup_status followup_case_add_interview(followup_case *of, const char *id, size_t length,
                                            followup_interview **added, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return error_within("interviews", of->interviews.count, add_interview(of, id, length, added, error), error);
}

static followup_status add_event(struct followup_case *of, followup_event_kind kind, int64_t at,
                                 struct followup_event **added, followup_error *error) {
  if (followup_event_kind_name(kind) == NULL)
    return error_at(error, FOLLOWUP_E_UNKNOWN, "kind", FOLLOWUP_NOWHERE, NULL);
  if (at == FOLLOWUP_NO_TIME) return error_argument(error, "at", "is not a time");
  if (!array_reserve(of->context, &of->events, 1)) return error_memory(error);
  struct followup_event *event = event_new(of, kind, at);
  if (event == NULL) return error_memory(error);
  of->events.items[of->events.count++] = event;
  if (added != NULL) *added = event;
  return FOLLOWUP_OK;
}

followup_status followup_case_add_event(followup_case *of, followup_event_kind kind, int64_t at, followup_event **added,
                                        followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return error_within("events", of->events.count, add_event(of, kind, at, added, error), error);
}

static followup_status add_message(struct followup_case *of, followup_kind kind, struct followup_message **added,
                                   followup_error *error) {
  if (followup_kind_name(kind) == NULL) return error_at(error, FOLLOWUP_E_UNKNOWN, "kind", FOLLOWUP_NOWHERE, NULL);
  if (!array_reserve(of->context, &of->messages, 1)) return error_memory(error);
  struct followup_message *message = message_new(of, kind);
  if (message == NULL) return error_memory(error);
  of->messages.items[of->messages.count++] = message;
  if (added != NULL) *added = message;
  return FOLLOWUP_OK;
}

followup_status followup_case_add_message(followup_case *of, followup_kind kind, followup_message **added,
                                          followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  return error_within("messages", of->messages.count, add_message(of, kind, added, error), error);
}

followup_status followup_case_drop_message(followup_case *of, followup_message *message, followup_error *error) {
  if (of == NULL) return error_argument(error, "case", "is NULL");
  if (message == NULL) return error_argument(error, "message", "is NULL");
  if (of->messages.count == 0 || of->messages.items[of->messages.count - 1] != message)
    return error_argument(error, "message", "is not the one added last");
  of->messages.count--;
  message_free(message);
  return FOLLOWUP_OK;
}

followup_candidate *followup_case_candidate(followup_case *of) { return of != NULL ? &of->candidate : NULL; }

followup_calendar *followup_case_calendar(followup_case *of) { return of != NULL ? &of->calendar : NULL; }

const char *followup_case_id(const followup_case *of) { return of != NULL ? model_text_bytes(&of->id) : ""; }

const char *followup_case_company(const followup_case *of) { return of != NULL ? model_text_bytes(&of->company) : ""; }

const char *followup_case_role(const followup_case *of) { return of != NULL ? model_text_bytes(&of->role) : ""; }

size_t followup_case_interview_count(const followup_case *of) { return of != NULL ? of->interviews.count : 0; }

const followup_interview *followup_case_interview(const followup_case *of, size_t index) {
  return of != NULL && index < of->interviews.count ? of->interviews.items[index] : NULL;
}

size_t followup_case_event_count(const followup_case *of) { return of != NULL ? of->events.count : 0; }

const followup_event *followup_case_event(const followup_case *of, size_t index) {
  return of != NULL && index < of->events.count ? of->events.items[index] : NULL;
}

size_t followup_case_message_count(const followup_case *of) { return of != NULL ? of->messages.count : 0; }

const followup_message *followup_case_message(const followup_case *of, size_t index) {
  return of != NULL && index < of->messages.count ? of->messages.items[index] : NULL;
}
