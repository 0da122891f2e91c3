/* What the tests of readers share: an error to look into, and allocators that fail. */
#ifndef FOLLOWUP_TESTS_READING_H
#define FOLLOWUP_TESTS_READING_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

static followup_error *error;

static inline void make_error(void) { ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK); }
static inline void free_error(void) { followup_error_free(error); }

/* Gives memory so many times, then never again. */
struct countdown {
  size_t left;
};

static inline void *allocate_while_it_lasts(size_t size, void *user) {
  struct countdown *countdown = user;
  if (countdown->left == 0) return NULL;
  countdown->left--;
  return malloc(size);
}

static inline void release_to_system(void *block, void *user) {
  (void)user;
  free(block);
}

static inline int run_suite(TCase *tests, const char *name) {
  tcase_add_checked_fixture(tests, make_error, free_error);
  tcase_set_timeout(tests, 300);
  Suite *suite = suite_create(name);
  suite_add_tcase(suite, tests);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
