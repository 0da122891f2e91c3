/*
 * Once a linter and a scratch stand, judging and planning the labelled sets takes nothing from ICU, Snowball, libc or
 * malloc: all that they need comes from the context. Nothing of the sets is shown.
 *
 *   test_quiet FILE...    cases (.jsonl) and sentences (.tsv)
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

#include "support/figure.h"
#include "support/run.h"
#include "support/scene.h"
#include "support/watch.h"

static char **paths;
static int path_count;
static long held, texts, noisy;
static followup_context *context;
static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;

static void settle(followup_status status) {
  struct watched taken = watch_end();
  ck_assert_int_eq(status, FOLLOWUP_OK);
  noisy += taken.own + taken.icu + taken.formats + taken.stemmer + taken.libc + taken.others;
}

#define WATCH(call) (watch_begin(), settle(call))

static void take_case(const char *json, size_t length) {
  followup_case *of = NULL;
  followup_plan *plan = NULL;
  int64_t now = 0;
  ck_assert_int_eq(followup_formats_read_case(context, json, length, &of, &now, NULL), FOLLOWUP_OK);
  WATCH(followup_lint_case(linter, scratch, of, now, &report, NULL));
  WATCH(followup_plan_make(NULL, of, now, &plan, NULL));
  followup_plan_free(plan);
  followup_case_free(of);
}

/* id, rule, kind, expected, notes, text */
static void take_sentence(char *row) {
  char *columns[6] = {row}, *body;
  followup_kind kind;
  for (int i = 1; i < 6; i++) {
    columns[i] = strchr(columns[i - 1], '\t');
    if (columns[i] == NULL) return;
    *columns[i]++ = '\0';
  }
  kind = followup_kind_from_name(columns[2], FOLLOWUP_ZERO_TERMINATED);
  body = scene_body("Ana", columns[5]);
  WATCH(followup_lint_text(linter, scratch, kind, body, FOLLOWUP_ZERO_TERMINATED, &report, NULL));
  free(body);
}

/* Each file with a scratch and a report that have judged nothing. */
static void take_file(const char *path) {
  FILE *file = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  bool cases = strstr(path, ".jsonl") != NULL;
  ck_assert_msg(file != NULL, "%s", path);
  ck_assert_int_eq(followup_scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  while ((length = getline(&line, &room, file)) > 0) {
    texts++;
    if (cases)
      take_case(line, (size_t)length);
    else
      take_sentence(line);
  }
  free(line);
  fclose(file);
  followup_report_free(report);
  followup_scratch_free(scratch);
  report = NULL;
}

START_TEST(judging_and_planning_the_labelled_sets_takes_memory_from_the_context_alone) {
  ck_assert_int_eq(followup_context_new(watch_allocate, watch_release, &held, &context), FOLLOWUP_OK);
  ck_assert_int_eq(followup_linter_new(context, NULL, &linter, NULL), FOLLOWUP_OK);
  for (int i = 0; i < path_count; i++) take_file(paths[i]);
  followup_linter_free(linter);
  followup_context_free(context);
  ck_assert_int_eq(held, 0);
  ck_assert(figure_at_least("labelled texts judged under watch", (double)texts, 9000, ""));
  ck_assert(figure_exactly("allocations beside the context's in judging and planning them", (double)noisy, 0, ""));
}
END_TEST

int main(int argument_count, char **arguments) {
  paths = arguments + 1;
  path_count = argument_count - 1;
  return run_tests("quiet",
                   (const TTest *[]){judging_and_planning_the_labelled_sets_takes_memory_from_the_context_alone, NULL});
}
