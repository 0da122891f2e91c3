/* What every fallible call returns, and the detail of one failure. */
#ifndef FOLLOWUP_STATUS_H
#define FOLLOWUP_STATUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <followup/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A length that says: the text ends at its first NUL byte. Since 0.1. */
#define FOLLOWUP_ZERO_TERMINATED ((size_t)-1)

/** An offset, index or line that a failure does not have. Since 0.1. */
#define FOLLOWUP_NOWHERE ((size_t)-1)

/** An instant that is not known (no `sent`, no `applied_at`). Since 0.1. */
#define FOLLOWUP_NO_TIME INT64_MIN

/** The outcome of a call. Numbers are never reused. Since 0.1. */
typedef enum followup_status {
  FOLLOWUP_OK = 0,          /**< all went well */
  FOLLOWUP_E_ARGUMENT = 1,  /**< a value that cannot be right: empty name, end before start, broken mailbox */
  FOLLOWUP_E_UTF8 = 2,      /**< text that is not UTF-8, or holds a NUL byte; the error has the offset */
  FOLLOWUP_E_LIMIT = 3,     /**< text longer than the context allows */
  FOLLOWUP_E_MEMORY = 4,    /**< the allocator gave nothing */
  FOLLOWUP_E_TIME_ZONE = 5, /**< a zone that neither the zone directory nor ICU knows */
  FOLLOWUP_E_UNKNOWN = 6,   /**< an enum value, rule or key from a newer version */
  FOLLOWUP_E_SYNTAX = 7,    /**< input that does not parse; the error has the line */
  FOLLOWUP_E_FILE = 8,      /**< a file that cannot be read or written */
  FOLLOWUP_E_INTERNAL = 9   /**< ICU or PCRE2 refused to work */
} followup_status;

/** Allocator, limits and zone directory: followup_context_new(). Since 0.1. */
typedef struct followup_context followup_context;

/** The detail of one failed call: what, in which member, at which offset. One caller, one thread. Since 0.1. */
typedef struct followup_error followup_error;

/**
 * Makes an empty error, to be handed to any number of calls one after the other.
 *
 * context  whose allocator to use, or NULL; outlives the error
 * made     the new error, owned by the caller: followup_error_free()
 *
 * Errors: FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_error_new(const followup_context *context, followup_error **made);

/** Frees an error; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_error_free(followup_error *error);

/** The status of the last failure that was written here; FOLLOWUP_OK if none was. Since 0.1. */
FOLLOWUP_API followup_status followup_error_status(const followup_error *error);

/** One line for a person, place included: "messages[0].to[1]: …". Owned by the error, valid until its next use. Since 0.1. */
FOLLOWUP_API const char *followup_error_message(const followup_error *error);

/** The same without the place: "invalid UTF-8". Owned by the error, valid until its next use. Since 0.1. */
FOLLOWUP_API const char *followup_error_reason(const followup_error *error);

/** The member at fault, "" where there is none. Owned by the error, valid until its next use. Since 0.1. */
FOLLOWUP_API const char *followup_error_member(const followup_error *error);

/** The byte offset at fault in the text that was given, or FOLLOWUP_NOWHERE. Since 0.1. */
FOLLOWUP_API size_t followup_error_offset(const followup_error *error);

/** The line at fault, counted from 1, in the file that was read, or FOLLOWUP_NOWHERE. Since 0.1. */
FOLLOWUP_API size_t followup_error_line(const followup_error *error);

/**
 * Writes a failure into an error, for libraries built on this one.
 *
 * error         or NULL: nothing is written
 * status        what happened
 * member        "panel[1].email", or NULL; copied, cut at 255 bytes
 * offset, line  or FOLLOWUP_NOWHERE
 * reason        in words, or NULL for followup_status_text(); copied, cut at 255 bytes
 *
 * Returns `status`. Since 0.1.
 */
FOLLOWUP_API followup_status followup_error_set(followup_error *error, followup_status status, const char *member,
                                                size_t offset, size_t line, const char *reason);

/** A status in a few words ("invalid UTF-8"); static. Since 0.1. */
FOLLOWUP_API const char *followup_status_text(followup_status status);

#ifdef __cplusplus
}
#endif

#endif
