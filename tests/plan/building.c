#include "plan/building.h"

#include <stdlib.h>

enum { MOST_PLANS = 16 };

followup_case *of;
static followup_plan *plans[MOST_PLANS];
static size_t plan_count;

static void must(followup_status status) { ck_assert_int_eq(status, FOLLOWUP_OK); }

void make_case(void) {
  must(followup_case_new(NULL, &of, NULL));
  must(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL));
  must(followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL));
  must(followup_candidate_set_time_zone(followup_case_candidate(of), "Europe/London", Z, NULL));
  must(followup_case_set_company(of, "Halden Works", Z, NULL));
  must(followup_calendar_set_region(followup_case_calendar(of), "GB", Z, NULL));
}

void free_case(void) {
  while (plan_count > 0) followup_plan_free(plans[--plan_count]);
  followup_case_free(of);
}

followup_interview *interview(const char *id, const char *end) {
  followup_interview *added;
  must(followup_case_add_interview(of, id, Z, &added, NULL));
  must(followup_interview_set_time(added, scene_time(end) - HOUR, scene_time(end), NULL));
  return added;
}

void person(followup_interview *interview, const char *name, const char *email, const char *notes) {
  followup_interviewer *added;
  must(followup_interview_add_interviewer(interview, name, Z, &added, NULL));
  if (email != NULL) must(followup_interviewer_set_email(added, email, Z, NULL));
  for (const char *at = notes; at != NULL && *at != '\0';) {
    size_t length = strcspn(at, "|");
    must(followup_interviewer_add_note(added, at, length, NULL));
    at += length + (at[length] == '|');
  }
}

void material(followup_interview *interview, const char *what, const char *to) {
  must(followup_interview_add_promised_material(interview, what, Z, to, Z, NULL));
}

followup_event *event(followup_event_kind kind, const char *at) {
  followup_event *added;
  must(followup_case_add_event(of, kind, scene_time(at), &added, NULL));
  must(followup_event_set_from(added, "Hanna Berg <hanna@halden.example>", Z, NULL));
  return added;
}

void promise(followup_event *event, const char *words) {
  must(followup_event_set_promised_reply(event, words, Z, NULL));
}

followup_message *sent(const char *id, followup_kind kind, const char *to, const char *at) {
  followup_message *added;
  must(followup_case_add_message(of, kind, &added, NULL));
  must(followup_message_set_id(added, id, Z, NULL));
  must(followup_message_add_recipient(added, FOLLOWUP_RECIPIENTS_TO, to, Z, NULL));
  if (at != NULL) must(followup_message_set_sent(added, scene_time(at), NULL));
  return added;
}

void apply(const char *at) { must(followup_case_set_applied_at(of, scene_time(at), NULL)); }

void holiday(const char *date) { must(followup_calendar_add_holiday(followup_case_calendar(of), date, Z, NULL)); }

const followup_action *find(const followup_plan *plan, followup_action_kind kind, const char *to) {
  for (size_t i = 0; i < followup_plan_count(plan); i++) {
    const followup_action *action = followup_plan_at(plan, i);
    if (followup_action_kind_of(action) == kind && strcmp(followup_action_to(action), to) == 0) return action;
  }
  return NULL;
}

const followup_plan *plan_with(const followup_policy *policy, const char *now) {
  followup_plan *plan = NULL;
  ck_assert_uint_lt(plan_count, MOST_PLANS);
  must(followup_plan_make(policy, of, scene_time(now), &plan, NULL));
  return plans[plan_count++] = plan;
}

const followup_plan *plan_at(const char *now) { return plan_with(NULL, now); }
