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

/* Lets the handle at `at` sink until none below it is greater. */
static void sink(const void **heap, size_t at, size_t count, handle_compare compare) {
  const void *sinking = heap[at];
  for (size_t below; (below = 2 * at + 1) < count; at = below) {
    if (below + 1 < count && compare(heap[below], heap[below + 1]) < 0) below++;
    if (compare(sinking, heap[below]) >= 0) break;
    heap[at] = heap[below];
  }
  heap[at] = sinking;
}

/* A heap sort: it needs no memory of its own, and qsort() may take some that no context knows of. */
void index_sort(handle_index *index, handle_compare compare) {
  for (size_t at = index->count / 2; at-- > 0;) sink(index->items, at, index->count, compare);
  for (size_t left = index->count; left-- > 1;) {
    const void *greatest = index->items[0];
    index->items[0] = index->items[left];
    index->items[left] = greatest;
    sink(index->items, 0, left, compare);
  }
}
