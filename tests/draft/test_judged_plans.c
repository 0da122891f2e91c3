/*
 * Drafts for all plans of the labelled set are what the linter lets pass.
 *
 *   test_judged_plans CASES.jsonl
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include <followup-formats.h>

#include "draft/judging.h"
#include "support/run.h"

static const char *path;

START_TEST(every_draft_of_the_labelled_plans_passes_the_linter_when_its_action_opens) {
  FILE *file = fopen(path, "r");
  ck_assert_ptr_nonnull(file);
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  struct judged judged = {0};
  char *line = NULL;
  size_t room = 0, bad = 0;
  for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
    followup_case *of = NULL;
    int64_t now;
    ck_assert_int_eq(followup_formats_read_case(NULL, line, (size_t)length, &of, &now, NULL), FOLLOWUP_OK);
    bad += !judge_drafts(linter, of, followup_case_id(of), now, &judged);
    followup_case_free(of);
  }
  printf("%zu drafts, %zu frames, %zu filled, %zu panels, %zu pairs, at most %.0f%% alike\n", judged.drafts,
         judged.frames, judged.filled, judged.panels, judged.pairs, judged.most_alike * 100);
  ck_assert_uint_eq(bad, 0);
  ck_assert_uint_gt(judged.drafts, 80);
  free(line);
  fclose(file);
  followup_linter_free(linter);
}
END_TEST

int main(int count, char **words) {
  if (count != 2) return 2;
  path = words[1];
  return run_tests("judged_plans",
                   (const TTest *[]){every_draft_of_the_labelled_plans_passes_the_linter_when_its_action_opens, NULL});
}
