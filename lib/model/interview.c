#include "base/error.h"
#include "model/build.h"
#include "model/orders.h"

struct followup_interview *interview_new(struct followup_case *of) {
  struct followup_interview *interview = memory_take_zeroed(of->context, sizeof *interview);
  if (interview == NULL) return NULL;
  interview->of = of;
  interview->place = of->interviews.count;
  interview->start = interview->end = interview->window_ends = FOLLOWUP_NO_TIME;
  return interview;
}

static void material_free(const followup_context *context, struct promised_material *material) {
  model_text_free(context, &material->what);
  mailbox_free(context, &material->to);
}

void interview_free(struct followup_interview *interview) {
  const followup_context *context = interview->of->context;
  panel_free(interview);
  for (size_t i = 0; i < interview->promised_materials.count; i++)
    material_free(context, &interview->promised_materials.items[i]);
  array_free(context, &interview->promised_materials);
  model_text_free(context, &interview->id);
  model_text_free(context, &interview->stage);
  model_text_free(context, &interview->zone.id);
  model_text_free(context, &interview->promised_reply);
  memory_give(context, interview);
}

static followup_status within(const followup_interview *interview, followup_status status, followup_error *error) {
  return error_within("interviews", interview->place, status, error);
}

static followup_status set_time(struct followup_interview *interview, int64_t start, int64_t end,
                                followup_error *error) {
  if (start == FOLLOWUP_NO_TIME) return error_argument(error, "start", "is not a time");
  if (end < start) return error_argument(error, "end", "is before the start");
  handle_index *index = &interview->of->interviews_by_end;
  if (!array_reserve(interview->of->context, index, 1)) return error_memory(error);
  index_remove(index, interview, order_by_end);
  interview->start = start;
  interview->end = end;
  index_insert(index, interview, order_by_end);
  return FOLLOWUP_OK;
}

followup_status followup_interview_set_time(followup_interview *interview, int64_t start, int64_t end,
                                            followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  return within(interview, set_time(interview, start, end, error), error);
}

followup_status followup_interview_set_time_zone(followup_interview *interview, const char *zone, size_t length,
                                                 followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  return within(interview, zone_choice_set(interview->of, &interview->zone, zone, length, error), error);
}

followup_status followup_interview_set_stage(followup_interview *interview, const char *stage, size_t length,
                                             followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  struct model_text *text = &interview->stage;
  return within(interview, model_text_set(interview->of->context, text, "stage", stage, length, error), error);
}

followup_status followup_interview_set_promised_reply(followup_interview *interview, const char *words, size_t length,
                                                      followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  return within(interview, promise_set(interview->of, &interview->promised_reply, words, length, error), error);
}

followup_status followup_interview_set_window_ends(followup_interview *interview, int64_t instant,
                                                   followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  interview->window_ends = instant;
  return FOLLOWUP_OK;
}

static followup_status add_material(struct followup_interview *interview, struct promised_material *material,
                                    const char *to, size_t to_length, followup_error *error) {
  const followup_context *context = interview->of->context;
  if (to != NULL) {
    followup_status status = mailbox_parse(context, "to", to, to_length, &material->to, error);
    if (status != FOLLOWUP_OK) return status;
  }
  if (!array_reserve(context, &interview->promised_materials, 1)) return error_memory(error);
  interview->promised_materials.items[interview->promised_materials.count++] = *material;
  return FOLLOWUP_OK;
}

followup_status followup_interview_add_promised_material(followup_interview *interview, const char *what,
                                                         size_t what_length, const char *to, size_t to_length,
                                                         followup_error *error) {
  if (interview == NULL) return error_argument(error, "interview", "is NULL");
  const followup_context *context = interview->of->context;
  struct promised_material material = {0};
  followup_status status = model_text_copy(context, "what", what, what_length, &material.what, error);
  if (status == FOLLOWUP_OK) status = add_material(interview, &material, to, to_length, error);
  if (status == FOLLOWUP_OK) return status;
  material_free(context, &material);
  status = error_within("promised_materials", interview->promised_materials.count, status, error);
  return within(interview, status, error);
}

const char *followup_interview_id(const followup_interview *interview) {
  return interview != NULL ? model_text_bytes(&interview->id) : "";
}

int64_t followup_interview_start(const followup_interview *interview) {
  return interview != NULL ? interview->start : FOLLOWUP_NO_TIME;
}

int64_t followup_interview_end(const followup_interview *interview) {
  return interview != NULL ? interview->end : FOLLOWUP_NO_TIME;
}

size_t followup_interview_interviewer_count(const followup_interview *interview) {
  return interview != NULL ? interview->panel.count : 0;
}

const followup_interviewer *followup_interview_interviewer(const followup_interview *interview, size_t index) {
  return interview != NULL && index < interview->panel.count ? interview->panel.items[index] : NULL;
}
