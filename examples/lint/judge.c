#include "judge.h"

#include <string.h>

#include "case_files.h"
#include "many.h"

enum { PLACE_SIZE = 4200 };

/* Cases. */

static void judge_cases(struct session *session, const char *path, bool lines) {
  const char *wrong = lines ? case_lines_read(path, many_take, session) : case_file_read(path, many_take, session);
  if (wrong == NULL) return;
  many_finish(session);
  run_complain(&session->run, path, wrong);
}

/* A message by itself, with what --case, --kind and --to say about it. */

static followup_status open_background(struct session *session, followup_case **of, int64_t *now) {
  const struct file_text *text = &session->background;
  *now = FOLLOWUP_NO_TIME;
  if (session->options->case_path == NULL) return followup_case_new(session->run.context, of, session->run.error);
  return followup_formats_read_case(session->run.context, text->bytes, text->length, of, now, session->run.error);
}

static followup_status address(struct session *session, followup_message *message) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; i < session->options->to_count && status == FOLLOWUP_OK; i++)
    status = followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, session->options->to[i],
                                            FOLLOWUP_ZERO_TERMINATED, session->run.error);
  return status;
}

/* Drafts. */

static followup_status add_draft(struct session *session, followup_case *of, const char *body, size_t length,
                                 followup_message **added) {
  followup_status status = followup_case_add_message(of, session->options->kind, added, session->run.error);
  if (status == FOLLOWUP_OK) status = followup_message_set_body(*added, body, length, session->run.error);
  return status == FOLLOWUP_OK ? address(session, *added) : status;
}

static followup_status lint_draft_in_case(struct session *session, struct judged *judged, followup_case **of) {
  int64_t now;
  followup_message *draft = NULL;
  followup_status status = session_need_draft_linter(session);
  if (status == FOLLOWUP_OK) status = open_background(session, of, &now);
  if (status == FOLLOWUP_OK) status = add_draft(session, *of, judged->text, judged->length, &draft);
  judged->of = *of;
  if (status != FOLLOWUP_OK) return status;
  return followup_lint_message(session->draft_linter, session->draft_scratch, *of, draft, session_now(session, now),
                               &session->report, session->run.error);
}

static size_t line_of(const char *text, size_t offset) {
  size_t line = 1;
  for (size_t i = 0; i < offset; i++) line += text[i] == '\n';
  return line;
}

/* The body is the file, so a place in it is a line of the file and needs no member. */
static void complain_of_draft(struct session *session, const struct judged *judged) {
  size_t offset = followup_error_offset(session->run.error);
  char place[PLACE_SIZE];
  if (offset != FOLLOWUP_NOWHERE && offset < judged->length)
    snprintf(place, sizeof place, "%s:%zu", judged->file, line_of(judged->text, offset));
  else
    snprintf(place, sizeof place, "%s", judged->file);
  run_complain(&session->run, place, followup_error_reason(session->run.error));
}

static void judge_draft(struct session *session, const char *path, const char *body, size_t length, bool body_is_file) {
  const struct options *options = session->options;
  struct judged judged = {path, NULL, body, length, true};
  followup_case *of = NULL;
  followup_status status;
  if (options->case_path != NULL || options->to_count > 0)
    status = lint_draft_in_case(session, &judged, &of);
  else
    status = followup_lint_text(session->linter, session->scratch, options->kind, body, length, &session->report,
                                session->run.error);
  if (status == FOLLOWUP_OK)
    session_deliver(session, &judged, session->report, body_is_file, 1);
  else
    complain_of_draft(session, &judged);
  followup_case_free(of);
}

/* A byte order mark is no part of the message; without it, offsets are not the file's any more. */
static void judge_draft_text(struct session *session, const char *path, const struct file_text *text) {
  size_t mark = text->length >= 3 && memcmp(text->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  judge_draft(session, path, text->bytes + mark, text->length - mark, mark == 0);
}

static void judge_draft_file(struct session *session, const char *path) {
  struct file_text text;
  const char *wrong = file_read(path, session->options->limit, &text);
  if (wrong == NULL) judge_draft_text(session, path, &text);
  if (wrong != NULL) run_complain(&session->run, path, wrong);
  file_text_free(&text);
}

/* Standard input has no name: what begins as JSON is one case, or one a line, and anything else a draft. */
static void judge_standard_input(struct session *session, const char *path) {
  struct file_text text;
  const char *wrong = standard_input_begin(&text);
  bool are_cases = wrong == NULL && case_text_begins(text.bytes, text.length);
  if (are_cases)
    wrong = case_input_read(path, &text, many_take, session);
  else if (wrong == NULL)
    wrong = standard_input_rest(&text, session->options->limit);
  if (wrong == NULL && !are_cases) judge_draft_text(session, path, &text);
  many_finish(session);
  if (wrong != NULL) run_complain(&session->run, path, wrong);
  file_text_free(&text);
}

/* Mail. */

static followup_status lint_mail(struct session *session, followup_case *of, int64_t now, const char *mail,
                                 size_t length) {
  followup_message *message = NULL;
  followup_status status =
      followup_formats_read_mail(of, session->options->kind, mail, length, &message, session->run.error);
  if (status == FOLLOWUP_OK && followup_message_recipient_count(message, FOLLOWUP_RECIPIENTS_TO) == 0)
    status = address(session, message);
  if (status != FOLLOWUP_OK) return status;
  return followup_lint_message(session->linter, session->scratch, of, message, session_now(session, now),
                               &session->report, session->run.error);
}

/* One bad mail does not stop the rest of a folder; output that cannot be written does. */
static followup_status judge_mail(const char *place, const char *mail, size_t length, void *user) {
  struct session *session = user;
  followup_case *of = NULL;
  int64_t now;
  followup_status status = open_background(session, &of, &now);
  if (status == FOLLOWUP_OK) status = lint_mail(session, of, now, mail, length);
  if (status == FOLLOWUP_OK)
    session_deliver(session, &(struct judged){.file = place, .of = of, .is_one_message = true}, session->report, false,
                    1);
  else
    run_complain_error(&session->run, place, false);
  followup_case_free(of);
  return session->run.output_failed ? FOLLOWUP_E_FILE : FOLLOWUP_OK;
}

static void judge_mail_file(struct session *session, const char *path) {
  followup_status status = followup_formats_each_mail(path, judge_mail, session, session->run.error);
  if (status == FOLLOWUP_OK || session->run.output_failed) return;
  const char *place = followup_error_member(session->run.error);
  run_complain(&session->run, *place != '\0' ? place : path, followup_error_reason(session->run.error));
}

/* Cases are judged together with those of the next files; anything else comes when they are done. */
void judge_file(struct session *session, const char *path) {
  bool is_standard_input = strcmp(path, "-") == 0;
  enum input_kind kind = is_standard_input ? INPUT_DRAFT : input_kind_of(path);
  if (kind != INPUT_CASE && kind != INPUT_CASES) many_finish(session);
  if (is_standard_input) {
    judge_standard_input(session, path);
    return;
  }
  switch (kind) {
    case INPUT_CASE: judge_cases(session, path, false); break;
    case INPUT_CASES: judge_cases(session, path, true); break;
    case INPUT_MAIL: judge_mail_file(session, path); break;
    case INPUT_DRAFT: judge_draft_file(session, path); break;
  }
}
