/* Eight threads that share a case and its plan draft what one thread alone drafts. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "draft/random_case.h"
#include "support/run.h"

enum { THREADS = 8, ROUNDS = 3, PEOPLE = 8 };

struct work {
  const followup_case *of;
  const followup_plan *plan;
  int64_t now;
  followup_draft *const *expected;
  bool same;
};

static followup_draft *draft_at(const struct work *work, size_t index) {
  const followup_action *action = followup_plan_at(work->plan, index);
  followup_draft *draft = NULL;
  if (followup_action_kind_of(action) == FOLLOWUP_ACTION_CAPTURE_NOTES) return NULL;
  followup_draft_make(NULL, work->of, action, work->now, FOLLOWUP_REGISTER_FORMAL, NULL, 0, &draft, NULL);
  return draft;
}

static void *draft_all(void *user) {
  struct work *work = user;
  for (int round = 0; round < ROUNDS; round++)
    for (size_t i = 0; i < followup_plan_count(work->plan); i++) {
      followup_draft *draft = draft_at(work, i);
      if (strcmp(followup_draft_body(draft), followup_draft_body(work->expected[i])) != 0) work->same = false;
      followup_draft_free(draft);
    }
  return NULL;
}

START_TEST(threads_that_share_a_case_draft_the_same) {
  struct work works[THREADS];
  pthread_t threads[THREADS];
  followup_plan *plan = NULL;
  int64_t now;
  followup_case *of = panel_case(7, PEOPLE, 2, &now);
  ck_assert_int_eq(followup_plan_make(NULL, of, now, &plan, NULL), FOLLOWUP_OK);
  size_t count = followup_plan_count(plan);
  ck_assert_uint_gt(count, PEOPLE - 1);
  followup_draft **expected = calloc(count, sizeof *expected);
  struct work alone = {of, plan, now, expected, true};
  for (size_t i = 0; i < count; i++) expected[i] = draft_at(&alone, i);
  for (int i = 0; i < THREADS; i++) {
    works[i] = alone;
    ck_assert_int_eq(pthread_create(&threads[i], NULL, draft_all, &works[i]), 0);
  }
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    ck_assert(works[i].same);
  }
  for (size_t i = 0; i < count; i++) followup_draft_free(expected[i]);
  free(expected);
  followup_plan_free(plan);
  followup_case_free(of);
}
END_TEST

int main(void) { return run_tests("draft_threads", (const TTest *[]){threads_that_share_a_case_draft_the_same, NULL}); }
