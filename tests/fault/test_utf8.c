/*
 * Every public function that takes text takes bytes that are no UTF-8, each time right behind and right before memory
 * that must not be read: it says so, with the offset of the first wrong byte, and takes what is well-formed.
 *
 *   test_utf8 SEQUENCES [--list]    lines of "HEX OFFSET", the offset -1 where all is well (test_utf8.py makes them)
 *
 * --list prints the functions and members instead. FOLLOWUP_LONG=1: every function gets every line, not a share of
 * them.
 */
#include <stdio.h>
#include <string.h>

#include <followup.h>

#include "fault/guarded.h"
#include "support/figure.h"
#include "support/run.h"

#define Z FOLLOWUP_ZERO_TERMINATED

enum { FRESH_EACH = 256 };

static const char *sequences_path;
static followup_error *error;
static followup_linter *linter;
static followup_scratch *scratch;
static followup_comparison *comparison;
static followup_context *context;
static followup_policy *policy;
static followup_case *of;
static followup_candidate *candidate;
static followup_calendar *calendar;
static followup_interview *interview;
static followup_interviewer *person;
static followup_message *message;
static followup_event *event;
static followup_report *report;
static followup_uptake *uptake;
static followup_similarity *similarity;
static followup_window *window;
static followup_case *planned; /* and its plan: a thank-you is to be written */
static followup_plan *plan;
static const followup_action *thank_you;

static const int64_t INTERVIEW_START = INT64_C(1772632800000), INTERVIEW_END = INT64_C(1772636400000);

static void must(followup_status status) { ck_assert_int_eq(status, FOLLOWUP_OK); }

/* What the calls below add to grows with each; it is made anew now and then. */
static void make_handles(void) {
  must(followup_context_new(NULL, NULL, NULL, &context));
  must(followup_policy_new(NULL, &policy, NULL));
  must(followup_case_new(context, &of, NULL));
  candidate = followup_case_candidate(of);
  calendar = followup_case_calendar(of);
  must(followup_calendar_set_time_zone(calendar, "Europe/London", Z, NULL));
  must(followup_case_add_interview(of, "onsite", Z, &interview, NULL));
  must(followup_interview_add_interviewer(interview, "Ana Torres", Z, &person, NULL));
  must(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &message, NULL));
  must(followup_case_add_event(of, FOLLOWUP_EVENT_REPLY, 0, &event, NULL));
  must(followup_comparison_new(linter, &comparison, NULL));
}

static void free_handles(void) {
  followup_window_free(window);
  window = NULL;
  followup_comparison_free(comparison);
  followup_case_free(of);
  followup_policy_free(policy);
  followup_context_free(context);
}

static void make_plan(void) {
  followup_interview *held;
  followup_interviewer *ana;
  must(followup_case_new(NULL, &planned, NULL));
  must(followup_case_add_interview(planned, "onsite", Z, &held, NULL));
  must(followup_interview_set_time(held, INTERVIEW_START, INTERVIEW_END, NULL));
  must(followup_interview_add_interviewer(held, "Ana Torres", Z, &ana, NULL));
  must(followup_interviewer_add_note(ana, "the night ferry", Z, NULL));
  must(followup_plan_make(NULL, planned, INTERVIEW_END, &plan, NULL));
  for (size_t i = 0; i < followup_plan_count(plan); i++)
    if (followup_action_kind_of(followup_plan_at(plan, i)) == FOLLOWUP_ACTION_THANK_YOU)
      thank_you = followup_plan_at(plan, i);
}

/* One function, and the member of it that gets the text; `text` and `length` in `call`. */
#define TAKER(number, call) \
  static followup_status take_##number(const char *text, size_t length) { return call; }

static int64_t instant;
static size_t count;
static followup_kind kind;
static followup_interview *new_interview;
static followup_interviewer *new_person;

TAKER(0, followup_case_set_company(of, text, length, error))
TAKER(1, followup_lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, text, length, &report, error))
TAKER(2, followup_case_set_id(of, text, length, error))
TAKER(3, followup_case_set_role(of, text, length, error))
TAKER(4, followup_case_add_other_company(of, text, length, error))
TAKER(5, followup_case_add_interview(of, text, length, &new_interview, error))
TAKER(6, followup_candidate_set_name(candidate, text, length, error))
TAKER(7, followup_candidate_set_email(candidate, text, length, error))
TAKER(8, followup_candidate_set_time_zone(candidate, text, length, error))
TAKER(9, followup_calendar_set_time_zone(calendar, text, length, error))
TAKER(10, followup_calendar_set_region(calendar, text, length, error))
TAKER(11, followup_calendar_add_holiday(calendar, text, length, error))
TAKER(12, followup_calendar_instant(calendar, text, length, &instant, error))
TAKER(13, followup_event_set_from(event, text, length, error))
TAKER(14, followup_event_set_promised_reply(event, text, length, error))
TAKER(15, followup_interview_set_time_zone(interview, text, length, error))
TAKER(16, followup_interview_set_stage(interview, text, length, error))
TAKER(17, followup_interview_set_promised_reply(interview, text, length, error))
TAKER(18, followup_interview_add_promised_material(interview, text, length, NULL, 0, error))
TAKER(19, followup_interview_add_promised_material(interview, "plan", Z, text, length, error))
TAKER(20, followup_interview_add_interviewer(interview, text, length, &new_person, error))
TAKER(21, followup_interviewer_set_email(person, text, length, error))
TAKER(22, followup_interviewer_set_title(person, text, length, error))
TAKER(23, followup_interviewer_add_note(person, text, length, error))
TAKER(24, followup_guess_kind(linter, scratch, text, length, "Dear Ana", Z, &kind, error))
TAKER(25, followup_guess_kind(linter, scratch, NULL, 0, text, length, &kind, error))
TAKER(26, followup_prose_sentences(linter, scratch, text, length, &count, error))
TAKER(27, followup_message_set_id(message, text, length, error))
TAKER(28, followup_message_set_interview(message, text, length, error))
TAKER(29, followup_message_set_from(message, text, length, error))
TAKER(30, followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, text, length, error))
TAKER(31, followup_message_set_subject(message, text, length, error))
TAKER(32, followup_message_set_body(message, text, length, error))
TAKER(33, followup_message_add_attachment(message, text, length, error))
TAKER(34, followup_policy_suppress_recipient(policy, FOLLOWUP_RULE_PAY_TALK, text, length, error))
TAKER(35, followup_similarity_read(linter, scratch, text, length, "Dear Ana", Z, NULL, 0, &similarity, error))
TAKER(36, followup_similarity_read(linter, scratch, "Dear Ana", Z, text, length, NULL, 0, &similarity, error))
TAKER(37, followup_similarity_read(linter, scratch, "a", Z, "b", Z, text, length, &similarity, error))
TAKER(38, followup_comparison_add(comparison, text, length, NULL, 0, 1, error))
TAKER(39, followup_comparison_add(comparison, "Dear Ana", Z, text, length, 1, error))
TAKER(40, followup_uptake_read_text(linter, scratch, text, length, NULL, 0, &uptake, error))
TAKER(41, followup_window_read(text, length, 0, calendar, &window, error))
TAKER(42, followup_context_set_zone_directory(context, text, length, error))

static followup_status take_43(const char *text, size_t length) {
  followup_draft *draft = NULL;
  followup_status status = followup_draft_make(NULL, planned, thank_you, INTERVIEW_END, FOLLOWUP_REGISTER_NEUTRAL, text,
                                               length, &draft, error);
  followup_draft_free(draft);
  return status;
}

static const struct taker {
  const char *function, *member;
  followup_status (*take)(const char *text, size_t length);
} takers[] = {
    {"followup_case_set_company", "company", take_0},
    {"followup_lint_text", "body", take_1},
    {"followup_case_set_id", "id", take_2},
    {"followup_case_set_role", "role", take_3},
    {"followup_case_add_other_company", "company", take_4},
    {"followup_case_add_interview", "id", take_5},
    {"followup_candidate_set_name", "name", take_6},
    {"followup_candidate_set_email", "email", take_7},
    {"followup_candidate_set_time_zone", "zone", take_8},
    {"followup_calendar_set_time_zone", "zone", take_9},
    {"followup_calendar_set_region", "region", take_10},
    {"followup_calendar_add_holiday", "date", take_11},
    {"followup_calendar_instant", "local", take_12},
    {"followup_event_set_from", "mailbox", take_13},
    {"followup_event_set_promised_reply", "words", take_14},
    {"followup_interview_set_time_zone", "zone", take_15},
    {"followup_interview_set_stage", "stage", take_16},
    {"followup_interview_set_promised_reply", "words", take_17},
    {"followup_interview_add_promised_material", "what", take_18},
    {"followup_interview_add_promised_material", "to", take_19},
    {"followup_interview_add_interviewer", "name", take_20},
    {"followup_interviewer_set_email", "email", take_21},
    {"followup_interviewer_set_title", "title", take_22},
    {"followup_interviewer_add_note", "note", take_23},
    {"followup_guess_kind", "subject", take_24},
    {"followup_guess_kind", "body", take_25},
    {"followup_prose_sentences", "body", take_26},
    {"followup_message_set_id", "id", take_27},
    {"followup_message_set_interview", "id", take_28},
    {"followup_message_set_from", "mailbox", take_29},
    {"followup_message_add_recipient", "mailbox", take_30},
    {"followup_message_set_subject", "subject", take_31},
    {"followup_message_set_body", "body", take_32},
    {"followup_message_add_attachment", "name", take_33},
    {"followup_policy_suppress_recipient", "address", take_34},
    {"followup_similarity_read", "one", take_35},
    {"followup_similarity_read", "other", take_36},
    {"followup_similarity_read", "names", take_37},
    {"followup_comparison_add", "body", take_38},
    {"followup_comparison_add", "names", take_39},
    {"followup_uptake_read_text", "body", take_40},
    {"followup_window_read", "words", take_41},
    {"followup_context_set_zone_directory", "path", take_42},
    {"followup_draft_make", "to", take_43},
};

enum { TAKERS = sizeof takers / sizeof takers[0] };

static long taken, wrong;

static void check_at(const struct taker *taker, const char *text, size_t length, long offset) {
  followup_error_set(error, FOLLOWUP_OK, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  followup_status status = taker->take(text, length);
  bool right = offset < 0 ? status != FOLLOWUP_E_UTF8
                          : status == FOLLOWUP_E_UTF8 && followup_error_status(error) == FOLLOWUP_E_UTF8 &&
                                followup_error_offset(error) == (size_t)offset;
  taken++;
  if (right) return;
  if (wrong++ < 20)
    fprintf(stderr, "%s (%s): %s at %zu, not at %ld, of %zu bytes\n", taker->function, taker->member,
            followup_status_text(status), followup_error_offset(error), offset, length);
}

static void check(const struct taker *taker, const char *text, size_t length, long offset) {
  check_at(taker, guarded_first(text, length), length, offset);
  check_at(taker, guarded_last(text, length), length, offset);
}

/* The first two takers get every line, each of the others its share. */
static void check_line(long number, const char *text, size_t length, long offset) {
  bool all = figures_take_long();
  if (number % FRESH_EACH == 0) {
    if (number > 0) free_handles();
    make_handles();
  }
  for (long i = 0; i < TAKERS; i++)
    if (all || i < 2 || (number + i) % TAKERS == 0) check(&takers[i], text, length, offset);
}

START_TEST(what_is_no_utf8_is_refused_where_it_begins) {
  guarded_make();
  must(followup_error_new(NULL, &error));
  must(followup_linter_new(NULL, NULL, &linter, NULL));
  must(followup_scratch_new(linter, &scratch, NULL));
  make_plan();
  long lines = guarded_each_sequence(sequences_path, check_line);
  free_handles();
  followup_plan_free(plan);
  followup_case_free(planned);
  followup_similarity_free(similarity);
  followup_uptake_free(uptake);
  followup_report_free(report);
  followup_scratch_free(scratch);
  followup_linter_free(linter);
  followup_error_free(error);
  guarded_free();
  ck_assert(figure_at_least("byte sequences, well-formed and not, beside guard pages", (double)lines, 2 * 65536, ""));
  fprintf(stderr, "%ld texts taken\n", taken);
  ck_assert(figure_exactly("of them taken or refused otherwise than Python's decoder says", (double)wrong, 0, ""));
}
END_TEST

static int list(void) {
  for (int i = 0; i < TAKERS; i++) printf("%s %s\n", takers[i].function, takers[i].member);
  return 0;
}

int main(int argument_count, char **arguments) {
  if (argument_count > 2 && strcmp(arguments[2], "--list") == 0) return list();
  if (argument_count != 2) return 2;
  sequences_path = arguments[1];
  return run_tests("utf8", (const TTest *[]){what_is_no_utf8_is_refused_where_it_begins, NULL});
}
