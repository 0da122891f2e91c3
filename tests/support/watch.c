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
static long icu_left = -1;

static long *counter_of(const void *caller) {
  Dl_info at;
  if (dladdr(caller, &at) == 0) return &taken.others;
  if (strstr(at.dli_fname, "libfollowup") != NULL || strstr(at.dli_fname, "libpcre2") != NULL) return &taken.own;
  if (strstr(at.dli_fname, "libicu") != NULL || strstr(at.dli_fname, "libstdc++") != NULL) return &taken.icu;
  if (strstr(at.dli_fname, "libstemmer") != NULL) return &taken.stemmer;
  if (strstr(at.dli_fname, "/libc.so") != NULL) return &taken.libc;
  return &taken.others;
}

/* Whether the caller gets its memory. */
static bool note(const void *caller) {
  if (!watching) return true;
  watching = false;
  long *counter = counter_of(caller);
  ++*counter;
  bool gets = true;
  if (counter == &taken.icu && icu_left >= 0) {
    gets = icu_left > 0;
    if (icu_left > 0 || !lasting) icu_left--;
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
  icu_left = nth;
  lasting = and_all_behind;
}

void *watch_allocate(size_t size, void *user) {
  ++*(long *)user;
  return __libc_malloc(size);
}

void watch_release(void *block, void *user) {
  --*(long *)user;
  free(block);
}
