#include "support/run.h"

#include "support/figure.h"

enum { TIMEOUT_SECONDS = 300 };

int run_tests(const char *name, const TTest *const tests[]) { return run_tests_with(name, tests, NULL, NULL); }

int run_tests_with(const char *name, const TTest *const tests[], void (*set_up)(void), void (*tear_down)(void)) {
  TCase *group = tcase_create(name);
  tcase_set_timeout(group, figures_take_long() ? 0 : TIMEOUT_SECONDS);
  tcase_add_checked_fixture(group, set_up, tear_down);
  for (size_t i = 0; tests[i] != NULL; i++) tcase_add_test(group, tests[i]);
  Suite *suite = suite_create(name);
  suite_add_tcase(suite, group);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
