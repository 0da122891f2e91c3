/* Texts beside memory that must not be read, and the byte sequences that test_utf8.py makes. */
#ifndef FOLLOWUP_TESTS_FAULT_GUARDED_H
#define FOLLOWUP_TESTS_FAULT_GUARDED_H

#include <stddef.h>

void guarded_make(void);
void guarded_free(void);

/* The text right behind a page that must not be touched, or right before one; valid until the next call. */
const char *guarded_first(const char *text, size_t length);
const char *guarded_last(const char *text, size_t length);

/* Calls `take` for each line of "HEX OFFSET"; how many there were. */
long guarded_each_sequence(const char *path, void (*take)(long number, const char *text, size_t length, long offset));

#endif
