/* Every rule of the pack against its own cases: those that must fire and those that must stay silent. */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack_cases.h"
#include "support/scene.h"

enum { MEMBER_SIZE = 512 };

static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;

/* "notes=a|b; name=Robert Hale; whole" */
struct members {
  char names[16][MEMBER_SIZE], values[16][MEMBER_SIZE];
  int count;
};

static void read_members(const char *text, struct members *members) {
  members->count = 0;
  while (*text != '\0') {
    text += strspn(text, "; ");
    size_t length = strcspn(text, ";"), name = strcspn(text, "=;");
    if (length == 0) break;
    ck_assert_int_lt(members->count, 16);
    ck_assert_uint_lt(length, MEMBER_SIZE);
    snprintf(members->names[members->count], MEMBER_SIZE, "%.*s", (int)name, text);
    const char *value = name < length ? text + name + 1 : "";
    snprintf(members->values[members->count], MEMBER_SIZE, "%.*s", name < length ? (int)(length - name - 1) : 0, value);
    members->count++;
    text += length;
  }
}

static const char *member(const struct members *members, const char *name) {
  for (int i = 0; i < members->count; i++)
    if (strcmp(members->names[i], name) == 0) return members->values[i];
  return NULL;
}

static int64_t time_member(const struct members *members, const char *name, int64_t otherwise) {
  const char *text = member(members, name);
  return text != NULL ? scene_time(text) : otherwise;
}

/* 5 March 2026, 09:00 UTC: when messages are sent. */
static const int64_t sent_at = INT64_C(1772701200000);

/* `\n` in a case ends a line. */
static char *with_lines(const char *text) {
  char *copy = malloc(strlen(text) + 1), *to = copy;
  ck_assert_ptr_nonnull(copy);
  for (; *text != '\0'; text++) {
    if (text[0] == '\\' && text[1] == 'n') {
      *to++ = '\n';
      text++;
    } else {
      *to++ = *text;
    }
  }
  *to = '\0';
  return copy;
}

static bool fires(const struct pack_case *one) {
  struct members members;
  read_members(one->scene, &members);
  const char *name = member(&members, "name") != NULL ? member(&members, "name") : "Ana Torres";
  char *text = with_lines(one->text);
  char *body = member(&members, "whole") != NULL ? strdup(text) : scene_body(name, text);
  struct scene scene = {.kind = one->kind,
                        .name = name,
                        .notes = member(&members, "notes"),
                        .theirs = member(&members, "theirs"),
                        .company = member(&members, "company"),
                        .role = member(&members, "role"),
                        .other = member(&members, "other"),
                        .subject = member(&members, "subject"),
                        .to = member(&members, "to"),
                        .cc = member(&members, "cc"),
                        .bcc = member(&members, "bcc"),
                        .attachments = member(&members, "attachments"),
                        .events = member(&members, "events"),
                        .sent = time_member(&members, "sent", sent_at),
                        .draft = member(&members, "draft") != NULL,
                        .ended = time_member(&members, "ended", 0),
                        .also_ended = time_member(&members, "also_ended", 0),
                        .zone = member(&members, "zone"),
                        .promised = member(&members, "promised"),
                        .window_ends = time_member(&members, "window_ends", 0),
                        .materials = member(&members, "materials"),
                        .region = member(&members, "region"),
                        .holidays = member(&members, "holidays"),
                        .applied = time_member(&members, "applied", 0),
                        .earlier = member(&members, "earlier"),
                        .also = member(&members, "also"),
                        .body = body};
  followup_case *of = scene_build(&scene);
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, scene.sent, &report, NULL), FOLLOWUP_OK);
  bool found = false;
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const char *rule = followup_rule_name(followup_finding_rule(followup_report_finding(report, i)));
    found = found || strcmp(rule, one->rule) == 0;
  }
  followup_case_free(of);
  free(body);
  free(text);
  return found;
}

START_TEST(every_rule_fires_and_stays_silent_as_its_cases_say) {
  int wrong = 0;
  for (size_t i = 0; i < pack_case_count; i++) {
    const struct pack_case *one = &pack_cases[i];
    if (followup_rule_from_name(one->rule, FOLLOWUP_ZERO_TERMINATED) == FOLLOWUP_RULE_NONE) continue;
    if (fires(one) == one->fires) continue;
    printf("%s.txt:%d: %s: %s\n", one->rule, one->line, one->fires ? "must fire" : "must stay silent", one->text);
    wrong++;
  }
  ck_assert_msg(wrong == 0, "%d of %zu cases of the pack are judged wrong", wrong, pack_case_count);
}
END_TEST

/* A wording is a sentence, and no pattern is left in it but what the message itself holds. */
static void check_wording(const char *rule, const char *wording, const char *matched) {
  ck_assert_msg(strlen(wording) > 15, "%s: %s", rule, wording);
  if (strpbrk(matched, "{}") == NULL) ck_assert_msg(strpbrk(wording, "{}") == NULL, "%s: %s", rule, wording);
}

START_TEST(every_judged_rule_explains_itself) {
  for (size_t i = 0; i < pack_case_count; i++) {
    if (!pack_cases[i].fires || !fires(&pack_cases[i])) continue;
    for (size_t j = 0; j < followup_report_count(report); j++) {
      const char *matched = followup_finding_text(followup_report_finding(report, j)), *wording = NULL;
      ck_assert_int_eq(followup_report_explanation(report, j, &wording, NULL), FOLLOWUP_OK);
      check_wording(pack_cases[i].rule, wording, matched);
      ck_assert_int_eq(followup_report_suggestion(report, j, &wording, NULL), FOLLOWUP_OK);
      check_wording(pack_cases[i].rule, wording, matched);
    }
  }
}
END_TEST

int main(void) {
  followup_policy *policy = NULL;
  if (followup_policy_new(NULL, &policy, NULL) != FOLLOWUP_OK) return 2;
  followup_policy_set_level(policy, FOLLOWUP_RULE_OFF_HOURS, FOLLOWUP_LEVEL_NOTE, NULL); /* off unless asked for */
  if (followup_linter_new(NULL, policy, &linter, NULL) != FOLLOWUP_OK) return 2;
  followup_policy_free(policy);
  if (followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK) return 2;
  TCase *cases = tcase_create("pack");
  tcase_set_timeout(cases, 120);
  tcase_add_test(cases, every_rule_fires_and_stays_silent_as_its_cases_say);
  tcase_add_test(cases, every_judged_rule_explains_itself);
  Suite *suite = suite_create("pack cases");
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_set_fork_status(runner, CK_NOFORK);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  return failed != 0;
}
