#include "session.h"

#include "case_run.h"
#include "human.h"
#include "taken_up.h"

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.found_alike = false};
  if (!run_open(&session->run, &options->common)) return false;
  followup_error *error = session->run.error;
  followup_status status = followup_linter_new(session->run.context, session->run.policy, &session->linter, error);
  if (status == FOLLOWUP_OK) status = followup_scratch_new(session->linter, &session->scratch, error);
  if (status != FOLLOWUP_OK) run_complain_error(&session->run, "followup-panel", true);
  return status == FOLLOWUP_OK;
}

int session_close(struct session *session) {
  followup_scratch_free(session->scratch);
  followup_linter_free(session->linter);
  if (!run_close(&session->run)) return EXIT_BAD;
  return session->found_alike ? EXIT_ALIKE : EXIT_FINE;
}

static followup_status show_seats(struct session *session, const char *place, const struct seats *seats, int64_t now) {
  struct alike alike = {.linter = session->linter, .scratch = session->scratch};
  int percent = followup_policy_number(session->run.policy, FOLLOWUP_NUMBER_SIMILAR_PERCENT);
  const struct view view = {&session->run.terminal, seats, &alike, percent, now};
  followup_status status = find_taken_up(session->run.context, seats, session->run.error);
  if (status == FOLLOWUP_OK) status = alike_find(&alike, seats, percent, session->run.error);
  if (status == FOLLOWUP_OK) {
    session->found_alike = session->found_alike || alike.pair_count > 0;
    human_print_seats(&view, place);
    status = human_print_matrix(&view, session->run.error);
    if (status == FOLLOWUP_OK) status = human_print_pairs(&view, session->run.error);
  }
  alike_free(&alike);
  return status;
}

static followup_status show_panels(void *user, const char *place, followup_case *of, int64_t now) {
  struct session *session = user;
  followup_plan *plan = NULL;
  followup_status status = followup_plan_make(session->run.policy, of, now, &plan, session->run.error);
  for (size_t i = 0; status == FOLLOWUP_OK && i < followup_case_interview_count(of); i++) {
    const followup_interview *interview = followup_case_interview(of, i);
    struct seats seats;
    if (followup_interview_interviewer_count(interview) == 0) continue;
    if (seats_find(of, interview, plan, &seats))
      status = show_seats(session, place, &seats, now);
    else
      status =
          followup_error_set(session->run.error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
    seats_free(&seats);
  }
  followup_plan_free(plan);
  return status;
}

void session_show(struct session *session, const char *path) {
  run_cases(&session->run, path, "shown", show_panels, session);
}
