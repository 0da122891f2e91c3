#include <check.h>
#include <stdio.h>
#include <time.h>

#include "base/memory.h"
#include "time/zone.h"

#include "support/case_fixture.h"
#include "support/run.h"

static followup_message *add_sent(int64_t sent, const char *interview) {
  followup_message *message = add_message();
  followup_message_set_sent(message, sent, NULL);
  if (interview != NULL) followup_message_set_interview(message, interview, ZERO_TERMINATED, NULL);
  return message;
}

static struct mailbox parse(const char *text) {
  struct mailbox mailbox;
  followup_status status = mailbox_parse(context_or_default(NULL), "to", text, ZERO_TERMINATED, &mailbox, NULL);
  ck_assert_int_eq(status, FOLLOWUP_OK);
  return mailbox;
}

static const followup_interviewer *find_in_case(const char *text) {
  struct mailbox mailbox = parse(text);
  const followup_interviewer *found = case_find_interviewer(of, &mailbox);
  mailbox_free(context_or_default(NULL), &mailbox);
  return found;
}

static const followup_interviewer *find_in(const followup_interview *interview, const char *text) {
  struct mailbox mailbox = parse(text);
  const followup_interviewer *found = interview_find_interviewer(interview, &mailbox);
  mailbox_free(context_or_default(NULL), &mailbox);
  return found;
}

static const followup_interview *latest_with(const char *text, int64_t instant) {
  struct mailbox mailbox = parse(text);
  const followup_interview *found = case_latest_interview_with(of, &mailbox, instant);
  mailbox_free(context_or_default(NULL), &mailbox);
  return found;
}

START_TEST(a_message_is_about_the_interview_it_names) {
  followup_interview *screen = add_interview("screen", 5000);
  add_interview("onsite", 6000);
  ck_assert_ptr_eq(message_interview(add_sent(9000, "screen"), 0), screen);
  ck_assert_ptr_eq(message_interview(add_sent(10, "screen"), 0), screen);
  ck_assert_ptr_null(message_interview(add_sent(9000, "other"), 0));
}
END_TEST

START_TEST(a_message_may_name_an_interview_that_is_added_later) {
  followup_message *message = add_sent(9000, "late");
  ck_assert_ptr_null(message_interview(message, 0));
  followup_interview *late = add_interview("late", 20000);
  ck_assert_ptr_eq(message_interview(message, 0), late);
  followup_message_set_interview(message, "", 0, NULL);
  ck_assert_ptr_null(message_interview(message, 0));
}
END_TEST

START_TEST(a_message_is_about_the_latest_interview_that_had_ended) {
  followup_interview *third = add_interview("third", 7000), *first = add_interview("first", 5000);
  followup_interview *second = add_interview("second", 6000);
  add_interview("unknown time", FOLLOWUP_NO_TIME);
  ck_assert_ptr_null(message_interview(add_sent(4999, NULL), 0));
  ck_assert_ptr_eq(message_interview(add_sent(5000, NULL), 0), first);
  ck_assert_ptr_eq(message_interview(add_sent(5999, NULL), 0), first);
  ck_assert_ptr_eq(message_interview(add_sent(6500, NULL), 0), second);
  ck_assert_ptr_eq(message_interview(add_sent(INT64_MAX, NULL), 0), third);
}
END_TEST

START_TEST(a_draft_is_about_the_latest_interview_that_has_ended_now) {
  followup_interview *first = add_interview("first", 5000), *second = add_interview("second", 6000);
  followup_message *draft = add_sent(FOLLOWUP_NO_TIME, NULL);
  ck_assert_ptr_null(message_interview(draft, 4000));
  ck_assert_ptr_eq(message_interview(draft, 5500), first);
  ck_assert_ptr_eq(message_interview(draft, 6000), second);
  ck_assert_int_eq(message_instant(draft, 6000), 6000);
  ck_assert_int_eq(message_instant(add_sent(70, NULL), 6000), 70);
}
END_TEST

START_TEST(an_interview_whose_time_changes_is_found_at_its_new_place) {
  followup_interview *first = add_interview("first", 5000), *second = add_interview("second", 6000);
  ck_assert_int_eq(followup_interview_set_time(first, 6000, 7000, NULL), FOLLOWUP_OK);
  ck_assert_ptr_eq(case_latest_interview(of, 6500), second);
  ck_assert_ptr_eq(case_latest_interview(of, 7000), first);
  ck_assert_ptr_null(case_latest_interview(of, 5500));
  ck_assert_int_eq(followup_interview_set_time(first, 6000, 6000, NULL), FOLLOWUP_OK);
  ck_assert_ptr_eq(case_latest_interview(of, 6000), second);
}
END_TEST

START_TEST(an_interviewer_is_found_by_address_before_name) {
  followup_interview *onsite = add_interview("onsite", 5000);
  followup_interviewer *first = add_interviewer(onsite, "Sam Lee", "sam.lee@x.example");
  followup_interviewer *second = add_interviewer(onsite, "Sam Lee", "sam.lee2@x.example");
  followup_interviewer *zoe = add_interviewer(onsite, "Zoë Åström", NULL);
  ck_assert_ptr_eq(find_in(onsite, "Sam Lee <SAM.LEE2@x.example>"), second);
  ck_assert_ptr_eq(find_in(onsite, "Sam Lee <sam@home.example>"), first);
  ck_assert_ptr_eq(find_in(onsite, "ZOË ÅSTRÖM"), zoe);
  ck_assert_ptr_null(find_in(onsite, "nobody@x.example"));
  ck_assert_ptr_eq(find_in_case("Sam Lee <SAM.LEE2@x.example>"), second);
  ck_assert_ptr_eq(find_in_case("Sam Lee <sam@home.example>"), first);
  ck_assert_ptr_eq(find_in_case("ZOË ÅSTRÖM"), zoe);
  ck_assert_ptr_null(find_in_case("nobody@x.example"));
  ck_assert_ptr_null(find_in_case("Zoë"));
}
END_TEST

START_TEST(an_interviewer_without_an_address_is_found_by_name_alone) {
  followup_interview *onsite = add_interview("onsite", 5000);
  followup_interviewer *ann = add_interviewer(onsite, "Ann", NULL), *bea = add_interviewer(onsite, "Bea", NULL);
  ck_assert_ptr_eq(find_in(onsite, "Bea"), bea);
  ck_assert_ptr_eq(find_in_case("Bea"), bea);
  ck_assert_ptr_eq(find_in_case("ann <a@x.example>"), ann);
}
END_TEST

START_TEST(names_and_addresses_that_begin_alike_are_told_apart) {
  followup_interview *onsite = add_interview("onsite", 5000);
  const char *names[] = {"Ann Lee", "Ann", "Ann L", "Annabel", "An"};
  const char *emails[] = {"a@x.example", "a@x", "a@x.e", "aa@x", "a@x.example.org"};
  followup_interviewer *seats[5];
  for (int i = 0; i < 5; i++) seats[i] = add_interviewer(onsite, names[i], emails[i]);
  for (int i = 0; i < 5; i++) {
    ck_assert_ptr_eq(find_in_case(names[i]), seats[i]);
    ck_assert_ptr_eq(find_in_case(emails[i]), seats[i]);
  }
}
END_TEST

START_TEST(an_address_in_the_middle_of_many_can_be_replaced) {
  followup_interview *onsite = add_interview("onsite", 5000);
  followup_interviewer *seats[9];
  for (int i = 0; i < 9; i++) seats[i] = add_interviewer(onsite, "Sam", (char[]){(char)('1' + i), '@', 'x', '\0'});
  ck_assert_int_eq(followup_interviewer_set_email(seats[4], "0@x", ZERO_TERMINATED, NULL), FOLLOWUP_OK);
  for (int i = 0; i < 9; i++)
    ck_assert_ptr_eq(find_in_case((char[]){(char)(i == 4 ? '0' : '1' + i), '@', 'x', '\0'}), seats[i]);
}
END_TEST

START_TEST(an_interviewer_of_several_interviews_is_found_in_the_first_added) {
  followup_interview *screen = add_interview("screen", 9000), *onsite = add_interview("onsite", 5000);
  followup_interviewer *later = add_interviewer(onsite, "Priya", "priya@x.example");
  followup_interviewer *earlier = add_interviewer(screen, "Priya", "PRIYA@x.example");
  ck_assert_ptr_eq(find_in_case("priya@x.example"), earlier);
  ck_assert_ptr_eq(find_in_case("priya"), earlier);
  ck_assert_ptr_eq(find_in(onsite, "priya@x.example"), later);
}
END_TEST

START_TEST(an_address_that_was_replaced_is_found_no_more) {
  followup_interview *onsite = add_interview("onsite", 5000);
  followup_interviewer *priya = add_interviewer(onsite, "Priya", "old@x.example");
  add_interviewer(onsite, "Sam", "sam@x.example");
  ck_assert_int_eq(followup_interviewer_set_email(priya, "new@x.example", ZERO_TERMINATED, NULL), FOLLOWUP_OK);
  ck_assert_ptr_null(find_in_case("old@x.example"));
  ck_assert_ptr_eq(find_in_case("new@x.example"), priya);
  ck_assert_int_eq(followup_interviewer_set_email(priya, "", 0, NULL), FOLLOWUP_OK);
  ck_assert_ptr_null(find_in_case("new@x.example"));
  ck_assert_ptr_nonnull(find_in_case("sam@x.example"));
  ck_assert_uint_eq(of->interviewers_by_email.count, 1);
}
END_TEST

START_TEST(the_latest_interview_with_somebody_has_ended) {
  followup_interview *screen = add_interview("screen", 5000), *final = add_interview("final", 9000);
  followup_interview *onsite = add_interview("onsite", 7000);
  add_interviewer(screen, "Priya", "priya@x.example");
  add_interviewer(final, "Priya", "priya@x.example");
  add_interviewer(onsite, "Sam", NULL);
  add_interviewer(add_interview("unknown time", FOLLOWUP_NO_TIME), "Priya", "priya@x.example");
  ck_assert_ptr_eq(latest_with("priya@x.example", 8999), screen);
  ck_assert_ptr_eq(latest_with("priya@x.example", 9000), final);
  ck_assert_ptr_null(latest_with("priya@x.example", 4999));
  ck_assert_ptr_eq(latest_with("Sam", 9000), onsite);
}
END_TEST

START_TEST(an_interview_without_a_zone_has_the_candidates) {
  followup_interview *onsite = add_interview("onsite", 5000);
  ck_assert_ptr_null(interview_zone(onsite));
  followup_candidate_set_time_zone(followup_case_candidate(of), "America/Chicago", ZERO_TERMINATED, NULL);
  ck_assert_str_eq(time_zone_name(interview_zone(onsite)), "America/Chicago");
  followup_interview_set_time_zone(onsite, "+05:30", ZERO_TERMINATED, NULL);
  ck_assert_int_eq(time_zone_offset_at(interview_zone(onsite), 0), 19800);
}
END_TEST

START_TEST(each_zone_is_read_once) {
  followup_interview *screen = add_interview("screen", 5000), *onsite = add_interview("onsite", 6000);
  followup_interview_set_time_zone(screen, "Europe/London", ZERO_TERMINATED, NULL);
  followup_interview_set_time_zone(onsite, "Europe/London", ZERO_TERMINATED, NULL);
  followup_candidate_set_time_zone(followup_case_candidate(of), "Asia/Tokyo", ZERO_TERMINATED, NULL);
  ck_assert_ptr_eq(screen->zone.zone, onsite->zone.zone);
  ck_assert_uint_eq(of->zones.count, 2);
}
END_TEST

static bool owns(const char *text) {
  struct mailbox mailbox = parse(text);
  bool own = candidate_owns(&of->candidate, &mailbox);
  mailbox_free(context_or_default(NULL), &mailbox);
  return own;
}

START_TEST(the_candidates_own_mailbox_is_known) {
  ck_assert(!owns("Amara Okafor"));
  followup_candidate_set_name(followup_case_candidate(of), "Amara Okafor", ZERO_TERMINATED, NULL);
  followup_candidate_set_email(followup_case_candidate(of), "amara@example.org", ZERO_TERMINATED, NULL);
  ck_assert(owns("AMARA@example.org"));
  ck_assert(owns("amara okafor"));
  ck_assert(!owns("Amara Okafor <amara@other.example>"));
  ck_assert(!owns("priya@x.example"));
}
END_TEST

enum { MANY = 10000 };

static void add_many_interviews(void) {
  for (int i = 0; i < MANY; i++) {
    char id[32], email[64];
    snprintf(id, sizeof id, "interview-%d", i * 7919 % MANY);
    snprintf(email, sizeof email, "person-%d@x.example", i * 7919 % MANY);
    add_interviewer(add_interview(id, (int64_t)(i * 7919 % MANY) * 1000), "Same Name", email);
  }
}

static void add_many_messages(void) {
  for (int i = 0; i < MANY; i++) {
    char id[32], email[64];
    snprintf(id, sizeof id, "interview-%d", i);
    snprintf(email, sizeof email, "person-%d@x.example", i);
    followup_message *message = add_sent((int64_t)i * 1000, i % 2 == 0 ? id : NULL);
    followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, email, ZERO_TERMINATED, NULL);
  }
}

START_TEST(ten_thousand_interviews_and_messages_take_no_walk_each) {
  clock_t from = clock();
  add_many_interviews();
  add_many_messages();
  for (size_t i = 0; i < MANY; i++) {
    const followup_message *message = followup_case_message(of, i);
    const followup_interview *interview = message_interview(message, 0);
    ck_assert_int_eq(followup_interview_end(interview), (int64_t)i * 1000);
    ck_assert_ptr_eq(case_find_interviewer(of, message_addressee(message))->interview, interview);
  }
  ck_assert_int_lt((clock() - from) / CLOCKS_PER_SEC, 5);
}
END_TEST

int main(void) {
  return run_tests_with(
      "queries",
      (const TTest *[]){
          a_message_is_about_the_interview_it_names, a_message_may_name_an_interview_that_is_added_later,
          a_message_is_about_the_latest_interview_that_had_ended,
          a_draft_is_about_the_latest_interview_that_has_ended_now,
          an_interview_whose_time_changes_is_found_at_its_new_place, an_interviewer_is_found_by_address_before_name,
          an_interviewer_without_an_address_is_found_by_name_alone, names_and_addresses_that_begin_alike_are_told_apart,
          an_address_in_the_middle_of_many_can_be_replaced,
          an_interviewer_of_several_interviews_is_found_in_the_first_added,
          an_address_that_was_replaced_is_found_no_more, the_latest_interview_with_somebody_has_ended,
          an_interview_without_a_zone_has_the_candidates, each_zone_is_read_once, the_candidates_own_mailbox_is_known,
          ten_thousand_interviews_and_messages_take_no_walk_each, NULL},
      set_up_case, tear_down_case);
}
