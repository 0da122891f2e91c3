#include "session.h"

#include <stdio.h>
#include <string.h>

#include "batch.h"
#include "case_run.h"
#include "human.h"

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.options = options};
  return run_open(&session->run, &options->common);
}

static void say(const char *text) { terminal_print(stderr, text, strlen(text)); }

static void say_no_such_action(const struct options *options) {
  fprintf(stderr, "%s: no %s action", options->common.program,
          options->action != 0 ? followup_action_kind_name(options->action) : "open or overdue");
  if (options->to != NULL) fputs(" for ", stderr);
  if (options->to != NULL) say(options->to);
  fputs(": followup-plan shows what there is\n", stderr);
}

static void say_nothing_to_write(const struct options *options) {
  fprintf(stderr, "%s: nothing is to be written now: followup-plan shows what comes\n", options->common.program);
}

int session_close(struct session *session) {
  bool named = session->options->action != 0 || session->options->to != NULL;
  if (!run_close(&session->run)) return EXIT_BAD;
  if (session->drafted > 0) return EXIT_DRAFTED;
  if (!named) say_nothing_to_write(session->options);
  if (!named) return EXIT_DRAFTED;
  say_no_such_action(session->options);
  return EXIT_NO_SUCH_ACTION;
}

/* Drafting. */

static bool print_bytes(const char *bytes, size_t length, void *user) {
  return fwrite(bytes, 1, length, user) == length;
}

/* A mail has no place for what is only told to who sends it. */
static void say_to_do(const char *place, const char *to_do) {
  if (*to_do == '\0') return;
  say(place);
  fputs(": before you send it: ", stderr);
  say(to_do);
  fputc('\n', stderr);
}

static followup_status print_draft(struct session *session, const char *place, const followup_case *of,
                                   const followup_action *action, const followup_draft *draft, int64_t now) {
  session->drafted++;
  if (session->options->common.format == OUTPUT_TEXT) {
    human_print_draft(&session->run.terminal, place, action, draft, now);
    return FOLLOWUP_OK;
  }
  followup_status status = followup_formats_write_draft(draft, of, now, print_bytes, stdout, session->run.error);
  if (status == FOLLOWUP_OK) say_to_do(place, followup_draft_to_do(draft));
  return status == FOLLOWUP_E_FILE ? FOLLOWUP_OK : status; /* standard output remembers */
}

/* A mail is one file: of several nobody would know where one ends. */
static bool is_one_too_many(const struct session *session, const struct batch *batch) {
  return session->options->common.format == OUTPUT_EML && session->drafted + batch->count > 1;
}

static followup_status draft_plan(struct session *session, const char *place, const followup_case *of,
                                  const followup_plan *plan, int64_t now) {
  struct batch batch;
  followup_status status = batch_make(&batch, session->options, session->run.policy, of, plan, now, session->run.error);
  if (status == FOLLOWUP_OK && is_one_too_many(session, &batch))
    run_complain(&session->run, place, "more than one message to write: say which with --action and --to");
  else
    for (size_t i = 0; status == FOLLOWUP_OK && i < batch.count; i++)
      status = print_draft(session, place, of, batch.items[i].action, batch.items[i].draft, now);
  batch_free(&batch);
  return status;
}

static followup_status draft_case(void *user, const char *place, followup_case *of, int64_t now) {
  struct session *session = user;
  followup_plan *plan = NULL;
  followup_status status = followup_plan_make(session->run.policy, of, now, &plan, session->run.error);
  if (status == FOLLOWUP_OK) status = draft_plan(session, place, of, plan, now);
  followup_plan_free(plan);
  return status;
}

void session_draft(struct session *session, const char *path) {
  run_cases(&session->run, path, "drafted", draft_case, session);
}
