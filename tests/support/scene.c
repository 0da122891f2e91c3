#include "support/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

static void must(followup_status status, const char *what) {
  if (status == FOLLOWUP_OK) return;
  fprintf(stderr, "scene: %s: %s\n", what, followup_status_text(status));
  exit(2);
}

/* Calls `take` for each piece of a list separated by |. */
static void each(const char *list, void (*take)(void *into, const char *piece, size_t length), void *into) {
  for (const char *at = list; at != NULL && *at != '\0';) {
    size_t length = strcspn(at, "|");
    if (length > 0) take(into, at, length);
    at += length + (at[length] == '|');
  }
}

static void add_note(void *into, const char *piece, size_t length) {
  must(followup_interviewer_add_note(into, piece, length, NULL), "note");
}

static void add_other(void *into, const char *piece, size_t length) {
  must(followup_case_add_other_company(into, piece, length, NULL), "other company");
}

static void add_attachment(void *into, const char *piece, size_t length) {
  must(followup_message_add_attachment(into, piece, length, NULL), "attachment");
}

static void add_to(void *into, const char *piece, size_t length) {
  must(followup_message_add_recipient(into, FOLLOWUP_RECIPIENTS_TO, piece, length, NULL), "to");
}

static void add_cc(void *into, const char *piece, size_t length) {
  must(followup_message_add_recipient(into, FOLLOWUP_RECIPIENTS_CC, piece, length, NULL), "cc");
}

static void add_bcc(void *into, const char *piece, size_t length) {
  must(followup_message_add_recipient(into, FOLLOWUP_RECIPIENTS_BCC, piece, length, NULL), "bcc");
}

struct event_list {
  followup_case *of;
  int64_t at;
};

static void add_event(void *into, const char *piece, size_t length) {
  struct event_list *list = into;
  followup_event_kind kind;
  followup_event *event;
  if (!followup_event_kind_from_name(piece, length, &kind)) must(FOLLOWUP_E_UNKNOWN, piece);
  must(followup_case_add_event(list->of, kind, list->at, &event, NULL), "event");
}

static const char *events_of_kind(const char *kind) {
  if (strcmp(kind, "feedback_request") == 0) return "rejection";
  if (strcmp(kind, "offer_acknowledgement") == 0) return "verbal_offer";
  if (strcmp(kind, "information_reply") == 0) return "information_request";
  return NULL;
}

static const char *or_else(const char *text, const char *otherwise) { return text != NULL ? text : otherwise; }

static void add_interview(followup_case *of, const struct scene *scene) {
  if (strcmp(scene->kind, "application_follow_up") == 0) return;
  followup_interview *interview;
  followup_interviewer *person;
  must(followup_case_add_interview(of, "i1", Z, &interview, NULL), "interview");
  must(followup_interview_set_time(interview, SCENE_START, SCENE_END, NULL), "time");
  must(followup_interview_set_time_zone(interview, "Europe/London", Z, NULL), "zone");
  must(followup_interview_add_interviewer(interview, or_else(scene->name, "Ana Torres"), Z, &person, NULL), "panel");
  must(followup_interviewer_set_email(person, "addressee@example.org", Z, NULL), "email");
  each(scene->notes, add_note, person);
}

static void add_recipients(followup_message *message, const struct scene *scene) {
  char to[512];
  snprintf(to, sizeof to, "%s <addressee@example.org>", or_else(scene->name, "Ana Torres"));
  each(or_else(scene->to, to), add_to, message);
  each(scene->cc, add_cc, message);
  each(scene->bcc, add_bcc, message);
}

followup_case *scene_build(const struct scene *scene) {
  followup_case *of = NULL;
  followup_message *message;
  must(followup_case_new(NULL, &of, NULL), "case");
  must(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL), "candidate");
  must(followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL), "candidate");
  must(followup_case_set_company(of, or_else(scene->company, "Halden Works"), Z, NULL), "company");
  must(followup_case_set_role(of, or_else(scene->role, "Coordinator"), Z, NULL), "role");
  each(scene->other, add_other, of);
  add_interview(of, scene);
  struct event_list events = {of, scene->sent - 6 * 3600000};
  each(or_else(scene->events, events_of_kind(scene->kind)), add_event, &events);
  must(followup_case_add_message(of, followup_kind_from_name(scene->kind, Z), &message, NULL), "message");
  add_recipients(message, scene);
  each(scene->attachments, add_attachment, message);
  must(followup_message_set_subject(message, or_else(scene->subject, "Coordinator"), Z, NULL), "subject");
  must(followup_message_set_body(message, scene->body, Z, NULL), "body");
  must(followup_message_set_sent(message, scene->sent, NULL), "sent");
  return of;
}

char *scene_body(const char *first_name, const char *text) {
  static const char form[] = "Dear %.*s,\n\n%s\n\nBest regards,\nKim Lee\n";
  int first = (int)strcspn(first_name, " ");
  size_t size = sizeof form + (size_t)first + strlen(text);
  char *body = malloc(size);
  if (body == NULL) must(FOLLOWUP_E_MEMORY, "body");
  snprintf(body, size, form, first, first_name, text);
  return body;
}
