/*
 * malloc and its family, told apart by the library that the return address lies in. Linked into a program they are
 * everybody's in it.
 */
#define _GNU_SOURCE
#include "support/watch.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);

static bool watching, lasting;
static struct watched taken;
static long left = -1;
static bool (*fails)(const char *library);

static bool is_icu(const char *library) {
  return strstr(library, "libicu") != NULL || strstr(library, "libstdc++") != NULL;
}

static bool is_of_formats(const char *library) { return strstr(library, "libfollowup-formats") != NULL; }

static long *counter_of(const char *library) {
  if (is_of_formats(library)) return &taken.formats;
  if (strstr(library, "libfollowup") != NULL || strstr(library, "libpcre2") != NULL) return &taken.own;
  if (is_icu(library)) return &taken.icu;
  if (strstr(library, "libstemmer") != NULL) return &taken.stemmer;
  if (strstr(library, "/libc.so") != NULL) return &taken.libc;
  return &taken.others;
}

/* Whether the caller gets its memory. */
static bool note(const void *caller) {
  if (!watching) return true;
  watching = false;
  Dl_info at;
  const char *library = dladdr(caller, &at) != 0 ? at.dli_fname : "";
  ++*counter_of(library);
  bool gets = true;
  if (left >= 0 && fails(library)) {
    gets = left > 0;
    if (left > 0 || !lasting) left--;
  }
  watching = true;
  return gets;
}

void *malloc(size_t size) { return note(__builtin_return_address(0)) ? __libc_malloc(size) : NULL; }

void *calloc(size_t count, size_t size) {
  return note(__builtin_return_address(0)) ? __libc_calloc(count, size) : NULL;
}

void *realloc(void *block, size_t size) {
  return note(__builtin_return_address(0)) ? __libc_realloc(block, size) : NULL;
}

void watch_begin(void) {
  memset(&taken, 0, sizeof taken);
  watching = true;
}

struct watched watch_end(void) {
  watching = false;
  return taken;
}

void watch_fail_icu(long nth, bool and_all_behind) {
  left = nth;
  lasting = and_all_behind;
  fails = is_icu;
}

void watch_fail_formats(long nth, bool and_all_behind) {
  watch_fail_icu(nth, and_all_behind);
  fails = is_of_formats;
}

void *watch_allocate(size_t size, void *user) {
  ++*(long *)user;
  return __libc_malloc(size);
}

void watch_release(void *block, void *user) {
  --*(long *)user;
  free(block);
}
