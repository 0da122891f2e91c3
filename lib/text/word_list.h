/* A sorted list of folded words and phrases, compiled in from a text file. */
#ifndef FOLLOWUP_TEXT_WORD_LIST_H
#define FOLLOWUP_TEXT_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct word_list_entry {
  uint64_t head; /* the first eight bytes, the first one highest, 0 behind its end */
  const char *bytes;
  unsigned short length;
};

struct word_list {
  const struct word_list_entry *entries;
  const unsigned short *begins; /* of each first byte: its first entry; 257 of them */
};

enum { LIST_HOLDS = 1, LIST_HAS_LONGER = 2 };

/* Whether the phrase is an entry, and whether a longer entry begins with it and a space. */
unsigned word_list_find(const struct word_list *list, const char *bytes, size_t length);

bool word_list_holds(const struct word_list *list, const char *bytes, size_t length);

#endif
