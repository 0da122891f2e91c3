/* Judges one note: a text and its kind go in, findings come out. */
#include <followup.h>
#include <stdio.h>

static const char note[] =
    "Dear Priya,\n\n"
    "Thank you for showing me the six robots at the port. I would love to join the team. "
    "When might I expect to hear from you?\n\n"
    "Best regards,\nAmara\n";

/* A finding has a rule, a level, a place in the text, and words for a person. */
static void print_finding(followup_report *report, size_t index) {
  const followup_finding *finding = followup_report_finding(report, index);
  const char *why = "", *what_to_do = "";
  size_t start = 0, end = 0;
  printf("%s: %s\n", followup_level_name(followup_finding_level(finding)),
         followup_rule_name(followup_finding_rule(finding)));
  if (followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end))
    printf("  bytes %zu to %zu: \"%.*s\"\n", start, end, (int)(end - start), note + start);
  followup_report_explanation(report, index, &why, NULL);
  printf("  %s\n", why);
  followup_report_suggestion(report, index, &what_to_do, NULL);
  printf("  %s\n", what_to_do);
}

int main(void) {
  followup_report *report = NULL;
  /* NULL for the linter and the scratch: the defaults, made for this one call. */
  followup_status status =
      followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, note, FOLLOWUP_ZERO_TERMINATED, &report, NULL);
  if (status != FOLLOWUP_OK) {
    fprintf(stderr, "%s\n", followup_status_text(status));
    return 1;
  }
  for (size_t i = 0; i < followup_report_count(report); i++) print_finding(report, i);
  followup_report_free(report);
  return 0;
}
