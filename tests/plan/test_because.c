/* Why an action is in the plan, in words: each kind, each way a window was told, each way it ended. */
#include <stdio.h>

#include "plan/building.h"
#include "support/run.h"

#define ANA "ana@halden.example"

static followup_interview *talk(void) {
  followup_interview *held = interview("talk", "2026-03-05T15:00:00Z");
  person(held, "Ana Torres", ANA, "boats|sails");
  return held;
}

static void check(followup_action_kind kind, const char *to, const char *now, const char *because) {
  const followup_action *action = find(plan_at(now), kind, to);
  ck_assert_msg(action != NULL, "no action that says: %s", because);
  ck_assert_str_eq(followup_action_because(action), because);
}

static void check_status(const char *now, const char *because) {
  check(FOLLOWUP_ACTION_STATUS_CHECK, "", now, because);
}

START_TEST(notes_are_to_be_taken_while_it_is_fresh) {
  followup_interview *held = interview("talk", "2026-03-05T15:00:00Z");
  person(held, "Ana Torres", ANA, NULL);
  person(held, "Bo Lind", "bo@halden.example", "boats");
  check(FOLLOWUP_ACTION_CAPTURE_NOTES, ANA, "2026-03-05T15:10:00Z",
        "within an hour after the interview ended on Thursday 5 March at 15:00, while it is fresh: there are no notes "
        "yet");
  check(FOLLOWUP_ACTION_CAPTURE_NOTES, "bo@halden.example", "2026-03-05T15:10:00Z",
        "within an hour after the interview ended on Thursday 5 March at 15:00, while it is fresh: there is only one "
        "note "
        "yet");
}
END_TEST

START_TEST(an_interview_to_come_ends_and_one_that_was_ended) {
  talk();
  check(FOLLOWUP_ACTION_THANK_YOU, ANA, "2026-03-05T14:00:00Z",
        "24 hours after the interview ends on Thursday 5 March at 15:00");
  check(FOLLOWUP_ACTION_THANK_YOU, ANA, "2026-03-05T15:00:00Z",
        "24 hours after the interview ended on Thursday 5 March at 15:00");
}
END_TEST

START_TEST(what_was_promised_is_named_where_it_has_a_name) {
  followup_interview *held = talk();
  material(held, "the mooring plan", ANA);
  check(FOLLOWUP_ACTION_MATERIALS, ANA, "2026-03-05T16:00:00Z",
        "24 hours after the interview ended on Thursday 5 March at 15:00, in which “the mooring plan” was promised");
}
END_TEST

START_TEST(what_was_asked_offered_and_refused_is_answered) {
  talk();
  event(FOLLOWUP_EVENT_INFORMATION_REQUEST, "2026-03-06T10:00:00Z");
  check(FOLLOWUP_ACTION_INFORMATION_REPLY, "hanna@halden.example", "2026-03-06T11:00:00Z",
        "24 hours after the request of Friday 6 March at 10:00");
  event(FOLLOWUP_EVENT_VERBAL_OFFER, "2026-03-07T10:00:00Z");
  check(FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT, "hanna@halden.example", "2026-03-07T11:00:00Z",
        "24 hours after the verbal offer of Saturday 7 March at 10:00");
  event(FOLLOWUP_EVENT_REJECTION, "2026-03-08T10:00:00Z");
  check(FOLLOWUP_ACTION_FEEDBACK_REQUEST, "hanna@halden.example", "2026-03-08T11:00:00Z",
        "7 days after the rejection of Sunday 8 March at 10:00, if feedback is wanted at all");
}
END_TEST

START_TEST(an_application_is_asked_after_within_days) {
  apply("2026-03-01T10:00:00Z");
  check(FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP, "", "2026-03-02T10:00:00Z",
        "7 to 14 days after the application of Sunday 1 March at 10:00");
}
END_TEST

START_TEST(a_window_in_words_is_quoted) {
  followup_interview *held = talk();
  followup_interview_set_promised_reply(held, "You will hear by Friday 13 March.", Z, NULL);
  check_status(
      "2026-03-05T16:00:00Z",
      "“You will hear by Friday 13 March.” was said in the interview of Thursday 5 March at 15:00, and a check is "
      "right after the end of Friday 13 March");
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-06T10:00:00Z"), "It will be Monday 16 March.");
  check_status(
      "2026-03-06T16:00:00Z",
      "“It will be Monday 16 March.” was the word of Friday 6 March at 10:00, and a check is right after the end "
      "of Monday 16 March");
}
END_TEST

START_TEST(a_window_may_be_an_instant_a_lower_bound_or_the_default) {
  followup_interview *held = talk();
  check_status("2026-03-05T16:00:00Z",
               "5 business days after the interview ended on Thursday 5 March at 15:00, as no time was promised");
  followup_interview_set_promised_reply(held, "Not before 20 March.", Z, NULL);
  check_status("2026-03-05T16:00:00Z", "“Not before 20 March.” was said: no answer before the end of Friday 20 March");
  followup_interview_set_promised_reply(held, "We will see.", Z, NULL);
  check_status("2026-03-05T16:00:00Z",
               "5 business days after the interview ended on Thursday 5 March at 15:00, as no time was named");
  followup_interview_set_promised_reply(held, "", Z, NULL);
  followup_interview_set_window_ends(held, scene_time("2026-03-09T17:00:00Z"), NULL);
  check_status("2026-03-05T16:00:00Z", "a reply was promised until Monday 9 March at 17:00");
}
END_TEST

START_TEST(a_reply_without_a_time_starts_the_days_anew) {
  talk();
  promise(event(FOLLOWUP_EVENT_REPLY, "2026-03-06T10:00:00Z"), "We will see.");
  check_status("2026-03-06T16:00:00Z",
               "5 business days after the employer’s word of Friday 6 March at 10:00, as no time was named");
}
END_TEST

START_TEST(long_words_are_cut_between_characters) {
  followup_interview *held = talk();
  char words[400];
  strcpy(words, "You will hear by Friday 13 March, ");
  while (strlen(words) < 300) strcat(words, "\xC3\xA4\xC3\xB6");
  followup_interview_set_promised_reply(held, words, Z, NULL);
  const followup_action *action = find(plan_at("2026-03-05T16:00:00Z"), FOLLOWUP_ACTION_STATUS_CHECK, "");
  ck_assert_ptr_nonnull(action);
  const char *because = followup_action_because(action), *cut = strstr(because, "\xE2\x80\xA6\xE2\x80\x9D");
  ck_assert_ptr_nonnull(cut);
  ck_assert(((unsigned char)cut[-1] & 0xC0) == 0x80 && ((unsigned char)cut[-2] & 0xC0) == 0xC0);
  ck_assert_ptr_nonnull(strstr(because, "was said in the interview of Thursday 5 March at 15:00"));
}
END_TEST

START_TEST(what_ended_the_process_closes_the_action) {
  static const struct {
    followup_event_kind kind;
    const char *name;
  } ends[] = {{FOLLOWUP_EVENT_REJECTION, "rejection"},
              {FOLLOWUP_EVENT_WITHDRAWAL, "withdrawal"},
              {FOLLOWUP_EVENT_HIRE, "hire"}};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    free_case();
    make_case();
    talk();
    event(ends[i].kind, "2026-03-05T18:00:00Z");
    char because[256];
    snprintf(
        because, sizeof because,
        "24 hours after the interview ended on Thursday 5 March at 15:00; no longer needed since the %s of Thursday 5 "
        "March at 18:00",
        ends[i].name);
    check(FOLLOWUP_ACTION_THANK_YOU, ANA, "2026-03-05T19:00:00Z", because);
  }
}
END_TEST

START_TEST(the_next_interview_closes_the_question_for_news) {
  talk();
  followup_interview *next = interview("second", "2026-03-09T15:00:00Z");
  person(next, "Bo Lind", "bo@halden.example", "boats|sails");
  check_status(
      "2026-03-06T16:00:00Z",
      "5 business days after the interview ended on Thursday 5 March at 15:00, as no time was promised; no longer "
      "needed, as the next interview is on Monday 9 March at 14:00");
}
END_TEST

START_TEST(words_are_cut_before_a_character_of_several_bytes) {
  followup_interview *held = talk();
  char what[512] = "";
  for (int i = 0; i < 100; i++) strcat(what, "é");
  for (int shift = 0; shift < 2; shift++) {
    char name[600];
    snprintf(name, sizeof name, "%.*s%s", shift, "a", what);
    material(held, name, ANA);
    const followup_plan *plan = plan_at("2026-03-05T16:00:00Z");
    for (size_t i = 0; i < followup_plan_count(plan); i++)
      ck_assert_int_eq(followup_case_set_role(of, followup_action_because(followup_plan_at(plan, i)), Z, NULL),
                       FOLLOWUP_OK); /* it is UTF-8 */
  }
}
END_TEST

START_TEST(materials_without_a_name_are_only_promised) {
  material(talk(), "", ANA);
  check(FOLLOWUP_ACTION_MATERIALS, ANA, "2026-03-05T16:00:00Z",
        "24 hours after the interview ended on Thursday 5 March at 15:00, in which it was promised");
}
END_TEST

int main(void) {
  const TTest *const tests[] = {notes_are_to_be_taken_while_it_is_fresh,
                                an_interview_to_come_ends_and_one_that_was_ended,
                                what_was_promised_is_named_where_it_has_a_name,
                                what_was_asked_offered_and_refused_is_answered,
                                an_application_is_asked_after_within_days,
                                a_window_in_words_is_quoted,
                                a_window_may_be_an_instant_a_lower_bound_or_the_default,
                                a_reply_without_a_time_starts_the_days_anew,
                                long_words_are_cut_between_characters,
                                what_ended_the_process_closes_the_action,
                                the_next_interview_closes_the_question_for_news,
                                words_are_cut_before_a_character_of_several_bytes,
                                materials_without_a_name_are_only_promised,
                                NULL};
  return run_tests_with("because", tests, make_case, free_case);
}
