/* What is known of a case when a draft is worded: a value for each fact, or none. */
#ifndef FOLLOWUP_DRAFT_FACTS_H
#define FOLLOWUP_DRAFT_FACTS_H

#include "base/array.h"
#include "draft/tables.h"

typedef ARRAY(char) byte_array;

struct facts {
  const followup_context *context;
  unsigned registers; /* the bit of the register that is wanted */
  bool known[DRAFT_FACTS];
  char *texts[DRAFT_FACTS]; /* NUL-terminated; NULL for flags, counts and what is not known */
  int counts[DRAFT_FACTS];
};

void facts_free(struct facts *facts);

/*
 * Copies a text, on one line and without what turns the direction of writing, into room for `length` bytes; the bytes
 * used. No NUL is put there.
 */
size_t copy_line(const char *text, size_t length, char *into);

/* The bytes of a text without what ends it as a sentence or a clause; what asks or calls out, "?" and "!", stays. */
size_t length_without_stop(const char *text, size_t length);

/*
 * Keeps a text: on one line, white space at the ends and what turns the direction of writing taken out. An empty one is
 * not known.
 */
followup_status fact_set(struct facts *facts, enum draft_fact fact, const char *text, size_t length);
void fact_set_count(struct facts *facts, enum draft_fact fact, int count);
void fact_set_flag(struct facts *facts, enum draft_fact fact);
void fact_forget(struct facts *facts, enum draft_fact fact);

/* The wordings that fit what is known: of the first group that does, those of the register. NULL where none does. */
const struct draft_group *facts_group(const struct facts *facts, const struct draft_part *part);
size_t group_count(const struct facts *facts, const struct draft_group *group);
const struct draft_pattern *group_at(const struct facts *facts, const struct draft_group *group, size_t index);

/* fill.c: writes a pattern with its facts behind what `into` holds; no NUL is put there. */
followup_status fill(const struct facts *facts, const struct draft_pattern *pattern, byte_array *into);
/* Puts a part, in its first wording, into a fact; one that has nothing to say leaves it unknown. */
followup_status fact_word(struct facts *facts, enum draft_fact fact, int part);

#endif
