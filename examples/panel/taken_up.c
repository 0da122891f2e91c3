/*
 * The library's record counts over a whole case. So a case of one point is made for each: the person, that point, the
 * message, and nothing else; the record of it says 1 or 0.
 */
#include "taken_up.h"

#include <string.h>

#define Z FOLLOWUP_ZERO_TERMINATED

/* The time of the small case: the interview ends, the message is sent, the record is made. */
enum { START = 0, END = 1, SENT = 2, NOW = 3 };

struct question {
  const struct seats *seats;
  const struct seat *seat;
  size_t point;
};

static followup_status add_person(const struct question *question, followup_interview *interview,
                                  followup_error *error) {
  const followup_interviewer *person = question->seat->person;
  const char *email = followup_interviewer_email(person);
  followup_interviewer *copy;
  followup_status status =
      followup_interview_add_interviewer(interview, followup_interviewer_name(person), Z, &copy, error);
  if (status == FOLLOWUP_OK && *email != '\0') status = followup_interviewer_set_email(copy, email, Z, error);
  if (status == FOLLOWUP_OK)
    status = followup_interviewer_add_note(copy, followup_interviewer_note(person, question->point), Z, error);
  return status;
}

static followup_status add_interview(const struct question *question, followup_case *of, followup_error *error) {
  followup_interview *interview;
  followup_status status = followup_case_add_interview(of, "only", Z, &interview, error);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time(interview, START, END, error);
  if (status == FOLLOWUP_OK) status = followup_interview_set_time_zone(interview, "UTC", Z, error);
  return status == FOLLOWUP_OK ? add_person(question, interview, error) : status;
}

static followup_status add_note(const struct question *question, followup_case *of, followup_error *error) {
  const followup_message *note = question->seat->note;
  const char *email = followup_interviewer_email(question->seat->person);
  const char *to = *email != '\0' ? email : followup_interviewer_name(question->seat->person);
  size_t length;
  const char *body = followup_message_body(note, &length);
  followup_message *copy;
  followup_status status = followup_case_add_message(of, FOLLOWUP_KIND_THANK_YOU, &copy, error);
  if (status == FOLLOWUP_OK) status = followup_message_add_recipient(copy, FOLLOWUP_RECIPIENTS_TO, to, Z, error);
  if (status == FOLLOWUP_OK) status = followup_message_set_body(copy, body, length, error);
  return status == FOLLOWUP_OK ? followup_message_set_sent(copy, SENT, error) : status;
}

static followup_status fill(const struct question *question, followup_case *of, followup_error *error) {
  const followup_case *whole = question->seats->of;
  followup_status status = followup_case_set_company(of, followup_case_company(whole), Z, error);
  if (status == FOLLOWUP_OK) status = followup_case_set_role(of, followup_case_role(whole), Z, error);
  if (status == FOLLOWUP_OK) status = add_interview(question, of, error);
  return status == FOLLOWUP_OK ? add_note(question, of, error) : status;
}

static followup_status ask(const followup_context *context, const struct question *question, bool *answer,
                           followup_error *error) {
  followup_case *of = NULL;
  followup_record *record = NULL;
  followup_status status = followup_case_new(context, &of, error);
  if (status == FOLLOWUP_OK) status = fill(question, of, error);
  if (status == FOLLOWUP_OK) status = followup_record_make(NULL, of, NOW, &record, error);
  *answer = followup_record_notes_taken_up(record) > 0;
  followup_record_free(record);
  followup_case_free(of);
  return status;
}

followup_status find_taken_up(const followup_context *context, const struct seats *seats, followup_error *error) {
  followup_status status = FOLLOWUP_OK;
  for (size_t i = 0; i < seats->count; i++) {
    const struct seat *seat = &seats->items[i];
    for (size_t point = 0; seat->note != NULL && status == FOLLOWUP_OK && point < seat->held; point++) {
      const struct question question = {seats, seat, point};
      status = ask(context, &question, &seat->taken_up[point], error);
    }
  }
  return status;
}
