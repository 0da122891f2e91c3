/* The context's allocator, and memory taken through it. */
#ifndef FOLLOWUP_BASE_MEMORY_H
#define FOLLOWUP_BASE_MEMORY_H

#include <followup/context.h>

struct followup_context {
  followup_allocate allocate;
  followup_release release;
  void *user;
  size_t text_limit;
  char *zone_directory; /* NULL: the system's */
};

/* The context to use: the caller's, or the default one where it gave NULL. */
const followup_context *context_or_default(const followup_context *context);
const char *context_zone_directory(const followup_context *context);

/* NULL when there is no memory; size 0 gives a block too. The block is not cleared. */
void *memory_take(const followup_context *context, size_t size);
/* The same, all bytes zero. */
void *memory_take_zeroed(const followup_context *context, size_t size);
/* NULL is fine. */
void memory_give(const followup_context *context, void *block);
/* A NUL-terminated copy, or NULL. */
char *memory_copy_text(const followup_context *context, const char *text, size_t length);

#endif
