/* Every allocation of a draft fails once: nothing leaks, nothing is half made, and the failure is told. */
#include <string.h>

#include <followup.h>

#include "fault/injection.h"
#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static followup_context *context;
static followup_case *of;

static void must(followup_status status) { ck_assert_int_eq(status, FOLLOWUP_OK); }

static void set_up(void) {
  followup_interview *interview;
  followup_interviewer *person;
  injector = (struct injector){.left = -1};
  context = injection_context();
  must(followup_case_new(context, &of, NULL));
  must(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL));
  must(followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL));
  must(followup_case_set_role(of, "Smith", Z, NULL));
  must(followup_case_add_interview(of, "onsite", Z, &interview, NULL));
  must(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL));
  must(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL));
  must(followup_interview_set_promised_reply(interview, "We will be in touch within two weeks.", Z, NULL));
  must(followup_interview_add_promised_material(interview, "drawing", Z, "Ana Torres", Z, NULL));
  must(followup_interview_add_interviewer(interview, "Dr. Ana Torres", Z, &person, NULL));
  must(followup_interviewer_add_note(person, "a saddle is forty-one parts", Z, NULL));
  must(followup_interviewer_add_note(person, "the forge is lit at five", Z, NULL));
}

static void tear_down(void) {
  followup_case_free(of);
  followup_context_free(context);
  ck_assert_int_eq(injector.held, 0);
}

static followup_status draft_all(const followup_plan *plan, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; status == FOLLOWUP_OK && i < followup_plan_count(plan); i++) {
    followup_draft *draft = NULL;
    followup_message *added = NULL;
    status = followup_draft_make(NULL, of, followup_plan_at(plan, i), SCENE_END, FOLLOWUP_REGISTER_NEUTRAL,
                                 i == 0 ? "Dr. Ana Torres <ana@halden.example>" : NULL, Z, &draft, error);
    ck_assert_int_eq(status == FOLLOWUP_OK, draft != NULL);
    if (status == FOLLOWUP_OK) status = followup_draft_add(draft, of, &added, error);
    ck_assert_int_eq(status == FOLLOWUP_OK, added != NULL);
    if (added != NULL) must(followup_case_drop_message(of, added, NULL));
    followup_draft_free(draft);
  }
  return status;
}

static void fail_each(bool after) {
  followup_plan *plan = NULL;
  followup_error *error = NULL;
  must(followup_error_new(NULL, &error));
  must(followup_plan_make(NULL, of, SCENE_END, &plan, NULL));
  ck_assert_uint_gt(followup_plan_count(plan), 2);
  must(draft_all(plan, error));
  long before = injector.held;
  for (long n = 0;; n++) {
    injector.left = n;
    injector.lasting = after;
    injector.fired = false;
    followup_status status = draft_all(plan, error);
    bool failed = injector.fired;
    injector.left = -1;
    ck_assert_int_eq(injector.held, before);
    if (!failed) {
      ck_assert_int_gt(n, 100);
      break;
    }
    ck_assert_int_eq(status, FOLLOWUP_E_MEMORY);
    ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_MEMORY);
  }
  followup_plan_free(plan);
  followup_error_free(error);
}

START_TEST(any_one_allocation_that_fails_leaves_nothing_behind) { fail_each(false); }
END_TEST

START_TEST(memory_that_ends_at_any_point_leaves_nothing_behind) { fail_each(true); }
END_TEST

int main(void) {
  const TTest *const tests[] = {any_one_allocation_that_fails_leaves_nothing_behind,
                                memory_that_ends_at_any_point_leaves_nothing_behind, NULL};
  return run_tests_with("draft_memory", tests, set_up, tear_down);
}
