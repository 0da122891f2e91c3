#include "base/array.h"

#include <string.h>

bool array_grow(const followup_context *context, void **items, size_t count, size_t *capacity, size_t more,
                size_t size) {
  if (more > SIZE_MAX / 2 / size - count) return false;
  size_t wanted = *capacity < 8 ? 8 : *capacity * 2;
  if (wanted < count + more) wanted = count + more;
  void *grown = memory_take(context, wanted * size);
  if (grown == NULL) return false;
  if (count > 0) memcpy(grown, *items, count * size);
  memory_give(context, *items);
  *items = grown;
  *capacity = wanted;
  return true;
}
