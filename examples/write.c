/* Drafts a thank-you note: what is known of the interview goes in as a case, a frame to be finished comes out. */
#include <followup.h>
#include <stdio.h>

#define TEXT(words) words, FOLLOWUP_ZERO_TERMINATED

/* Thursday 5 March 2026 in Chicago: an interview from 14:00 to 15:00. */
static const int64_t interview_start = INT64_C(1772740800000);
static const int64_t interview_end = INT64_C(1772744400000);

static followup_status fill(followup_case *of, followup_error *error) {
  followup_candidate *candidate = followup_case_candidate(of);
  followup_interview *interview = NULL;
  followup_interviewer *person = NULL;
  followup_status status = followup_candidate_set_name(candidate, TEXT("Amara Okafor"), error);
  if (status == FOLLOWUP_OK) status = followup_candidate_set_time_zone(candidate, TEXT("America/Chicago"), error);
  if (status == FOLLOWUP_OK) status = followup_case_set_company(of, TEXT("Northwind Robotics"), error);
  if (status == FOLLOWUP_OK) status = followup_case_set_role(of, TEXT("Field Engineer"), error);
  if (status == FOLLOWUP_OK) status = followup_case_add_interview(of, TEXT("onsite"), &interview, error);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time(interview, interview_start, interview_end, error);
  if (status == FOLLOWUP_OK)
    status = followup_interview_add_interviewer(interview, TEXT("Priya Raman"), &person, error);
  if (status == FOLLOWUP_OK) status = followup_interviewer_add_note(person, TEXT("six robots at the port"), error);
  if (status == FOLLOWUP_OK) status = followup_interviewer_add_note(person, TEXT("crews rotate"), error);
  return status;
}

/* The draft of the plan's first action: here the only one. */
static followup_status draft(const followup_case *of, followup_draft **made, followup_error *error) {
  followup_plan *plan = NULL;
  followup_status status = followup_plan_make(NULL, of, interview_end, &plan, error);
  if (status == FOLLOWUP_OK)
    status = followup_draft_make(NULL, of, followup_plan_at(plan, 0), interview_end, FOLLOWUP_REGISTER_NEUTRAL, NULL, 0,
                                 made, error);
  followup_plan_free(plan);
  return status;
}

int main(void) {
  followup_error *error = NULL;
  followup_case *of = NULL;
  followup_draft *made = NULL;
  followup_status status = followup_error_new(NULL, &error);
  if (status == FOLLOWUP_OK) status = followup_case_new(NULL, &of, error);
  if (status == FOLLOWUP_OK) status = fill(of, error);
  if (status == FOLLOWUP_OK) status = draft(of, &made, error);
  if (status != FOLLOWUP_OK) fprintf(stderr, "%s\n", error != NULL ? followup_error_message(error) : "no memory");
  printf("Subject: %s\n\n%s", followup_draft_subject(made), followup_draft_body(made));
  followup_draft_free(made);
  followup_case_free(of);
  followup_error_free(error);
  return status == FOLLOWUP_OK ? 0 : 1;
}
