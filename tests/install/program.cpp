// The same from C++, with owners in place of calls to free.
#include <followup.h>
#include <iostream>
#include <memory>
#include <string>

int main() {
  const std::string note = "Dear Priya,\n\nThank you for your time. When might I expect to hear from you?\n\nAmara\n";
  followup_report *made = nullptr;
  const followup_status status =
      followup_lint_text(nullptr, nullptr, FOLLOWUP_KIND_THANK_YOU, note.data(), note.size(), &made, nullptr);
  if (status != FOLLOWUP_OK) return 1;
  const std::unique_ptr<followup_report, decltype(&followup_report_free)> report(made, followup_report_free);
  for (std::size_t i = 0; i < followup_report_count(report.get()); i++)
    std::cout << followup_rule_name(followup_finding_rule(followup_report_finding(report.get(), i))) << '\n';
}
