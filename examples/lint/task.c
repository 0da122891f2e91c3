#include "task.h"

static void judge(struct task *task, const struct session *session, followup_scratch *scratch, int64_t of_case) {
  int64_t now = run_instant(&session->run, of_case, &task->by_clock);
  task->status = followup_lint_case(session->linter, scratch, task->of, now, &task->report, task->error);
}

/* The report keeps what it rendered: printing finds it there, and what fails here is reported there. */
static void render(const struct task *task) {
  const char *words;
  for (size_t i = 0; i < followup_report_count(task->report); i++)
    if (followup_report_explanation(task->report, i, &words, NULL) != FOLLOWUP_OK ||
        followup_report_suggestion(task->report, i, &words, NULL) != FOLLOWUP_OK)
      return;
}

void task_work(struct task *task, const struct session *session, followup_scratch *scratch) {
  int64_t now = FOLLOWUP_NO_TIME;
  task->by_clock = false;
  followup_case_free(task->of);
  task->of = NULL;
  task->status =
      followup_formats_read_case(session->run.context, task->json, task->length, &task->of, &now, task->error);
  if (task->status == FOLLOWUP_OK) judge(task, session, scratch, now);
  if (task->status == FOLLOWUP_OK) render(task);
}

void task_deliver(struct task *task, struct session *session) {
  if (task->by_clock) session_tell_clock(session);
  if (task->status != FOLLOWUP_OK)
    run_complain_of(&session->run, task->place, task->is_line, task->error);
  else
    session_deliver(session, &(struct judged){.file = task->place, .of = task->of}, task->report, false,
                    followup_case_message_count(task->of));
}
