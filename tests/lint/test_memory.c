/* Memory: every allocation fails once, and a warm judging call makes none. */
#include <stdlib.h>
#include <string.h>

#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

struct counted {
  long left;  /* allocations until one fails; -1: none does */
  bool after; /* all from then on fail */
  long held, made;
};

static void *counted_allocate(size_t size, void *user) {
  struct counted *counted = user;
  if (counted->left == 0) {
    if (!counted->after) counted->left = -1;
    return NULL;
  }
  if (counted->left > 0) counted->left--;
  counted->held++;
  counted->made++;
  return malloc(size);
}

static void counted_release(void *block, void *user) {
  ((struct counted *)user)->held--;
  free(block);
}

static const char body[] =
    "Dear Anna,\n\nThank you for the talk about [topic]!!! I am SO VERY SORRY to bother you. Your forge is sick, "
    "bro.\n\n- one\n- two\n\n"
    "Best,\nKim\n\nOn Tue, Ana wrote:\n> hello\n";

static followup_case *sample(void) {
  struct scene scene = {.kind = "thank_you",
                        .notes = "a saddle is forty-one parts|SREs carry the pager",
                        .theirs = "the talk was about a topic nobody else has",
                        .other = "Contoso Freight",
                        .cc = "x@y.example",
                        .also = "Ben Okri|Thank you for the talk about [topic]!!! I am SO VERY SORRY to bother you.",
                        .sent = SCENE_END + 3600000,
                        .body = body};
  return scene_build(&scene);
}

static const char *const notes[] = {"the talk of the topic", "forty lorries and an SRE"};

static followup_status read_uptake(const followup_linter *linter, followup_scratch *scratch, followup_uptake **uptake) {
  return followup_uptake_read_text(linter, scratch, body, Z, notes, 2, uptake, NULL);
}

static followup_status judge_with(followup_context *context, const followup_case *of) {
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  followup_uptake *uptake = NULL;
  const char *text;
  followup_policy *policy = NULL;
  followup_status status = followup_policy_new(context, &policy, NULL);
  if (status == FOLLOWUP_OK)
    status = followup_policy_suppress_recipient(policy, FOLLOWUP_RULE_PAY_TALK, "a@b.example", Z, NULL);
  if (status == FOLLOWUP_OK) status = followup_linter_new(context, policy, &linter, NULL);
  if (status == FOLLOWUP_OK) status = followup_scratch_new(linter, &scratch, NULL);
  if (status == FOLLOWUP_OK) status = followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL);
  if (status == FOLLOWUP_OK) status = followup_report_explanation(report, 0, &text, NULL);
  if (status == FOLLOWUP_OK) status = followup_report_suggestion(report, 0, &text, NULL);
  if (status == FOLLOWUP_OK) status = read_uptake(linter, scratch, &uptake);
  followup_uptake_free(uptake);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_policy_free(policy);
  return status;
}

static void fail_each(bool after) {
  followup_case *of = sample();
  struct counted counted = {.left = -1};
  for (long n = 0;; n++) {
    followup_context *context = NULL;
    counted = (struct counted){.left = -1};
    ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
    counted.left = n;
    counted.after = after;
    followup_status status = judge_with(context, of);
    bool failed = counted.left <= 0 && (after ? counted.left == 0 : counted.left == -1);
    counted.left = -1;
    followup_context_free(context);
    ck_assert_int_eq(counted.held, 0);
    if (!failed) {
      ck_assert_int_eq(status, FOLLOWUP_OK);
      ck_assert_int_gt(n, 20);
      break;
    }
    /* PCRE2 goes on without JIT when that alone finds no memory. */
    ck_assert(status == FOLLOWUP_E_MEMORY || status == FOLLOWUP_OK);
  }
  followup_case_free(of);
}

static uint64_t digest(const followup_report *report) {
  uint64_t sum = followup_report_count(report);
  for (size_t i = 0; i < followup_report_count(report); i++)
    sum = sum * 31 + followup_finding_fingerprint(followup_report_finding(report, i));
  return sum;
}

/* One scratch and one report through every failure: what a failed call left must change nothing that comes after. */
START_TEST(a_failed_call_leaves_report_and_scratch_as_good_as_before) {
  static const char *const others[] = {"Dear Ana,\n\nThank you for the tide machine. I would love to come.\n\nKim\n",
                                       body};
  struct counted counted = {.left = -1};
  followup_context *context = NULL;
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  followup_case *of = sample();
  followup_report *good = NULL;
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, SCENE_END, &good, NULL), FOLLOWUP_OK);
  int failures = 0;
  for (long n = 0; n < 200; n++) {
    followup_scratch *scratch = NULL;
    followup_report *report = NULL;
    ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, others[n % 2], Z, &report, NULL),
                     FOLLOWUP_OK);
    uint64_t before = digest(report);
    const followup_finding *held = followup_report_finding(report, 0);
    counted.left = n / 2;
    followup_status status = followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL);
    counted.left = -1;
    if (status != FOLLOWUP_OK) {
      failures++;
      ck_assert_int_eq(status, FOLLOWUP_E_MEMORY);
      ck_assert_uint_eq(digest(report), before);
      ck_assert_int_ne(followup_finding_rule(held), FOLLOWUP_RULE_NONE);
    }
    ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL), FOLLOWUP_OK);
    ck_assert_uint_eq(digest(report), digest(good));
    followup_report_free(report);
    followup_scratch_free(scratch);
  }
  ck_assert_int_gt(failures, 10);
  followup_report_free(good);
  followup_linter_free(linter);
  followup_context_free(context);
  followup_case_free(of);
  ck_assert_int_eq(counted.held, 0);
}
END_TEST

START_TEST(any_one_allocation_that_fails_leaves_nothing_behind) { fail_each(false); }
END_TEST

START_TEST(memory_that_ends_at_any_point_leaves_nothing_behind) { fail_each(true); }
END_TEST

START_TEST(a_warm_judging_call_allocates_nothing) {
  struct counted counted = {.left = -1};
  followup_context *context = NULL;
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  followup_case *of = sample();
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counted, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL), FOLLOWUP_OK);
  followup_uptake *uptake = NULL;
  ck_assert_int_eq(read_uptake(linter, scratch, &uptake), FOLLOWUP_OK);
  long before = counted.made;
  for (int i = 0; i < 3; i++) {
    ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(read_uptake(linter, scratch, &uptake), FOLLOWUP_OK);
  }
  ck_assert_int_eq(counted.made - before, 0);
  followup_uptake_free(uptake);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_context_free(context);
  ck_assert_int_eq(counted.held, 0);
  followup_case_free(of);
}
END_TEST

int main(void) {
  return run_tests("memory", (const TTest *[]){a_failed_call_leaves_report_and_scratch_as_good_as_before,
                                               any_one_allocation_that_fails_leaves_nothing_behind,
                                               memory_that_ends_at_any_point_leaves_nothing_behind,
                                               a_warm_judging_call_allocates_nothing, NULL});
}
