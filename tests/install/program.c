/* A program of somebody else's: it has names of its own that the library has inside, and judges one note. */
#include <followup.h>
#include <stdio.h>

int is_digit(int character);
int is_digit(int character) { return character >= '0' && character <= '9'; }

int main(void) {
  static const char note[] = "Dear Priya,\n\nThank you for your time. When might I expect to hear from you?\n\nAmara\n";
  followup_report *report = NULL;
  if (followup_lint_text(NULL, NULL, FOLLOWUP_KIND_THANK_YOU, note, sizeof note - 1, &report, NULL) != FOLLOWUP_OK)
    return 1;
  for (size_t i = 0; i < followup_report_count(report); i++)
    puts(followup_rule_name(followup_finding_rule(followup_report_finding(report, i))));
  followup_report_free(report);
  return is_digit('7') ? 0 : 1;
}
