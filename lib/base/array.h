/* A growing array of any element type, in a context's memory. */
#ifndef FOLLOWUP_BASE_ARRAY_H
#define FOLLOWUP_BASE_ARRAY_H

#include <string.h>

#include "base/memory.h"

/* Declares `struct { type *items; size_t count, capacity; }`; zeroed is empty. */
#define ARRAY(type)  \
  struct {           \
    type *items;     \
    size_t count;    \
    size_t capacity; \
  }

/* Makes room for `more` elements; false when there is no memory, the array unchanged. */
#define array_reserve(context, array, more)        \
  ((more) <= (array)->capacity - (array)->count || \
   array_grow(context, (void **)&(array)->items, (array)->count, &(array)->capacity, more, sizeof *(array)->items))

/* Adds what another array of the same type holds; false when there is no memory, the array unchanged. */
#define array_append(context, array, other)                                                                      \
  (array_reserve(context, array, (other)->count) &&                                                              \
   ((other)->count == 0 ||                                                                                       \
    memcpy((array)->items + (array)->count, (other)->items, (other)->count * sizeof *(array)->items) != NULL) && \
   ((array)->count += (other)->count, true))

#define array_free(context, array) memory_give(context, (array)->items)

bool array_grow(const followup_context *context, void **items, size_t count, size_t *capacity, size_t more,
                size_t size);

#endif
