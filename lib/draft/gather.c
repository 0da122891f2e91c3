/* The facts of a draft: all that its sentences may say of the case. */
#include <string.h>

#include "draft/drafting.h"
#include "draft/names.h"
#include "draft/role.h"
#include "draft/thing.h"
#include "draft/words.h"
#include "draft_words.h"
#include "model/queries.h"
#include "rules/case_days.h"

static followup_status keep(struct drafting *drafting, enum draft_fact fact, const struct model_text *text) {
  return fact_set(&drafting->facts, fact, model_text_bytes(text), text->length);
}

/* "the University of Leeds" where the case has "University of Leeds". */
static followup_status say_company(struct facts *facts, const struct model_text *company) {
  followup_status status = fact_set(facts, FACT_COMPANY, model_text_bytes(company), company->length);
  if (status != FOLLOWUP_OK || !facts->known[FACT_COMPANY]) return status;
  struct stretch name = {facts->texts[FACT_COMPANY], strlen(facts->texts[FACT_COMPANY])}, of = behind_first(name);
  if (strncmp(of.start, "of ", 3) != 0 || listed(&draft_list_of_employers, first_word(name)) == NULL) return status;
  byte_array said = {NULL, 0, 0};
  if (!array_reserve(facts->context, &said, name.length + 4)) return FOLLOWUP_E_MEMORY;
  memcpy(said.items, "the ", 4);
  memcpy(said.items + 4, name.start, name.length);
  status = fact_set(facts, FACT_COMPANY, said.items, name.length + 4);
  array_free(facts->context, &said);
  return status;
}

static followup_status say_job(struct drafting *drafting) {
  const followup_case *of = drafting->view.of;
  followup_status status = keep(drafting, FACT_CANDIDATE, &of->candidate.name);
  if (status == FOLLOWUP_OK) status = say_role(&drafting->facts, model_text_bytes(&of->role), of->role.length);
  if (status == FOLLOWUP_OK) status = say_company(&drafting->facts, &of->company);
  if (status == FOLLOWUP_OK) status = fact_word(&drafting->facts, FACT_JOB, PART_JOB);
  return status == FOLLOWUP_OK ? fact_word(&drafting->facts, FACT_TEAM, PART_TEAM) : status;
}

/* The interview */

static int part_of_stage(const struct model_text *stage) {
  static const struct {
    const char *stage;
    int part;
  } stages[] = {{"technical", PART_INTERVIEW_TECHNICAL},   {"panel", PART_INTERVIEW_PANEL},
                {"final", PART_INTERVIEW_FINAL},           {"onsite", PART_INTERVIEW_ONSITE},
                {"assessment", PART_INTERVIEW_ASSESSMENT}, {"reference_check", PART_INTERVIEW_REFERENCE_CHECK}};
  for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
    if (strcmp(model_text_bytes(stage), stages[i].stage) == 0) return stages[i].part;
  return PART_INTERVIEW;
}

static followup_status say_person(struct drafting *drafting, enum draft_fact fact, size_t place) {
  const struct model_text *name = &drafting->interview->panel.items[place]->name;
  return say_full_name(&drafting->facts, fact, model_text_bytes(name), name->length);
}

/* One or two people are named; more would be a list. */
static followup_status say_people(struct drafting *drafting) {
  const followup_interview *interview = drafting->interview;
  size_t count = interview->panel.count;
  if (count == 0 || count > 2) return FOLLOWUP_OK;
  followup_status status = say_person(drafting, FACT_PERSON, 0);
  if (status == FOLLOWUP_OK && count == 2) status = say_person(drafting, FACT_OTHER, 1);
  if (status == FOLLOWUP_OK)
    status = fact_word(&drafting->facts, FACT_PEOPLE, count == 1 ? PART_PEOPLE_ONE : PART_PEOPLE_TWO);
  return status;
}

/* Where nobody knows the zone, nobody knows the day either. */
static followup_status say_day(struct drafting *drafting, enum draft_fact fact, const struct time_zone *zone,
                               int64_t instant) {
  return zone != NULL ? say_day_back(&drafting->facts, fact, &drafting->view, zone, instant) : FOLLOWUP_OK;
}

static followup_status say_interview(struct drafting *drafting) {
  const followup_interview *interview = drafting->interview;
  if (interview == NULL) return fact_word(&drafting->facts, FACT_INTERVIEW, PART_INTERVIEW);
  followup_status status = say_day(drafting, FACT_WHEN, interview_zone(interview), interview->end);
  if (status == FOLLOWUP_OK) status = fact_word(&drafting->facts, FACT_INTERVIEW, part_of_stage(&interview->stage));
  if (status != FOLLOWUP_OK) return status;
  if (interview_find_interviewer(interview, &drafting->to) == NULL) return say_people(drafting);
  fact_set_flag(&drafting->facts, FACT_WITH_YOU);
  return FOLLOWUP_OK;
}

/* What happened since */

/* What nobody is named for came from whom the draft goes to, whoever that is. */
static bool is_from_receiver(const struct drafting *drafting) {
  const struct mailbox *from = &drafting->event->from;
  bool unnamed = model_text_is_empty(&from->address) && model_text_is_empty(&from->name);
  return unnamed ? drafting->given == NULL : mailbox_same(from, &drafting->to);
}

/* Days of events are told where the interviews were, as the linter reads them. */
static followup_status say_event(struct drafting *drafting) {
  const followup_case *of = drafting->view.of;
  followup_status status = FOLLOWUP_OK;
  if (drafting->event != NULL) {
    if (is_from_receiver(drafting)) fact_set_flag(&drafting->facts, FACT_FROM_YOU);
    status = say_day(drafting, FACT_EVENT_WHEN, case_zone(of), drafting->event->at);
  }
  if (status != FOLLOWUP_OK || drafting->kind != FOLLOWUP_KIND_APPLICATION_FOLLOW_UP) return status;
  return say_day(drafting, FACT_APPLIED_WHEN, of->candidate.zone.zone, of->applied_at);
}

static followup_status say_window(struct drafting *drafting) {
  const struct status_window *window = &drafting->window;
  if (drafting->kind != FOLLOWUP_KIND_STATUS_CHECK || window->interview == NULL) return FOLLOWUP_OK;
  bool theirs = window->promise != NULL ? mailbox_same(&window->promise->from, &drafting->to)
                                        : window->interview->panel.count == 1 && drafting->facts.known[FACT_WITH_YOU];
  if (theirs) fact_set_flag(&drafting->facts, FACT_SAID_BY_YOU);
  return say_named_window(&drafting->facts, &drafting->view, window, drafting->reading);
}

/* Days in which not all of it happened are not told. */
static followup_status say_all_asked(struct drafting *drafting) {
  struct facts *facts = &drafting->facts;
  if (drafting->several_interviews) fact_forget(facts, FACT_WHEN);
  if (drafting->several_events) fact_forget(facts, FACT_EVENT_WHEN);
  return say_things(facts, drafting->things.items, drafting->things.count);
}

followup_status gather_facts(struct drafting *drafting) {
  const struct model_text *name = &drafting->to.name;
  bool formal = drafting->tone == FOLLOWUP_REGISTER_FORMAL;
  followup_status status = say_greeting_name(&drafting->facts, model_text_bytes(name), name->length, formal);
  if (status == FOLLOWUP_OK) status = say_job(drafting);
  if (status == FOLLOWUP_OK) status = say_interview(drafting);
  if (status == FOLLOWUP_OK) status = say_event(drafting);
  if (status == FOLLOWUP_OK) status = say_window(drafting);
  return status == FOLLOWUP_OK ? say_all_asked(drafting) : status;
}
