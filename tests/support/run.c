#include "support/run.h"

enum { TIMEOUT_SECONDS = 300 };

int run_tests(const char *name, const TTest *const tests[]) {
  TCase *group = tcase_create(name);
  tcase_set_timeout(group, TIMEOUT_SECONDS);
  for (size_t i = 0; tests[i] != NULL; i++) tcase_add_test(group, tests[i]);
  Suite *suite = suite_create(name);
  suite_add_tcase(suite, group);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
