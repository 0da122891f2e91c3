/* Builds a full case with an allocator that fails at the first call, at the second, and so on until nothing fails. */
#include <check.h>
#include <stdlib.h>

#include "model/model.h"

#include "support/run.h"

#define ZERO_TERMINATED FOLLOWUP_ZERO_TERMINATED

/* Gives `left` blocks, then none; from `again` on it gives blocks once more. */
struct scarce {
  long left, refused, live;
  bool gives_again;
};

static void *allocate(size_t size, void *user) {
  struct scarce *scarce = user;
  bool has_given_up = scarce->refused > 0 && scarce->gives_again;
  if (scarce->left-- <= 0 && !has_given_up) {
    scarce->refused++;
    return NULL;
  }
  scarce->live++;
  return malloc(size);
}

static void release(void *block, void *user) {
  struct scarce *scarce = user;
  scarce->live--;
  free(block);
}

/* How often something failed; the first failure is kept. */
struct outcome {
  followup_status first;
  long failures;
};

static bool note(struct outcome *outcome, followup_status status) {
  if (status == FOLLOWUP_OK) return true;
  if (outcome->failures++ == 0) outcome->first = status;
  return false;
}

static void fill_interviewer(followup_interview *interview, struct outcome *outcome) {
  followup_interviewer *priya = NULL;
  if (!note(outcome, followup_interview_add_interviewer(interview, "Priya Raman", ZERO_TERMINATED, &priya, NULL))) {
    ck_assert_ptr_null(priya);
    return;
  }
  note(outcome, followup_interviewer_set_email(priya, "priya@x.example", ZERO_TERMINATED, NULL));
  note(outcome, followup_interviewer_set_email(priya, "priya@y.example", ZERO_TERMINATED, NULL));
  note(outcome, followup_interviewer_set_title(priya, "Director", ZERO_TERMINATED, NULL));
  for (int i = 0; i < 10; i++) {
    size_t before = followup_interviewer_note_count(priya);
    bool added = note(outcome, followup_interviewer_add_note(priya, "six robots", ZERO_TERMINATED, NULL));
    ck_assert_uint_eq(followup_interviewer_note_count(priya), before + (added ? 1 : 0));
  }
}

static void fill_interview(followup_case *of, const char *id, struct outcome *outcome) {
  followup_interview *interview = NULL;
  size_t before = followup_case_interview_count(of);
  bool added = note(outcome, followup_case_add_interview(of, id, ZERO_TERMINATED, &interview, NULL));
  ck_assert_uint_eq(followup_case_interview_count(of), before + (added ? 1 : 0));
  if (!added) return;
  note(outcome, followup_interview_set_time(interview, 1000, 2000, NULL));
  note(outcome, followup_interview_set_time_zone(interview, "Europe/London", ZERO_TERMINATED, NULL));
  note(outcome, followup_interview_set_time_zone(interview, "+05:30", ZERO_TERMINATED, NULL));
  note(outcome, followup_interview_set_stage(interview, "onsite", ZERO_TERMINATED, NULL));
  note(outcome, followup_interview_set_promised_reply(interview, "By Friday.", ZERO_TERMINATED, NULL));
  note(outcome, followup_interview_add_promised_material(interview, "plan", ZERO_TERMINATED, "Priya <p@x.example>",
                                                         ZERO_TERMINATED, NULL));
  for (int i = 0; i < 9; i++) fill_interviewer(interview, outcome);
}

static void fill_recipients(followup_message *message, struct outcome *outcome) {
  for (int list = FOLLOWUP_RECIPIENTS_TO; list <= FOLLOWUP_RECIPIENTS_BCC; list++) {
    const char *mailbox = "\"Raman, Priya\" <priya@x.example>";
    followup_recipients into = (followup_recipients)list;
    bool added = note(outcome, followup_message_add_recipient(message, into, mailbox, ZERO_TERMINATED, NULL));
    ck_assert_uint_eq(followup_message_recipient_count(message, into), added ? 1 : 0);
  }
}

static void fill_message(followup_case *of, struct outcome *outcome) {
  followup_message *message = NULL;
  if (!note(outcome, followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL))) return;
  note(outcome, followup_message_set_id(message, "m", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_set_interview(message, "onsite", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_set_from(message, "Amara <a@x.example>", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_set_subject(message, "Thank you", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_set_body(message, "Dear Priya,", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_set_body(message, "Dear Dr. Raman,", ZERO_TERMINATED, NULL));
  note(outcome, followup_message_add_attachment(message, "leeds.pdf", ZERO_TERMINATED, NULL));
  fill_recipients(message, outcome);
}

static void fill_event(followup_case *of, struct outcome *outcome) {
  followup_event *event = NULL;
  if (!note(outcome, followup_case_add_event(of, FOLLOWUP_EVENT_REPLY, 3000, &event, NULL))) return;
  note(outcome, followup_event_set_from(event, "Sam <sam@x.example>", ZERO_TERMINATED, NULL));
  note(outcome, followup_event_set_promised_reply(event, "Next week.", ZERO_TERMINATED, NULL));
}

static void fill_case(followup_case *of, struct outcome *outcome) {
  followup_candidate *candidate = followup_case_candidate(of);
  note(outcome, followup_case_set_id(of, "c1", ZERO_TERMINATED, NULL));
  note(outcome, followup_case_set_company(of, "Northwind", ZERO_TERMINATED, NULL));
  note(outcome, followup_case_set_role(of, "Engineer", ZERO_TERMINATED, NULL));
  note(outcome, followup_case_add_other_company(of, "Contoso", ZERO_TERMINATED, NULL));
  note(outcome, followup_candidate_set_name(candidate, "Amara Okafor", ZERO_TERMINATED, NULL));
  note(outcome, followup_candidate_set_email(candidate, "amara@example.org", ZERO_TERMINATED, NULL));
  note(outcome, followup_candidate_set_time_zone(candidate, "America/Chicago", ZERO_TERMINATED, NULL));
  note(outcome, followup_calendar_add_holiday(followup_case_calendar(of), "2026-05-25", ZERO_TERMINATED, NULL));
  fill_interview(of, "onsite", outcome);
  fill_interview(of, "final", outcome);
  fill_event(of, outcome);
  fill_message(of, outcome);
}

/* Whether nothing failed. */
static bool build_with(long allowed, bool gives_again) {
  struct scarce scarce = {.left = 1};
  struct outcome outcome = {FOLLOWUP_OK, 0};
  followup_context *context;
  ck_assert_int_eq(followup_context_new(allocate, release, &scarce, &context), FOLLOWUP_OK);
  scarce.left = allowed;
  scarce.gives_again = gives_again;
  followup_case *of = NULL;
  if (note(&outcome, followup_case_new(context, &of, NULL))) fill_case(of, &outcome);
  followup_case_free(of);
  followup_context_free(context);
  ck_assert_int_eq(scarce.live, 0);
  ck_assert_int_eq(outcome.failures > 0, scarce.refused > 0);
  ck_assert(outcome.first == FOLLOWUP_OK || outcome.first == FOLLOWUP_E_MEMORY);
  return outcome.failures == 0;
}

static void build_until_nothing_fails(bool gives_again) {
  long allowed = 0;
  while (!build_with(allowed, gives_again)) ck_assert_int_lt(++allowed, 10000);
  ck_assert_int_gt(allowed, 100);
}

START_TEST(a_case_that_runs_out_of_memory_leaks_nothing) { build_until_nothing_fails(false); }
END_TEST

START_TEST(a_case_goes_on_after_one_failed_allocation) { build_until_nothing_fails(true); }
END_TEST

int main(void) {
  return run_tests("model memory", (const TTest *[]){a_case_that_runs_out_of_memory_leaks_nothing,
                                                     a_case_goes_on_after_one_failed_allocation, NULL});
}
