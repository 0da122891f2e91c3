#define _POSIX_C_SOURCE 200809L

#include "session.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "case_files.h"
#include "clock.h"
#include "human.h"
#include "inputs.h"
#include "json.h"
#include "record.h"

enum { POLICY_LIMIT = 1 << 20 };

/* Complaints. */

static void say(const char *place, size_t line, const char *words) {
  fflush(stdout); /* what was printed before stands before it on a screen */
  terminal_print(stderr, place, strlen(place));
  if (line != FOLLOWUP_NOWHERE) fprintf(stderr, ":%zu", line);
  fputs(": ", stderr);
  terminal_print(stderr, words, strlen(words));
  fputc('\n', stderr);
}

static void complain(struct session *session, const char *place, const char *words) {
  session->bad_input = true;
  say(place, FOLLOWUP_NOWHERE, words);
}

static void complain_error(struct session *session, const char *place) {
  session->bad_input = true;
  say(place, followup_error_line(session->error), followup_error_message(session->error));
}

/* Opening and closing. */

static bool open_context(struct session *session) {
  if (followup_context_new(NULL, NULL, NULL, &session->context) == FOLLOWUP_OK &&
      followup_error_new(session->context, &session->error) == FOLLOWUP_OK &&
      followup_policy_new(session->context, &session->policy, session->error) == FOLLOWUP_OK)
    return true;
  complain(session, "followup-plan", "out of memory");
  return false;
}

static bool read_policy(struct session *session) {
  struct file_text text;
  const char *path = session->options->policy_path;
  if (path == NULL) return true;
  const char *wrong = file_read(path, POLICY_LIMIT, &text);
  if (wrong != NULL) {
    complain(session, path, wrong);
    return false;
  }
  followup_status status = followup_formats_read_policy(session->policy, text.bytes, text.length, session->error);
  file_text_free(&text);
  if (status != FOLLOWUP_OK) complain_error(session, path);
  return status == FOLLOWUP_OK;
}

static bool print_bytes(const char *bytes, size_t length, void *user) {
  return fwrite(bytes, 1, length, user) == length;
}

static bool open_output(struct session *session) {
  if (session->options->format == OUTPUT_JSON) fputc('[', stdout);
  if (session->options->format != OUTPUT_ICS) return true;
  followup_status status =
      followup_calendar_writer_new(session->context, print_bytes, stdout, &session->calendar, session->error);
  if (status != FOLLOWUP_OK) complain_error(session, "followup-plan");
  return status == FOLLOWUP_OK;
}

bool session_open(struct session *session, const struct options *options) {
  *session = (struct session){.options = options, .clock = FOLLOWUP_NO_TIME};
  session->terminal = terminal_open(stdout);
  if (!open_context(session) || !read_policy(session)) return false;
  return session->begun = open_output(session);
}

/* A reader that went away (`| head`) needs no message; a full disk does. */
static void flush_output(struct session *session) {
  if (fflush(stdout) != 0 || ferror(stdout)) {
    session->output_failed = true;
    if (session->output_errno == 0) session->output_errno = errno;
  }
  if (!session->output_failed || session->output_errno == EPIPE) return;
  bool known = session->output_errno != 0;
  say("followup-plan", FOLLOWUP_NOWHERE, known ? strerror(session->output_errno) : "cannot write the output");
}

int session_close(struct session *session) {
  if (session->begun && session->options->format == OUTPUT_JSON) fputs(session->has_elements ? "\n]\n" : "]\n", stdout);
  if (session->calendar != NULL) followup_calendar_writer_end(session->calendar, NULL);
  flush_output(session);
  bool bad = session->bad_input || session->output_failed;
  followup_calendar_writer_free(session->calendar);
  followup_policy_free(session->policy);
  followup_error_free(session->error);
  followup_context_free(session->context);
  return bad ? EXIT_BAD : EXIT_PLANNED;
}

/* Planning. */

static int64_t now_of(struct session *session, int64_t of_case) {
  char time[CLOCK_WORDS], words[96];
  if (session->options->now != FOLLOWUP_NO_TIME) return session->options->now;
  if (of_case != FOLLOWUP_NO_TIME) return of_case;
  if (session->clock != FOLLOWUP_NO_TIME) return session->clock;
  session->clock = clock_read(time);
  snprintf(words, sizeof words, "planned as of %s, by the clock; --now sets another time", time);
  if (session->options->format == OUTPUT_HUMAN) say("followup-plan", FOLLOWUP_NOWHERE, words);
  return session->clock;
}

static followup_status print_plan(struct session *session, const char *place, const followup_case *of, int64_t now,
                                  const followup_plan *plan) {
  if (session->options->format == OUTPUT_ICS) {
    followup_status status = followup_calendar_writer_add(session->calendar, of, plan, now, session->error);
    return status == FOLLOWUP_E_FILE ? FOLLOWUP_OK : status; /* standard output remembers */
  }
  if (session->options->format == OUTPUT_HUMAN)
    human_print_plan(&session->terminal, place, of, now, plan);
  else
    for (size_t i = 0; i < followup_plan_count(plan); i++)
      json_print_action(stdout, &session->has_elements, place, followup_plan_at(plan, i));
  return FOLLOWUP_OK;
}

static void print_record(struct session *session, const char *place, const followup_record *record) {
  if (session->options->format == OUTPUT_HUMAN)
    human_print_record(&session->terminal, place, record);
  else
    json_print_record(stdout, &session->has_elements, place, record);
}

static followup_status plan_case(struct session *session, const char *place, const followup_case *of, int64_t now) {
  followup_plan *plan = NULL;
  followup_record *record = NULL;
  followup_status status = session->options->record
                               ? followup_record_make(session->policy, of, now, &record, session->error)
                               : followup_plan_make(session->policy, of, now, &plan, session->error);
  if (plan != NULL) status = print_plan(session, place, of, now, plan);
  if (record != NULL) print_record(session, place, record);
  followup_plan_free(plan);
  followup_record_free(record);
  return status;
}

static bool take_case(const char *place, bool is_line, const char *json, size_t length, void *user) {
  struct session *session = user;
  followup_case *of = NULL;
  int64_t now = FOLLOWUP_NO_TIME;
  followup_status status = followup_formats_read_case(session->context, json, length, &of, &now, session->error);
  if (status == FOLLOWUP_OK) status = plan_case(session, place, of, now_of(session, now));
  followup_case_free(of);
  if (status != FOLLOWUP_OK && is_line)
    complain(session, place, followup_error_message(session->error));
  else if (status != FOLLOWUP_OK)
    complain_error(session, place);
  if (ferror(stdout)) {
    session->output_failed = true;
    session->output_errno = errno;
  }
  return !session->output_failed;
}

static bool ends_with(const char *path, const char *ending) {
  size_t length = strlen(path), tail = strlen(ending);
  return length > tail && strcasecmp(path + length - tail, ending) == 0;
}

void session_plan(struct session *session, const char *path) {
  const char *wrong =
      ends_with(path, ".jsonl") ? case_lines_read(path, take_case, session) : case_file_read(path, take_case, session);
  if (wrong != NULL) complain(session, path, wrong);
}
