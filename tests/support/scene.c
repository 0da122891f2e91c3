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

int64_t scene_time(const char *text) {
  static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  enum { DAYS_UNTIL_2026 = 20454 };
  int month, day, hour, minute, second = 0;
  int read = sscanf(text, "2026-%2d-%2dT%2d:%2d:%2dZ", &month, &day, &hour, &minute, &second);
  if (read < 4 || month < 1 || month > 12) must(FOLLOWUP_E_SYNTAX, text);
  int64_t days = DAYS_UNTIL_2026 + before[month - 1] + day - 1;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

struct adding {
  followup_case *of;
  const struct scene *scene;
};

/* "kind", "kind@TIME" or "kind@TIME@WORDS" taken apart; `words` is NULL where there are none. */
struct dated {
  char kind[64], time[32], words[256];
};

static struct dated take_apart(const char *piece, size_t length) {
  struct dated dated = {"", "", ""};
  char copy[512];
  snprintf(copy, sizeof copy, "%.*s", (int)length, piece);
  sscanf(copy, "%63[^@]@%31[^@]@%255[^\n]", dated.kind, dated.time, dated.words);
  return dated;
}

static void add_event(void *into, const char *piece, size_t length) {
  struct adding *adding = into;
  struct dated dated = take_apart(piece, length);
  int64_t at = dated.time[0] != '\0' ? scene_time(dated.time) : adding->scene->sent - 6 * 3600000;
  followup_event_kind kind;
  followup_event *event;
  if (!followup_event_kind_from_name(dated.kind, Z, &kind)) must(FOLLOWUP_E_UNKNOWN, piece);
  must(followup_case_add_event(adding->of, kind, at, &event, NULL), "event");
  if (dated.words[0] != '\0') must(followup_event_set_promised_reply(event, dated.words, Z, NULL), "promise");
}

static void add_holiday(void *into, const char *piece, size_t length) {
  must(followup_calendar_add_holiday(into, piece, length, NULL), "holiday");
}

static void add_material(void *into, const char *piece, size_t length) {
  must(followup_interview_add_promised_material(into, piece, length, NULL, 0, NULL), "material");
}

static const char *events_of_kind(const char *kind) {
  if (strcmp(kind, "feedback_request") == 0) return "rejection";
  if (strcmp(kind, "offer_acknowledgement") == 0) return "verbal_offer";
  if (strcmp(kind, "information_reply") == 0) return "information_request";
  return NULL;
}

static const char *or_else(const char *text, const char *otherwise) { return text != NULL ? text : otherwise; }

static followup_interview *add_round(followup_case *of, const struct scene *scene, const char *id, int64_t end) {
  followup_interview *interview;
  followup_interviewer *person;
  must(followup_case_add_interview(of, id, Z, &interview, NULL), "interview");
  must(followup_interview_set_time(interview, end - 3600000, end, NULL), "time");
  must(followup_interview_set_time_zone(interview, or_else(scene->zone, "Europe/London"), Z, NULL), "zone");
  must(followup_interview_add_interviewer(interview, or_else(scene->name, "Ana Torres"), Z, &person, NULL), "panel");
  must(followup_interviewer_set_email(person, "addressee@example.org", Z, NULL), "email");
  each(scene->notes, add_note, person);
  if (scene->theirs == NULL) return interview;
  must(followup_interview_add_interviewer(interview, "Bo Lind", Z, &person, NULL), "panel");
  each(scene->theirs, add_note, person);
  return interview;
}

static void add_interview(followup_case *of, const struct scene *scene) {
  if (strcmp(scene->kind, "application_follow_up") == 0) return;
  followup_interview *interview = add_round(of, scene, "i1", scene->ended != 0 ? scene->ended : SCENE_END);
  each(scene->materials, add_material, interview);
  if (scene->promised != NULL)
    must(followup_interview_set_promised_reply(interview, scene->promised, Z, NULL), "promise");
  if (scene->window_ends != 0) must(followup_interview_set_window_ends(interview, scene->window_ends, NULL), "window");
  if (scene->also_ended != 0) add_round(of, scene, "i2", scene->also_ended);
}

static void add_recipients(followup_message *message, const struct scene *scene) {
  char to[512];
  snprintf(to, sizeof to, "%s <addressee@example.org>", or_else(scene->name, "Ana Torres"));
  each(or_else(scene->to, to), add_to, message);
  each(scene->cc, add_cc, message);
  each(scene->bcc, add_bcc, message);
}

static void add_earlier(void *into, const char *piece, size_t length) {
  struct adding *adding = into;
  struct dated dated = take_apart(piece, length);
  followup_message *message;
  must(followup_case_add_message(adding->of, followup_kind_from_name(dated.kind, Z), &message, NULL), "message");
  add_recipients(message, adding->scene);
  must(followup_message_set_sent(message, scene_time(dated.time), NULL), "sent");
}

static void set_calendar(followup_case *of, const struct scene *scene) {
  followup_calendar *calendar = followup_case_calendar(of);
  if (scene->region != NULL) must(followup_calendar_set_region(calendar, scene->region, Z, NULL), "region");
  each(scene->holidays, add_holiday, calendar);
  if (scene->applied != 0) must(followup_case_set_applied_at(of, scene->applied, NULL), "applied");
}

/* The other person's address is made of the name, so that the addressee's own name makes the same person. */
static void add_also(followup_case *of, const struct scene *scene) {
  char name[64], to[160];
  const char *text = strchr(scene->also, '|');
  if (text == NULL) must(FOLLOWUP_E_SYNTAX, scene->also);
  snprintf(name, sizeof name, "%.*s", (int)(text - scene->also), scene->also);
  bool same = strcmp(name, or_else(scene->name, "Ana Torres")) == 0;
  snprintf(to, sizeof to, "%s <%s@example.org>", name, same ? "addressee" : "other");
  char *body = scene_body(name, text + 1);
  followup_message *message;
  must(followup_case_add_message(of, followup_kind_from_name(scene->kind, Z), &message, NULL), "message");
  add_to(message, to, strlen(to));
  must(followup_message_set_subject(message, "Coordinator", Z, NULL), "subject");
  must(followup_message_set_body(message, body, Z, NULL), "body");
  must(followup_message_set_sent(message, scene->sent - 60000, NULL), "sent");
  free(body);
}

followup_case *scene_build(const struct scene *scene) {
  followup_case *of = NULL;
  followup_message *message;
  must(followup_case_new(scene->context, &of, NULL), "case");
  must(followup_candidate_set_name(followup_case_candidate(of), "Kim Lee", Z, NULL), "candidate");
  must(followup_candidate_set_email(followup_case_candidate(of), "kim@example.com", Z, NULL), "candidate");
  must(followup_case_set_company(of, or_else(scene->company, "Halden Works"), Z, NULL), "company");
  must(followup_case_set_role(of, or_else(scene->role, "Coordinator"), Z, NULL), "role");
  each(scene->other, add_other, of);
  add_interview(of, scene);
  struct adding adding = {of, scene};
  set_calendar(of, scene);
  each(or_else(scene->events, events_of_kind(scene->kind)), add_event, &adding);
  each(scene->earlier, add_earlier, &adding);
  if (scene->also != NULL) add_also(of, scene);
  must(followup_case_add_message(of, followup_kind_from_name(scene->kind, Z), &message, NULL), "message");
  add_recipients(message, scene);
  each(scene->attachments, add_attachment, message);
  must(followup_message_set_subject(message, or_else(scene->subject, "Coordinator"), Z, NULL), "subject");
  must(followup_message_set_body(message, scene->body, Z, NULL), "body");
  if (!scene->draft) must(followup_message_set_sent(message, scene->sent, NULL), "sent");
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
