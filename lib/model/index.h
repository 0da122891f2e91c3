/*
 * An order over handles that somebody else owns, kept sorted as they are added: finding one takes a binary search, and
 * no input, however chosen, makes that slower.
 */
#ifndef FOLLOWUP_MODEL_INDEX_H
#define FOLLOWUP_MODEL_INDEX_H

#include "base/array.h"

typedef ARRAY(const void *) handle_index;

/* Below 0, 0 or above 0; two different handles are never alike. */
typedef int (*handle_compare)(const void *one, const void *other);

/* The place of the first entry that is not below `sought`, or `count`. */
size_t index_find(const handle_index *index, const void *sought, handle_compare compare);
/* Room for one more must have been reserved. */
void index_insert(handle_index *index, const void *handle, handle_compare compare);
/* Sorts handles that were put in as they came, all at once. */
void index_sort(handle_index *index, handle_compare compare);
/* One that is not there is fine. */
void index_remove(handle_index *index, const void *handle, handle_compare compare);

#endif
