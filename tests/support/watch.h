/* Who takes memory from malloc, and libraries without any. Neither a sanitizer nor valgrind leaves such a malloc alone. */
#ifndef FOLLOWUP_TESTS_WATCH_H
#define FOLLOWUP_TESTS_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* Allocations by whom: libfollowup and PCRE2, ICU and the C++ library, the formats, Snowball, libc itself, anybody else. */
struct watched {
  long own, icu, formats, stemmer, libc, others;
};

void watch_begin(void);
struct watched watch_end(void);

/* While it watches: ICU's allocation that has `nth` before it fails, and all behind it if so wished; -1: none does. */
void watch_fail_icu(long nth, bool and_all_behind);
/* The same of what libfollowup-formats itself takes. */
void watch_fail_formats(long nth, bool and_all_behind);

/* For a context: memory that is not watched; `user` is a long, how many blocks are held. */
void *watch_allocate(size_t size, void *user);
void watch_release(void *block, void *user);

#endif
