/*
 * Tells what the C library says of inputs of the message target, a line for each finding, for Python to say the same:
 * rule, level, kind, start and end in code points, fingerprint.
 *
 *     fuzz-say FILE...
 */
#include "fuzz/fuzz.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { KINDS = 9, SIZE_MOST = 1 << 20 };

static void say_finding(const char *path, const followup_finding *finding) {
  size_t start, end;
  printf("%s %s %s %d", path, followup_rule_name(followup_finding_rule(finding)),
         followup_level_name(followup_finding_level(finding)), (int)followup_finding_kind(finding));
  if (followup_finding_span(finding, FOLLOWUP_UNIT_CODE_POINTS, &start, &end)) printf(" %zu-%zu", start, end);
  printf(" %016" PRIx64 "\n", followup_finding_fingerprint(finding));
}

static void say(const char *path, const char *bytes, size_t size) {
  followup_report *report = NULL;
  followup_kind kind = (followup_kind)((unsigned char)bytes[0] % KINDS);
  followup_status status = followup_lint_text(fuzz_linter(), fuzz_scratch(), kind, bytes + 1, size - 1, &report, NULL);
  if (status != FOLLOWUP_OK) printf("%s %s\n", path, followup_status_text(status));
  for (size_t i = 0; i < followup_report_count(report); i++) say_finding(path, followup_report_finding(report, i));
  followup_report_free(report);
}

int main(int argc, char **argv) {
  char *bytes = malloc(SIZE_MOST);
  MUST(bytes != NULL);
  for (int i = 1; i < argc; i++) {
    FILE *file = fopen(argv[i], "rb");
    MUST(file != NULL);
    size_t size = fread(bytes, 1, SIZE_MOST, file);
    fclose(file);
    if (size > 0) say(argv[i], bytes, size);
  }
  free(bytes);
  return 0;
}
