#include "draft/random_case.h"

#include <stdio.h>
#include <stdlib.h>

#include "support/scene.h"

#define Z FOLLOWUP_ZERO_TERMINATED
#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { DAY = 86400, HOUR = 3600, MOST_PEOPLE = 8 };

static const char *const people[] = {
    "Priya Raman",    "Tom Leary",         "Zoë Lindqvist",   "Dr. Hana Novák", "José Ortega",       "Mary-Ann O'Neill",
    "Nguyen Van Anh", "Prof. Ada van Dam", "Ингрид Соколова", "山田 太郎",      "Yusuf al-Karim",    "Lena",
    "Kwame Mensah",   "Siobhán Byrne",     "Bjørn Aasen",     "R. J. Patel",    "Fatima Zahra Idri", "Olu Adeyemi",
    "Max de Vries",   "Ms. Carol Finch",   "Ravi Shankaran",  "Greta Holm",     "Iker Etxeberria",   "Noa Peretz"};
static const char *const candidates[] = {"Amara Okafor", "Jon Bergström", "Leila Haddad", "Mateus Rocha", "Kim Lee"};
static const char *const companies[] = {"Northwind Robotics", "Halden Marine", "Brightleaf Foods", "Orchid Health",
                                        "Tessera Maps",       "Kestrel Air",   "O'Hara & Sons"};
static const char *const roles[] = {"Field Engineer", "Head of Sales",        "Data Analyst",
                                    "Nurse",          "Copy Editor position", "C++ Developer (m/f/d)"};
static const char *const zones[] = {"Europe/London", "America/Chicago", "Asia/Tokyo", "Australia/Sydney",
                                    "Asia/Kolkata"};
static const char *const stages[] = {"screen",     "technical",      "onsite", "panel", "final", "coffee with the team",
                                     "assessment", "reference_check"};
static const char *const promises[] = {"You will hear from us within two weeks.",
                                       "We will let you know by Friday.",
                                       "We'll call you by the end of next week.",
                                       "We'll be in touch by the end of the month.",
                                       "You will hear from us in 5 business days.",
                                       "Expect news by 20 June.",
                                       "We'll be in touch in due course.",
                                       "It should be about three weeks.",
                                       "You will hear in a few days."};
static const char *const things[] = {"case study of the Leeds depot", "site photos", "a cost table",
                                     "my reference list", "two work samples"};
static const char *const notes[] = {"the depot moves to two shifts in autumn",
                                    "the pilot line starts with six machines",
                                    "on-call rotates among five people",
                                    "every new hire spends a week at the port",
                                    "the old scheduler is retired in stages",
                                    "suppliers are audited twice a year",
                                    "the museum archive is being digitised",
                                    "the ticket backlog halved since spring",
                                    "billing was rewritten in stages",
                                    "customer visits happen every second week",
                                    "the lab shares its microscope with the university",
                                    "release notes are written before the code",
                                    "new hires shadow a senior for a month",
                                    "her first robot was built from a bicycle",
                                    "the night crew bakes for three hospitals",
                                    "maps of the delta are redrawn each spring",
                                    "he keeps bees on the roof of the office",
                                    "the turbine hall floods once in ten years",
                                    "the choir rehearses in the canteen on Tuesdays",
                                    "spare parts come by barge from Rotterdam",
                                    "the reading room closes for asbestos work in May",
                                    "translators work in pairs on every contract",
                                    "the fleet switches to hydrogen by 2030",
                                    "the greenhouse runs on waste heat from the dairy",
                                    "their apprentices weld for a year before they drive",
                                    "the call centre answers in eleven languages",
                                    "the ward has eighteen beds and two night nurses",
                                    "the sorting hall handles forty thousand parcels a day",
                                    "she moved the archive out of the cellar after the flood",
                                    "the test track is shared with the fire brigade",
                                    "the payroll cut-over was done over one weekend",
                                    "the orchard lost a third of its trees to blight",
                                    "the clinic books its rooms by the half hour",
                                    "rain stops the crane for three days a month",
                                    "a translator sits in on every audit",
                                    "pallets are counted by camera now",
                                    "two of the founders still answer the phone",
                                    "the kiln takes a night to cool",
                                    "invoices leave on the last Thursday",
                                    "the choir rehearses in the canteen",
                                    "every van carries a spare alternator",
                                    "the glossary has four thousand entries",
                                    "beekeepers rent the roof",
                                    "spare parts come from Gdansk by rail",
                                    "the library lends tools as well",
                                    "the night bus ends at their gate",
                                    "a robot paints the left side only",
                                    "exam papers are marked twice",
                                    "the bakery starts at three",
                                    "fire drills are never announced",
                                    "their oldest customer wrote by hand",
                                    "interns present to the board in August",
                                    "the cellar floods when the river is high",
                                    "lifts are serviced from a boat",
                                    "the kitchen feeds six hundred children",
                                    "half of the code is older than the team",
                                    "seeds are stored at minus eighteen",
                                    "the museum shop pays for the restorers",
                                    "snow closes the upper station",
                                    "the alarm is tested with a biscuit tin",
                                    "three dialects are spoken on the line",
                                    "the ferry waits for the last nurse",
                                    "old turbines become playgrounds",
                                    "the archive smells of vinegar",
                                    "a school class visits each Friday",
                                    "their maps are redrawn after storms",
                                    "volunteers mend the sails in winter",
                                    "the pharmacy moved next to the gate",
                                    "dogs sniff the containers",
                                    "the orchestra shares the warehouse"};

struct dice {
  uint64_t state;
};

static uint64_t roll(struct dice *dice, uint64_t sides) {
  dice->state = dice->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (dice->state >> 33) % sides;
}

static void must(followup_status status) {
  if (status == FOLLOWUP_OK) return;
  fprintf(stderr, "random case: %s\n", followup_status_text(status));
  exit(2);
}

static void name_case(followup_case *of, struct dice *dice) {
  followup_candidate *candidate = followup_case_candidate(of);
  must(followup_candidate_set_name(candidate, candidates[roll(dice, COUNT(candidates))], Z, NULL));
  must(followup_candidate_set_email(candidate, "me@example.org", Z, NULL));
  if (roll(dice, 4) > 0) must(followup_candidate_set_time_zone(candidate, zones[roll(dice, COUNT(zones))], Z, NULL));
  if (roll(dice, 5) > 0) must(followup_case_set_company(of, companies[roll(dice, COUNT(companies))], Z, NULL));
  if (roll(dice, 5) > 0) must(followup_case_set_role(of, roles[roll(dice, COUNT(roles))], Z, NULL));
  if (roll(dice, 3) == 0) must(followup_calendar_set_region(followup_case_calendar(of), "US", Z, NULL));
}

/* People and notes come from one place of the lists on, so that no panel has one twice. */
static void seat(followup_interview *interview, struct dice *dice, size_t count, size_t most_notes, bool exactly) {
  size_t person = roll(dice, COUNT(people)), note = roll(dice, COUNT(notes));
  for (size_t i = 0; i < count; i++) {
    char email[32];
    followup_interviewer *added;
    snprintf(email, sizeof email, "p%zu@employer.example", (person + i) % COUNT(people));
    must(followup_interview_add_interviewer(interview, people[(person + i) % COUNT(people)], Z, &added, NULL));
    if (exactly || roll(dice, 8) > 0) must(followup_interviewer_set_email(added, email, Z, NULL));
    size_t own = exactly ? most_notes : roll(dice, most_notes + 1);
    for (size_t j = 0; j < own; j++) must(followup_interviewer_add_note(added, notes[note++ % COUNT(notes)], Z, NULL));
  }
}

static void promise(followup_interview *interview, struct dice *dice, int64_t end) {
  if (roll(dice, 3) == 0)
    must(followup_interview_set_promised_reply(interview, promises[roll(dice, COUNT(promises))], Z, NULL));
  else if (roll(dice, 4) == 0)
    must(followup_interview_set_window_ends(interview, end + (int64_t)(3 + roll(dice, 20)) * DAY * 1000, NULL));
  if (roll(dice, 3) > 0) return;
  const followup_interviewer *first = followup_interview_interviewer(interview, 0);
  const char *to = first != NULL && roll(dice, 3) > 0 ? followup_interviewer_name(first) : NULL;
  must(followup_interview_add_promised_material(interview, things[roll(dice, COUNT(things))], Z, to, to != NULL ? Z : 0,
                                                NULL));
}

static int64_t add_interview(followup_case *of, struct dice *dice, size_t place, int64_t start) {
  char id[16];
  followup_interview *interview;
  int64_t end = start + (int64_t)(1 + roll(dice, 3)) * HOUR * 1000 / 2;
  snprintf(id, sizeof id, "round%zu", place);
  must(followup_case_add_interview(of, id, Z, &interview, NULL));
  must(followup_interview_set_time(interview, start, end, NULL));
  if (roll(dice, 3) > 0) must(followup_interview_set_time_zone(interview, zones[roll(dice, COUNT(zones))], Z, NULL));
  if (roll(dice, 4) > 0) must(followup_interview_set_stage(interview, stages[roll(dice, COUNT(stages))], Z, NULL));
  seat(interview, dice, roll(dice, MOST_PEOPLE + 1), 4, false);
  promise(interview, dice, end);
  return end;
}

/* Each kind once: what is answered with several open requests is late by the oldest, whatever it says. */
static void add_event(followup_case *of, struct dice *dice, size_t place, int64_t at) {
  static const followup_event_kind kinds[] = {FOLLOWUP_EVENT_REPLY, FOLLOWUP_EVENT_INFORMATION_REQUEST,
                                              FOLLOWUP_EVENT_VERBAL_OFFER, FOLLOWUP_EVENT_REJECTION};
  followup_event *event;
  must(followup_case_add_event(of, kinds[place % COUNT(kinds)], at, &event, NULL));
  if (roll(dice, 3) > 0) must(followup_event_set_from(event, "Gail Poe <gail@employer.example>", Z, NULL));
  if (followup_event_kind_of(event) == FOLLOWUP_EVENT_REPLY && roll(dice, 2) == 0)
    must(followup_event_set_promised_reply(event, promises[roll(dice, COUNT(promises))], Z, NULL));
}

followup_case *random_case(uint64_t number, int64_t *now) {
  struct dice dice = {number * UINT64_C(0x9E3779B97F4A7C15) + 1};
  followup_case *of = NULL;
  int64_t at = SCENE_START + (int64_t)roll(&dice, 300 * 24) * HOUR * 1000;
  must(followup_case_new(NULL, &of, NULL));
  name_case(of, &dice);
  size_t interviews = roll(&dice, 4), events = roll(&dice, 3), first = roll(&dice, 4);
  if (interviews == 0 || roll(&dice, 2) == 0) must(followup_case_set_applied_at(of, at, NULL));
  for (size_t i = 0; i < interviews; i++)
    at = add_interview(of, &dice, i, at + (int64_t)(1 + roll(&dice, 9 * 24)) * HOUR * 1000);
  for (size_t i = 0; i < events; i++)
    add_event(of, &dice, first + i, at += (int64_t)(1 + roll(&dice, 200)) * HOUR * 1000);
  *now = at + (int64_t)roll(&dice, 40 * 24) * HOUR * 1000;
  return of;
}

followup_case *panel_case(uint64_t number, size_t people_wanted, size_t note_count, int64_t *now) {
  struct dice dice = {number * UINT64_C(0x9E3779B97F4A7C15) + 1};
  followup_case *of = NULL;
  followup_interview *interview;
  must(followup_case_new(NULL, &of, NULL));
  name_case(of, &dice);
  must(followup_case_add_interview(of, "panel", Z, &interview, NULL));
  must(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL));
  must(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL));
  seat(interview, &dice, people_wanted, note_count, true);
  *now = SCENE_END + (int64_t)HOUR * 1000;
  return of;
}
