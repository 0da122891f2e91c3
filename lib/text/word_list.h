/* A sorted list of folded words and phrases, compiled in from a text file. */
#ifndef FOLLOWUP_TEXT_WORD_LIST_H
#define FOLLOWUP_TEXT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct word_list_entry {
  const char *bytes;
  size_t length;
};

struct word_list {
  const struct word_list_entry *entries;
  size_t count;
};

bool word_list_holds(const struct word_list *list, const char *bytes, size_t length);

#endif
