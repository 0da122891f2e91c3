#include "fuzz/reports.h"

#include <string.h>

static size_t points_of(const char *bytes, size_t length) {
  size_t count = 0;
  for (size_t i = 0; i < length; i++) count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
  return count;
}

static size_t units_of(const char *bytes, size_t length) {
  size_t count = points_of(bytes, length);
  for (size_t i = 0; i < length; i++) count += (unsigned char)bytes[i] >= 0xF0;
  return count;
}

/* The span in `unit`, each end counted by hand. */
static void check_unit(const followup_finding *finding, followup_unit unit, const struct fuzz_part *part,
                       size_t (*count)(const char *, size_t)) {
  size_t start, end, counted_start, counted_end;
  MUST(followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end));
  MUST(followup_finding_span(finding, unit, &counted_start, &counted_end));
  MUST(counted_start == count(part->bytes, start));
  MUST(counted_end == count(part->bytes, end));
}

static void check_place(const followup_finding *finding, const struct fuzz_part *part) {
  const char *quote = followup_finding_text(finding);
  size_t start, end;
  if (!followup_finding_span(finding, FOLLOWUP_UNIT_BYTES, &start, &end)) {
    MUST(quote[0] == '\0');
    return;
  }
  MUST(start < end && end <= part->length);
  MUST(fuzz_is_border(part->bytes, part->length, start) && fuzz_is_border(part->bytes, part->length, end));
  MUST(strlen(quote) == end - start && memcmp(quote, part->bytes + start, end - start) == 0);
  check_unit(finding, FOLLOWUP_UNIT_CODE_POINTS, part, points_of);
  check_unit(finding, FOLLOWUP_UNIT_UTF16, part, units_of);
}

static const followup_message *message_of(const followup_case *of, const char *id) {
  for (size_t i = 0; i < followup_case_message_count(of); i++) {
    const followup_message *message = followup_case_message(of, i);
    if (strcmp(followup_message_id(message), id) == 0) return message;
  }
  return NULL;
}

static const char *entry_of(const followup_message *message, const followup_finding *finding) {
  size_t index = followup_finding_index(finding);
  switch (followup_finding_part(finding)) {
    case FOLLOWUP_PART_FROM: return followup_message_from(message);
    case FOLLOWUP_PART_TO: return followup_message_recipient(message, FOLLOWUP_RECIPIENTS_TO, index);
    case FOLLOWUP_PART_CC: return followup_message_recipient(message, FOLLOWUP_RECIPIENTS_CC, index);
    case FOLLOWUP_PART_BCC: return followup_message_recipient(message, FOLLOWUP_RECIPIENTS_BCC, index);
    case FOLLOWUP_PART_ATTACHMENTS: return followup_message_attachment(message, index);
    default: return NULL;
  }
}

/* The part that a finding of a case points into; without bytes where it is the message as a whole. */
static struct fuzz_part part_of(const followup_case *of, const followup_finding *finding) {
  const followup_message *message = message_of(of, followup_finding_message(finding));
  struct fuzz_part part = {NULL, 0};
  MUST(message != NULL);
  if (followup_finding_part(finding) == FOLLOWUP_PART_BODY) {
    part.bytes = followup_message_body(message, &part.length);
  } else if (followup_finding_part(finding) == FOLLOWUP_PART_SUBJECT) {
    part.bytes = followup_message_subject(message, &part.length);
  } else {
    part.bytes = entry_of(message, finding);
    if (part.bytes != NULL) part.length = strlen(part.bytes);
  }
  return part;
}

static void check_words(followup_report *report, size_t index) {
  const char *explanation = NULL, *suggestion = NULL, *replacement = NULL;
  MUST(followup_report_explanation(report, index, &explanation, NULL) == FOLLOWUP_OK);
  MUST(followup_report_suggestion(report, index, &suggestion, NULL) == FOLLOWUP_OK);
  MUST(explanation[0] != '\0' && suggestion[0] != '\0');
  if (followup_report_fix(report, index, &replacement)) MUST(replacement != NULL);
}

void fuzz_check_report(followup_report *report, const struct fuzz_part *body, const followup_case *of) {
  followup_level worst = FOLLOWUP_LEVEL_OFF;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const followup_finding *finding = followup_report_finding(report, i);
    MUST(followup_rule_name(followup_finding_rule(finding)) != NULL);
    MUST(followup_part_name(followup_finding_part(finding)) != NULL);
    MUST(followup_finding_level(finding) != FOLLOWUP_LEVEL_OFF);
    if (followup_finding_level(finding) > worst) worst = followup_finding_level(finding);
    struct fuzz_part part = body != NULL ? *body : part_of(of, finding);
    check_place(finding, &part);
    check_words(report, i);
  }
  MUST(followup_report_worst(report) == worst);
}

static void check_same_places(const followup_finding *one, const struct fuzz_part *one_part,
                              const followup_finding *other, const struct fuzz_part *other_part, fuzz_form form) {
  size_t start, end, other_start, other_end;
  bool placed = followup_finding_span(one, FOLLOWUP_UNIT_BYTES, &start, &end);
  MUST(followup_finding_span(other, FOLLOWUP_UNIT_BYTES, &other_start, &other_end) == placed);
  if (!placed || one_part == NULL) return;
  MUST(fuzz_same(form, one_part->bytes, start, other_part->bytes, other_start));
  MUST(fuzz_same(form, one_part->bytes, end, other_part->bytes, other_end));
}

static void check_same_texts(const char *one, const char *other, fuzz_form form) {
  MUST(fuzz_same(form, one, strlen(one), other, strlen(other)));
}

void fuzz_check_same_reports(followup_report *one, const struct fuzz_part *one_body, followup_report *other,
                             const struct fuzz_part *other_body, fuzz_form form) {
  MUST(followup_report_count(one) == followup_report_count(other));
  for (size_t i = 0; i < followup_report_count(one); i++) {
    const followup_finding *left = followup_report_finding(one, i), *right = followup_report_finding(other, i);
    MUST(followup_finding_rule(left) == followup_finding_rule(right));
    MUST(followup_finding_level(left) == followup_finding_level(right));
    MUST(followup_finding_kind(left) == followup_finding_kind(right));
    MUST(followup_finding_part(left) == followup_finding_part(right));
    MUST(followup_finding_index(left) == followup_finding_index(right));
    check_same_texts(followup_finding_message(left), followup_finding_message(right), form);
    check_same_texts(followup_finding_text(left), followup_finding_text(right), form);
    check_same_places(left, one_body, right, other_body, form);
  }
}
