/* The words of a line, one space apart, as copy_line() makes it. */
#ifndef FOLLOWUP_DRAFT_WORDS_OF_LINE_H
#define FOLLOWUP_DRAFT_WORDS_OF_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "draft/tables.h"

/* One or more of them. */
struct stretch {
  const char *start;
  size_t length;
};

struct stretch first_word(struct stretch line);
struct stretch behind_first(struct stretch line);
struct stretch last_word(struct stretch line);
struct stretch before_last(struct stretch line);

/* The word of the list, without regard to the case of ASCII letters, or NULL. */
const char *listed(const struct draft_list *list, struct stretch word);

bool begins_small(struct stretch word);
bool has_small(struct stretch words);
/* Whether the first letter is a capital. */
bool begins_capital(struct stretch word);

#endif
