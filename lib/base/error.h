/* Writing into a caller's error, which may be NULL. Each returns the status, so that a caller can return it. */
#ifndef FOLLOWUP_BASE_ERROR_H
#define FOLLOWUP_BASE_ERROR_H

#include <followup/status.h>

enum { ERROR_TEXT = 256 };

struct followup_error {
  const followup_context *context;
  followup_status status;
  size_t offset;
  size_t line;
  char member[ERROR_TEXT];
  char reason[ERROR_TEXT];
  char message[2 * ERROR_TEXT + 2]; /* member, ": ", reason */
};

followup_status error_argument(followup_error *error, const char *member, const char *reason);
followup_status error_memory(followup_error *error);
/* Any other failure, at an offset of `member` or FOLLOWUP_NOWHERE; `reason` NULL: the status in words. */
followup_status error_at(followup_error *error, followup_status status, const char *member, size_t offset,
                         const char *reason);

#endif
