/* A message's body as it is compared with other messages: without greeting, sign-off, names and titles. */
#ifndef FOLLOWUP_RULES_COMPARED_H
#define FOLLOWUP_RULES_COMPARED_H

#include "rules/inspection.h"

struct compared_body {
  const char *bytes;
  size_t length;
  const char *names; /* more to set aside in this body, beside the names of the greeting */
  size_t names_length;
};

/* Names that are set aside in all bodies read from now on. The last call ends the list. */
void compared_forget_names(followup_scratch *scratch);
followup_status compared_add_name(followup_scratch *scratch, const char *name, size_t length);
void compared_end_names(followup_scratch *scratch);

followup_status compared_read(followup_scratch *scratch, const struct compared_body *body, struct substance *read);

#endif
