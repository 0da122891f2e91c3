/* The text of a message, judged alone: one byte for its kind, then the text. */
#include "fuzz/reports.h"

#include <stdlib.h>

enum { KINDS = 9 };

static followup_report *reports[2];

static followup_report *judge(int place, followup_kind kind, const char *text, size_t length) {
  followup_status status = followup_lint_text(fuzz_linter(), fuzz_scratch(), kind, text, length, &reports[place], NULL);
  MUST(status == FOLLOWUP_OK);
  return reports[place];
}

static void check_refusal(followup_kind kind, const char *text, size_t length, size_t bad) {
  static followup_error *error;
  if (error == NULL) MUST(followup_error_new(NULL, &error) == FOLLOWUP_OK);
  followup_status status = followup_lint_text(fuzz_linter(), fuzz_scratch(), kind, text, length, &reports[0], error);
  MUST(status == FOLLOWUP_E_UTF8);
  MUST(followup_error_offset(error) == bad);
}

/* The report of a text is that of the same text in two other forms, which `form` makes one again. */
static void check_forms(followup_kind kind, struct fuzz_text one, struct fuzz_text other, fuzz_form form) {
  struct fuzz_part left = {one.bytes, one.length}, right = {other.bytes, other.length};
  judge(0, kind, one.bytes, one.length);
  judge(1, kind, other.bytes, other.length);
  fuzz_check_report(reports[1], &right, NULL);
  fuzz_check_same_reports(reports[0], &left, reports[1], &right, form);
  free(one.bytes);
  free(other.bytes);
}

static void check_counts(const char *text, size_t length) {
  followup_kind kind = FOLLOWUP_KIND_UNKNOWN;
  size_t sentences = 0;
  MUST(followup_guess_kind(fuzz_linter(), fuzz_scratch(), NULL, 0, text, length, &kind, NULL) == FOLLOWUP_OK);
  MUST(kind == FOLLOWUP_KIND_UNKNOWN || followup_kind_name(kind) != NULL);
  MUST(followup_prose_sentences(fuzz_linter(), fuzz_scratch(), text, length, &sentences, NULL) == FOLLOWUP_OK);
  MUST(sentences <= length);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 1) return 0;
  followup_kind kind = (followup_kind)(bytes[0] % KINDS);
  struct fuzz_text own = fuzz_copy((const char *)bytes + 1, size - 1);
  struct fuzz_part text = {own.bytes, own.length};
  size_t bad = fuzz_first_bad_byte(text.bytes, text.length);
  if (bad < text.length) {
    check_refusal(kind, text.bytes, text.length, bad);
  } else {
    fuzz_check_report(judge(0, kind, text.bytes, text.length), &text, NULL);
    fuzz_check_written(reports[0]);
    fuzz_check_same_reports(reports[0], &text, judge(1, kind, text.bytes, text.length), &text, fuzz_copy);
    check_counts(text.bytes, text.length);
    struct fuzz_text plain = fuzz_without_returns(text.bytes, text.length);
    check_forms(kind, fuzz_copy(plain.bytes, plain.length), fuzz_with_returns(plain.bytes, plain.length),
                fuzz_without_returns);
    free(plain.bytes);
    if (!fuzz_is_ascii(text.bytes, text.length))
      check_forms(kind, fuzz_nfc(text.bytes, text.length), fuzz_nfd(text.bytes, text.length), fuzz_nfc);
  }
  free(own.bytes);
  return 0;
}
