/* Sorting in place, in time linear in the number of items whatever they are: no input makes it slow. */
#ifndef FOLLOWUP_BASE_SORT_H
#define FOLLOWUP_BASE_SORT_H

#include "base/array.h"

struct sort_item {
  uint64_t key;
  uint32_t first, second;
};

typedef ARRAY(struct sort_item) sort_array;

/* By key, then first, then second. */
void sort_items(struct sort_item *items, size_t count);

/* The place of the first item whose key is not below `key`, or `count`. */
size_t sort_find(const struct sort_item *items, size_t count, uint64_t key);

#endif
