#include "session.h"

#include <errno.h>
#include <string.h>

#include "clock.h"

/* Complaints. */

static void say(struct session *session, const char *place, size_t line, const char *words) {
  progress_clear(&session->progress);
  fflush(stdout); /* what was found before stands before it on a screen */
  terminal_print(stderr, place, strlen(place));
  if (line != FOLLOWUP_NOWHERE) fprintf(stderr, ":%zu", line);
  fputs(": ", stderr);
  terminal_print(stderr, words, strlen(words));
  fputc('\n', stderr);
}

void session_complain(struct session *session, const char *place, const char *words) {
  session->tally.bad_inputs++;
  say(session, place, FOLLOWUP_NOWHERE, words);
}

void session_complain_error(struct session *session, const char *place) {
  session->tally.bad_inputs++;
  say(session, place, followup_error_line(session->error), followup_error_message(session->error));
}

/* Opening. */

static bool out_of_memory(struct session *session) {
  say(session, "followup-lint", FOLLOWUP_NOWHERE, "out of memory");
  return false;
}

static bool open_context(struct session *session) {
  if (followup_context_new(NULL, NULL, NULL, &session->context) != FOLLOWUP_OK ||
      followup_error_new(session->context, &session->error) != FOLLOWUP_OK)
    return out_of_memory(session);
  return followup_context_set_text_limit(session->context, session->options->limit, session->error) == FOLLOWUP_OK ||
         out_of_memory(session);
}

static bool read_policy(struct session *session) {
  struct file_text text;
  const char *path = session->options->policy_path;
  if (followup_policy_new(session->context, &session->policy, session->error) != FOLLOWUP_OK)
    return out_of_memory(session);
  if (path == NULL) return true;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &text);
  if (wrong != NULL) {
    say(session, path, FOLLOWUP_NOWHERE, wrong);
    return false;
  }
  followup_status status = followup_formats_read_policy(session->policy, text.bytes, text.length, session->error);
  file_text_free(&text);
  if (status != FOLLOWUP_OK) session_complain_error(session, path);
  return status == FOLLOWUP_OK;
}

/* Reads the case of --case once to see that it is one; a message judged in it gets a copy of its own. */
static bool read_background(struct session *session) {
  const char *path = session->options->case_path;
  followup_case *of = NULL;
  if (path == NULL) return true;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &session->background);
  if (wrong != NULL) {
    say(session, path, FOLLOWUP_NOWHERE, wrong);
    return false;
  }
  const struct file_text *text = &session->background;
  if (followup_formats_read_case(session->context, text->bytes, text->length, &of, NULL, session->error) !=
      FOLLOWUP_OK) {
    session_complain_error(session, path);
    return false;
  }
  followup_case_free(of);
  return true;
}

/* Tries the mailboxes of --to on a case that nobody needs. */
static bool check_recipients(struct session *session) {
  followup_case *of = NULL;
  followup_message *message = NULL;
  bool good = followup_case_new(session->context, &of, session->error) == FOLLOWUP_OK &&
              followup_case_add_message(of, FOLLOWUP_KIND_UNKNOWN, &message, session->error) == FOLLOWUP_OK;
  if (!good) out_of_memory(session);
  for (size_t i = 0; good && i < session->options->to_count; i++) {
    const char *to = session->options->to[i];
    good = followup_message_add_recipient(message, FOLLOWUP_RECIPIENTS_TO, to, FOLLOWUP_ZERO_TERMINATED,
                                          session->error) == FOLLOWUP_OK;
    if (!good) say(session, "followup-lint: --to", FOLLOWUP_NOWHERE, followup_error_reason(session->error));
  }
  followup_case_free(of);
  return good;
}

static bool open_linter(struct session *session) {
  if (followup_linter_new(session->context, session->policy, &session->linter, session->error) == FOLLOWUP_OK &&
      followup_scratch_new(session->linter, &session->scratch, session->error) == FOLLOWUP_OK)
    return true;
  session_complain_error(session, "followup-lint");
  return false;
}

static bool write_to_output(const char *bytes, size_t length, void *user) {
  struct session *session = user;
  if (fwrite(bytes, 1, length, stdout) == length) return true;
  session->output_errno = errno;
  return false;
}

static bool open_writer(struct session *session) {
  if (session->options->format == OUTPUT_HUMAN) return true;
  followup_form form = session->options->format == OUTPUT_JSON ? FOLLOWUP_FORM_JSON : FOLLOWUP_FORM_SARIF;
  followup_status status =
      followup_writer_new(session->context, form, write_to_output, session, &session->writer, session->error);
  session->output_failed = status == FOLLOWUP_E_FILE;
  if (status != FOLLOWUP_OK && !session->output_failed) session_complain_error(session, "followup-lint");
  return status == FOLLOWUP_OK;
}

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.options = options, .clock = FOLLOWUP_NO_TIME};
  session->terminal = terminal_open(stdout);
  session->progress = progress_start();
  bool ready = open_context(session) && read_policy(session) && read_background(session) && check_recipients(session) &&
               open_linter(session) && open_writer(session);
  if (!ready) session->tally.bad_inputs++;
  return ready;
}

followup_status session_need_draft_linter(struct session *session) {
  static const followup_rule not_for_drafts[] = {FOLLOWUP_RULE_NO_SUBJECT, FOLLOWUP_RULE_MISSING_ATTACHMENT};
  followup_status status = FOLLOWUP_OK;
  if (session->draft_scratch != NULL) return status;
  for (size_t i = 0; i < sizeof not_for_drafts / sizeof not_for_drafts[0] && status == FOLLOWUP_OK; i++)
    status = followup_policy_set_level(session->policy, not_for_drafts[i], FOLLOWUP_LEVEL_OFF, session->error);
  if (status == FOLLOWUP_OK && session->draft_linter == NULL)
    status = followup_linter_new(session->context, session->policy, &session->draft_linter, session->error);
  if (status == FOLLOWUP_OK)
    status = followup_scratch_new(session->draft_linter, &session->draft_scratch, session->error);
  return status;
}

/* The clock. */

static int64_t read_clock(struct session *session) {
  char time[CLOCK_WORDS], words[128];
  int64_t now = clock_read(time);
  if (session->writer == NULL && time[0] != '\0') {
    snprintf(words, sizeof words, "judged as of %s, by the clock; --now sets another time", time);
    say(session, "followup-lint", FOLLOWUP_NOWHERE, words);
  }
  return now;
}

int64_t session_now(struct session *session, int64_t of_case) {
  if (session->options->now != FOLLOWUP_NO_TIME) return session->options->now;
  if (of_case != FOLLOWUP_NO_TIME) return of_case;
  if (session->clock == FOLLOWUP_NO_TIME) session->clock = read_clock(session);
  return session->clock;
}

/* Findings. */

static void count_findings(struct session *session) {
  for (size_t i = 0; i < followup_report_count(session->report); i++)
    session->tally.findings[followup_finding_level(followup_report_finding(session->report, i))]++;
  followup_level worst = followup_report_worst(session->report);
  if (worst > session->worst) session->worst = worst;
}

static followup_status print_report(struct session *session, const struct judged *judged, bool body_is_file) {
  if (session->writer != NULL)
    return followup_writer_add(session->writer, judged->file, body_is_file, session->report, session->error);
  if (followup_report_count(session->report) == 0) return FOLLOWUP_OK;
  progress_clear(&session->progress);
  return human_print_report(&session->terminal, judged, session->report, session->error);
}

static void note_failed_output(struct session *session) {
  session->output_failed = true;
  if (session->output_errno == 0) session->output_errno = errno;
}

void session_deliver(struct session *session, const struct judged *judged, bool body_is_file, size_t messages) {
  session->tally.messages += messages;
  count_findings(session);
  followup_status status = print_report(session, judged, body_is_file);
  if (status == FOLLOWUP_E_FILE || ferror(stdout))
    note_failed_output(session);
  else if (status != FOLLOWUP_OK)
    session_complain_error(session, judged->file);
  progress_show(&session->progress, session->tally.messages);
}

/* Closing. */

static void end_output(struct session *session) {
  if (session->writer != NULL)
    session->output_failed |= followup_writer_end(session->writer, session->error) != FOLLOWUP_OK;
  else if (session->scratch != NULL && !session->output_failed)
    human_print_tally(&session->terminal, &session->tally);
}

/* A reader that went away (`| head`) needs no message; a full disk does. */
static void flush_output(struct session *session) {
  if (fflush(stdout) != 0 || ferror(stdout)) note_failed_output(session);
  if (!session->output_failed || session->output_errno == EPIPE) return;
  bool known = session->output_errno != 0;
  say(session, "followup-lint", FOLLOWUP_NOWHERE, known ? strerror(session->output_errno) : "cannot write the output");
}

static void free_all(struct session *session) {
  followup_writer_free(session->writer);
  followup_report_free(session->report);
  followup_scratch_free(session->draft_scratch);
  followup_scratch_free(session->scratch);
  followup_linter_free(session->draft_linter);
  followup_linter_free(session->linter);
  followup_policy_free(session->policy);
  followup_error_free(session->error);
  followup_context_free(session->context);
  file_text_free(&session->background);
}

int session_close(struct session *session) {
  progress_clear(&session->progress);
  end_output(session);
  flush_output(session);
  followup_level from = session->options->fail_on;
  bool bad = session->output_failed || session->tally.bad_inputs > 0;
  bool found = from != FOLLOWUP_LEVEL_OFF && session->worst >= from;
  free_all(session);
  return bad ? EXIT_BAD : found ? EXIT_FOUND : EXIT_CLEAN;
}
