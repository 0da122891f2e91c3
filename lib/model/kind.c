#include <string.h>

#include <followup/message.h>

/* By number. */
static const char *const names[] = {
    "unknown",   "thank_you",         "status_check",          "application_follow_up", "continued_interest",
    "materials", "information_reply", "offer_acknowledgement", "feedback_request"};

enum { KINDS = sizeof names / sizeof names[0] };

const char *followup_kind_name(followup_kind kind) { return (unsigned)kind < (unsigned)KINDS ? names[kind] : NULL; }

followup_kind followup_kind_from_name(const char *name, size_t length) {
  if (name == NULL) return FOLLOWUP_KIND_UNKNOWN;
  if (length == FOLLOWUP_ZERO_TERMINATED) length = strlen(name);
  for (int kind = 0; kind < KINDS; kind++)
    if (strlen(names[kind]) == length && memcmp(names[kind], name, length) == 0) return (followup_kind)kind;
  return FOLLOWUP_KIND_UNKNOWN;
}
