#include "draft/drafting.h"

followup_draft *draft;
followup_error *error;

void set_up_drafting(void) {
  make_case();
  draft = NULL;
  ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK);
}

void tear_down_drafting(void) {
  followup_draft_free(draft);
  followup_error_free(error);
  free_case();
}

followup_status make(followup_action_kind kind, const char *to, const char *now, followup_register tone,
                     const char *given) {
  followup_draft_free(draft);
  draft = NULL;
  followup_plan *plan = NULL;
  ck_assert_int_eq(followup_plan_make(NULL, of, scene_time(now), &plan, NULL), FOLLOWUP_OK);
  const followup_action *action = find(plan, kind, to);
  ck_assert_ptr_nonnull(action);
  followup_status status = followup_draft_make(NULL, of, action, scene_time(now), tone, given, Z, &draft, error);
  followup_plan_free(plan);
  return status;
}

const char *body(followup_action_kind kind, const char *to, const char *now) {
  ck_assert_int_eq(make(kind, to, now, FOLLOWUP_REGISTER_NEUTRAL, NULL), FOLLOWUP_OK);
  return followup_draft_body(draft);
}

void onsite(void) {
  followup_interview *one = interview("onsite", "2026-03-03T15:00:00Z");
  ck_assert_int_eq(followup_interview_set_time_zone(one, "Europe/London", Z, NULL), FOLLOWUP_OK);
  person(one, "Ana Torres", "ana@halden.example", "a saddle is forty-one parts|the forge is lit at five");
}

followup_interview *with_promise(const char *words) {
  onsite();
  followup_interview *one = (followup_interview *)followup_case_interview(of, 0);
  ck_assert_int_eq(followup_interview_set_promised_reply(one, words, Z, NULL), FOLLOWUP_OK);
  return one;
}
