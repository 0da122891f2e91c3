/* What holds for every plan, over cases made by chance; and what a large case costs. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "plan/building.h"
#include "support/run.h"

enum { CASES = 400, DAY_HOURS = 24 };

/* A small generator of its own, so that the cases are the same everywhere. */
static uint64_t seed;

static followup_linter *linter;
static followup_scratch *scratch;

static unsigned below(unsigned limit) {
  seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(seed >> 33) % limit;
}

static const char *const people[] = {"Priya Raman <priya@halden.example>", "tom@halden.example", "Una Vale",
                                     "Tom Fry <tom@halden.example>"};

/* An instant within six weeks of the spring, on the hour. */
static int64_t any_time(void) { return SCENE_START + (int64_t)below(42 * DAY_HOURS) * HOUR; }

static void add_interview(unsigned number) {
  static const char *const promises[] = {NULL, "We will let you know by Friday.", "Within ten business days.",
                                         "We won't decide before the 20th.", "We will be in touch in due course."};
  char id[16];
  followup_interview *added;
  int64_t start = any_time();
  snprintf(id, sizeof id, "i%u", number);
  ck_assert_int_eq(followup_case_add_interview(of, id, Z, &added, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_interview_set_time(added, start, start + (int64_t)below(3) * HOUR, NULL), FOLLOWUP_OK);
  if (below(2)) person(added, "Priya Raman", "priya@halden.example", below(2) ? "one|two" : NULL);
  if (below(2)) person(added, "Tom Fry", "tom@halden.example", "one");
  if (below(3) == 0) person(added, "Una Vale", NULL, NULL);
  if (below(3) == 0) material(added, "drawing", people[below(4)]);
  const char *words = promises[below(5)];
  if (words != NULL) followup_interview_set_promised_reply(added, words, Z, NULL);
}

static void add_event(void) {
  followup_event *added;
  /* Decisions are rarer, or little else would be seen. */
  followup_event_kind kind = below(4) ? (followup_event_kind)(1 + below(4)) : (followup_event_kind)(1 + below(7));
  ck_assert_int_eq(followup_case_add_event(of, kind, any_time(), &added, NULL), FOLLOWUP_OK);
  if (below(4) == 0) promise(added, "We will be in touch next week.");
}

static void add_message(int64_t at) {
  followup_message *added;
  followup_kind kind = (followup_kind)(1 + below(8));
  ck_assert_int_eq(followup_case_add_message(of, kind, &added, NULL), FOLLOWUP_OK);
  followup_message_add_recipient(added, FOLLOWUP_RECIPIENTS_TO, people[below(4)], Z, NULL);
  followup_message_set_sent(added, at, NULL);
}

static void make_any_case(unsigned number) {
  seed = number * UINT64_C(0x9E3779B97F4A7C15) + 1;
  make_case();
  if (below(2)) followup_case_set_applied_at(of, any_time(), NULL);
  for (unsigned i = 0, count = below(4); i < count; i++) add_interview(i);
  for (unsigned i = 0, count = below(4); i < count; i++) add_event();
  for (unsigned i = 0, count = below(8); i < count; i++) add_message(any_time());
}

static followup_plan *plan_at_instant(int64_t now) {
  followup_plan *plan = NULL;
  ck_assert_int_eq(followup_plan_make(NULL, of, now, &plan, NULL), FOLLOWUP_OK);
  return plan;
}

static bool in_state(const followup_action *action, followup_action_state state) {
  return followup_action_state_of(action) == state;
}

static bool same_text(const char *one, const char *other) { return strcmp(one, other) == 0; }

/* The same follow-up in another plan of the case: the same kind, for the same reason. */
static const followup_action *same_in(const followup_plan *plan, const followup_action *action) {
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *other = followup_plan_at(plan, i);
    if (followup_action_kind_of(other) == followup_action_kind_of(action) &&
        followup_action_due(other) == followup_action_due(action) &&
        same_text(followup_action_interview(other), followup_action_interview(action)) &&
        same_text(followup_action_to(other), followup_action_to(action)) &&
        same_text(followup_action_what(other), followup_action_what(action)))
      return other;
  }
  return NULL;
}

static size_t times(const followup_plan *plan, const followup_action *action) {
  size_t count = 0;
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *other = followup_plan_at(plan, i);
    count += followup_action_kind_of(other) == followup_action_kind_of(action) &&
             followup_action_due(other) == followup_action_due(action) &&
             same_text(followup_action_to(other), followup_action_to(action));
  }
  return count;
}

static void check_due_and_opens(unsigned number) {
  make_any_case(number);
  for (int turn = 0; turn < 4; turn++) {
    followup_plan *plan = plan_at_instant(any_time());
    for (size_t i = 0; i < followup_plan_count(plan); i++) {
      const followup_action *action = followup_plan_at(plan, i);
      bool held = in_state(action, FOLLOWUP_ACTION_HELD);
      ck_assert_msg(held || followup_action_due(action) >= followup_action_opens(action), "case %u", number);
      const followup_action *before = followup_plan_at(plan, i > 0 ? i - 1 : 0);
      ck_assert_msg(followup_action_due(before) <= followup_action_due(action), "case %u", number);
    }
    followup_plan_free(plan);
  }
  free_case();
}

static void check_later_now(unsigned number) {
  make_any_case(number);
  int64_t now = any_time();
  followup_plan *plan = plan_at_instant(now), *later = plan_at_instant(now + (int64_t)below(20 * DAY_HOURS) * HOUR);
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i), *then = same_in(later, action);
    if (!in_state(action, FOLLOWUP_ACTION_DONE) || then == NULL || times(plan, action) > 1) continue;
    ck_assert_msg(in_state(then, FOLLOWUP_ACTION_DONE), "case %u", number);
    ck_assert_str_eq(followup_action_done_by(then), followup_action_done_by(action));
  }
  followup_plan_free(plan);
  followup_plan_free(later);
  free_case();
}

/* One that was held and past due already is what it was, once its round has begun. */
static void check_one_more_message(unsigned number) {
  make_any_case(number);
  int64_t now = any_time();
  followup_plan *before = plan_at_instant(now);
  add_message(now - (int64_t)below(48) * HOUR);
  followup_plan *after = plan_at_instant(now);
  for (size_t i = 0; i < followup_plan_count(after); i++) {
    const followup_action *action = followup_plan_at(after, i), *was = same_in(before, action);
    if (!in_state(action, FOLLOWUP_ACTION_OVERDUE) || times(after, action) > 1) continue;
    ck_assert_msg(was != NULL && (in_state(was, FOLLOWUP_ACTION_OVERDUE) || in_state(was, FOLLOWUP_ACTION_HELD)),
                  "case %u", number);
  }
  followup_plan_free(before);
  followup_plan_free(after);
  free_case();
}

/* Plan and rules agree: what a finding about time would say of the action's message, were it sent now. */
static bool too_early_or_too_many(const followup_action *action, int64_t now) {
  static const followup_kind kinds[] = {[FOLLOWUP_ACTION_THANK_YOU] = FOLLOWUP_KIND_THANK_YOU,
                                        [FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP] = FOLLOWUP_KIND_APPLICATION_FOLLOW_UP,
                                        [FOLLOWUP_ACTION_STATUS_CHECK] = FOLLOWUP_KIND_STATUS_CHECK,
                                        [FOLLOWUP_ACTION_FEEDBACK_REQUEST] = FOLLOWUP_KIND_FEEDBACK_REQUEST};
  followup_message *draft;
  followup_report *report = NULL;
  bool found = false;
  ck_assert_int_eq(followup_case_add_message(of, kinds[followup_action_kind_of(action)], &draft, NULL), FOLLOWUP_OK);
  if (*followup_action_interview(action) != '\0')
    followup_message_set_interview(draft, followup_action_interview(action), Z, NULL);
  ck_assert_int_eq(followup_lint_message(linter, scratch, of, draft, now, &report, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    followup_rule rule = followup_finding_rule(followup_report_finding(report, i));
    found = found || (followup_rule_family(rule) == FOLLOWUP_FAMILY_TIMING && rule != FOLLOWUP_RULE_LATE_THANK_YOU);
  }
  followup_report_free(report);
  ck_assert_int_eq(followup_case_drop_message(of, draft, NULL), FOLLOWUP_OK);
  return found;
}

static bool asks_for_a_follow_up(const followup_action *action) {
  followup_action_kind kind = followup_action_kind_of(action);
  return kind == FOLLOWUP_ACTION_THANK_YOU || kind == FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP ||
         kind == FOLLOWUP_ACTION_STATUS_CHECK || kind == FOLLOWUP_ACTION_FEEDBACK_REQUEST;
}

static void check_agreement(unsigned number) {
  make_any_case(number);
  int64_t now = any_time();
  followup_plan *plan = plan_at_instant(now);
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    followup_action_state state = followup_action_state_of(action);
    if (!asks_for_a_follow_up(action)) continue;
    if (state == FOLLOWUP_ACTION_OPEN || state == FOLLOWUP_ACTION_OVERDUE)
      ck_assert_msg(!too_early_or_too_many(action, now), "case %u", number);
    if (state == FOLLOWUP_ACTION_HELD) ck_assert_msg(too_early_or_too_many(action, now), "case %u", number);
  }
  followup_plan_free(plan);
  free_case();
}

START_TEST(what_is_open_may_be_sent_and_what_is_held_may_not) {
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  for (unsigned number = 0; number < CASES; number++) check_agreement(number);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}
END_TEST

START_TEST(due_never_precedes_opens_but_where_it_is_held) {
  for (unsigned number = 0; number < CASES; number++) check_due_and_opens(number);
}
END_TEST

START_TEST(a_later_now_never_reopens_what_is_done) {
  for (unsigned number = 0; number < CASES; number++) check_later_now(number);
}
END_TEST

START_TEST(one_more_message_makes_nothing_overdue) {
  for (unsigned number = 0; number < CASES; number++) check_one_more_message(number);
}
END_TEST

/* Large cases */

static void make_large_case(unsigned size) {
  make_case();
  for (unsigned i = 0; i < size; i++) {
    char id[16], name[32];
    followup_interview *added;
    snprintf(id, sizeof id, "i%u", i);
    snprintf(name, sizeof name, "Person %u", i % 100);
    int64_t start = SCENE_START + (int64_t)i * HOUR;
    ck_assert_int_eq(followup_case_add_interview(of, id, Z, &added, NULL), FOLLOWUP_OK);
    ck_assert_int_eq(followup_interview_set_time(added, start, start + HOUR, NULL), FOLLOWUP_OK);
    person(added, name, NULL, NULL);
    followup_message *note;
    followup_kind kind = i % 4 == 0 ? FOLLOWUP_KIND_STATUS_CHECK : FOLLOWUP_KIND_THANK_YOU;
    ck_assert_int_eq(followup_case_add_message(of, kind, &note, NULL), FOLLOWUP_OK);
    followup_message_add_recipient(note, FOLLOWUP_RECIPIENTS_TO, name, Z, NULL);
    followup_message_set_sent(note, start + 2 * HOUR, NULL);
  }
}

/* The least of three turns, in seconds of this process. */
static double seconds_to_plan(unsigned size) {
  double least = 1e9;
  make_large_case(size);
  for (int turn = 0; turn < 3; turn++) {
    clock_t begun = clock();
    followup_record *record = NULL;
    followup_plan *plan = plan_at_instant(SCENE_START + (int64_t)size * HOUR);
    ck_assert_int_eq(followup_record_make(NULL, of, SCENE_START + (int64_t)size * HOUR, &record, NULL), FOLLOWUP_OK);
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    if (seconds < least) least = seconds;
    ck_assert_uint_gt(followup_plan_count(plan), size);
    followup_plan_free(plan);
    followup_record_free(record);
  }
  free_case();
  return least;
}

START_TEST(sixteen_times_the_case_takes_far_less_than_its_square) {
  double small = seconds_to_plan(625), large = seconds_to_plan(10000);
  ck_assert_msg(large < 64 * small + 0.05, "625: %f s, 10000: %f s", small, large);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {due_never_precedes_opens_but_where_it_is_held,
                                a_later_now_never_reopens_what_is_done,
                                one_more_message_makes_nothing_overdue,
                                what_is_open_may_be_sent_and_what_is_held_may_not,
                                sixteen_times_the_case_takes_far_less_than_its_square,
                                NULL};
  return run_tests("plan properties", tests);
}
