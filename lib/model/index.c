#include "model/index.h"

#include <string.h>

size_t index_find(const handle_index *index, const void *sought, handle_compare compare) {
  size_t low = 0, high = index->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare(index->items[middle], sought) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void index_insert(handle_index *index, const void *handle, handle_compare compare) {
  size_t at = index_find(index, handle, compare);
  memmove(index->items + at + 1, index->items + at, (index->count - at) * sizeof *index->items);
  index->items[at] = handle;
  index->count++;
}

void index_remove(handle_index *index, const void *handle, handle_compare compare) {
  size_t at = index_find(index, handle, compare);
  if (at == index->count || index->items[at] != handle) return;
  index->count--;
  memmove(index->items + at, index->items + at + 1, (index->count - at) * sizeof *index->items);
}
