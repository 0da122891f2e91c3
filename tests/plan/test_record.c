/* The record: ten processes, counted by hand. */
#include <string.h>

#include "plan/building.h"
#include "support/run.h"

#define PRIYA "priya@halden.example"
#define TOM "tom@halden.example"
#define MINUTE INT64_C(60000)

static followup_record *record;

static void set_up(void) {
  make_case();
  record = NULL;
}

static void tear_down(void) {
  followup_record_free(record);
  free_case();
}

static void count_at(const char *now) {
  ck_assert_int_eq(followup_record_make(NULL, of, scene_time(now), &record, NULL), FOLLOWUP_OK);
}

static followup_interview *panel_of_two(const char *end) {
  followup_interview *panel = interview(end, end);
  person(panel, "Priya Raman", PRIYA, "the pier opens in May|crews change every three weeks");
  person(panel, "Tom Fry", TOM, "a saddle is forty-one parts");
  return panel;
}

static void thank(const char *id, const char *to, const char *at, const char *body) {
  followup_message *note = sent(id, FOLLOWUP_KIND_THANK_YOU, to, at);
  ck_assert_int_eq(followup_message_set_body(note, body, Z, NULL), FOLLOWUP_OK);
}

static void check_thanks(size_t interviewers, size_t thanked, size_t in_time) {
  ck_assert_uint_eq(followup_record_interviewers(record), interviewers);
  ck_assert_uint_eq(followup_record_thanked(record), thanked);
  ck_assert_uint_eq(followup_record_thanked_in_time(record), in_time);
}

START_TEST(nothing_has_happened_yet) {
  panel_of_two("2026-03-05T15:00:00Z");
  count_at("2026-03-05T14:59:59Z");
  check_thanks(0, 0, 0);
  ck_assert(followup_record_median_delay(record) == FOLLOWUP_NO_TIME);
  ck_assert_uint_eq(followup_record_notes_held(record), 0);
  ck_assert_uint_eq(followup_record_never_thanked_count(record), 0);
  ck_assert_uint_eq(followup_record_most_unsolicited(record), 0);
}
END_TEST

START_TEST(both_are_thanked_in_time_with_their_own_notes) {
  panel_of_two("2026-03-05T15:00:00Z");
  thank("m1", PRIYA, "2026-03-05T17:00:00Z",
        "Dear Priya,\n\nThank you for today. The pier that opens in May is a fine thing to build.\n\nKim\n");
  thank("m2", TOM, "2026-03-05T18:00:00Z",
        "Dear Tom,\n\nThank you for today. I never knew that a saddle has forty-one parts.\n\nKim\n");
  count_at("2026-03-06T09:00:00Z");
  check_thanks(2, 2, 2);
  ck_assert_int_eq(followup_record_median_delay(record), 150 * MINUTE);
  ck_assert_uint_eq(followup_record_notes_held(record), 3);
  ck_assert_uint_eq(followup_record_notes_taken_up(record), 2);
  ck_assert_uint_eq(followup_record_never_thanked_count(record), 0);
  ck_assert_uint_eq(followup_record_most_unsolicited(record), 1);
}
END_TEST

START_TEST(one_is_thanked_late_and_takes_up_nothing) {
  panel_of_two("2026-03-05T15:00:00Z");
  thank("m1", PRIYA, "2026-03-06T15:00:01Z", "Dear Priya,\n\nThank you for your time. I enjoyed it.\n\nKim\n");
  count_at("2026-03-07T09:00:00Z");
  check_thanks(2, 1, 0);
  ck_assert_int_eq(followup_record_median_delay(record), 24 * HOUR + 1000);
  ck_assert_uint_eq(followup_record_notes_taken_up(record), 0);
  ck_assert_uint_eq(followup_record_never_thanked_count(record), 1);
  ck_assert_str_eq(followup_record_never_thanked(record, 0), TOM);
  ck_assert_ptr_null(followup_record_never_thanked(record, 1));
}
END_TEST

START_TEST(both_notes_of_one_person_are_taken_up) {
  panel_of_two("2026-03-05T15:00:00Z");
  thank(
      "m1", PRIYA, "2026-03-05T16:00:00Z",
      "Dear Priya,\n\nThank you for today. The pier will open in May, and your crews change every three weeks: that is "
      "the work I want.\n\nKim\n");
  count_at("2026-03-06T09:00:00Z");
  ck_assert_uint_eq(followup_record_notes_taken_up(record), 2);
}
END_TEST

START_TEST(who_sat_twice_counts_twice_and_once_thanked_is_not_never) {
  panel_of_two("2026-03-05T15:00:00Z");
  panel_of_two("2026-03-12T15:00:00Z");
  thank("m1", TOM, "2026-03-12T15:30:00Z", "Dear Tom, thank you.");
  count_at("2026-03-16T09:00:00Z");
  check_thanks(4, 1, 1);
  ck_assert_uint_eq(followup_record_never_thanked_count(record), 1);
  ck_assert_str_eq(followup_record_never_thanked(record, 0), PRIYA);
}
END_TEST

START_TEST(of_three_delays_the_middle_one_counts) {
  followup_interview *panel = panel_of_two("2026-03-05T15:00:00Z");
  person(panel, "Una Vale", NULL, NULL);
  thank("m1", PRIYA, "2026-03-06T15:00:00Z", "Dear Priya, thank you.");
  thank("m2", "Una Vale", "2026-03-05T15:10:00Z", "Dear Una, thank you.");
  thank("m3", TOM, "2026-03-05T15:40:00Z", "Dear Tom, thank you.");
  count_at("2026-03-07T09:00:00Z");
  check_thanks(3, 3, 3);
  ck_assert_int_eq(followup_record_median_delay(record), 40 * MINUTE);
}
END_TEST

START_TEST(materials_in_time_late_and_never) {
  followup_interview *panel = panel_of_two("2026-03-05T15:00:00Z");
  material(panel, "drawing", PRIYA);
  material(panel, "price list", TOM);
  material(panel, "photos", "Una Vale");
  sent("m1", FOLLOWUP_KIND_MATERIALS, PRIYA, "2026-03-06T15:00:00Z");
  sent("m2", FOLLOWUP_KIND_MATERIALS, TOM, "2026-03-06T15:00:01Z");
  count_at("2026-03-09T09:00:00Z");
  ck_assert_uint_eq(followup_record_materials_promised(record), 3);
  ck_assert_uint_eq(followup_record_materials_in_time(record), 1);
}
END_TEST

START_TEST(status_checks_before_the_window_are_named) {
  panel_of_two("2026-03-05T15:00:00Z"); /* the fifth business day is 12 March */
  sent("early", FOLLOWUP_KIND_STATUS_CHECK, PRIYA, "2026-03-09T09:00:00Z");
  sent("right", FOLLOWUP_KIND_STATUS_CHECK, PRIYA, "2026-03-13T09:00:00Z");
  sent("later", FOLLOWUP_KIND_STATUS_CHECK, PRIYA, "2026-03-20T09:00:00Z");
  count_at("2026-03-16T09:00:00Z");
  ck_assert_uint_eq(followup_record_early_status_checks(record), 1);
  ck_assert_str_eq(followup_record_early_status_check(record, 0), "early");
  ck_assert_ptr_null(followup_record_early_status_check(record, 1));
}
END_TEST

START_TEST(most_unsolicited_follow_ups_in_a_week_and_a_round_once) {
  panel_of_two("2026-03-05T15:00:00Z");
  thank("m1", PRIYA, "2026-03-05T16:00:00Z", "Dear Priya, thank you.");
  thank("m2", TOM, "2026-03-05T17:00:00Z", "Dear Tom, thank you.");
  sent("m3", FOLLOWUP_KIND_CONTINUED_INTEREST, PRIYA, "2026-03-07T09:00:00Z");
  sent("m4", FOLLOWUP_KIND_CONTINUED_INTEREST, PRIYA, "2026-03-12T15:59:59Z");
  sent("m5", FOLLOWUP_KIND_CONTINUED_INTEREST, PRIYA, "2026-03-14T09:00:00Z");
  sent("m6", FOLLOWUP_KIND_MATERIALS, PRIYA, "2026-03-07T10:00:00Z");
  count_at("2026-03-20T09:00:00Z");
  ck_assert_uint_eq(followup_record_most_unsolicited(record), 3);
}
END_TEST

START_TEST(drafts_and_what_is_after_now_do_not_count) {
  panel_of_two("2026-03-05T15:00:00Z");
  panel_of_two("2026-03-12T15:00:00Z");
  sent("m1", FOLLOWUP_KIND_THANK_YOU, PRIYA, NULL);
  sent("m2", FOLLOWUP_KIND_THANK_YOU, TOM, "2026-03-06T09:00:01Z");
  sent("m3", FOLLOWUP_KIND_STATUS_CHECK, TOM, "2026-03-06T09:00:01Z");
  count_at("2026-03-06T09:00:00Z");
  check_thanks(2, 0, 0);
  ck_assert_uint_eq(followup_record_most_unsolicited(record), 0);
  ck_assert_uint_eq(followup_record_early_status_checks(record), 0);
  ck_assert_uint_eq(followup_record_never_thanked_count(record), 2);
}
END_TEST

START_TEST(a_record_needs_a_case_a_now_and_a_place) {
  ck_assert_int_eq(followup_record_make(NULL, NULL, 0, &record, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_record_make(NULL, of, FOLLOWUP_NO_TIME, &record, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_record_make(NULL, of, 0, NULL, NULL), FOLLOWUP_E_ARGUMENT);
  ck_assert_ptr_null(record);
  ck_assert_uint_eq(followup_record_interviewers(NULL), 0);
}
END_TEST

int main(void) {
  const TTest *const tests[] = {nothing_has_happened_yet,
                                both_are_thanked_in_time_with_their_own_notes,
                                one_is_thanked_late_and_takes_up_nothing,
                                both_notes_of_one_person_are_taken_up,
                                who_sat_twice_counts_twice_and_once_thanked_is_not_never,
                                of_three_delays_the_middle_one_counts,
                                materials_in_time_late_and_never,
                                status_checks_before_the_window_are_named,
                                most_unsolicited_follow_ups_in_a_week_and_a_round_once,
                                drafts_and_what_is_after_now_do_not_count,
                                a_record_needs_a_case_a_now_and_a_place,
                                NULL};
  return run_tests_with("record", tests, set_up, tear_down);
}
