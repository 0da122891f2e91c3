/* Texts made to cost the linter dear: each is judged in time that grows with its length. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/run.h"
#include "support/scene.h"

enum { SIZE = 256 * 1024, ENOUGH_SECONDS = 5 };

static const char *const units[] = {
    "i ",
    "i would ",
    "you ",
    "please let me know when you ",
    "i i you my me ",
    "thank you ",
    "a ",
    "! ",
    "?! ",
    "[",
    "[date] ",
    "{{",
    "<a",
    "$A",
    "my ",
    "not ",
    "i am the best and nobody else ",
    "Anna ",
    "when will i hear from you ",
    "the ",
    "i have no other offer by friday and ",
    "x-",
    "a.b.",
    "> ",
    "P.S. ",
    "- a\n",
    "Dear Ana,\n",
    "\xF0\x9F\x98\x80",
    "e\xCC\x81",
    " ",
    "\n",
    "Mr. ",
    "\"",
    "(",
    "Contoso ",
    "join Contoso ",
    "on Tuesday the call on March 3 ",
    "no reply not one word after my interview and i would die for this job please i beg you ",
    "Anxious Bernard ",
    "VERY BAD ",
    "sincerely bernadette ",
    "Hi there Bob and Ann,\n\n"};

static double judge_seconds(const followup_linter *linter, followup_scratch *scratch, const char *unit) {
  char *body = malloc(SIZE + 1);
  ck_assert_ptr_nonnull(body);
  size_t length = 0, step = strlen(unit);
  for (; length + step <= SIZE; length += step) memcpy(body + length, unit, step);
  body[length] = '\0';
  struct scene scene = {.kind = "thank_you",
                        .notes = "a saddle is forty-one parts",
                        .other = "Contoso Freight",
                        .sent = SCENE_END + 3600000,
                        .body = body};
  followup_case *of = scene_build(&scene);
  followup_report *report = NULL;
  clock_t start = clock();
  ck_assert_int_eq(followup_lint_case(linter, scratch, of, SCENE_END, &report, NULL), FOLLOWUP_OK);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  followup_report_free(report);
  followup_case_free(of);
  free(body);
  return seconds;
}

START_TEST(a_text_of_one_thing_over_and_over_is_judged_soon) {
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  ck_assert_int_eq(followup_linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
    double seconds = judge_seconds(linter, scratch, units[i]);
    ck_assert_msg(seconds < ENOUGH_SECONDS, "%.1f s for 256 KiB of \"%s\"", seconds, units[i]);
  }
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}
END_TEST

int main(void) {
  return run_tests("hostile", (const TTest *[]){a_text_of_one_thing_over_and_over_is_judged_soon, NULL});
}
