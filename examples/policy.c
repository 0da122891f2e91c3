/* Writes a policy: levels and numbers of one's own, for one linter. */
#include <followup.h>
#include <stdio.h>

static const char note[] =
    "Dear Priya,\n\n"
    "Thank you for showing me the six robots at the port!! I would love to join the team. "
    "When might I expect to hear from you?\n\n"
    "Best regards,\nAmara\n";

static followup_status set(followup_policy *policy, followup_error *error) {
  /* The region comes first: it sets all numbers. */
  followup_status status = followup_policy_use_region(policy, "DE", FOLLOWUP_ZERO_TERMINATED, error);
  if (status == FOLLOWUP_OK)
    status = followup_policy_set_level(policy, FOLLOWUP_RULE_SHOUTING, FOLLOWUP_LEVEL_OFF, error);
  if (status == FOLLOWUP_OK)
    status = followup_policy_set_level(policy, FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE, FOLLOWUP_LEVEL_NOTE, error);
  if (status == FOLLOWUP_OK) status = followup_policy_set_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS, 48, error);
  return status;
}

static followup_status judge(const char *title, const followup_policy *policy, followup_error *error) {
  followup_linter *linter = NULL;
  followup_report *report = NULL;
  followup_status status = followup_linter_new(NULL, policy, &linter, error); /* copies the policy */
  if (status == FOLLOWUP_OK)
    status = followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, note, sizeof note - 1, &report, error);
  printf("%s\n", title);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    printf("  %s: %s\n", followup_level_name(followup_finding_level(finding)),
           followup_rule_name(followup_finding_rule(finding)));
  }
  followup_report_free(report);
  followup_linter_free(linter);
  return status;
}

int main(void) {
  followup_error *error = NULL;
  followup_policy *policy = NULL;
  followup_status status = followup_error_new(NULL, &error);
  if (status == FOLLOWUP_OK) status = followup_policy_new(NULL, &policy, error);
  if (status == FOLLOWUP_OK) status = judge("by default", policy, error);
  if (status == FOLLOWUP_OK) status = set(policy, error);
  if (status == FOLLOWUP_OK) status = judge("by this policy", policy, error);
  /* What cannot be is refused, and says what is wrong. */
  if (followup_policy_set_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS, 1000, error) != FOLLOWUP_OK)
    printf("refused: %s\n", followup_error_message(error));
  followup_policy_free(policy);
  followup_error_free(error);
  return status == FOLLOWUP_OK ? 0 : 1;
}
