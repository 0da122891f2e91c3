#include "base/error.h"
#include "model/build.h"
#include "model/orders.h"

static void interviewer_free(const followup_context *context, struct followup_interviewer *interviewer) {
  model_text_free(context, &interviewer->name);
  model_text_free(context, &interviewer->email);
  model_text_free(context, &interviewer->title);
  model_text_list_free(context, &interviewer->notes);
  memory_give(context, interviewer);
}

void panel_free(struct followup_interview *interview) {
  const followup_context *context = interview->of->context;
  for (size_t i = 0; i < interview->panel.count; i++) interviewer_free(context, interview->panel.items[i]);
  array_free(context, &interview->panel);
}

static followup_status within(const followup_interviewer *interviewer, followup_status status, followup_error *error) {
  status = error_within("panel", interviewer->place, status, error);
  return error_within("interviews", interviewer->interview->place, status, error);
}

static bool make_room(struct followup_interview *interview) {
  const followup_context *context = interview->of->context;
  return array_reserve(context, &interview->panel, 1) &&
         array_reserve(context, &interview->of->interviewers_by_name, 1);
}

/* Takes `name` over where there is memory. */
static struct followup_interviewer *seat(struct followup_interview *interview, struct model_text name) {
  if (!make_room(interview)) return NULL;
  struct followup_interviewer *interviewer = memory_take_zeroed(interview->of->context, sizeof *interviewer);
  if (interviewer == NULL) return NULL;
  interviewer->interview = interview;
  interviewer->place = interview->panel.count;
  interviewer->name = name;
  interview->panel.items[interview->panel.count++] = interviewer;
  index_insert(&interview->of->interviewers_by_name, interviewer, order_by_name);
  return interviewer;
}

static followup_status add(struct followup_interview *interview, const char *given, size_t length,
                           struct followup_interviewer **added, followup_error *error) {
  struct model_text name;
  followup_status status = model_text_copy_filled(interview->of->context, "name", given, length, &name, error);
  if (status != FOLLOWUP_OK) return status;
  struct followup_interviewer *interviewer = seat(interview, name);
  if (interviewer == NULL) {
    model_text_free(interview->of->context, &name);
    return error_memory(error);
  }
  if (added != NULL) *added = interviewer;
  return FOLLOWUP_OK;
}

followup_status followup_interview_add_interviewer(followup_interview *interview, const char *name, size_t length,
                                                   followup_interviewer **added, followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  followup_status status = add(interview, name, length, added, error);
  status = error_within("panel", interview->panel.count, status, error);
  return error_within("interviews", interview->place, status, error);
}

static void change_email(struct followup_interviewer *interviewer, struct model_text email) {
  handle_index *index = &interviewer->interview->of->interviewers_by_email;
  index_remove(index, interviewer, order_by_email);
  model_text_free(interviewer->interview->of->context, &interviewer->email);
  interviewer->email = email;
  if (email.length > 0) index_insert(index, interviewer, order_by_email);
}

static followup_status set_email(struct followup_interviewer *interviewer, const char *given, size_t length,
                                 followup_error *error) {
  struct followup_case *of = interviewer->interview->of;
  struct model_text email;
  if (!array_reserve(of->context, &of->interviewers_by_email, 1)) return error_memory(error);
  followup_status status = email_copy(of->context, given, length, &email, error);
  if (status == FOLLOWUP_OK) change_email(interviewer, email);
  return status;
}

followup_status followup_interviewer_set_email(followup_interviewer *interviewer, const char *email, size_t length,
                                               followup_error *error) {
  if (interviewer == NULL) return error_argument(error, "interviewer", "is NULL");
  return within(interviewer, set_email(interviewer, email, length, error), error);
}

followup_status followup_interviewer_set_title(followup_interviewer *interviewer, const char *title, size_t length,
                                               followup_error *error) {
  if (interviewer == NULL) return error_argument(error, "interviewer", "is NULL");
  const followup_context *context = interviewer->interview->of->context;
  return within(interviewer, model_text_set(context, &interviewer->title, "title", title, length, error), error);
}

followup_status followup_interviewer_add_note(followup_interviewer *interviewer, const char *note, size_t length,
                                              followup_error *error) {
  if (interviewer == NULL) return error_argument(error, "interviewer", "is NULL");
  text_list *notes = &interviewer->notes;
  followup_status status = model_text_add(interviewer->interview->of->context, notes, "", note, length, error);
  return within(interviewer, error_within("notes", notes->count, status, error), error);
}

const char *followup_interviewer_name(const followup_interviewer *interviewer) {
  return interviewer != NULL ? model_text_bytes(&interviewer->name) : "";
}

const char *followup_interviewer_email(const followup_interviewer *interviewer) {
  return interviewer != NULL ? model_text_bytes(&interviewer->email) : "";
}

const char *followup_interviewer_title(const followup_interviewer *interviewer) {
  return interviewer != NULL ? model_text_bytes(&interviewer->title) : "";
}

size_t followup_interviewer_note_count(const followup_interviewer *interviewer) {
  return interviewer != NULL ? interviewer->notes.count : 0;
}

const char *followup_interviewer_note(const followup_interviewer *interviewer, size_t index) {
  if (interviewer == NULL || index >= interviewer->notes.count) return NULL;
  return model_text_bytes(&interviewer->notes.items[index]);
}
