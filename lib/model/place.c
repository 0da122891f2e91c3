#include <stdio.h>

#include "base/error.h"
#include "model/build.h"

followup_status error_within(const char *part, size_t place, followup_status status, followup_error *error) {
  if (status == FOLLOWUP_OK || error == NULL) return status;
  const char *dot = error->member[0] != '\0' ? "." : "";
  char member[2 * ERROR_TEXT];
  if (place == FOLLOWUP_NOWHERE)
    snprintf(member, sizeof member, "%s%s%s", part, dot, error->member);
  else
    snprintf(member, sizeof member, "%s[%zu]%s%s", part, place, dot, error->member);
  return followup_error_set(error, status, member, error->offset, error->line, error->reason);
}
