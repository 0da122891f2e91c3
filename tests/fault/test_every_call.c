/*
 * Every public call meets every failure of memory: a rich case is built, judged, planned, read and written while each
 * allocation of each call fails once, and then with all behind it. At the end everything is as when nothing failed.
 *
 *   test_every_call LIST MAIL    the list of the calls goes to LIST (test_calls.py looks for those that are missing)
 */
#define _POSIX_C_SOURCE 200809L
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include <followup-formats.h>

#include "fault/injection.h"
#include "fault/said.h"
#include "support/figure.h"
#include "support/run.h"
#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED

static const char *list_path, *mail_path;
static followup_context *context;
static followup_error *error;
static followup_policy *policy;
static followup_linter *linter;
static followup_case *of;
static const int64_t now = SCENE_END + INT64_C(30) * 86400000;

static const char body[] =
    "Dear Anna,\n\nThank you for the talk about [topic]!!! I am SO VERY SORRY to bother you; a saddle is forty-one "
    "parts, "
    "SREs carry it. Caf\xC3\xA9 at 5 p.m.? See https://example.org/a or write to kim@x.example.\n\n- one\n- two\n\n"
    "Best,\nKim\n\nOn Tue, Ana wrote:\n> hello\n";

static char *text_of_file(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  ck_assert_ptr_nonnull(file);
  char *text = malloc(1 << 20);
  *length = fread(text, 1, 1 << 20, file);
  fclose(file);
  return text;
}

/* The context, the error, the policy and the linter */

static void say_nothing(FILE *out, const void *handle) { fprintf(out, "%d", handle != NULL); }

static void say_linter(FILE *out, const followup_linter *judge) {
  followup_report *report = NULL;
  ck_assert_int_eq(followup_lint_text(judge, NULL, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, NULL), FOLLOWUP_OK);
  say_report(out, report);
  followup_report_free(report);
}

static void say_error(FILE *out, const followup_error *told) {
  fprintf(out, "%d %s %s %s %zu %zu\n", followup_error_status(told), followup_error_message(told),
          followup_error_reason(told), followup_error_member(told), followup_error_offset(told),
          followup_error_line(told));
}

static void set_context(void) {
  followup_context *own = NULL;
  followup_allocate allocate;
  followup_release release;
  injection_functions(&allocate, &release);
  INJECT_MADE(followup_context_new(allocate, release, &injector, &own), own, followup_context_free, say_nothing);
  INJECT(followup_context_set_zone_directory(own, "/nowhere", Z, NULL));
  INJECT(followup_context_set_zone_directory(own, "/usr/share/zoneinfo", Z, NULL));
  INJECT(followup_context_set_text_limit(own, 1 << 20, NULL));
  followup_context_free(own);
  INJECT_MADE(followup_error_new(context, &error), error, followup_error_free, say_error);
  injection_begin("followup_error_set");
  ck_assert(injection_arm());
  injection_failed(followup_error_set(error, FOLLOWUP_OK, "member", 1, 2, "reason"));
}

static void set_policy(void) {
  INJECT_MADE(followup_policy_new(context, &policy, error), policy, followup_policy_free, say_policy);
  INJECT(followup_policy_use_region(policy, "GB", Z, error));
  INJECT(followup_policy_set_level(policy, FOLLOWUP_RULE_OFF_HOURS, FOLLOWUP_LEVEL_NOTE, error));
  INJECT(followup_policy_set_number(policy, FOLLOWUP_NUMBER_THANK_YOU_HOURS, 23, error));
  INJECT(followup_policy_set_sentences(policy, FOLLOWUP_KIND_THANK_YOU, 3, 7, error));
  for (int i = 0; i < 20; i++) {
    INJECT(followup_policy_suppress_recipient(policy, FOLLOWUP_RULE_PAY_TALK, "a@b.example", Z, error));
    INJECT(followup_policy_suppress_fingerprint(policy, 0x1234, error));
  }
  INJECT_MADE(followup_linter_new(context, policy, &linter, error), linter, followup_linter_free, say_linter);
  followup_scratch *scratch = NULL;
  INJECT_MADE(followup_scratch_new(linter, &scratch, error), scratch, followup_scratch_free, say_nothing);
  followup_scratch_free(scratch);
}

/* The case */

static void set_candidate(void) {
  followup_candidate *candidate = followup_case_candidate(of);
  INJECT(followup_case_set_id(of, "c1", Z, error));
  INJECT(followup_case_set_company(of, "Halden Works", Z, error));
  INJECT(followup_case_set_role(of, "Saddler", Z, error));
  INJECT(followup_case_set_applied_at(of, SCENE_START - 100, error));
  for (int i = 0; i < 10; i++) INJECT(followup_case_add_other_company(of, "Contoso Freight", Z, error));
  INJECT(followup_candidate_set_name(candidate, "Kim Lee", Z, error));
  INJECT(followup_candidate_set_email(candidate, "kim@x.example", Z, error));
  INJECT(followup_candidate_set_time_zone(candidate, "America/Chicago", Z, error));
}

static void set_calendar(followup_calendar *calendar) {
  INJECT(followup_calendar_set_time_zone(calendar, "Europe/London", Z, error));
  INJECT(followup_calendar_set_region(calendar, "GB", Z, error));
  INJECT(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_FRI_SAT, error));
  INJECT(followup_calendar_set_reading(calendar, FOLLOWUP_READING_COUPLE, 3, error));
  for (int i = 0; i < 20; i++) {
    char date[] = "2026-05-00";
    date[8] = (char)('0' + (i + 1) / 10);
    date[9] = (char)('0' + (i + 1) % 10);
    INJECT(followup_calendar_add_holiday(calendar, date, Z, error));
  }
}

static void add_interviewer(followup_interview *interview, const char *name, const char *email) {
  followup_interviewer *person = NULL;
  INJECT(followup_interview_add_interviewer(interview, name, Z, &person, error));
  INJECT(followup_interviewer_set_email(person, email, Z, error));
  INJECT(followup_interviewer_set_title(person, "Head of Saddles", Z, error));
  for (int i = 0; i < 9; i++) INJECT(followup_interviewer_add_note(person, "a saddle is forty-one parts", Z, error));
  INJECT(followup_interviewer_add_note(person, "Site Reliability Engineers carry the pager", Z, error));
}

static void add_interview(const char *id, int64_t end) {
  followup_interview *interview = NULL;
  INJECT(followup_case_add_interview(of, id, Z, &interview, error));
  INJECT(followup_interview_set_time(interview, end - 3600000, end, error));
  INJECT(followup_interview_set_time_zone(interview, "Europe/Dublin", Z, error));
  INJECT(followup_interview_set_stage(interview, "onsite", Z, error));
  INJECT(followup_interview_set_promised_reply(interview, "By 3pm Tokyo time on Friday.", Z, error));
  INJECT(followup_interview_set_window_ends(interview, FOLLOWUP_NO_TIME, error));
  for (int i = 0; i < 9; i++)
    INJECT(followup_interview_add_promised_material(interview, "plan", Z, "Ana Torres <ana@x.example>", Z, error));
  add_interviewer(interview, "Ana Torres", "ana@x.example");
  add_interviewer(interview, "Ben Okri", "ben@x.example");
}

static void add_message(followup_kind kind, int64_t sent) {
  followup_message *message = NULL;
  INJECT(followup_case_add_message(of, kind, &message, error));
  INJECT(followup_message_set_interview(message, "onsite", Z, error));
  INJECT(followup_message_set_from(message, "Kim Lee <kim@x.example>", Z, error));
  INJECT(followup_message_set_subject(message, "Thank you", Z, error));
  INJECT(followup_message_set_body(message, body, Z, error));
  INJECT(followup_message_add_attachment(message, "plan.pdf", Z, error));
  INJECT(followup_message_set_sent(message, sent, error));
  INJECT(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, "\"Torres, Ana\" <ana@x.example>", Z, error));
  INJECT(followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_CC, "ben@x.example", Z, error));
}

static void add_event(followup_event_kind kind, int64_t at) {
  followup_event *event = NULL;
  INJECT(followup_case_add_event(of, kind, at, &event, error));
  INJECT(followup_event_set_from(event, "Sam <sam@x.example>", Z, error));
  INJECT(followup_event_set_promised_reply(event, "Next week, by 5pm Denver time.", Z, error));
}

static void build_case(void) {
  INJECT_MADE(followup_case_new(context, &of, error), of, followup_case_free, say_case);
  set_candidate();
  set_calendar(followup_case_calendar(of));
  for (int i = 0; i < 9; i++) {
    char id[] = "interview0";
    id[9] = (char)('0' + i);
    add_interview(i == 4 ? "onsite" : id, SCENE_END + i * 1000);
  }
  add_message(FOLLOWUP_KIND_THANK_YOU, SCENE_END + 3600000);
  add_message(FOLLOWUP_KIND_STATUS_CHECK, SCENE_END + 7200000);
  add_message(FOLLOWUP_KIND_STATUS_CHECK, FOLLOWUP_NO_TIME);
  for (int i = 0; i < 9; i++) add_event(FOLLOWUP_EVENT_REPLY, SCENE_END + 10000000 + i);
  add_event(FOLLOWUP_EVENT_INFORMATION_REQUEST, SCENE_END + 20000000);
  followup_message *dropped = NULL;
  INJECT(followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &dropped, error));
  INJECT(followup_message_set_id(dropped, "gone", Z, error));
  INJECT(followup_case_drop_message(of, dropped, error));
}

/* Judging and planning; without a scratch each call makes all that it needs */

static void judge(void) {
  followup_report *report = NULL;
  followup_kind kind;
  size_t count;
  const followup_message *message = followup_case_message(of, 0);
  INJECT_MADE(followup_lint_text(linter, NULL, FOLLOWUP_KIND_THANK_YOU, body, Z, &report, error), report,
              followup_report_free, say_report);
  followup_report_free(report);
  report = NULL;
  INJECT_MADE(followup_lint_message(linter, NULL, of, message, now, &report, error), report, followup_report_free,
              say_report);
  followup_report_free(report);
  report = NULL;
  INJECT_MADE(followup_lint_case(linter, NULL, of, now, &report, error), report, followup_report_free, say_report);
  ck_assert_uint_gt(followup_report_count(report), 5);
  for (size_t i = 0; i < followup_report_count(report); i++) {
    const char *text = NULL;
    INJECT(followup_report_explanation(report, i, &text, error));
    ck_assert_uint_gt(strlen(text), 5);
    INJECT(followup_report_suggestion(report, i, &text, error));
  }
  followup_report_free(report);
  INJECT(followup_guess_kind(linter, NULL, "Thank you", Z, body, Z, &kind, error));
  ck_assert_int_eq(kind, FOLLOWUP_KIND_THANK_YOU);
  INJECT(followup_prose_sentences(linter, NULL, body, Z, &count, error));
  ck_assert_uint_eq(count, 6);
}

static void read_uptake(void) {
  static const char *const notes[] = {"the talk of the topic", "forty-one parts and an SRE"};
  followup_uptake *uptake = NULL;
  const followup_interviewer *ana = followup_interview_interviewer(followup_case_interview(of, 4), 0);
  INJECT_MADE(followup_uptake_read_text(linter, NULL, body, Z, notes, 2, &uptake, error), uptake, followup_uptake_free,
              say_uptake);
  ck_assert_uint_gt(followup_uptake_count(uptake), 0);
  followup_uptake_free(uptake);
  uptake = NULL;
  INJECT_MADE(followup_uptake_read_message(linter, NULL, followup_case_message(of, 0), ana, &uptake, error), uptake,
              followup_uptake_free, say_uptake);
  followup_uptake_free(uptake);
}

static void compare(void) {
  static const char other[] = "Dear Bo,\n\nThank you for the talk about [topic]!!! I am so very sorry to bother you.\n";
  followup_similarity *similarity = NULL;
  followup_comparison *comparison = NULL;
  INJECT_MADE(followup_similarity_read(linter, NULL, body, Z, other, Z, "Ana Torres", Z, &similarity, error),
              similarity, followup_similarity_free, say_similarity);
  ck_assert(followup_similarity_share(similarity) > 0.3);
  followup_similarity_free(similarity);
  INJECT_MADE(followup_comparison_new(linter, &comparison, error), comparison, followup_comparison_free,
              say_comparison);
  followup_comparison_clear(comparison);
  for (uint64_t i = 0; i < 12; i++)
    INJECT(followup_comparison_add(comparison, i % 2 != 0 ? body : other, Z, "Ana Torres", Z, i, error));
  INJECT(followup_comparison_run(comparison, 0.1, error));
  ck_assert_uint_eq(followup_comparison_count(comparison), 12);
  size_t nearest = 0;
  double share = 0;
  bool same = false;
  ck_assert(followup_comparison_nearest(comparison, 3, &nearest, &share, &same));
  ck_assert(same && nearest == 1 && share == 1);
  followup_comparison_free(comparison);
}

static bool drain(const char *bytes, size_t length, void *user) {
  (void)bytes, (void)length, (void)user;
  return true;
}

static void write_drafts(const followup_plan *of_plan) {
  followup_draft *draft = NULL;
  followup_message *added = NULL;
  const followup_action *action = followup_plan_at(of_plan, 0);
  INJECT_MADE(followup_draft_make(policy, of, action, now, FOLLOWUP_REGISTER_NEUTRAL, NULL, 0, &draft, error), draft,
              followup_draft_free, say_draft);
  ck_assert(followup_draft_settles(draft, action));
  INJECT(followup_formats_write_draft(draft, of, now, drain, NULL, error));
  INJECT(followup_draft_add(draft, of, &added, error));
  ck_assert_str_eq(followup_message_body(added, NULL), followup_draft_body(draft));
  ck_assert_int_eq(followup_case_drop_message(of, added, error), FOLLOWUP_OK);
  followup_draft_free(draft);
}

static void plan(void) {
  followup_plan *made = NULL;
  followup_record *record = NULL;
  INJECT_MADE(followup_plan_make(policy, of, now, &made, error), made, followup_plan_free, say_plan);
  ck_assert_uint_gt(followup_plan_count(made), 10);
  write_drafts(made);
  followup_plan_free(made);
  INJECT_MADE(followup_record_make(policy, of, now, &record, error), record, followup_record_free, say_record);
  followup_record_free(record);
}

static void read_window(void) {
  followup_calendar *calendar = NULL;
  followup_window *window = NULL;
  int64_t instant;
  INJECT_MADE(followup_calendar_new(context, &calendar, error), calendar, followup_calendar_free, say_nothing);
  set_calendar(calendar);
  INJECT(followup_business_days_after(calendar, SCENE_END, 3, &instant, error));
  INJECT(followup_calendar_instant(calendar, "2026-03-04T15:00", Z, &instant, error));
  INJECT_MADE(
      followup_window_read("by 3pm Tokyo time, or 4pm Denver time, on Friday", Z, SCENE_END, calendar, &window, error),
      window, followup_window_free, say_window);
  ck_assert_int_eq(followup_window_status_of(window), FOLLOWUP_WINDOW_PROMISED);
  followup_window_free(window);
  followup_calendar_free(calendar);
}

/* The formats; what Jansson, GMime, Gumbo, libical and the writers take is malloc's */

static bool swallow(const char *bytes, size_t length, void *user) {
  (void)bytes;
  *(size_t *)user += length;
  return true;
}

static followup_status swallow_mail(const char *place, const char *mail, size_t length, void *user) {
  (void)place, (void)mail;
  *(size_t *)user += length;
  return FOLLOWUP_OK;
}

static void read_formats(void) {
  static const char json[] =
      "{\"candidate\": {\"name\": \"Kim\", \"time_zone\": \"Europe/London\"}, \"interviews\": [{\"id\": \"i\", "
      "\"start\": \"2026-03-04T14:00:00Z\", \"end\": \"2026-03-04T15:00:00Z\", \"panel\": [{\"name\": \"Ana Torres\", "
      "\"notes\": [\"tide machines\"]}]}], \"messages\": [{\"kind\": \"thank_you\", \"to\": [\"Ana Torres\"], "
      "\"body\": "
      "\"Dear Ana, thank you.\"}]}";
  followup_case *read = NULL;
  INJECT_MADE(followup_formats_read_case(context, json, Z, &read, NULL, error), read, followup_case_free, say_case);
  size_t length = 0;
  char *mail = text_of_file(mail_path, &length);
  followup_message *message = NULL;
  INJECT(followup_formats_read_mail(read, FOLLOWUP_KIND_THANK_YOU, mail, length, &message, error));
  static const char to_three[] =
      "From: k@x.example\nTo: a@x.example, b@x.example, c@x.example\nSubject: Thanks\n\nHi\n";
  INJECT(followup_formats_read_mail(read, FOLLOWUP_KIND_THANK_YOU, to_three, Z, &message, error));
  ck_assert_uint_eq(followup_case_message_count(read), 3); /* the failed ones left nothing */
  free(mail);
  followup_case_free(read);
}

static void read_policies(void) {
  static const char json[] =
      "{\"suppress\": {\"fingerprints\": [\"0123456789abcdef\"], \"recipients\": [{\"address\": "
      "\"a@b.example\", \"rule\": \"pay-talk\"}]}}";
  injection_begin("followup_formats_read_policy");
  while (injection_arm()) {
    followup_policy *filled = NULL;
    long left = injector.left;
    injector.left = -1;
    ck_assert_int_eq(followup_policy_new(context, &filled, NULL), FOLLOWUP_OK);
    injector.left = left;
    injection_failed(followup_formats_read_policy(filled, json, Z, error));
    followup_policy_free(filled);
  }
}

static const char calendar_text[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u1\r\nSUMMARY:Onsite\r\n"
    "DTSTART;TZID=Europe/Berlin:20260304T140000\r\nDTEND;TZID=Europe/Berlin:20260304T150000\r\n"
    "ORGANIZER;CN=Ana Torres:mailto:ana@x.example\r\nATTENDEE;CN=Ben "
    "Okri:mailto:ben@x.example\r\nATTENDEE;CN=Cy:mailto:cy@x.example\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:u2\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260504\r\nEND:"
    "VEVENT\r\nEND:VCALENDAR\r\n";

/* "On failure the interviews of the events before it are in the case": it is made anew each time. */
static void read_calendars(void) {
  followup_calendar *calendar = NULL;
  injection_begin("followup_formats_read_interviews");
  while (injection_arm()) {
    followup_case *filled = NULL;
    size_t added = 7;
    long left = injector.left;
    injector.left = -1;
    ck_assert_int_eq(followup_case_new(context, &filled, NULL), FOLLOWUP_OK);
    injector.left = left;
    if (!injection_failed(followup_formats_read_interviews(context, filled, calendar_text, Z, &added, error)))
      ck_assert_uint_eq(added, 1);
    else
      ck_assert_uint_eq(added, 7);
    followup_case_free(filled);
  }
  ck_assert_int_eq(followup_calendar_new(context, &calendar, NULL), FOLLOWUP_OK);
  INJECT(followup_formats_read_holidays(calendar, calendar_text, Z, 2026, 2027, error));
  followup_calendar_free(calendar);
}

static void write_formats(void) {
  followup_writer *writer = NULL;
  followup_calendar_writer *calendar = NULL;
  followup_report *report = NULL;
  followup_plan *made = NULL;
  size_t written = 0, mails = 0;
  int64_t instant;
  ck_assert_int_eq(followup_lint_case(linter, NULL, of, now, &report, NULL), FOLLOWUP_OK);
  INJECT_MADE(followup_writer_new(context, FOLLOWUP_FORM_SARIF, swallow, &written, &writer, error), writer,
              followup_writer_free, say_nothing);
  INJECT(followup_writer_add(writer, "case.json", false, report, error));
  INJECT(followup_writer_end(writer, error));
  followup_writer_free(writer);
  followup_report_free(report);
  ck_assert_int_eq(followup_plan_make(NULL, of, now, &made, NULL), FOLLOWUP_OK);
  INJECT_MADE(followup_calendar_writer_new(context, swallow, &written, &calendar, error), calendar,
              followup_calendar_writer_free, say_nothing);
  INJECT(followup_calendar_writer_add(calendar, of, made, now, error));
  INJECT(followup_calendar_writer_end(calendar, error));
  followup_calendar_writer_free(calendar);
  followup_plan_free(made);
  ck_assert_uint_gt(written, 1000);
  INJECT(followup_formats_each_mail(mail_path, swallow_mail, &mails, error));
  ck_assert_uint_gt(mails, 0);
  ck_assert(followup_formats_instant("2026-03-04T15:00:00Z", Z, &instant));
}

/* Getters ask for no memory: they have no way to say that there is none. */
static void ask_all(void) {
  char *said = NULL;
  long made = injector.made;
  SAY(said, say_case, of);
  free(said);
  said = NULL;
  size_t length = 0;
  FILE *out = open_memstream(&said, &length);
  say_names(out);
  fclose(out);
  free(said);
  ck_assert_int_eq(injector.made, made);
}

START_TEST(every_call_meets_every_failure_of_memory) {
  char *built_so = NULL, *built_plainly = NULL;
  context = injection_context();
  set_context();
  set_policy();
  build_case();
  ask_all();
  SAY(built_so, say_case, of);
  judge();
  read_uptake();
  compare();
  plan();
  read_window();
  read_formats();
  read_policies();
  read_calendars();
  write_formats();
  followup_case_free(of);
  injections_list(list_path);
  long failed = injections();
  injection_sample(1000000, 999999); /* nothing fails */
  build_case();
  SAY(built_plainly, say_case, of);
  ck_assert_str_eq(built_so, built_plainly);
  free(built_so);
  free(built_plainly);
  followup_case_free(of);
  followup_linter_free(linter);
  followup_policy_free(policy);
  followup_error_free(error);
  followup_context_free(context);
  ck_assert_int_eq(injector.held, 0);
  ck_assert(figure_at_least("failed allocations, in every public call", (double)failed, 2000, ""));
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 3) return 2;
  list_path = arguments[1];
  mail_path = arguments[2];
  return run_tests("every call", (const TTest *[]){every_call_meets_every_failure_of_memory, NULL});
}
