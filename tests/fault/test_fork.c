/* A linter, a scratch and a case made before a fork judge in the parent and in the child alike. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault/said.h"
#include "support/figure.h"
#include "support/run.h"
#include "support/scene.h"

enum { CHILDREN = 8, ROUNDS = 50 };

static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;
static followup_case *of;
static char *expected;

static bool judges_alike(void) {
  char *said = NULL;
  followup_plan *plan = NULL;
  bool same = followup_lint_case(linter, scratch, of, SCENE_END + 1, &report, NULL) == FOLLOWUP_OK &&
              followup_plan_make(NULL, of, SCENE_END + 1, &plan, NULL) == FOLLOWUP_OK;
  SAY(said, say_report, report);
  same = same && strcmp(said, expected) == 0;
  free(said);
  followup_plan_free(plan);
  return same;
}

/* What the child was given and what it makes itself; it frees all of it. */
static int judge_in_child(void) {
  bool same = true;
  for (int i = 0; same && i < ROUNDS; i++) same = judges_alike();
  followup_scratch_free(scratch);
  if (followup_scratch_new(linter, &scratch, NULL) != FOLLOWUP_OK || !judges_alike()) same = false;
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_case_free(of);
  free(expected);
  return same ? 0 : 1;
}

START_TEST(what_was_made_before_a_fork_judges_alike_behind_it) {
  struct scene scene = {.kind = "thank_you",
                        .other = "Contoso Freight",
                        .promised = "You'll hear by 3pm Tokyo time on Friday.",
                        .sent = SCENE_END,
                        .body = "Dear Ana,\n\nThank you for the [topic]!!! \xF0\x9F\x98\x80 Contoso Freight.\n\nKim\n"};
  pid_t children[CHILDREN];
  int alike = 0;
  of = scene_build(&scene);
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END + 1, &report, NULL), FOLLOWUP_OK);
  SAY(expected, say_report, report);
  for (int i = 0; i < CHILDREN; i++) {
    children[i] = fork();
    ck_assert_int_ge(children[i], 0);
    if (children[i] == 0) _exit(judge_in_child());
    ck_assert(judges_alike());
  }
  for (int i = 0; i < CHILDREN; i++) {
    int code = 1;
    waitpid(children[i], &code, 0);
    alike += WIFEXITED(code) && WEXITSTATUS(code) == 0;
  }
  ck_assert(judges_alike());
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_case_free(of);
  free(expected);
  ck_assert(figure_exactly("children of a fork that judge as their parent", alike, CHILDREN, ""));
}
END_TEST

int main(void) {
  return run_tests("fork", (const TTest *[]){what_was_made_before_a_fork_judges_alike_behind_it, NULL});
}
