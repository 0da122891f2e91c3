#include "base/error.h"
#include "model/build.h"

static followup_status within(followup_status status, followup_error *error) {
  return error_within("candidate", FOLLOWUP_NOWHERE, status, error);
}

followup_status followup_candidate_set_name(followup_candidate *candidate, const char *name, size_t length,
                                            followup_error *error) {
  if (candidate == NULL) return error_argument(error, "candidate", "is NULL");
  return within(model_text_set(candidate->of->context, &candidate->name, "name", name, length, error), error);
}

followup_status followup_candidate_set_email(followup_candidate *candidate, const char *email, size_t length,
                                             followup_error *error) {
  if (candidate == NULL) return error_argument(error, "candidate", "is NULL");
  struct model_text copy;
  followup_status status = email_copy(candidate->of->context, email, length, &copy, error);
  if (status != FOLLOWUP_OK) return within(status, error);
  model_text_free(candidate->of->context, &candidate->email);
  candidate->email = copy;
  return FOLLOWUP_OK;
}

followup_status followup_candidate_set_time_zone(followup_candidate *candidate, const char *zone, size_t length,
                                                 followup_error *error) {
  if (candidate == NULL) return error_argument(error, "candidate", "is NULL");
  return within(zone_choice_set(candidate->of, &candidate->zone, zone, length, error), error);
}

const char *followup_candidate_name(const followup_candidate *candidate) {
  return candidate != NULL ? model_text_bytes(&candidate->name) : "";
}

const char *followup_candidate_email(const followup_candidate *candidate) {
  return candidate != NULL ? model_text_bytes(&candidate->email) : "";
}

const char *followup_candidate_time_zone(const followup_candidate *candidate) {
  return candidate != NULL ? model_text_bytes(&candidate->zone.id) : "";
}
