#include "support/findings.h"

const followup_finding *finding_of(const followup_report *report, followup_rule rule) {
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    if (followup_finding_rule(finding) == rule) return finding;
  }
  return NULL;
}

size_t count_of(const followup_report *report, followup_rule rule) {
  size_t count = 0;
  for (size_t i = 0; i < followup_report_count(report); i++)
    count += followup_finding_rule(followup_report_finding(report, i)) == rule;
  return count;
}
