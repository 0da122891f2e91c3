/* Plans a process: what is known of it goes in as a case, what to write next comes out. */
#include <followup.h>
#include <stdio.h>

#define TEXT(words) words, FOLLOWUP_ZERO_TERMINATED

/* Thursday 5 March 2026 in Chicago: an interview from 14:00 to 15:00, and the next morning. */
static const int64_t interview_start = INT64_C(1772740800000);
static const int64_t interview_end = INT64_C(1772744400000);
static const int64_t now = INT64_C(1772809200000);

/* One person of the panel, with what was said: notes are what a good thank-you takes up. */
static followup_status add_person(followup_interview *interview, const char *name, const char *address,
                                  const char *note, followup_error *error) {
  followup_interviewer *person = NULL;
  followup_status status = followup_interview_add_interviewer(interview, TEXT(name), &person, error);
  if (status == FOLLOWUP_OK) status = followup_interviewer_set_email(person, TEXT(address), error);
  if (status == FOLLOWUP_OK) status = followup_interviewer_add_note(person, TEXT(note), error);
  return status;
}

/* Calls can be made one after the other and looked at once: the error keeps what went wrong. */
static followup_status fill(followup_case *of, followup_error *error) {
  followup_interview *interview = NULL;
  followup_status status =
      followup_candidate_set_time_zone(followup_case_candidate(of), TEXT("America/Chicago"), error);
  if (status == FOLLOWUP_OK) status = followup_case_add_interview(of, TEXT("onsite"), &interview, error);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time(interview, interview_start, interview_end, error);
  if (status == FOLLOWUP_OK)
    status = add_person(interview, "Priya Raman", "priya@northwind.example", "six robots at the port", error);
  if (status == FOLLOWUP_OK)
    status = add_person(interview, "Tom Oduya", "tom@northwind.example", "night shifts end in May", error);
  if (status == FOLLOWUP_OK)
    status = followup_interview_set_promised_reply(interview, TEXT("We'll be in touch within two weeks."), error);
  return status;
}

static void print_action(const followup_action *action) {
  printf("%-13s %-9s %-24s due %s\n", followup_action_kind_name(followup_action_kind_of(action)),
         followup_action_state_name(followup_action_state_of(action)), followup_action_to(action),
         followup_action_due_local(action));
}

int main(void) {
  followup_error *error = NULL;
  followup_case *of = NULL;
  followup_plan *plan = NULL;
  followup_status status = followup_error_new(NULL, &error);
  if (status == FOLLOWUP_OK) status = followup_case_new(NULL, &of, error);
  if (status == FOLLOWUP_OK) status = fill(of, error);
  if (status == FOLLOWUP_OK) status = followup_plan_make(NULL, of, now, &plan, error);
  if (status != FOLLOWUP_OK) fprintf(stderr, "%s\n", error != NULL ? followup_error_message(error) : "no memory");
  for (size_t i = 0; i < followup_plan_count(plan); i++) print_action(followup_plan_at(plan, i));
  followup_plan_free(plan);
  followup_case_free(of);
  followup_error_free(error);
  return status == FOLLOWUP_OK ? 0 : 1;
}
