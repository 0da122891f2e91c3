#include "text/word_list.h"

#include <string.h>

static int compare(const struct word_list_entry *entry, const char *bytes, size_t length) {
  size_t shorter = entry->length < length ? entry->length : length;
  int order = memcmp(entry->bytes, bytes, shorter);
  if (order != 0) return order;
  return entry->length < length ? -1 : entry->length > length;
}

bool word_list_holds(const struct word_list *list, const char *bytes, size_t length) {
  size_t low = 0, high = list->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(&list->entries[middle], bytes, length);
    if (order == 0) return true;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}
