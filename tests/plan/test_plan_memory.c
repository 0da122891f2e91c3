/* Every allocation of a plan and of a record fails once: nothing leaks, nothing is half made. */
#include <stdlib.h>

#include <followup.h>

#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

struct counted {
  long left, held; /* allocations until one fails (-1: none does); blocks not given back */
};

static void *allocate(size_t size, void *user) {
  struct counted *counted = user;
  if (counted->left == 0) {
    counted->left = -1;
    return NULL;
  }
  if (counted->left > 0) counted->left--;
  counted->held++;
  return malloc(size);
}

static void release(void *block, void *user) {
  ((struct counted *)user)->held--;
  free(block);
}

static struct counted counted;
static followup_context *context;
static followup_case *of;

static void must(followup_status status) { ck_assert_int_eq(status, FOLLOWUP_OK); }

static void add_interview(void) {
  followup_interview *interview;
  followup_interviewer *person;
  must(followup_case_add_interview(of, "onsite", Z, &interview, NULL));
  must(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL));
  must(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL));
  must(followup_interview_set_promised_reply(interview, "We will be in touch within two weeks.", Z, NULL));
  must(followup_interview_add_promised_material(interview, "drawing", Z, "ana@halden.example", Z, NULL));
  must(followup_interview_add_interviewer(interview, "Ana Torres", Z, &person, NULL));
  must(followup_interviewer_add_note(person, "a saddle is forty-one parts", Z, NULL));
  must(followup_interview_add_interviewer(interview, "Tom Fry", Z, &person, NULL));
}

static void add_message(followup_kind kind, int64_t sent) {
  followup_message *message;
  must(followup_case_add_message(of, kind, &message, NULL));
  must(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, "Ana Torres", Z, NULL));
  must(followup_message_set_body(message, "Dear Ana, forty-one parts make a saddle. Thank you.", Z, NULL));
  must(followup_message_set_sent(message, sent, NULL));
}

static void set_up(void) {
  followup_event *event;
  counted = (struct counted){-1, 0};
  must(followup_context_new(allocate, release, &counted, &context));
  must(followup_case_new(context, &of, NULL));
  must(followup_case_set_company(of, "Halden Works", Z, NULL));
  add_interview();
  add_message(FOLLOWUP_KIND_THANK_YOU, SCENE_END + 3600000);
  add_message(FOLLOWUP_KIND_STATUS_CHECK, SCENE_END + 7200000);
  must(followup_case_add_event(of, FOLLOWUP_EVENT_INFORMATION_REQUEST, SCENE_END + 7200000, &event, NULL));
}

static void tear_down(void) {
  followup_case_free(of);
  followup_context_free(context);
  ck_assert_int_eq(counted.held, 0);
}

static const int64_t now = SCENE_END + INT64_C(86400000);

static followup_status make_plan(void) {
  followup_plan *plan = NULL;
  followup_status status = followup_plan_make(NULL, of, now, &plan, NULL);
  ck_assert((plan != NULL) == (status == FOLLOWUP_OK));
  followup_plan_free(plan);
  return status;
}

static followup_status make_record(void) {
  followup_record *record = NULL;
  followup_status status = followup_record_make(NULL, of, now, &record, NULL);
  ck_assert((record != NULL) == (status == FOLLOWUP_OK));
  followup_record_free(record);
  return status;
}

static void fail_each(followup_status (*make)(void)) {
  long held = counted.held, n = 0;
  for (bool failed = true; failed; n++) {
    counted.left = n;
    followup_status status = make();
    failed = counted.left == -1;
    counted.left = -1;
    ck_assert_int_eq(counted.held, held);
    /* PCRE2 goes on without JIT when that alone finds no memory. */
    ck_assert(status == FOLLOWUP_OK || (failed && status == FOLLOWUP_E_MEMORY));
  }
  ck_assert_int_gt(n, 20);
}

START_TEST(a_plan_without_memory_leaves_nothing_behind) { fail_each(make_plan); }
END_TEST

START_TEST(a_record_without_memory_leaves_nothing_behind) { fail_each(make_record); }
END_TEST

int main(void) {
  const TTest *const tests[] = {a_plan_without_memory_leaves_nothing_behind,
                                a_record_without_memory_leaves_nothing_behind, NULL};
  return run_tests_with("plan memory", tests, set_up, tear_down);
}
