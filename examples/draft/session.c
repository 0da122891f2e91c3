#define _POSIX_C_SOURCE 200809L

#include "session.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "case_run.h"
#include "human.h"

#define Z FOLLOWUP_ZERO_TERMINATED

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
  fputc('\n', stderr);
}

int session_close(struct session *session) {
  bool named = session->options->action != 0 || session->options->to != NULL;
  if (!run_close(&session->run)) return EXIT_BAD;
  if (!named || session->drafted > 0) return EXIT_DRAFTED;
  say_no_such_action(session->options);
  return EXIT_NO_SUCH_ACTION;
}

/* Which actions. */

/* "Name <address>", "address" or "Name", as --to has it. */
static bool means(const char *to, const followup_action *action) {
  const char *open = strrchr(to, '<'), *address = followup_action_to(action);
  size_t length = strlen(address);
  if (open != NULL) return strncasecmp(open + 1, address, length) == 0 && open[1 + length] == '>';
  return strcasecmp(to, address) == 0 || strcasecmp(to, followup_action_to_name(action)) == 0;
}

static bool is_wanted(const struct options *options, const followup_action *action) {
  followup_action_kind kind = followup_action_kind_of(action);
  followup_action_state state = followup_action_state_of(action);
  bool names_nobody = *followup_action_to(action) == '\0';
  if (kind == FOLLOWUP_ACTION_CAPTURE_NOTES) return false;
  if (options->action != 0 && kind != options->action) return false;
  if (options->to != NULL && !names_nobody && !means(options->to, action)) return false;
  if (options->action != 0) return true;
  return state == FOLLOWUP_ACTION_OPEN || state == FOLLOWUP_ACTION_OVERDUE;
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

static followup_status draft_action(struct session *session, const char *place, const followup_case *of,
                                    const followup_action *action, int64_t now) {
  const struct options *options = session->options;
  const char *to = *followup_action_to(action) == '\0' ? options->to : NULL;
  followup_draft *draft = NULL;
  followup_status status =
      followup_draft_make(session->run.policy, of, action, now, options->tone, to, Z, &draft, session->run.error);
  if (status == FOLLOWUP_OK) status = print_draft(session, place, of, action, draft, now);
  followup_draft_free(draft);
  return status;
}

/* A mail is one file: of several nobody would know where one ends. */
static bool is_one_too_many(const struct session *session, const followup_plan *plan) {
  size_t count = session->drafted;
  for (size_t i = 0; i < followup_plan_count(plan); i++)
    count += is_wanted(session->options, followup_plan_at(plan, i));
  return session->options->common.format == OUTPUT_EML && count > 1;
}

static followup_status draft_case(void *user, const char *place, followup_case *of, int64_t now) {
  struct session *session = user;
  followup_plan *plan = NULL;
  followup_status status = followup_plan_make(session->run.policy, of, now, &plan, session->run.error);
  if (status == FOLLOWUP_OK && is_one_too_many(session, plan)) {
    run_complain(&session->run, place, "more than one message to write: say which with --action and --to");
  } else {
    for (size_t i = 0; status == FOLLOWUP_OK && i < followup_plan_count(plan); i++) {
      const followup_action *action = followup_plan_at(plan, i);
      if (is_wanted(session->options, action)) status = draft_action(session, place, of, action, now);
    }
  }
  followup_plan_free(plan);
  return status;
}

void session_draft(struct session *session, const char *path) {
  run_cases(&session->run, path, "drafted", draft_case, session);
}
