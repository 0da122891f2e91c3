/*
 * A caller of the first release: compiled against the header kept then, it runs with today's library. It goes through
 * every room of the API, and tells numbers as that header numbers them.
 */
#include <followup.h>
#include <stdio.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED
#define REQUIRE(what)                               \
  do {                                              \
    if (!(what)) {                                  \
      fprintf(stderr, "%d: %s\n", __LINE__, #what); \
      return 1;                                     \
    }                                               \
  } while (0)

static const int64_t interview_end = 1772744400000; /* 2026-03-05T21:00:00Z */
static const char body[] = "Hi there,\n\nThank you for your time. When will you decide?\n\nKim\n";

static int build_case(followup_case *of, followup_error *error) {
  followup_interview *interview = NULL;
  followup_interviewer *interviewer = NULL;
  followup_message *message = NULL;
  followup_event *event = NULL;
  REQUIRE(followup_candidate_set_time_zone(followup_case_candidate(of), "America/Chicago", Z, error) == 0);
  REQUIRE(followup_case_add_interview(of, "onsite", Z, &interview, error) == 0);
  REQUIRE(followup_interview_set_time(interview, interview_end - 3600000, interview_end, error) == 0);
  REQUIRE(followup_interview_add_interviewer(interview, "Priya Rao", Z, &interviewer, error) == 0);
  REQUIRE(followup_interviewer_set_email(interviewer, "priya@northwind.example", Z, error) == 0);
  REQUIRE(followup_case_add_event(of, FOLLOWUP_EVENT_VERBAL_OFFER, interview_end + 86400000, &event, error) == 0);
  REQUIRE(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, error) == 0);
  REQUIRE(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, "priya@northwind.example", Z, error) == 0);
  REQUIRE(followup_message_set_body(message, body, sizeof body - 1, error) == 0);
  REQUIRE(followup_message_set_sent(message, interview_end + 7200000, error) == 0);
  return 0;
}

static bool reports(const followup_report *report, followup_rule rule) {
  for (size_t i = 0; i < followup_report_count(report); i++)
    if (followup_finding_rule(followup_report_finding(report, i)) == rule) return true;
  return false;
}

static int judge(const followup_context *context, const followup_case *of, followup_error *error) {
  followup_policy *policy = NULL;
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  const char *why = NULL;
  REQUIRE(followup_policy_new(context, &policy, error) == 0);
  REQUIRE(followup_policy_set_level(policy, FOLLOWUP_RULE_NO_INTEREST, FOLLOWUP_LEVEL_OFF, error) == 0);
  REQUIRE(followup_linter_new(context, policy, &linter, error) == 0);
  REQUIRE(followup_scratch_new(linter, &scratch, error) == 0);
  REQUIRE(followup_lint_case(linter, scratch, of, interview_end + 172800000, &report, error) == 0);
  REQUIRE(reports(report, FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE));
  REQUIRE(!reports(report, FOLLOWUP_RULE_NO_INTEREST));
  REQUIRE(followup_report_explanation(report, 0, &why, error) == 0 && strlen(why) > 0);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_policy_free(policy);
  return 0;
}

static int plan(const followup_case *of, followup_error *error) {
  followup_plan *made = NULL;
  REQUIRE(followup_plan_make(NULL, of, interview_end + 172800000, &made, error) == 0);
  bool acknowledged = false;
  for (size_t i = 0; i < followup_plan_count(made); i++)
    if (followup_action_kind_of(followup_plan_at(made, i)) == FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT)
      acknowledged = followup_action_state_of(followup_plan_at(made, i)) == FOLLOWUP_ACTION_OPEN;
  REQUIRE(acknowledged);
  followup_plan_free(made);
  return 0;
}

static int read_window(const followup_context *context, followup_error *error) {
  followup_calendar *calendar = NULL;
  followup_window *window = NULL;
  REQUIRE(followup_calendar_new(context, &calendar, error) == 0);
  REQUIRE(followup_calendar_set_time_zone(calendar, "Europe/London", Z, error) == 0);
  REQUIRE(followup_window_read("We'll be in touch by Friday.", Z, interview_end, calendar, &window, error) == 0);
  REQUIRE(followup_window_status_of(window) == FOLLOWUP_WINDOW_PROMISED);
  REQUIRE(strcmp(followup_window_end_local(window), "2026-03-06T23:59:59") == 0);
  followup_window_free(window);
  followup_calendar_free(calendar);
  return 0;
}

int main(void) {
  followup_context *context = NULL;
  followup_error *error = NULL;
  followup_case *of = NULL;
  REQUIRE(followup_context_new(NULL, NULL, NULL, &context) == 0);
  REQUIRE(followup_error_new(context, &error) == 0);
  REQUIRE(followup_case_new(context, &of, error) == 0);
  int failed = build_case(of, error) || judge(context, of, error) || plan(of, error) || read_window(context, error);
  if (failed) fprintf(stderr, "%s\n", followup_error_message(error));
  followup_case_free(of);
  followup_error_free(error);
  followup_context_free(context);
  return failed;
}
