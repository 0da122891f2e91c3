/*
 * Shapes: places that characters make, not words ("[date]", "{{name}}", "____"), as PCRE2 patterns of the pack.
 *
 * A pattern is tried only where one of its trigger characters stands, anchored there, with bounded quantifiers; so the
 * time is linear in the text.
 */
#ifndef FOLLOWUP_TEXT_SHAPES_H
#define FOLLOWUP_TEXT_SHAPES_H

#include "base/array.h"

struct pack_shape {
  const char *triggers; /* ASCII characters, one of which it begins with; behind a stroke those that can follow */
  const char *pattern;
};

/* Compiled patterns; any number of threads may use them. */
struct shape_set;
/* PCRE2's memory for one thread. */
struct shape_matcher;

followup_status shape_set_new(const followup_context *context, const struct pack_shape *shapes, size_t count,
                              struct shape_set **made);
void shape_set_free(struct shape_set *set);

followup_status shape_matcher_new(const followup_context *context, struct shape_matcher **made);
void shape_matcher_free(struct shape_matcher *matcher);

/* Finds the first shape in bytes `from` to `to`; FOLLOWUP_OK with `*start == to` where there is none. */
followup_status shape_find(const struct shape_set *set, struct shape_matcher *matcher, const char *bytes, size_t length,
                           size_t from, size_t to, size_t *start, size_t *end);

#endif
