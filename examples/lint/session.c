#include "session.h"

#include "attach.h"
#include "many.h"

/* Opening. */

static bool set_limit(struct session *session) {
  return followup_context_set_text_limit(session->run.context, session->options->limit, session->run.error) ==
             FOLLOWUP_OK ||
         run_out_of_memory(&session->run);
}

/* Reads the case of --case once to see that it is one; a message judged in it gets a copy of its own. */
static bool read_background(struct session *session) {
  const char *path = session->options->case_path;
  followup_case *of = NULL;
  if (path == NULL) return true;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &session->background);
  if (wrong != NULL) {
    run_complain(&session->run, path, wrong);
    return false;
  }
  const struct file_text *text = &session->background;
  if (followup_formats_read_case(session->run.context, text->bytes, text->length, &of, NULL, session->run.error) !=
      FOLLOWUP_OK) {
    run_complain_error(&session->run, path, false);
    return false;
  }
  followup_case_free(of);
  return true;
}

/* Tries the mailboxes of --to on a case that nobody needs. */
static bool check_recipients(struct session *session) {
  followup_case *of = NULL;
  followup_message *message = NULL;
  bool good = followup_case_new(session->run.context, &of, session->run.error) == FOLLOWUP_OK &&
              followup_case_add_message(of, FOLLOWUP_KIND_UNKNOWN, &message, session->run.error) == FOLLOWUP_OK;
  if (!good) run_out_of_memory(&session->run);
  for (size_t i = 0; good && i < session->options->to_count; i++) {
    const char *to = session->options->to[i];
    good = followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, to, FOLLOWUP_ZERO_TERMINATED,
                                          session->run.error) == FOLLOWUP_OK;
    if (!good) run_complain(&session->run, "followup-lint: --to", followup_error_reason(session->run.error));
  }
  followup_case_free(of);
  return good;
}

static bool open_linter(struct session *session) {
  if (followup_linter_new(session->run.context, session->run.policy, &session->linter, session->run.error) ==
          FOLLOWUP_OK &&
      followup_scratch_new(session->linter, &session->scratch, session->run.error) == FOLLOWUP_OK)
    return true;
  run_complain_error(&session->run, "followup-lint", false);
  return false;
}

static bool write_to_output(const char *bytes, size_t length, void *user) {
  if (fwrite(bytes, 1, length, stdout) == length) return true;
  run_output_failed(user);
  return false;
}

static bool open_writer(struct session *session) {
  if (session->options->common.format == OUTPUT_HUMAN) return true;
  followup_form form = session->options->common.format == OUTPUT_JSON ? FOLLOWUP_FORM_JSON : FOLLOWUP_FORM_SARIF;
  followup_status status = followup_writer_new(session->run.context, form, write_to_output, &session->run,
                                               &session->writer, session->run.error);
  if (status != FOLLOWUP_OK && status != FOLLOWUP_E_FILE) run_complain_error(&session->run, "followup-lint", false);
  return status == FOLLOWUP_OK;
}

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.options = options};
  if (!run_open(&session->run, &options->common)) return false;
  session->run.progress = progress_start();
  return set_limit(session) && read_background(session) && check_recipients(session) && open_linter(session) &&
         open_writer(session);
}

followup_status session_need_draft_linter(struct session *session) {
  static const followup_rule not_for_drafts[] = {FOLLOWUP_RULE_NO_SUBJECT, FOLLOWUP_RULE_MISSING_ATTACHMENT};
  followup_status status = FOLLOWUP_OK;
  if (session->draft_scratch != NULL) return status;
  for (size_t i = 0; i < sizeof not_for_drafts / sizeof not_for_drafts[0] && status == FOLLOWUP_OK; i++)
    status = followup_policy_set_level(session->run.policy, not_for_drafts[i], FOLLOWUP_LEVEL_OFF, session->run.error);
  if (status == FOLLOWUP_OK && session->draft_linter == NULL)
    status = followup_linter_new(session->run.context, session->run.policy, &session->draft_linter, session->run.error);
  if (status == FOLLOWUP_OK)
    status = followup_scratch_new(session->draft_linter, &session->draft_scratch, session->run.error);
  return status;
}

void session_tell_clock(struct session *session) {
  if (session->writer == NULL) run_tell_clock(&session->run, "judged");
}

int64_t session_now(struct session *session, int64_t of_case) {
  bool by_clock;
  int64_t now = run_instant(&session->run, of_case, &by_clock);
  if (by_clock) session_tell_clock(session);
  return now;
}

/* Findings. */

static void count_findings(struct session *session, const followup_report *report) {
  for (size_t i = 0; i < followup_report_count(report); i++)
    session->tally.findings[followup_finding_level(followup_report_finding(report, i))]++;
  followup_level worst = followup_report_worst(report);
  if (worst > session->worst) session->worst = worst;
}

static followup_status print_report(struct session *session, const struct judged *judged, followup_report *report,
                                    bool body_is_file) {
  if (session->writer != NULL)
    return followup_writer_add(session->writer, judged->file, body_is_file, report, session->run.error);
  if (followup_report_count(report) == 0) return FOLLOWUP_OK;
  progress_clear(&session->run.progress);
  return human_print_report(&session->run.terminal, judged, report, session->run.error);
}

/* Nobody is told while something is to be mended first, or where no person reads. */
static bool is_asked_for_materials(const struct session *session) {
  return session->writer == NULL && session->worst == FOLLOWUP_LEVEL_OFF && !session->tally.must_attach;
}

void session_deliver(struct session *session, const struct judged *judged, followup_report *report, bool body_is_file,
                     size_t messages) {
  session->tally.messages += messages;
  count_findings(session, report);
  if (is_asked_for_materials(session)) session->tally.must_attach = attach_is_to_do(session, judged);
  followup_status status = print_report(session, judged, report, body_is_file);
  if (status == FOLLOWUP_E_FILE || ferror(stdout))
    run_output_failed(&session->run);
  else if (status != FOLLOWUP_OK)
    run_complain_error(&session->run, judged->file, false);
  progress_show(&session->run.progress, session->tally.messages);
}

/* Closing. */

static void end_output(struct session *session) {
  session->tally.bad_inputs = session->run.bad_inputs;
  if (session->writer != NULL)
    session->run.output_failed |= followup_writer_end(session->writer, session->run.error) != FOLLOWUP_OK;
  else if (session->scratch != NULL && !session->run.output_failed)
    human_print_tally(&session->run.terminal, &session->tally);
}

static void free_all(struct session *session) {
  many_free(session->many);
  followup_writer_free(session->writer);
  followup_report_free(session->report);
  followup_scratch_free(session->draft_scratch);
  followup_scratch_free(session->scratch);
  followup_linter_free(session->draft_linter);
  followup_linter_free(session->linter);
  file_text_free(&session->background);
}

int session_close(struct session *session) {
  progress_clear(&session->run.progress);
  end_output(session);
  followup_level from = session->options->fail_on;
  bool found = from != FOLLOWUP_LEVEL_OFF && session->worst >= from;
  free_all(session);
  if (!run_close(&session->run)) return EXIT_BAD;
  return found ? EXIT_FOUND : EXIT_CLEAN;
}
