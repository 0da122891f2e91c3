#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

enum { DEFAULT_TEXT_LIMIT = 8 << 20, GREATEST_TEXT_LIMIT = 1 << 30 };

static void *default_allocate(size_t size, void *user) {
  (void)user;
  return malloc(size);
}

static void default_release(void *block, void *user) {
  (void)user;
  free(block);
}

static const followup_context default_context = {default_allocate, default_release, NULL, DEFAULT_TEXT_LIMIT, NULL};

const followup_context *context_or_default(const followup_context *context) {
  return context != NULL ? context : &default_context;
}

const char *context_zone_directory(const followup_context *context) {
  return context->zone_directory != NULL ? context->zone_directory : "/usr/share/zoneinfo";
}

void *memory_take(const followup_context *context, size_t size) {
  return context->allocate(size > 0 ? size : 1, context->user);
}

void *memory_take_zeroed(const followup_context *context, size_t size) {
  void *block = memory_take(context, size);
  if (block != NULL) memset(block, 0, size);
  return block;
}

void memory_give(const followup_context *context, void *block) {
  if (block != NULL) context->release(block, context->user);
}

char *memory_copy_text(const followup_context *context, const char *text, size_t length) {
  char *copy = memory_take(context, length + 1);
  if (copy == NULL) return NULL;
  if (length > 0) memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

followup_status followup_context_new(followup_allocate allocate, followup_release release, void *user,
                                     followup_context **made) {
  if (made == NULL || (allocate == NULL) != (release == NULL)) return FOLLOWUP_E_ARGUMENT;
  followup_context plain = default_context;
  if (allocate != NULL) {
    plain.allocate = allocate;
    plain.release = release;
    plain.user = user;
  }
  followup_context *context = memory_take(&plain, sizeof *context);
  if (context == NULL) return FOLLOWUP_E_MEMORY;
  *context = plain;
  *made = context;
  return FOLLOWUP_OK;
}

void followup_context_free(followup_context *context) {
  if (context == NULL) return;
  memory_give(context, context->zone_directory);
  memory_give(context, context);
}

followup_status followup_context_set_text_limit(followup_context *context, size_t bytes, followup_error *error) {
  if (context == NULL || bytes < 1 || bytes > GREATEST_TEXT_LIMIT)
    return error_argument(error, "text limit", "must be 1 byte to 1 GiB");
  context->text_limit = bytes;
  return FOLLOWUP_OK;
}

followup_status followup_context_set_zone_directory(followup_context *context, const char *path, size_t length,
                                                    followup_error *error) {
  if (context == NULL) return error_argument(error, "context", "is NULL");
  followup_status status = text_accept(context, "zone directory", path, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (length == 0) return error_argument(error, "zone directory", "is empty");
  char *copy = memory_copy_text(context, path, length);
  if (copy == NULL) return error_memory(error);
  memory_give(context, context->zone_directory);
  context->zone_directory = copy;
  return FOLLOWUP_OK;
}
