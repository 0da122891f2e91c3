/* Sentences for people: message patterns, written as ICU's are, filled with what a finding names. */
#ifndef FOLLOWUP_RULES_WORDING_H
#define FOLLOWUP_RULES_WORDING_H

#include "base/memory.h"

struct wording_arguments {
  const char *text;    /* {0}: the words matched */
  const char *more[3]; /* {1} to {3} */
  int number;          /* {4} */
};

/* Fills a pattern into a new text of the context; `made` is untouched on failure, which only memory can be. */
followup_status wording_render(const followup_context *context, const char *pattern,
                               const struct wording_arguments *arguments, char **made);

#endif
