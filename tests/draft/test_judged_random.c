/* Drafts for random cases and for panels are what the linter lets pass, and no two of a panel are alike. */
#include <stdio.h>

#include "draft/judging.h"
#include "draft/random_case.h"
#include "support/run.h"

enum { CASES = 200, PANELS = 16 };

static void tell(const struct judged *judged) {
  printf("%zu drafts, %zu frames, %zu filled, %zu panels, %zu pairs, at most %.0f%% alike\n", judged->drafts,
         judged->frames, judged->filled, judged->panels, judged->pairs, judged->most_alike * 100);
}

START_TEST(every_draft_of_random_cases_passes_the_linter_when_its_action_opens) {
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  struct judged judged = {0};
  size_t bad = 0;
  for (uint64_t i = 0; i < CASES; i++) {
    char name[32];
    int64_t now;
    followup_case *of = random_case(i, &now);
    snprintf(name, sizeof name, "random %d", (int)i);
    bad += !judge_drafts(linter, of, name, now, &judged);
    followup_case_free(of);
  }
  tell(&judged);
  ck_assert_uint_eq(bad, 0);
  ck_assert_uint_gt(judged.drafts, 2000);
  followup_linter_free(linter);
}
END_TEST

static void judge_panels(size_t people, size_t notes) {
  followup_linter *linter = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  struct judged judged = {0};
  size_t bad = 0;
  for (uint64_t i = 0; i < PANELS; i++) {
    char name[32];
    int64_t now;
    followup_case *of = panel_case(i, people, notes, &now);
    snprintf(name, sizeof name, "panel %d", (int)i);
    bad += !judge_drafts(linter, of, name, now, &judged);
    followup_case_free(of);
  }
  tell(&judged);
  ck_assert_uint_eq(bad, 0);
  ck_assert_uint_eq(judged.frames, 2 * PANELS * people);
  followup_linter_free(linter);
}

START_TEST(no_two_notes_to_a_panel_of_eight_are_alike_with_two_notes_each) { judge_panels(8, 2); }
END_TEST

START_TEST(no_two_notes_to_a_panel_of_eight_are_alike_with_one_note_each) { judge_panels(8, 1); }
END_TEST

START_TEST(no_two_notes_to_a_panel_of_eight_are_alike_without_notes) { judge_panels(8, 0); }
END_TEST

START_TEST(no_two_notes_to_a_panel_of_twelve_are_alike) { judge_panels(12, 2); }
END_TEST

START_TEST(no_two_notes_to_a_panel_of_twenty_are_alike) {
  for (size_t notes = 0; notes < 4; notes++) judge_panels(20, notes);
}
END_TEST

int main(void) {
  return run_tests("judged_random",
                   (const TTest *[]){every_draft_of_random_cases_passes_the_linter_when_its_action_opens,
                                     no_two_notes_to_a_panel_of_eight_are_alike_with_two_notes_each,
                                     no_two_notes_to_a_panel_of_eight_are_alike_with_one_note_each,
                                     no_two_notes_to_a_panel_of_eight_are_alike_without_notes,
                                     no_two_notes_to_a_panel_of_twelve_are_alike,
                                     no_two_notes_to_a_panel_of_twenty_are_alike, NULL});
}
