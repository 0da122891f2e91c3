#include "session.h"

#include <stdio.h>

#include "case_run.h"
#include "human.h"
#include "json.h"
#include "record.h"

/* Opening and closing. */

static bool print_bytes(const char *bytes, size_t length, void *user) {
  return fwrite(bytes, 1, length, user) == length;
}

static bool open_output(struct session *session) {
  if (session->options->common.format == OUTPUT_JSON) fputc('[', stdout);
  if (session->options->common.format != OUTPUT_ICS) return true;
  followup_status status =
      followup_calendar_writer_new(session->run.context, print_bytes, stdout, &session->calendar, session->run.error);
  if (status != FOLLOWUP_OK) run_complain_error(&session->run, "followup-plan", false);
  return status == FOLLOWUP_OK;
}

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.options = options};
  if (!run_open(&session->run, &options->common)) return false;
  return session->begun = open_output(session);
}

int session_close(struct session *session) {
  if (session->begun && session->options->common.format == OUTPUT_JSON)
    fputs(session->has_elements ? "\n]\n" : "]\n", stdout);
  if (session->calendar != NULL) followup_calendar_writer_end(session->calendar, NULL);
  followup_calendar_writer_free(session->calendar);
  return run_close(&session->run) ? EXIT_PLANNED : EXIT_BAD;
}

/* Planning. */

static followup_status print_plan(struct session *session, const char *place, const followup_case *of, int64_t now,
                                  const followup_plan *plan) {
  if (session->options->common.format == OUTPUT_ICS) {
    followup_status status = followup_calendar_writer_add(session->calendar, of, plan, now, session->run.error);
    return status == FOLLOWUP_E_FILE ? FOLLOWUP_OK : status; /* standard output remembers */
  }
  if (session->options->common.format == OUTPUT_HUMAN)
    human_print_plan(&session->run.terminal, place, of, now, plan);
  else
    for (size_t i = 0; i < followup_plan_count(plan); i++)
      json_print_action(stdout, &session->has_elements, place, followup_plan_at(plan, i));
  return FOLLOWUP_OK;
}

static void print_record(struct session *session, const char *place, const followup_record *record) {
  if (session->options->common.format == OUTPUT_HUMAN)
    human_print_record(&session->run.terminal, place, record);
  else
    json_print_record(stdout, &session->has_elements, place, record);
}

static followup_status plan_case(void *user, const char *place, followup_case *of, int64_t now) {
  struct session *session = user;
  followup_plan *plan = NULL;
  followup_record *record = NULL;
  followup_status status = session->options->record
                               ? followup_record_make(session->run.policy, of, now, &record, session->run.error)
                               : followup_plan_make(session->run.policy, of, now, &plan, session->run.error);
  if (plan != NULL) status = print_plan(session, place, of, now, plan);
  if (record != NULL) print_record(session, place, record);
  followup_plan_free(plan);
  followup_record_free(record);
  return status;
}

void session_plan(struct session *session, const char *path) {
  bool tells_clock = session->options->common.format == OUTPUT_HUMAN;
  run_cases(&session->run, path, tells_clock ? "planned" : NULL, plan_case, session);
}
