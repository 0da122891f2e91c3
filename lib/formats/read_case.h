/* What reading a case file knows while it goes through the file. */
#ifndef FOLLOWUP_FORMATS_READ_CASE_H
#define FOLLOWUP_FORMATS_READ_CASE_H

#include <followup-formats.h>

#include "formats/json_members.h"

struct case_reading {
  followup_case *of;
  json_t *interview_ids; /* an object with a member for each interview, to look ids up in */
  bool candidate_has_zone;
  int64_t now;
};

/* Takers of the arrays; `into` is the case_reading. Interviews come before messages, which name them. */
followup_status read_interviews(const struct json_value *interviews, void *into);
followup_status read_messages(const struct json_value *messages, void *into);

#endif
