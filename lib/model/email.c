#include "base/error.h"
#include "base/utf8.h"
#include "model/build.h"

followup_status email_copy(const followup_context *context, const char *given, size_t length, struct model_text *copied,
                           followup_error *error) {
  followup_status status = text_accept(context, "email", given, &length, error);
  if (status != FOLLOWUP_OK) return status;
  const char *fault = length > 0 ? address_fault(given, length) : NULL;
  if (fault != NULL) return error_argument(error, "email", fault);
  return model_text_copy(context, "email", given, length, copied, error);
}
