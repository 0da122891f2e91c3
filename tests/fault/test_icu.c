/*
 * ICU without memory: each of its allocations fails once, and then with all behind it, in a process where ICU has done
 * nothing before. What is made and judged then is right, or a call says that it failed; never a wrong report or
 * deadline.
 */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <unicode/uclean.h>
#include <unicode/uloc.h>

#include "fault/said.h"
#include "support/figure.h"
#include "support/run.h"
#include "support/watch.h"

#define Z FOLLOWUP_ZERO_TERMINATED

enum { OUTCOME_MOST = 1 << 16, SECONDS = 1, ROOM = 512 << 20 };

static const int64_t ended = INT64_C(1772636400000); /* 4 March 2026, 15:00 UTC */
static const char body[] =
    "Dear Anna,\n\nThank you for the talk about [topic]!!! I am SO VERY SORRY \xF0\x9F\x98\x80 to bother you. "
    "Caf\xC3\xA9 "
    "at 5 p.m.? When will I hear?\n\nBest,\nKim\n";

static long held;

/* Each writes what it found, or how it failed; the texts of two steps that went well are compared. */
static void say_failure(FILE *out, followup_status status) {
  fprintf(out, "failed: %s\n", followup_status_text(status));
}

static followup_status name_zones(followup_case *of) {
  followup_interview *interview = NULL;
  followup_interviewer *person = NULL;
  followup_message *check = NULL;
  followup_status status = followup_candidate_set_time_zone(followup_case_candidate(of), "America/New_York", Z, NULL);
  if (status == FOLLOWUP_OK) status = followup_case_add_interview(of, "onsite", Z, &interview, NULL);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time(interview, ended - 1, ended, NULL);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time_zone(interview, "Europe/London", Z, NULL);
  if (status == FOLLOWUP_OK)
    status = followup_interview_set_promised_reply(interview, "You'll hear by 3pm Tokyo time on 6 July.", Z, NULL);
  if (status == FOLLOWUP_OK) status = followup_interview_add_interviewer(interview, "Ana Torres", Z, &person, NULL);
  if (status == FOLLOWUP_OK) status = followup_case_add_message(of, FOLLOWUP_KIND_STATUS_CHECK, &check, NULL);
  if (status == FOLLOWUP_OK) status = followup_message_set_body(check, body, Z, NULL);
  return status;
}

/* `of` may be NULL: the text alone. */
static void judge(FILE *out, const followup_context *context, const followup_case *of) {
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  followup_status status = followup_linter_new(context, NULL, &linter, NULL);
  if (status == FOLLOWUP_OK) status = followup_scratch_new(linter, &scratch, NULL);
  if (status == FOLLOWUP_OK)
    status = of != NULL ? followup_lint_case(linter, scratch, of, ended + 1, &report, NULL)
                        : followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL);
  if (status == FOLLOWUP_OK) say_report(out, report);
  if (status != FOLLOWUP_OK) say_failure(out, status);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const char *text = NULL;
    status = followup_report_explanation(report, i, &text, NULL);
    fputs("words\n", out);
    if (status == FOLLOWUP_OK) fprintf(out, "%s\n", text);
    if (status != FOLLOWUP_OK) say_failure(out, status);
  }
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
}

static void plan(FILE *out, const followup_case *of) {
  followup_plan *made = NULL;
  followup_status status = followup_plan_make(NULL, of, ended + 1, &made, NULL);
  fputs("plan\n", out);
  if (status == FOLLOWUP_OK) say_plan(out, made);
  if (status != FOLLOWUP_OK) say_failure(out, status);
  followup_plan_free(made);
}

/* ICU's zones, which stand in where the zone directory has none; and what is judged and planned by them. */
static void work_with_zones(FILE *out, const followup_context *context, followup_case *of) {
  followup_status status = name_zones(of);
  if (status != FOLLOWUP_OK) {
    say_failure(out, status);
    return;
  }
  plan(out, of);
  fputs("judged\n", out);
  judge(out, context, of);
}

static void work(FILE *out, bool with_zones) {
  followup_context *context = NULL;
  followup_case *of = NULL;
  if (followup_context_new(watch_allocate, watch_release, &held, &context) != FOLLOWUP_OK ||
      followup_context_set_zone_directory(context, "/nowhere", Z, NULL) != FOLLOWUP_OK ||
      followup_case_new(context, &of, NULL) != FOLLOWUP_OK)
    abort();
  if (with_zones)
    work_with_zones(out, context, of);
  else
    judge(out, context, NULL);
  followup_case_free(of);
  followup_context_free(context);
}

/* In a process of its own, which may crash; how many allocations ICU asked for where none fails. */
static bool try_out(long nth, bool lasting, bool with_zones, char *outcome, long *asked) {
  int ends[2], code = 0;
  ck_assert_int_eq(pipe(ends), 0);
  fflush(NULL);
  pid_t child = fork();
  ck_assert_int_ge(child, 0);
  if (child == 0) {
    char *said = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&said, &length);
    signal(SIGALRM, SIG_DFL); /* Check has a handler of its own */
    alarm(SECONDS);
    setrlimit(RLIMIT_AS, &(struct rlimit){ROOM, ROOM});
    watch_fail_icu(nth, lasting);
    watch_begin();
    work(out, with_zones);
    struct watched taken = watch_end();
    fprintf(out, "held %ld\n", held);
    fclose(out);
    bool sent = write(ends[1], &taken.icu, sizeof taken.icu) == sizeof taken.icu &&
                write(ends[1], said, length + 1) == (ssize_t)length + 1;
    alarm(0);
    exit(sent ? 0 : 1); /* not _exit(): it says what it reached, where that is counted */
  }
  close(ends[1]);
  size_t read_so_far = 0;
  ssize_t got = read(ends[0], asked, sizeof *asked);
  *outcome = '\0';
  while (got > 0 && (got = read(ends[0], outcome + read_so_far, OUTCOME_MOST - read_so_far)) > 0)
    read_so_far += (size_t)got;
  close(ends[0]);
  waitpid(child, &code, 0);
  return WIFEXITED(code) && WEXITSTATUS(code) == 0;
}

static const char *next_line(const char *text) {
  const char *end = strchr(text, '\n');
  return end != NULL ? end + 1 : text + strlen(text);
}

static bool is_failure(const char *line) { return strncmp(line, "failed: ", 8) == 0; }

/* The same lines, but that a part may have failed: then the next line is that of a later part. */
static bool is_right(const char *got, const char *wanted, bool *failed) {
  for (; *got != '\0'; got = next_line(got)) {
    if (is_failure(got)) {
      const char *next = next_line(got);
      size_t length = (size_t)(next_line(next) - next);
      *failed = true;
      while (*wanted != '\0' && strncmp(wanted, next, length) != 0) wanted = next_line(wanted);
      continue;
    }
    size_t length = (size_t)(next_line(got) - got);
    if (strncmp(got, wanted, length) != 0) return false;
    wanted = next_line(wanted);
  }
  return *wanted == '\0';
}

static long tried, crashed, wrong, refused;

static void fail_each(bool with_zones, long stride) {
  static char wanted[OUTCOME_MOST], got[OUTCOME_MOST];
  long count = 0, asked = 0;
  bool failed = false;
  tried = crashed = wrong = refused = 0;
  ck_assert(try_out(-1, false, with_zones, wanted, &count));
  ck_assert(is_right(wanted, wanted, &failed) && !failed);
  if (with_zones) ck_assert_ptr_nonnull(strstr(wanted, "2026-07-06T07:00:00+01:00")); /* 15:00 in Tokyo */
  for (long n = 0; n < 2 * count; n += 2 * stride - 1) {
    bool lasting = n % 2 != 0;
    failed = false;
    tried++;
    if (!try_out(n / 2, lasting, with_zones, got, &asked)) {
      crashed++;
      fprintf(stderr, "ICU allocation %ld of %ld%s: crashed\n", n / 2, count, lasting ? " and all behind it" : "");
    } else if (!is_right(got, wanted, &failed)) {
      wrong++;
      fprintf(stderr, "ICU allocation %ld of %ld%s: wrong\n%s\n", n / 2, count, lasting ? " and all behind it" : "",
              got);
    }
    refused += failed;
  }
  fprintf(stderr, "%ld tried, %ld refused, %ld crashed, %ld wrong\n", tried, refused, crashed, wrong);
  ck_assert_int_gt(refused, tried / 8);
}

/* As docs/promises.md advises a process that must outlive it. */
static void warm_icu(void) {
  UErrorCode failure = U_ZERO_ERROR;
  u_init(&failure);
  uloc_getDefault();
  ck_assert(U_SUCCESS(failure));
}

START_TEST(a_linter_made_without_memory_for_icu_fails_and_never_judges_otherwise) {
  warm_icu();
  fail_each(false, 1);
  ck_assert(figure_at_least("failed allocations of ICU while judging is set up", (double)tried, 60, ""));
  ck_assert(figure_exactly("crashes by them, ICU initialised", (double)crashed, 0, ""));
  ck_assert(figure_exactly("other reports by them", (double)wrong, 0, ""));
}
END_TEST

/* ICU may crash or hang here by itself. */
START_TEST(a_process_where_icu_did_nothing_before_never_judges_otherwise) {
  fail_each(false, figures_take_long() ? 1 : 8);
  ck_assert(figure_exactly("other reports by failed allocations of an ICU not initialised", (double)wrong, 0, ""));
}
END_TEST

START_TEST(zones_of_an_icu_without_memory_give_no_other_deadline) {
  warm_icu();
  fail_each(true, figures_take_long() ? 1 : 60);
  ck_assert(figure_exactly("other deadlines by failed allocations of ICU", (double)wrong, 0, ""));
}
END_TEST

int main(void) {
  return run_tests("icu", (const TTest *[]){a_linter_made_without_memory_for_icu_fails_and_never_judges_otherwise,
                                            a_process_where_icu_did_nothing_before_never_judges_otherwise,
                                            zones_of_an_icu_without_memory_give_no_other_deadline, NULL});
}
