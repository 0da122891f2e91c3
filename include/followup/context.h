/* The context: allocator, limits, zone directory. Build it, then share it. */
#ifndef FOLLOWUP_CONTEXT_H
#define FOLLOWUP_CONTEXT_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Gives `size` bytes aligned for any object, or NULL. Since 0.1. */
typedef void *(*followup_allocate)(size_t size, void *user);

/** Takes back what followup_allocate gave; never called with NULL. Since 0.1. */
typedef void (*followup_release)(void *block, void *user);

/**
 * Makes a context. Everything made from it must be freed before it.
 *
 * allocate, release  both or neither (NULL: malloc and free); called from whichever thread makes a call
 * user               handed to both
 * made               the new context, owned by the caller: followup_context_free()
 *
 * Errors: FOLLOWUP_E_ARGUMENT (one of the two functions), FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_context_new(followup_allocate allocate, followup_release release, void *user,
                                                  followup_context **made);

/** Frees a context; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_context_free(followup_context *context);

/**
 * Sets the longest text that a setter or a judging call takes.
 *
 * bytes  1 to 1 GiB; 8 MiB unless set
 *
 * Errors: FOLLOWUP_E_ARGUMENT. Since 0.1.
 */
FOLLOWUP_API followup_status followup_context_set_text_limit(followup_context *context, size_t bytes,
                                                             followup_error *error);

/**
 * Sets the folder of TZif files (RFC 9636) that zones are read from.
 *
 * path  "/usr/share/zoneinfo" unless set; copied. A zone that is not there comes from ICU.
 *
 * Errors: FOLLOWUP_E_ARGUMENT (empty), FOLLOWUP_E_UTF8, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_context_set_zone_directory(followup_context *context, const char *path,
                                                                 size_t length, followup_error *error);

#ifdef __cplusplus
}
#endif

#endif
