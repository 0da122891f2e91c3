#include "text/word_list.h"

#include <string.h>

#include "text/eight.h"

static int compare(const struct word_list_entry *entry, uint64_t head, const char *bytes, size_t length) {
  if (entry->head != head) return entry->head < head ? -1 : 1;
  size_t shorter = entry->length < length ? entry->length : length;
  int order = memcmp(entry->bytes, bytes, shorter);
  if (order != 0) return order;
  return entry->length < length ? -1 : entry->length > length;
}

unsigned word_list_find(const struct word_list *list, const char *bytes, size_t length) {
  if (length == 0) return 0;
  unsigned char first = (unsigned char)bytes[0];
  size_t low = list->begins[first], end = list->begins[first + 1], high = end;
  if (low == end) return 0;
  uint64_t head = __builtin_bswap64(eight_of(bytes, length));
  unsigned found = 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare(&list->entries[middle], head, bytes, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < end && compare(&list->entries[low], head, bytes, length) == 0) {
    found = LIST_HOLDS;
    low++;
  }
  if (low == end) return found;
  const struct word_list_entry *next = &list->entries[low]; /* a space sorts before all that a word can hold */
  bool longer = next->length > length && next->bytes[length] == ' ' && memcmp(next->bytes, bytes, length) == 0;
  return longer ? found | LIST_HAS_LONGER : found;
}

bool word_list_holds(const struct word_list *list, const char *bytes, size_t length) {
  return (word_list_find(list, bytes, length) & LIST_HOLDS) != 0;
}
