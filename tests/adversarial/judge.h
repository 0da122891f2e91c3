/* Reading and judging an input of a family. */
#ifndef FOLLOWUP_TESTS_ADVERSARIAL_JUDGE_H
#define FOLLOWUP_TESTS_ADVERSARIAL_JUDGE_H

#include "adversarial/families.h"

/* One linter for all that follows, and its end. */
void judge_open(void);
void judge_close(void);

/* A number made of all that the library says; where it refuses the input, the status. callgrind counts this call. */
uint64_t judge_input(enum family_way way, const char *input, size_t length);

/* The bytes that the library holds of its context's allocator, and the most since `peak` was last set. */
struct judge_memory {
  size_t held, peak;
};
struct judge_memory *judge_memory(void);

#endif
