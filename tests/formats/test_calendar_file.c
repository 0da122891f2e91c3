/* Plans as iCalendar, read back by libical; interviews and holidays out of calendar files. */
#include <libical/ical.h>

#include "reading.h"

#define Z FOLLOWUP_ZERO_TERMINATED

enum { ROOM = 1 << 20 };

struct bin {
  char *bytes;
  size_t length, room;
};

static bool keep(const char *bytes, size_t length, void *user) {
  struct bin *bin = user;
  if (length > bin->room - bin->length) return false;
  memcpy(bin->bytes + bin->length, bytes, length);
  bin->length += length;
  bin->bytes[bin->length] = '\0';
  return true;
}

static const char two_interviews[] =
    "{\"id\":\"c1\",\"candidate\":{\"name\":\"Kim "
    "Lee\",\"email\":\"kim@mail.example\",\"time_zone\":\"America/Chicago\"},"
    "\"application\":{\"company\":\"Northwind, Inc; \\u00dcber\\u0001\"},\"interviews\":["
    "{\"id\":\"screen\",\"start\":\"2026-03-05T14:00:00-06:00\",\"end\":\"2026-03-05T15:00:00-06:00\","
    "\"panel\":[{\"name\":\"Priya Shah\",\"email\":\"priya@northwind.example\"}],"
    "\"promised_materials\":[{\"what\":\"portfolio\"},{\"what\":\"portfolio\"}]},"
    "{\"id\":\"onsite\",\"start\":\"2026-03-27T13:00:00Z\",\"end\":\"2026-03-27T14:00:00Z\","
    "\"time_zone\":\"Europe/London\",\"panel\":[{\"name\":\"Ana Ruiz\"}]}],"
    "\"messages\":[{\"kind\":\"thank_you\",\"sent\":\"2026-03-05T16:00:00-06:00\",\"from\":\"kim@mail.example\","
    "\"to\":[\"priya@northwind.example\"],\"body\":\"Thank you.\"}]}";

static int64_t instant(const char *text) {
  int64_t at = 0;
  ck_assert(followup_formats_instant(text, Z, &at));
  return at;
}

static followup_case *read_case(const char *json) {
  followup_case *of = NULL;
  followup_status status = followup_formats_read_case(NULL, json, Z, &of, NULL, error);
  ck_assert_msg(status == FOLLOWUP_OK, "%s", followup_error_message(error));
  return of;
}

static followup_status write_case(followup_calendar_writer *writer, const char *json, const char *now) {
  followup_plan *plan = NULL;
  followup_case *of = read_case(json);
  ck_assert_int_eq(followup_plan_make(NULL, of, instant(now), &plan, error), FOLLOWUP_OK);
  followup_status status = followup_calendar_writer_add(writer, of, plan, instant(now), error);
  followup_plan_free(plan);
  followup_case_free(of);
  return status;
}

/* The text of one case's plan, given `times` over; freed by the caller. */
static char *export(const char *json, const char *now, int times) {
  struct bin bin = {malloc(ROOM + 1), 0, ROOM};
  followup_calendar_writer *writer = NULL;
  ck_assert_int_eq(followup_calendar_writer_new(NULL, keep, &bin, &writer, error), FOLLOWUP_OK);
  while (times-- > 0) ck_assert_int_eq(write_case(writer, json, now), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_writer_end(writer, error), FOLLOWUP_OK);
  followup_calendar_writer_free(writer);
  return bin.bytes;
}

static icalcomponent *parse(const char *text) {
  icalcomponent *calendar = icalparser_parse_string(text);
  ck_assert_ptr_nonnull(calendar);
  ck_assert_int_eq(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
  ck_assert_int_eq(icalcomponent_count_errors(calendar), 0);
  return calendar;
}

static icalcomponent *find(icalcomponent *calendar, const char *summary) {
  icalcomponent *todo = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT);
  for (; todo != NULL; todo = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT))
    if (strcmp(icalcomponent_get_summary(todo), summary) == 0) return todo;
  ck_abort_msg("no %s", summary);
}

/* The instant that a calendar program sees, by the VTIMEZONE in the file alone. */
static int64_t seen(icalcomponent *calendar, icalproperty *property) {
  struct icaltimetype at = icalvalue_get_datetime(icalproperty_get_value(property));
  icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  if (tzid == NULL) {
    ck_assert(icaltime_is_utc(at));
    return (int64_t)icaltime_as_timet(at) * 1000;
  }
  icaltimezone *zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
  ck_assert_ptr_nonnull(zone);
  return (int64_t)icaltime_as_timet_with_zone(at, zone) * 1000;
}

START_TEST(what_is_left_to_do_is_a_todo_with_its_times) {
  char *text = export(two_interviews, "2026-03-27T15:00:00Z", 1);
  icalcomponent *calendar = parse(text);
  icalcomponent *todo = find(calendar,
                             "Thank-you to Ana Ruiz (Northwind, Inc; \xC3\x9C"
                             "ber )");
  icalproperty *start = icalcomponent_get_first_property(todo, ICAL_DTSTART_PROPERTY);
  icalproperty *due = icalcomponent_get_first_property(todo, ICAL_DUE_PROPERTY);
  ck_assert_int_eq(seen(calendar, start), instant("2026-03-27T14:00:00Z"));
  ck_assert_int_eq(seen(calendar, due), instant("2026-03-28T14:00:00Z"));
  ck_assert_str_eq(icalparameter_get_tzid(icalproperty_get_first_parameter(due, ICAL_TZID_PARAMETER)), "Europe/London");
  ck_assert_ptr_null(strstr(text, "Thank-you to Priya"));
  ck_assert_ptr_null(strstr(text, "ATTENDEE"));
  ck_assert_ptr_null(strstr(text, "ORGANIZER"));
  icalcomponent_free(calendar);
  free(text);
}
END_TEST

START_TEST(the_alarm_comes_before_it_is_due) {
  char *text = export(two_interviews, "2026-03-27T15:00:00Z", 1);
  icalcomponent *calendar = parse(text);
  int todos = 0;
  icalcomponent *todo = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT);
  for (; todo != NULL; todo = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT), todos++) {
    icalcomponent *alarm = icalcomponent_get_first_component(todo, ICAL_VALARM_COMPONENT);
    ck_assert_ptr_nonnull(alarm);
    icalproperty *when = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    ck_assert_int_lt(icaldurationtype_as_int(icalproperty_get_trigger(when).duration), 0);
    icalparameter *related = icalproperty_get_first_parameter(when, ICAL_RELATED_PARAMETER);
    ck_assert_int_eq(icalparameter_get_related(related), ICAL_RELATED_END);
  }
  ck_assert_int_ge(todos, 4);
  icalcomponent_free(calendar);
  free(text);
}
END_TEST

#define OFFERED(company, name)                                                                                  \
  "{\"id\":\"c9\",\"candidate\":{\"name\":\"Kim "                                                               \
  "Lee\",\"time_zone\":\"+02:00\"},\"application\":{\"company\":\"" company                                     \
  "\"},\"interviews\":[{\"id\":\"talk\",\"start\":\"2026-03-05T14:00:00Z\",\"end\":\"2026-03-05T15:00:00Z\","   \
  "\"time_zone\":\"+02:00\",\"panel\":[{\"name\":\"Ana Ruiz\"}]}],\"events\":[{\"kind\":\"verbal_offer\","      \
  "\"at\":\"2026-03-05T16:00:00Z\",\"from\":\"" name                                                            \
  " <bo@acme.example>\"},{\"kind\":\"information_request\",\"at\":\"2026-03-05T16:30:00Z\",\"from\":\"hr@acme." \
  "example\"}]}"

/* Whether one of the tasks is told so, with these times and this alarm. */
static bool holds_task(const char *text, const char *summary, const char *start, const char *due, const char *trigger) {
  char times[128], words[128], alarm[64];
  snprintf(times, sizeof times, "DTSTART:%s\r\nDUE:%s\r\nSUMMARY:%s\r\n", start, due, summary);
  snprintf(words, sizeof words, "ACTION:DISPLAY\r\nDESCRIPTION:%s\r\n", summary);
  snprintf(alarm, sizeof alarm, "TRIGGER;RELATED=END:%s\r\n", trigger);
  const char *task = strstr(text, times), *reminder = task != NULL ? strstr(task, words) : NULL;
  return reminder != NULL && strncmp(reminder + strlen(words), alarm, strlen(alarm)) == 0;
}

START_TEST(each_task_says_what_to_do_for_whom_and_reminds_in_good_time) {
  char *text = export(OFFERED("Acme", "Bo\\tLind"), "2026-03-05T17:00:00Z", 1);
  ck_assert(holds_task(text, "Write down notes on Ana Ruiz (Acme)", "20260305T150000Z", "20260305T160000Z", "-PT15M"));
  ck_assert(holds_task(text, "Thank-you to Ana Ruiz (Acme)", "20260305T150000Z", "20260306T150000Z", "-PT6H"));
  ck_assert(
      holds_task(text, "Acknowledge the offer of Bo\tLind (Acme)", "20260305T160000Z", "20260306T160000Z", "-PT6H"));
  ck_assert(holds_task(text, "Answer the request of hr@acme.example (Acme)", "20260305T163000Z", "20260306T163000Z",
                       "-PT6H"));
  ck_assert_ptr_nonnull(strstr(text, "DTSTAMP:20260305T170000Z\r\nSEQUENCE:29545500\r\n"));
  ck_assert_ptr_null(strstr(text, "VTIMEZONE")); /* an offset is no place */
  free(text);
  text = export(OFFERED("", "Bo\\u007fLind"), "2026-03-05T17:00:00Z", 1);
  ck_assert(holds_task(text, "Thank-you to Ana Ruiz", "20260305T150000Z", "20260306T150000Z", "-PT6H"));
  free(text);
}
END_TEST

START_TEST(a_zone_has_the_offsets_of_winter_and_summer) {
  char *text = export(two_interviews, "2026-03-27T15:00:00Z", 1);
  icalcomponent *calendar = parse(text);
  icaltimezone *zone = icalcomponent_get_timezone(calendar, "America/Chicago");
  ck_assert_ptr_nonnull(zone);
  struct icaltimetype winter = icaltime_from_string("20260308T015959"),
                      summer = icaltime_from_string("20260308T030000");
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &winter, NULL), -6 * 3600);
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &summer, NULL), -5 * 3600);
  struct icaltimetype late = icaltime_from_string("20301102T235959"), later = icaltime_from_string("20301103T020000");
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &late, NULL), -5 * 3600);
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &later, NULL), -6 * 3600);
  icalcomponent_free(calendar);
  free(text);
}
END_TEST

START_TEST(several_cases_share_a_calendar_and_its_zones) {
  char *text = export(two_interviews, "2026-03-27T15:00:00Z", 2);
  icalcomponent *calendar = parse(text);
  ck_assert_int_eq(icalcomponent_count_components(calendar, ICAL_VTIMEZONE_COMPONENT), 2);
  icalcomponent_free(calendar);
  free(text);
}
END_TEST

START_TEST(an_hour_that_clocks_show_twice_is_in_utc) {
  static const char json[] =
      "{\"id\":\"a\",\"candidate\":{\"name\":\"K\",\"email\":\"k@m.example\"},\"interviews\":[{\"id\":\"i\","
      "\"start\":\"2026-10-24T00:00:00Z\",\"end\":\"2026-10-24T01:30:00Z\",\"time_zone\":\"Europe/London\","
      "\"panel\":[{\"name\":\"Ana\"}]}]}";
  char *text = export(json, "2026-10-24T02:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "DUE:20261025T013000Z"));
  ck_assert_ptr_nonnull(strstr(text, "DTSTART;TZID=Europe/London:20261024T023000"));
  free(text);
}
END_TEST

/* UIDs of all actions, in order, each followed by a line end. */
static void uids_of(const char *json, const char *now, char *into) {
  char *text = export(json, now, 1);
  icalcomponent *calendar = parse(text);
  icalcomponent *todo = icalcomponent_get_first_component(calendar, ICAL_VTODO_COMPONENT);
  *into = '\0';
  for (; todo != NULL; todo = icalcomponent_get_next_component(calendar, ICAL_VTODO_COMPONENT)) {
    ck_assert_ptr_null(strstr(into, icalcomponent_get_uid(todo)));
    strcat(strcat(into, icalcomponent_get_uid(todo)), "\n");
  }
  icalcomponent_free(calendar);
  free(text);
}

START_TEST(uids_stay_the_same_at_a_later_now_and_differ_among_actions) {
  char first[4096], second[4096];
  uids_of(two_interviews, "2026-03-27T15:00:00Z", first);
  uids_of(two_interviews, "2026-03-27T18:00:00Z", second);
  ck_assert_str_eq(first, second);
  ck_assert_uint_gt(strlen(first), 100);
}
END_TEST

START_TEST(the_same_case_and_now_give_the_same_bytes) {
  char *first = export(two_interviews, "2026-03-27T15:00:00Z", 1),
       *second = export(two_interviews, "2026-03-27T15:00:00Z", 1);
  ck_assert_str_eq(first, second);
  ck_assert_ptr_nonnull(strstr(first, "DTSTAMP:20260327T150000Z"));
  free(first);
  free(second);
}
END_TEST

static followup_status write_with_room(size_t room) {
  struct bin bin = {malloc(ROOM + 1), 0, room};
  followup_calendar_writer *writer = NULL;
  followup_status status = followup_calendar_writer_new(NULL, keep, &bin, &writer, error);
  if (status == FOLLOWUP_OK) status = write_case(writer, two_interviews, "2026-03-27T15:00:00Z");
  if (status == FOLLOWUP_OK) status = followup_calendar_writer_end(writer, error);
  followup_calendar_writer_free(writer);
  free(bin.bytes);
  return status;
}

START_TEST(a_sink_that_says_no_stops_the_calendar) {
  size_t room = 0;
  for (; write_with_room(room) == FOLLOWUP_E_FILE; room += 200) {
    ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_FILE);
    ck_assert_uint_lt(room, ROOM);
  }
  ck_assert_uint_gt(room, 1000);
}
END_TEST

START_TEST(misuse_is_refused) {
  struct bin bin = {malloc(ROOM + 1), 0, ROOM};
  followup_calendar_writer *writer = NULL;
  ck_assert_int_eq(followup_calendar_writer_new(NULL, NULL, NULL, &writer, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_new(NULL, keep, &bin, &writer, error), FOLLOWUP_OK);
  followup_case *of = read_case(two_interviews);
  followup_plan *plan = NULL;
  ck_assert_int_eq(followup_plan_make(NULL, of, 0, &plan, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_writer_new(NULL, keep, &bin, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_add(NULL, of, plan, 0, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_add(writer, NULL, plan, 0, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_add(writer, of, NULL, 0, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_add(writer, of, plan, FOLLOWUP_NO_TIME, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_end(NULL, error), FOLLOWUP_E_ARGUMENT);
  followup_plan_free(plan);
  followup_case_free(of);
  ck_assert_int_eq(followup_calendar_writer_end(writer, error), FOLLOWUP_OK);
  ck_assert_int_eq(write_case(writer, two_interviews, "2026-03-27T15:00:00Z"), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_calendar_writer_end(writer, error), FOLLOWUP_E_ARGUMENT);
  followup_calendar_writer_free(writer);
  followup_calendar_writer_free(NULL);
  ck_assert_int_eq(followup_formats_read_interviews(NULL, NULL, "", 0, NULL, error), FOLLOWUP_E_ARGUMENT);
  ck_assert_int_eq(followup_formats_read_holidays(NULL, "", 0, 2026, 2026, error), FOLLOWUP_E_ARGUMENT);
  free(bin.bytes);
}
END_TEST

START_TEST(a_sink_that_said_no_is_not_asked_for_more_of_the_calendar) {
  struct bin bin = {malloc(ROOM + 1), 0, 200};
  followup_calendar_writer *writer = NULL;
  ck_assert_int_eq(followup_calendar_writer_new(NULL, keep, &bin, &writer, error), FOLLOWUP_OK);
  ck_assert_int_eq(write_case(writer, two_interviews, "2026-03-27T15:00:00Z"), FOLLOWUP_E_FILE);
  size_t length = bin.length;
  bin.room = ROOM;
  ck_assert_int_eq(followup_calendar_writer_end(writer, error), FOLLOWUP_E_FILE);
  ck_assert_uint_eq(bin.length, length);
  followup_calendar_writer_free(writer);
  free(bin.bytes);
}
END_TEST

#define HELD_IN(zone, start, end, more)                                                                               \
  "{\"id\":\"a\",\"candidate\":{\"name\":\"K\"},\"interviews\":[{\"id\":\"i\",\"start\":\"" start "\",\"end\":\"" end \
  "\",\"time_zone\":\"" zone "\",\"panel\":[{\"name\":\"Ana\"}]" more "}]}"

START_TEST(what_lies_beyond_the_years_that_a_zone_is_told_for_is_in_utc) {
  char *text = export(HELD_IN("Europe/Paris", "2026-03-05T14:00:00Z", "2026-03-05T15:00:00Z",
                              ",\"window_ends\":\"2050-06-01T10:00:00Z\""),
                      "2026-03-05T16:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "DUE;TZID=Europe/Paris:20260306T160000\r\n"));
  ck_assert_ptr_nonnull(strstr(text, "DTSTART:20500601T100000Z\r\n"));
  free(text);
  text = export(HELD_IN("Europe/Paris", "2026-03-05T14:00:00Z", "2026-03-05T15:00:00Z", ""), "2036-03-05T16:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
  ck_assert_ptr_null(strstr(text, "DUE;TZID="));
  ck_assert_ptr_nonnull(strstr(text, "DUE:20260306T150000Z\r\n"));
  free(text);
}
END_TEST

START_TEST(a_plan_of_another_century_is_told_in_utc_too) {
  char *text =
      export(HELD_IN("Europe/Paris", "1960-03-05T14:00:00Z", "1960-03-05T15:00:00Z", ""), "1960-03-05T16:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "DTSTAMP:19600305T160000Z\r\nSEQUENCE:0\r\n"));
  ck_assert_ptr_nonnull(strstr(text, "DUE:19600306T150000Z\r\n"));
  free(text);
  text = export(HELD_IN("Europe/Paris", "6100-03-05T14:00:00Z", "6100-03-05T15:00:00Z", ""), "6100-03-05T16:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "SEQUENCE:2147483647\r\n"));
  free(text);
}
END_TEST

START_TEST(a_zone_that_crossed_the_date_line_is_told_as_it_was) {
  char *text =
      export(HELD_IN("Pacific/Apia", "2011-12-29T20:00:00Z", "2011-12-29T21:00:00Z", ""), "2011-12-29T22:00:00Z", 1);
  icalcomponent *calendar = parse(text);
  icaltimezone *zone = icalcomponent_get_timezone(calendar, "Pacific/Apia");
  ck_assert_ptr_nonnull(zone);
  struct icaltimetype before = icaltime_from_string("20111229T120000"), after = icaltime_from_string("20111231T120000"),
                      winter = icaltime_from_string("20110601T120000");
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &before, NULL), -10 * 3600);
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &after, NULL), 14 * 3600);
  ck_assert_int_eq(icaltimezone_get_utc_offset(zone, &winter, NULL), -11 * 3600);
  icalcomponent_free(calendar);
  free(text);
}
END_TEST

START_TEST(materials_without_a_name_are_what_was_promised) {
  char *text = export(HELD_IN("Europe/Paris", "2026-03-05T14:00:00Z", "2026-03-05T15:00:00Z",
                              ",\"promised_materials\":[{\"to\":\"Ana\"}]"),
                      "2026-03-05T16:00:00Z", 1);
  ck_assert_ptr_nonnull(strstr(text, "SUMMARY:Send what was promised to Ana\r\n"));
  free(text);
}
END_TEST

/* Import. */

#define CALENDAR(inside) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" inside "END:VCALENDAR\r\n"
#define EVENT(inside) "BEGIN:VEVENT\r\nUID:one\r\n" inside "END:VEVENT\r\n"

static followup_case *new_case(const char *zone) {
  followup_case *of = NULL;
  ck_assert_int_eq(followup_case_new(NULL, &of, error), FOLLOWUP_OK);
  followup_candidate *candidate = followup_case_candidate(of);
  ck_assert_int_eq(followup_candidate_set_email(candidate, "kim@mail.example", Z, error), FOLLOWUP_OK);
  if (zone != NULL) ck_assert_int_eq(followup_candidate_set_time_zone(candidate, zone, Z, error), FOLLOWUP_OK);
  return of;
}

static void check_hours(const followup_interview *interview, const char *start, const char *end) {
  ck_assert_ptr_nonnull(interview);
  ck_assert_int_eq(followup_interview_start(interview), instant(start));
  ck_assert_int_eq(followup_interview_end(interview), instant(end));
}

/* 130 letters */
#define LETTERS "abcdefghijklmnopqrstuvwxyz"
#define LONG_NAME LETTERS LETTERS LETTERS LETTERS LETTERS

START_TEST(an_invitation_becomes_an_interview_with_its_panel) {
  static const char text[] = CALENDAR(EVENT(
      "SUMMARY:Onsite\\, part "
      "1\r\nDTSTART;TZID=Europe/Paris:20260706T100000\r\nDTEND;TZID=Europe/Paris:20260706T110000\r\n"
      "ORGANIZER;CN=\"Ruiz, Ana\":mailto:ana@north.example\r\nATTENDEE;CN=Kim:MAILTO:Kim@mail.example\r\n"
      "ATTENDEE;CN=Ana again:mailto:ANA@north.example\r\nATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:r4@north.example\r\n"
      "ATTENDEE;PARTSTAT=DECLINED;CN=Bo:mailto:bo@north.example\r\nATTENDEE;CN=Chi\r\n  na "
      "Li;ROLE=REQ-PARTICIPANT:mailto:chi@north\r\n"
      " .example\r\nATTENDEE:mailto:dan@north.example\r\n"
      "BEGIN:VALARM\r\nDURATION:PT5X\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"));
  followup_case *of = new_case("America/Chicago");
  size_t added = 0;
  followup_status status = followup_formats_read_interviews(NULL, of, text, Z, &added, error);
  ck_assert_msg(status == FOLLOWUP_OK, "%s", followup_error_message(error));
  ck_assert_uint_eq(added, 1);
  const followup_interview *interview = followup_case_interview(of, 0);
  ck_assert_str_eq(followup_interview_id(interview), "one");
  check_hours(interview, "2026-07-06T10:00:00+02:00", "2026-07-06T11:00:00+02:00");
  ck_assert_uint_eq(followup_interview_interviewer_count(interview), 3);
  static const char *const people[][2] = {{"Ruiz, Ana", "ana@north.example"},
                                          {"Chi na Li", "chi@north.example"},
                                          {"dan@north.example", "dan@north.example"}};
  for (size_t i = 0; i < 3; i++) {
    const followup_interviewer *one = followup_interview_interviewer(interview, i);
    ck_assert_str_eq(followup_interviewer_name(one), people[i][0]);
    ck_assert_str_eq(followup_interviewer_email(one), people[i][1]);
  }
  followup_case_free(of);
}
END_TEST

START_TEST(zones_are_known_by_many_names) {
  static const char *const zones[] = {";TZID=/vendor.example/20260101_1/Europe/Paris", ";TZID=Romance Standard Time",
                                      ";TZID=\"Europe/Paris\"", ";TZID=" LONG_NAME "/Europe/Paris", ""};
  for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
    char text[512];
    snprintf(text, sizeof text, CALENDAR(EVENT("DTSTART%s:20260706T100000\r\nDURATION:PT45M\r\n")), zones[i]);
    followup_case *of = new_case("Europe/Paris");
    followup_status status = followup_formats_read_interviews(NULL, of, text, Z, NULL, error);
    ck_assert_msg(status == FOLLOWUP_OK, "%s: %s", zones[i], followup_error_message(error));
    check_hours(followup_case_interview(of, 0), "2026-07-06T08:00:00Z", "2026-07-06T08:45:00Z");
    followup_case_free(of);
  }
}
END_TEST

START_TEST(what_is_no_single_meeting_is_passed_over) {
  static const char text[] = CALENDAR(
      "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260706\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:2\r\nSTATUS:CANCELLED\r\nDTSTART:20260706T100000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:3\r\nRRULE:FREQ=DAILY\r\nDTSTART:20260706T100000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:3\r\nRECURRENCE-ID:20260706T100000Z\r\nDTSTART:20260706T100000Z\r\nEND:VEVENT\r\n"
      "BEGIN:VTODO\r\nUID:4\r\nDTSTART:nonsense\r\nEND:VTODO\r\n"
      "BEGIN:VEVENT\r\nUID:5\r\nDTSTART:20260706T100000Z\r\nDTEND:20260706T110000Z\r\nEND:VEVENT\r\n");
  followup_case *of = new_case(NULL);
  size_t added = 0;
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, text, Z, &added, error), FOLLOWUP_OK);
  ck_assert_uint_eq(added, 1);
  check_hours(followup_case_interview(of, 0), "2026-07-06T10:00:00Z", "2026-07-06T11:00:00Z");
  followup_case_free(of);
}
END_TEST

START_TEST(broken_files_are_refused_with_their_line) {
  static const struct {
    const char *text;
    followup_status status;
    size_t line;
  } all[] = {
      {"", FOLLOWUP_E_SYNTAX, FOLLOWUP_NOWHERE},
      {"\r\n\r\nhello\r\n", FOLLOWUP_E_SYNTAX, 3},
      {"BEGIN:VEVENT\r\n", FOLLOWUP_E_SYNTAX, 1},
      {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", FOLLOWUP_E_SYNTAX, FOLLOWUP_NOWHERE},
      {"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", FOLLOWUP_E_SYNTAX, 2},
      {CALENDAR(EVENT("SUMMARY\r\n")), FOLLOWUP_E_SYNTAX, 5},
      {CALENDAR(EVENT("ATTENDEE;CN=\"a:mailto:b@c.example\r\n")), FOLLOWUP_E_SYNTAX, 5},
      {CALENDAR(EVENT("DTSTART:2026x\r\n")), FOLLOWUP_E_SYNTAX, 5},
      {CALENDAR(EVENT("SUMMARY:a\r\n b\r\nDTSTART:20261306T100000Z\r\nDTEND:20260706T110000Z\r\n")),
       FOLLOWUP_E_ARGUMENT, 7},
      {CALENDAR(EVENT("DTSTART:20260706T100000Z\r\n")), FOLLOWUP_E_ARGUMENT, 3},
      {CALENDAR(EVENT("DTSTART;TZID=No/:20260706T100000\r\nDURATION:PT1H\r\n")), FOLLOWUP_E_TIME_ZONE, 5},
      {CALENDAR(EVENT("DTSTART;TZID=" LONG_NAME ":20260706T100000\r\nDURATION:PT1H\r\n")), FOLLOWUP_E_TIME_ZONE, 5},
      {CALENDAR(EVENT("DTSTART;TZID=/a/b/c/d/e/f/g/Europe/Paris:20260706T100000\r\nDURATION:PT1H\r\n")),
       FOLLOWUP_E_TIME_ZONE, 5},
      {CALENDAR(EVENT("DTSTART:20260706T100000Z\r\nDTEND:20260706T090000Z\r\n")), FOLLOWUP_E_ARGUMENT, 6},
      {CALENDAR(EVENT("DTEND:20260706T090000Z\r\n")), FOLLOWUP_E_ARGUMENT, 3},
      {CALENDAR(EVENT("DTSTART;TZID=No/Where:20260706T100000\r\n")), FOLLOWUP_E_TIME_ZONE, 5},
      {CALENDAR(EVENT("DTSTART:20260706T100000\r\n")), FOLLOWUP_E_TIME_ZONE, 5},
      {CALENDAR(EVENT("SUMMARY:\xFF\r\nDTSTART:20260706T100000Z\r\nDURATION:PT1H\r\n")), FOLLOWUP_E_UTF8, 3},
      {CALENDAR(EVENT("DTSTART:20260706T100000Z\r\nDURATION:PT1H\r\n")
                    EVENT("DTSTART:20260707T100000Z\r\nDURATION:PT1H\r\n")),
       FOLLOWUP_E_ARGUMENT, 8},
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    followup_case *of = new_case(NULL);
    followup_status status = followup_formats_read_interviews(NULL, of, all[i].text, Z, NULL, error);
    ck_assert_msg(status == all[i].status, "%zu: %d %s", i, status, followup_error_message(error));
    if (all[i].line != FOLLOWUP_NOWHERE)
      ck_assert_msg(followup_error_line(error) == all[i].line, "%zu: line %zu", i, followup_error_line(error));
    followup_case_free(of);
  }
}
END_TEST

START_TEST(a_text_too_long_and_a_libical_that_ends_the_process_are_refused) {
  followup_case *of = new_case(NULL);
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, NULL, 0, NULL, error), FOLLOWUP_E_ARGUMENT);
  char *text = calloc(1, (16 << 20) + 1);
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, text, (16 << 20) + 1, NULL, error), FOLLOWUP_E_LIMIT);
  free(text);
  icalerror_set_errors_are_fatal(1);
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, CALENDAR(""), Z, NULL, error), FOLLOWUP_E_INTERNAL);
  icalerror_set_errors_are_fatal(0);
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, CALENDAR(""), Z, NULL, error), FOLLOWUP_OK);
  followup_case_free(of);
}
END_TEST

START_TEST(whoever_takes_part_by_name_or_address_is_on_the_panel_once) {
  static const char text[] = CALENDAR(EVENT(
      "DTSTART:20260706T100000Z\r\nDURATION:PT1H\r\nATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana@x.example\r\n"
      "ATTENDEE;CUTYPE=INDIVIDUAL;CN=Bo:mailto:bo@x.example\r\nATTENDEE;CUTYPE=UNKNOWN;CN=Chi:mailto:chi@x.example\r\n"
      "ATTENDEE;CN=Dan:urn:dan\r\nATTENDEE;CN=Dan:urn:dan\r\nATTENDEE:urn:nobody\r\nSUMMARY:\r\n"));
  followup_case *of = new_case("Europe/Paris");
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, text, Z, NULL, error), FOLLOWUP_OK);
  const followup_interview *interview = followup_case_interview(of, 0);
  static const char *const names[] = {"Ana", "Bo", "Chi", "Dan"};
  ck_assert_uint_eq(followup_interview_interviewer_count(interview), 4);
  for (size_t i = 0; i < 4; i++)
    ck_assert_str_eq(followup_interviewer_name(followup_interview_interviewer(interview, i)), names[i]);
  ck_assert_str_eq(followup_interviewer_email(followup_interview_interviewer(interview, 3)), "");
  followup_case_free(of);
}
END_TEST

START_TEST(any_part_of_a_file_and_any_flipped_byte_are_survived) {
  static const char text[] = CALENDAR(
      EVENT("DTSTART;TZID=Europe/Paris:20260706T100000\r\nDURATION:PT1H\r\nATTENDEE;CN=\"A\":mailto:a@b.example\r\n")
          EVENT("DTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY;COUNT=3\r\n"));
  char copy[sizeof text];
  for (size_t i = 0; i < sizeof text - 1; i++)
    for (int change = 0; change < 4; change++) {
      followup_case *of = new_case(NULL);
      memcpy(copy, text, sizeof text);
      copy[i] = (char)(change == 0 ? '\0' : change == 1 ? ':' : change == 2 ? '9' : copy[i] ^ 0x41);
      size_t length = change == 0 ? i : sizeof text - 1;
      followup_formats_read_interviews(NULL, of, copy, length, NULL, error);
      followup_formats_read_holidays(followup_case_calendar(of), copy, length, 2020, 2040, error);
      followup_case_free(of);
    }
}
END_TEST

START_TEST(ten_thousand_invitations_are_read) {
  static const char event[] =
      "BEGIN:VEVENT\r\nUID:%05d\r\nDTSTART;TZID=Europe/Paris:20260706T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
  char *text = malloc(2 * ROOM), *at = text + sprintf(text, "BEGIN:VCALENDAR\r\n");
  for (int i = 0; i < 10000; i++) at += sprintf(at, event, i);
  strcpy(at, "END:VCALENDAR\r\n");
  followup_case *of = new_case(NULL);
  size_t added = 0;
  ck_assert_int_eq(followup_formats_read_interviews(NULL, of, text, Z, &added, error), FOLLOWUP_OK);
  ck_assert_uint_eq(added, 10000);
  followup_case_free(of);
  free(text);
}
END_TEST

/* Holidays. */

static followup_calendar *calendar;

static followup_status holidays(const char *text) {
  followup_calendar_free(calendar);
  calendar = NULL;
  ck_assert_int_eq(followup_calendar_new(NULL, &calendar, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_time_zone(calendar, "UTC", Z, error), FOLLOWUP_OK);
  ck_assert_int_eq(followup_calendar_set_weekend(calendar, FOLLOWUP_WEEKEND_NONE, error), FOLLOWUP_OK);
  return followup_formats_read_holidays(calendar, text, Z, 2025, 2030, error);
}

static bool is_off(const char *date) {
  char text[32];
  snprintf(text, sizeof text, "%sT12:00:00Z", date);
  return !followup_is_business_day(calendar, instant(text));
}

START_TEST(whole_days_are_days_off_and_the_end_is_not) {
  ck_assert_int_eq(holidays(CALENDAR(EVENT("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n")
                                         EVENT("DTSTART;VALUE=DATE:20260501\r\n")
                                             EVENT("DTSTART:20260601T100000Z\r\nDTEND:20260601T110000Z\r\n")
                                                 EVENT("STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20260602\r\n"))),
                   FOLLOWUP_OK);
  ck_assert(!is_off("2026-12-23") && is_off("2026-12-24") && is_off("2026-12-26") && !is_off("2026-12-27"));
  ck_assert(is_off("2026-05-01") && !is_off("2026-05-02") && !is_off("2026-06-01") && !is_off("2026-06-02"));
}
END_TEST

START_TEST(days_behind_the_last_year_are_left_out) {
  ck_assert_int_eq(holidays(CALENDAR(EVENT("DTSTART;VALUE=DATE:20301230\r\nDTEND;VALUE=DATE:20310104\r\n")
                                         EVENT("DTSTART;VALUE=DATE:20241230\r\nDTEND;VALUE=DATE:20250103\r\n"))),
                   FOLLOWUP_OK);
  ck_assert(is_off("2030-12-30") && is_off("2030-12-31") && !is_off("2031-01-01") && !is_off("2031-01-03"));
  ck_assert(!is_off("2024-12-31") && is_off("2025-01-01"));
}
END_TEST

START_TEST(yearly_holidays_come_every_year_of_the_range) {
  ck_assert_int_eq(holidays(CALENDAR(EVENT("DTSTART;VALUE=DATE:20001225\r\nRRULE:FREQ=YEARLY\r\n") EVENT(
                       "DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n")
                                         EVENT("DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=YEARLY;COUNT=2\r\n"))),
                   FOLLOWUP_OK);
  ck_assert(!is_off("2024-12-25") && is_off("2025-12-25") && is_off("2030-12-25") && !is_off("2031-12-25"));
  ck_assert(is_off("2026-11-26") && is_off("2027-11-25") && !is_off("2027-11-26"));
  ck_assert(is_off("2027-03-01") && !is_off("2028-03-01"));
}
END_TEST

START_TEST(holidays_that_cannot_be_are_refused_with_their_line) {
  static const struct {
    const char *text;
    followup_status status;
    size_t line;
  } all[] = {
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:20260230\r\n")), FOLLOWUP_E_ARGUMENT, 5},
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:20260202\r\nDTEND;VALUE=DATE:20260201\r\n")), FOLLOWUP_E_ARGUMENT, 6},
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:20260202\r\nDTEND;VALUE=DATE:20290201\r\n")), FOLLOWUP_E_ARGUMENT, 6},
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:10000202\r\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\r\n")),
       FOLLOWUP_E_LIMIT, 6},
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:20260202\r\nRRULE:FREQ=SECONDLY\r\n")), FOLLOWUP_E_UNKNOWN, 6},
      {CALENDAR(EVENT("DTSTART;VALUE=DATE:20260202\r\nRRULE:FREQ=NEVER\r\n")), FOLLOWUP_E_SYNTAX, 6},
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    followup_status status = holidays(all[i].text);
    ck_assert_msg(status == all[i].status, "%zu: %d %s", i, status, followup_error_message(error));
    ck_assert_msg(followup_error_line(error) == all[i].line, "%zu: line %zu", i, followup_error_line(error));
  }
}
END_TEST

static void free_calendar(void) {
  followup_calendar_free(calendar);
  calendar = NULL;
}

int main(void) {
  TCase *tests = tcase_create("calendar files");
  tcase_add_checked_fixture(tests, NULL, free_calendar);
  tcase_add_test(tests, what_is_left_to_do_is_a_todo_with_its_times);
  tcase_add_test(tests, the_alarm_comes_before_it_is_due);
  tcase_add_test(tests, each_task_says_what_to_do_for_whom_and_reminds_in_good_time);
  tcase_add_test(tests, a_zone_has_the_offsets_of_winter_and_summer);
  tcase_add_test(tests, several_cases_share_a_calendar_and_its_zones);
  tcase_add_test(tests, an_hour_that_clocks_show_twice_is_in_utc);
  tcase_add_test(tests, uids_stay_the_same_at_a_later_now_and_differ_among_actions);
  tcase_add_test(tests, the_same_case_and_now_give_the_same_bytes);
  tcase_add_test(tests, a_sink_that_says_no_stops_the_calendar);
  tcase_add_test(tests, misuse_is_refused);
  tcase_add_test(tests, an_invitation_becomes_an_interview_with_its_panel);
  tcase_add_test(tests, zones_are_known_by_many_names);
  tcase_add_test(tests, what_is_no_single_meeting_is_passed_over);
  tcase_add_test(tests, broken_files_are_refused_with_their_line);
  tcase_add_test(tests, any_part_of_a_file_and_any_flipped_byte_are_survived);
  tcase_add_test(tests, ten_thousand_invitations_are_read);
  tcase_add_test(tests, whole_days_are_days_off_and_the_end_is_not);
  tcase_add_test(tests, days_behind_the_last_year_are_left_out);
  tcase_add_test(tests, yearly_holidays_come_every_year_of_the_range);
  tcase_add_test(tests, holidays_that_cannot_be_are_refused_with_their_line);
  tcase_add_test(tests, a_sink_that_said_no_is_not_asked_for_more_of_the_calendar);
  tcase_add_test(tests, what_lies_beyond_the_years_that_a_zone_is_told_for_is_in_utc);
  tcase_add_test(tests, a_plan_of_another_century_is_told_in_utc_too);
  tcase_add_test(tests, a_zone_that_crossed_the_date_line_is_told_as_it_was);
  tcase_add_test(tests, materials_without_a_name_are_what_was_promised);
  tcase_add_test(tests, a_text_too_long_and_a_libical_that_ends_the_process_are_refused);
  tcase_add_test(tests, whoever_takes_part_by_name_or_address_is_on_the_panel_once);
  return run_suite(tests, "calendar files");
}
