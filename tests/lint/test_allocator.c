/*
 * Whose memory it is: with an allocator of its own, a context's calls take nothing from malloc, PCRE2 included. What
 * ICU and Snowball take is pinned to the calls that the documentation names (docs/promises.md).
 */
#include "support/run.h"
#include "support/scene.h"
#include "support/watch.h"

#define Z FOLLOWUP_ZERO_TERMINATED

#define LONG_WORD "antidisestablishmentarianismantidisestablishmentarianismanti"

static const char body[] =
    "Dear Anna,\n\nThank you for the talk about [topic]!!! I am SO VERY SORRY to bother you. Caf\xC3\xA9 at 5 "
    "p.m.?\n\nA word of sixty letters: " LONG_WORD ".\n\nBest,\nKim\n";

static long held;
static followup_context *context;
static followup_linter *linter;
static followup_scratch *scratch;
static followup_report *report;

static void set_up(void) {
  held = 0;
  ck_assert_int_eq(followup_context_new(watch_allocate, watch_release, &held, &context), FOLLOWUP_OK);
}

/* Makes a call and looks at what was taken in it: never anything by this library or PCRE2. */
#define WATCH(call) (watch_begin(), settle(call))

static bool icu_took, stemmer_took, libc_took;

static void settle(followup_status status) {
  struct watched taken = watch_end();
  ck_assert_int_eq(status, FOLLOWUP_OK);
  ck_assert_int_eq(taken.own, 0);
  ck_assert_int_eq(taken.others, 0);
  icu_took = taken.icu > 0;
  stemmer_took = taken.stemmer > 0;
  libc_took = taken.libc > 0;
}

static void tear_down(void) {
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_context_free(context);
  report = NULL;
  scratch = NULL;
  linter = NULL;
  ck_assert_int_eq(held, 0);
}

START_TEST(judging_takes_nothing_from_malloc_and_icu_only_for_a_scratch) {
  WATCH(followup_linter_new(context, NULL, &linter, NULL));
  ck_assert(!icu_took && !stemmer_took);
  WATCH(followup_scratch_new(linter, &scratch, NULL));
  ck_assert(icu_took && stemmer_took);
  WATCH(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL));
  ck_assert(!icu_took && !libc_took && !stemmer_took);
  ck_assert_int_gt(held, 0);
}
END_TEST

/* The first one: ICU loads the dictionary of that script. */
START_TEST(a_text_in_a_script_without_spaces_takes_from_icu) {
  static const char thai[] =
      "\xE0\xB8\xAA\xE0\xB8\xA7\xE0\xB8\xB1\xE0\xB8\xAA\xE0\xB8\x94\xE0\xB8\xB5\xE0\xB8\x84\xE0\xB8\xA3\xE0\xB8\xB1\xE0"
      "\xB8\x9A";
  WATCH(followup_linter_new(context, NULL, &linter, NULL));
  WATCH(followup_scratch_new(linter, &scratch, NULL));
  WATCH(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, thai, Z, &report, NULL));
  ck_assert(icu_took);
}
END_TEST

START_TEST(a_case_its_plan_and_a_window_take_nothing_from_malloc) {
  followup_case *of = NULL;
  followup_interview *interview = NULL;
  followup_plan *plan = NULL;
  followup_window *window = NULL;
  WATCH(followup_case_new(context, &of, NULL));
  WATCH(followup_case_add_interview(of, "onsite", Z, &interview, NULL));
  WATCH(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL));
  WATCH(followup_calendar_set_time_zone(followup_case_calendar(of), "Europe/London", Z, NULL));
  ck_assert(!icu_took && libc_took); /* the file of the zone is opened */
  WATCH(followup_plan_make(NULL, of, SCENE_END, &plan, NULL));
  ck_assert(!icu_took);
  WATCH(followup_window_read("by Friday, 3pm London time", Z, SCENE_END, followup_case_calendar(of), &window, NULL));
  ck_assert(!icu_took);
  followup_window_free(window);
  followup_plan_free(plan);
  followup_case_free(of);
}
END_TEST

START_TEST(stems_of_the_longest_words_take_nothing_more) {
  static const char *const notes[] = {LONG_WORD " and tide machines"};
  followup_uptake *uptake = NULL;
  WATCH(followup_linter_new(context, NULL, &linter, NULL));
  WATCH(followup_scratch_new(linter, &scratch, NULL));
  WATCH(followup_uptake_read_text(linter, scratch, body, Z, notes, 1, &uptake, NULL));
  ck_assert(!icu_took && !libc_took && !stemmer_took);
  ck_assert_uint_eq(followup_uptake_count(uptake), 1);
  followup_uptake_free(uptake);
}
END_TEST

/* The zone is read with the words: judging opens no file. */
START_TEST(judging_by_a_promise_that_names_a_foreign_zone_opens_no_file) {
  struct scene scene = {.kind = "status_check",
                        .promised = "You'll hear by 3pm Tokyo time on Monday.",
                        .sent = SCENE_END + INT64_C(86400000),
                        .body = body};
  followup_case *of = scene_build(&scene);
  followup_plan *plan = NULL;
  WATCH(followup_linter_new(context, NULL, &linter, NULL));
  WATCH(followup_scratch_new(linter, &scratch, NULL));
  WATCH(followup_lint_case(linter, scratch, of, scene.sent, &report, NULL));
  ck_assert(!icu_took && !libc_took);
  followup_case_free(of);
  ck_assert_int_eq(followup_case_new(context, &of, NULL), FOLLOWUP_OK);
  followup_interview *interview = NULL;
  WATCH(followup_case_add_interview(of, "onsite", Z, &interview, NULL));
  WATCH(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL));
  WATCH(followup_interview_set_promised_reply(interview, scene.promised, Z, NULL));
  ck_assert(!icu_took && libc_took);
  WATCH(followup_plan_make(NULL, of, scene.sent, &plan, NULL));
  ck_assert(!icu_took && !libc_took);
  ck_assert_str_eq(followup_action_opens_local(followup_plan_at(plan, 0)), "2026-03-09T06:00:00+00:00");
  followup_plan_free(plan);
  followup_case_free(of);
}
END_TEST

START_TEST(a_zone_that_the_directory_lacks_is_taken_from_icu) {
  followup_calendar *calendar = NULL;
  WATCH(followup_context_set_zone_directory(context, "/nowhere", Z, NULL));
  WATCH(followup_calendar_new(context, &calendar, NULL));
  WATCH(followup_calendar_set_time_zone(calendar, "Asia/Tokyo", Z, NULL));
  ck_assert(icu_took);
  followup_calendar_free(calendar);
}
END_TEST

START_TEST(explanations_and_suggestions_take_nothing_from_malloc) {
  const char *text = NULL;
  WATCH(followup_linter_new(context, NULL, &linter, NULL));
  WATCH(followup_scratch_new(linter, &scratch, NULL));
  WATCH(followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL));
  for (size_t i = 0; i < followup_report_count(report); i++) {
    WATCH(followup_report_explanation(report, i, &text, NULL));
    ck_assert(!icu_took && !stemmer_took && !libc_took);
    WATCH(followup_report_suggestion(report, i, &text, NULL));
    ck_assert(!icu_took && !stemmer_took && !libc_took);
  }
}
END_TEST

int main(void) {
  const TTest *const tests[] = {judging_takes_nothing_from_malloc_and_icu_only_for_a_scratch,
                                a_text_in_a_script_without_spaces_takes_from_icu,
                                a_case_its_plan_and_a_window_take_nothing_from_malloc,
                                stems_of_the_longest_words_take_nothing_more,
                                judging_by_a_promise_that_names_a_foreign_zone_opens_no_file,
                                a_zone_that_the_directory_lacks_is_taken_from_icu,
                                explanations_and_suggestions_take_nothing_from_malloc,
                                NULL};
  return run_tests_with("allocator", tests, set_up, tear_down);
}
