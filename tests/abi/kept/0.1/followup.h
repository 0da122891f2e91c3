#ifndef FOLLOWUP_H
#define FOLLOWUP_H
#ifndef FOLLOWUP_CALENDAR_H
#define FOLLOWUP_CALENDAR_H
#ifndef FOLLOWUP_STATUS_H
#define FOLLOWUP_STATUS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifndef FOLLOWUP_EXPORT_H
#define FOLLOWUP_EXPORT_H
#if defined(__GNUC__)
#define FOLLOWUP_API __attribute__((visibility("default")))
#else
#define FOLLOWUP_API
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
#define FOLLOWUP_ZERO_TERMINATED ((size_t)-1)
#define FOLLOWUP_NOWHERE ((size_t)-1)
#define FOLLOWUP_NO_TIME INT64_MIN
typedef enum followup_status {
  FOLLOWUP_OK = 0,
  FOLLOWUP_E_ARGUMENT = 1,
  FOLLOWUP_E_UTF8 = 2,
  FOLLOWUP_E_LIMIT = 3,
  FOLLOWUP_E_MEMORY = 4,
  FOLLOWUP_E_TIME_ZONE = 5,
  FOLLOWUP_E_UNKNOWN = 6,
  FOLLOWUP_E_SYNTAX = 7,
  FOLLOWUP_E_FILE = 8,
  FOLLOWUP_E_INTERNAL = 9
} followup_status;
typedef struct followup_context followup_context;
typedef struct followup_error followup_error;
FOLLOWUP_API followup_status followup_error_new(const followup_context *context, followup_error **made);
FOLLOWUP_API void followup_error_free(followup_error *error);
FOLLOWUP_API followup_status followup_error_status(const followup_error *error);
FOLLOWUP_API const char *followup_error_message(const followup_error *error);
FOLLOWUP_API const char *followup_error_reason(const followup_error *error);
FOLLOWUP_API const char *followup_error_member(const followup_error *error);
FOLLOWUP_API size_t followup_error_offset(const followup_error *error);
FOLLOWUP_API size_t followup_error_line(const followup_error *error);
FOLLOWUP_API followup_status followup_error_set(followup_error *error, followup_status status, const char *member,
                                                size_t offset, size_t line, const char *reason);
FOLLOWUP_API const char *followup_status_text(followup_status status);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_calendar followup_calendar;
typedef enum followup_weekend {
  FOLLOWUP_WEEKEND_OF_REGION = 0,
  FOLLOWUP_WEEKEND_SAT_SUN = 1,
  FOLLOWUP_WEEKEND_FRI_SAT = 2,
  FOLLOWUP_WEEKEND_SUN = 3,
  FOLLOWUP_WEEKEND_FRI = 4,
  FOLLOWUP_WEEKEND_NONE = 5
} followup_weekend;
typedef enum followup_reading {
  FOLLOWUP_READING_WEEK_START = 1,
  FOLLOWUP_READING_NEXT_WEEKDAY = 2,
  FOLLOWUP_READING_MONTH_FIRST = 3,
  FOLLOWUP_READING_COUPLE = 4,
  FOLLOWUP_READING_FEW = 5,
  FOLLOWUP_READING_SEVERAL = 6,
  FOLLOWUP_READING_EARLY_MONTH = 7,
  FOLLOWUP_READING_MID_MONTH = 8
} followup_reading;
FOLLOWUP_API followup_status followup_calendar_new(const followup_context *context, followup_calendar **made,
                                                   followup_error *error);
FOLLOWUP_API void followup_calendar_free(followup_calendar *calendar);
FOLLOWUP_API followup_status followup_calendar_set_time_zone(followup_calendar *calendar, const char *zone,
                                                             size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_calendar_set_region(followup_calendar *calendar, const char *region,
                                                          size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_calendar_set_weekend(followup_calendar *calendar, followup_weekend weekend,
                                                           followup_error *error);
FOLLOWUP_API followup_status followup_calendar_set_reading(followup_calendar *calendar, followup_reading reading,
                                                           int value, followup_error *error);
FOLLOWUP_API followup_status followup_calendar_add_holiday(followup_calendar *calendar, const char *date, size_t length,
                                                           followup_error *error);
FOLLOWUP_API followup_status followup_business_days_after(const followup_calendar *calendar, int64_t instant, int days,
                                                          int64_t *end, followup_error *error);
FOLLOWUP_API followup_status followup_calendar_instant(const followup_calendar *calendar, const char *local,
                                                       size_t length, int64_t *instant, followup_error *error);
FOLLOWUP_API bool followup_is_business_day(const followup_calendar *calendar, int64_t instant);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_CASE_H
#define FOLLOWUP_CASE_H
#ifndef FOLLOWUP_CANDIDATE_H
#define FOLLOWUP_CANDIDATE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_candidate followup_candidate;
FOLLOWUP_API followup_status followup_candidate_set_name(followup_candidate *candidate, const char *name, size_t length,
                                                         followup_error *error);
FOLLOWUP_API followup_status followup_candidate_set_email(followup_candidate *candidate, const char *email,
                                                          size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_candidate_set_time_zone(followup_candidate *candidate, const char *zone,
                                                              size_t length, followup_error *error);
FOLLOWUP_API const char *followup_candidate_name(const followup_candidate *candidate);
FOLLOWUP_API const char *followup_candidate_email(const followup_candidate *candidate);
FOLLOWUP_API const char *followup_candidate_time_zone(const followup_candidate *candidate);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_EVENT_H
#define FOLLOWUP_EVENT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_event followup_event;
typedef enum followup_event_kind {
  FOLLOWUP_EVENT_REPLY = 1,
  FOLLOWUP_EVENT_INFORMATION_REQUEST = 2,
  FOLLOWUP_EVENT_VERBAL_OFFER = 3,
  FOLLOWUP_EVENT_WRITTEN_OFFER = 4,
  FOLLOWUP_EVENT_REJECTION = 5,
  FOLLOWUP_EVENT_WITHDRAWAL = 6,
  FOLLOWUP_EVENT_HIRE = 7
} followup_event_kind;
FOLLOWUP_API const char *followup_event_kind_name(followup_event_kind kind);
FOLLOWUP_API bool followup_event_kind_from_name(const char *name, size_t length, followup_event_kind *kind);
FOLLOWUP_API followup_status followup_event_set_from(followup_event *event, const char *mailbox, size_t length,
                                                     followup_error *error);
FOLLOWUP_API followup_status followup_event_set_promised_reply(followup_event *event, const char *words, size_t length,
                                                               followup_error *error);
FOLLOWUP_API followup_event_kind followup_event_kind_of(const followup_event *event);
FOLLOWUP_API int64_t followup_event_at(const followup_event *event);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_INTERVIEW_H
#define FOLLOWUP_INTERVIEW_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_interview followup_interview;
typedef struct followup_interviewer followup_interviewer;
FOLLOWUP_API followup_status followup_interview_set_time(followup_interview *interview, int64_t start, int64_t end,
                                                         followup_error *error);
FOLLOWUP_API followup_status followup_interview_set_time_zone(followup_interview *interview, const char *zone,
                                                              size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_interview_set_stage(followup_interview *interview, const char *stage,
                                                          size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_interview_set_promised_reply(followup_interview *interview, const char *words,
                                                                   size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_interview_set_window_ends(followup_interview *interview, int64_t instant,
                                                                followup_error *error);
FOLLOWUP_API followup_status followup_interview_add_promised_material(followup_interview *interview, const char *what,
                                                                      size_t what_length, const char *to,
                                                                      size_t to_length, followup_error *error);
FOLLOWUP_API followup_status followup_interview_add_interviewer(followup_interview *interview, const char *name,
                                                                size_t length, followup_interviewer **added,
                                                                followup_error *error);
FOLLOWUP_API followup_status followup_interviewer_set_email(followup_interviewer *interviewer, const char *email,
                                                            size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_interviewer_set_title(followup_interviewer *interviewer, const char *title,
                                                            size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_interviewer_add_note(followup_interviewer *interviewer, const char *note,
                                                           size_t length, followup_error *error);
FOLLOWUP_API const char *followup_interview_id(const followup_interview *interview);
FOLLOWUP_API int64_t followup_interview_start(const followup_interview *interview);
FOLLOWUP_API int64_t followup_interview_end(const followup_interview *interview);
FOLLOWUP_API size_t followup_interview_interviewer_count(const followup_interview *interview);
FOLLOWUP_API const followup_interviewer *followup_interview_interviewer(const followup_interview *interview,
                                                                        size_t index);
FOLLOWUP_API const char *followup_interviewer_name(const followup_interviewer *interviewer);
FOLLOWUP_API const char *followup_interviewer_email(const followup_interviewer *interviewer);
FOLLOWUP_API const char *followup_interviewer_title(const followup_interviewer *interviewer);
FOLLOWUP_API size_t followup_interviewer_note_count(const followup_interviewer *interviewer);
FOLLOWUP_API const char *followup_interviewer_note(const followup_interviewer *interviewer, size_t index);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_MESSAGE_H
#define FOLLOWUP_MESSAGE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_message followup_message;
typedef enum followup_kind {
  FOLLOWUP_KIND_UNKNOWN = 0,
  FOLLOWUP_KIND_THANK_YOU = 1,
  FOLLOWUP_KIND_STATUS_CHECK = 2,
  FOLLOWUP_KIND_APPLICATION_FOLLOW_UP = 3,
  FOLLOWUP_KIND_CONTINUED_INTEREST = 4,
  FOLLOWUP_KIND_MATERIALS = 5,
  FOLLOWUP_KIND_INFORMATION_REPLY = 6,
  FOLLOWUP_KIND_OFFER_ACKNOWLEDGEMENT = 7,
  FOLLOWUP_KIND_FEEDBACK_REQUEST = 8
} followup_kind;
typedef enum followup_recipients {
  FOLLOWUP_RECIPIENTS_TO = 1,
  FOLLOWUP_RECIPIENTS_CC = 2,
  FOLLOWUP_RECIPIENTS_BCC = 3
} followup_recipients;
FOLLOWUP_API const char *followup_kind_name(followup_kind kind);
FOLLOWUP_API followup_kind followup_kind_from_name(const char *name, size_t length);
FOLLOWUP_API followup_status followup_message_set_id(followup_message *message, const char *id, size_t length,
                                                     followup_error *error);
FOLLOWUP_API followup_status followup_message_set_interview(followup_message *message, const char *id, size_t length,
                                                            followup_error *error);
FOLLOWUP_API followup_status followup_message_set_from(followup_message *message, const char *mailbox, size_t length,
                                                       followup_error *error);
FOLLOWUP_API followup_status followup_message_add_recipient(followup_message *message, followup_recipients list,
                                                            const char *mailbox, size_t length, followup_error *error);
FOLLOWUP_API followup_status followup_message_set_subject(followup_message *message, const char *subject, size_t length,
                                                          followup_error *error);
FOLLOWUP_API followup_status followup_message_set_body(followup_message *message, const char *body, size_t length,
                                                       followup_error *error);
FOLLOWUP_API followup_status followup_message_add_attachment(followup_message *message, const char *name, size_t length,
                                                             followup_error *error);
FOLLOWUP_API followup_status followup_message_set_sent(followup_message *message, int64_t sent, followup_error *error);
FOLLOWUP_API followup_kind followup_message_kind(const followup_message *message);
FOLLOWUP_API const char *followup_message_id(const followup_message *message);
FOLLOWUP_API const char *followup_message_subject(const followup_message *message, size_t *length);
FOLLOWUP_API const char *followup_message_body(const followup_message *message, size_t *length);
FOLLOWUP_API int64_t followup_message_sent(const followup_message *message);
FOLLOWUP_API const char *followup_message_from(const followup_message *message);
FOLLOWUP_API size_t followup_message_attachment_count(const followup_message *message);
FOLLOWUP_API const char *followup_message_attachment(const followup_message *message, size_t index);
FOLLOWUP_API size_t followup_message_recipient_count(const followup_message *message, followup_recipients list);
FOLLOWUP_API const char *followup_message_recipient(const followup_message *message, followup_recipients list,
                                                    size_t index);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_case followup_case;
FOLLOWUP_API followup_status followup_case_new(const followup_context *context, followup_case **made,
                                               followup_error *error);
FOLLOWUP_API void followup_case_free(followup_case *of);
FOLLOWUP_API followup_status followup_case_set_id(followup_case *of, const char *id, size_t length,
                                                  followup_error *error);
FOLLOWUP_API followup_status followup_case_set_company(followup_case *of, const char *company, size_t length,
                                                       followup_error *error);
FOLLOWUP_API followup_status followup_case_set_role(followup_case *of, const char *role, size_t length,
                                                    followup_error *error);
FOLLOWUP_API followup_status followup_case_set_applied_at(followup_case *of, int64_t instant, followup_error *error);
FOLLOWUP_API followup_status followup_case_add_other_company(followup_case *of, const char *company, size_t length,
                                                             followup_error *error);
FOLLOWUP_API followup_status followup_case_add_interview(followup_case *of, const char *id, size_t length,
                                                         followup_interview **added, followup_error *error);
FOLLOWUP_API followup_status followup_case_add_event(followup_case *of, followup_event_kind kind, int64_t at,
                                                     followup_event **added, followup_error *error);
FOLLOWUP_API followup_status followup_case_add_message(followup_case *of, followup_kind kind, followup_message **added,
                                                       followup_error *error);
FOLLOWUP_API followup_status followup_case_drop_message(followup_case *of, followup_message *message,
                                                        followup_error *error);
FOLLOWUP_API followup_candidate *followup_case_candidate(followup_case *of);
FOLLOWUP_API followup_calendar *followup_case_calendar(followup_case *of);
FOLLOWUP_API const char *followup_case_id(const followup_case *of);
FOLLOWUP_API const char *followup_case_company(const followup_case *of);
FOLLOWUP_API const char *followup_case_role(const followup_case *of);
FOLLOWUP_API size_t followup_case_interview_count(const followup_case *of);
FOLLOWUP_API const followup_interview *followup_case_interview(const followup_case *of, size_t index);
FOLLOWUP_API size_t followup_case_event_count(const followup_case *of);
FOLLOWUP_API const followup_event *followup_case_event(const followup_case *of, size_t index);
FOLLOWUP_API size_t followup_case_message_count(const followup_case *of);
FOLLOWUP_API const followup_message *followup_case_message(const followup_case *of, size_t index);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_CONTEXT_H
#define FOLLOWUP_CONTEXT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef void *(*followup_allocate)(size_t size, void *user);
typedef void (*followup_release)(void *block, void *user);
FOLLOWUP_API followup_status followup_context_new(followup_allocate allocate, followup_release release, void *user,
                                                  followup_context **made);
FOLLOWUP_API void followup_context_free(followup_context *context);
FOLLOWUP_API followup_status followup_context_set_text_limit(followup_context *context, size_t bytes,
                                                             followup_error *error);
FOLLOWUP_API followup_status followup_context_set_zone_directory(followup_context *context, const char *path,
                                                                 size_t length, followup_error *error);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_DRAFT_H
#define FOLLOWUP_DRAFT_H
#ifndef FOLLOWUP_PLAN_H
#define FOLLOWUP_PLAN_H
#ifndef FOLLOWUP_POLICY_H
#define FOLLOWUP_POLICY_H
#ifndef FOLLOWUP_RULE_H
#define FOLLOWUP_RULE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef enum followup_rule {
  FOLLOWUP_RULE_NONE = 0,
  FOLLOWUP_RULE_MULTIPLE_RECIPIENTS = 1,
  FOLLOWUP_RULE_WRONG_NAME = 2,
  FOLLOWUP_RULE_IMPERSONAL_GREETING = 3,
  FOLLOWUP_RULE_UNKNOWN_RECIPIENT = 4,
  FOLLOWUP_RULE_ASKS_FOR_DECISION_DATE = 100,
  FOLLOWUP_RULE_NEW_ARGUMENT = 101,
  FOLLOWUP_RULE_NO_THANKS = 102,
  FOLLOWUP_RULE_NO_INTEREST = 103,
  FOLLOWUP_RULE_TOO_SHORT = 104,
  FOLLOWUP_RULE_TOO_LONG = 105,
  FOLLOWUP_RULE_NOT_PERSONALIZED = 106,
  FOLLOWUP_RULE_PRESSURE = 107,
  FOLLOWUP_RULE_PLEADING = 108,
  FOLLOWUP_RULE_APOLOGETIC = 109,
  FOLLOWUP_RULE_PLACEHOLDER = 110,
  FOLLOWUP_RULE_SHOUTING = 111,
  FOLLOWUP_RULE_PAY_TALK = 112,
  FOLLOWUP_RULE_NEGATIVE_TALK = 113,
  FOLLOWUP_RULE_MISSING_ATTACHMENT = 114,
  FOLLOWUP_RULE_WRONG_COMPANY = 115,
  FOLLOWUP_RULE_WRONG_DATE = 116,
  FOLLOWUP_RULE_NO_CONVERSATION_REFERENCE = 117,
  FOLLOWUP_RULE_NO_WRITTEN_OFFER = 118,
  FOLLOWUP_RULE_ACCEPTS_UNSEEN = 119,
  FOLLOWUP_RULE_ARGUES_WITH_DECISION = 120,
  FOLLOWUP_RULE_TOO_CASUAL = 121,
  FOLLOWUP_RULE_NO_GREETING = 122,
  FOLLOWUP_RULE_NO_SIGN_OFF = 123,
  FOLLOWUP_RULE_NO_SUBJECT = 124,
  FOLLOWUP_RULE_IDENTICAL_MESSAGES = 200,
  FOLLOWUP_RULE_SIMILAR_MESSAGES = 201,
  FOLLOWUP_RULE_BORROWED_DETAIL = 202,
  FOLLOWUP_RULE_LATE_THANK_YOU = 300,
  FOLLOWUP_RULE_LATE_MATERIALS = 301,
  FOLLOWUP_RULE_LATE_INFORMATION_REPLY = 302,
  FOLLOWUP_RULE_EARLY_STATUS_CHECK = 303,
  FOLLOWUP_RULE_REPEATED_STATUS_CHECK = 304,
  FOLLOWUP_RULE_TOO_MANY_FOLLOW_UPS = 305,
  FOLLOWUP_RULE_EARLY_APPLICATION_FOLLOW_UP = 306,
  FOLLOWUP_RULE_LATE_OFFER_ACKNOWLEDGEMENT = 307,
  FOLLOWUP_RULE_EARLY_FEEDBACK_REQUEST = 308,
  FOLLOWUP_RULE_FOLLOW_UP_AFTER_DECISION = 309,
  FOLLOWUP_RULE_OFF_HOURS = 310
} followup_rule;
typedef enum followup_level {
  FOLLOWUP_LEVEL_OFF = 0,
  FOLLOWUP_LEVEL_NOTE = 1,
  FOLLOWUP_LEVEL_WARNING = 2,
  FOLLOWUP_LEVEL_ERROR = 3
} followup_level;
typedef enum followup_family {
  FOLLOWUP_FAMILY_RECIPIENTS = 1,
  FOLLOWUP_FAMILY_CONTENT = 2,
  FOLLOWUP_FAMILY_PANEL = 3,
  FOLLOWUP_FAMILY_TIMING = 4
} followup_family;
FOLLOWUP_API size_t followup_rule_count(void);
FOLLOWUP_API followup_rule followup_rule_at(size_t index);
FOLLOWUP_API const char *followup_rule_name(followup_rule rule);
FOLLOWUP_API followup_rule followup_rule_from_name(const char *name, size_t length);
FOLLOWUP_API const char *followup_rule_summary(followup_rule rule);
FOLLOWUP_API followup_family followup_rule_family(followup_rule rule);
FOLLOWUP_API bool followup_rule_applies_to(followup_rule rule, followup_kind kind);
FOLLOWUP_API bool followup_rule_is_judged(followup_rule rule);
FOLLOWUP_API const char *followup_level_name(followup_level level);
FOLLOWUP_API bool followup_level_from_name(const char *name, size_t length, followup_level *level);
FOLLOWUP_API const char *followup_family_name(followup_family family);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_policy followup_policy;
typedef enum followup_number {
  FOLLOWUP_NUMBER_THANK_YOU_HOURS = 1,
  FOLLOWUP_NUMBER_MATERIALS_HOURS = 2,
  FOLLOWUP_NUMBER_INFORMATION_REPLY_HOURS = 3,
  FOLLOWUP_NUMBER_OFFER_ACKNOWLEDGEMENT_HOURS = 4,
  FOLLOWUP_NUMBER_ROLL_TO_BUSINESS_DAY = 5,
  FOLLOWUP_NUMBER_STATUS_CHECK_GRACE_DAYS = 6,
  FOLLOWUP_NUMBER_STATUS_CHECK_DEFAULT_DAYS = 7,
  FOLLOWUP_NUMBER_STATUS_CHECKS_PER_WINDOW = 8,
  FOLLOWUP_NUMBER_FOLLOW_UPS_TOO_MANY = 9,
  FOLLOWUP_NUMBER_FOLLOW_UPS_HOURS = 10,
  FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DAYS = 11,
  FOLLOWUP_NUMBER_APPLICATION_FOLLOW_UP_DUE_DAYS = 12,
  FOLLOWUP_NUMBER_FEEDBACK_REQUEST_DUE_DAYS = 13,
  FOLLOWUP_NUMBER_RECIPIENTS_ERROR = 14,
  FOLLOWUP_NUMBER_GROUP_NOTE_SIZE = 15,
  FOLLOWUP_NUMBER_SIMILAR_PERCENT = 16,
  FOLLOWUP_NUMBER_EXCLAMATION_MARKS = 17
} followup_number;
FOLLOWUP_API followup_status followup_policy_new(const followup_context *context, followup_policy **made,
                                                 followup_error *error);
FOLLOWUP_API void followup_policy_free(followup_policy *policy);
FOLLOWUP_API followup_status followup_policy_use_region(followup_policy *policy, const char *region, size_t length,
                                                        followup_error *error);
FOLLOWUP_API followup_status followup_policy_set_level(followup_policy *policy, followup_rule rule,
                                                       followup_level level, followup_error *error);
FOLLOWUP_API followup_status followup_policy_set_number(followup_policy *policy, followup_number number, int value,
                                                        followup_error *error);
FOLLOWUP_API followup_status followup_policy_set_sentences(followup_policy *policy, followup_kind kind, int least,
                                                           int most, followup_error *error);
FOLLOWUP_API followup_status followup_policy_suppress_recipient(followup_policy *policy, followup_rule rule,
                                                                const char *address, size_t length,
                                                                followup_error *error);
FOLLOWUP_API followup_status followup_policy_suppress_fingerprint(followup_policy *policy, uint64_t fingerprint,
                                                                  followup_error *error);
FOLLOWUP_API followup_level followup_policy_level(const followup_policy *policy, followup_rule rule,
                                                  followup_kind kind);
FOLLOWUP_API int followup_policy_number(const followup_policy *policy, followup_number number);
FOLLOWUP_API int followup_policy_least_sentences(const followup_policy *policy, followup_kind kind);
FOLLOWUP_API int followup_policy_most_sentences(const followup_policy *policy, followup_kind kind);
FOLLOWUP_API const char *followup_number_name(followup_number number);
FOLLOWUP_API bool followup_number_from_name(const char *name, size_t length, followup_number *number);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_plan followup_plan;
typedef struct followup_action followup_action;
typedef enum followup_action_kind {
  FOLLOWUP_ACTION_CAPTURE_NOTES = 1,
  FOLLOWUP_ACTION_THANK_YOU = 2,
  FOLLOWUP_ACTION_MATERIALS = 3,
  FOLLOWUP_ACTION_INFORMATION_REPLY = 4,
  FOLLOWUP_ACTION_APPLICATION_FOLLOW_UP = 5,
  FOLLOWUP_ACTION_STATUS_CHECK = 6,
  FOLLOWUP_ACTION_OFFER_ACKNOWLEDGEMENT = 7,
  FOLLOWUP_ACTION_FEEDBACK_REQUEST = 8
} followup_action_kind;
typedef enum followup_action_state {
  FOLLOWUP_ACTION_DONE = 1,
  FOLLOWUP_ACTION_CLOSED = 2,
  FOLLOWUP_ACTION_UPCOMING = 3,
  FOLLOWUP_ACTION_HELD = 4,
  FOLLOWUP_ACTION_OVERDUE = 5,
  FOLLOWUP_ACTION_OPEN = 6
} followup_action_state;
FOLLOWUP_API const char *followup_action_kind_name(followup_action_kind kind);
FOLLOWUP_API const char *followup_action_state_name(followup_action_state state);
FOLLOWUP_API followup_status followup_plan_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                                followup_plan **made, followup_error *error);
FOLLOWUP_API void followup_plan_free(followup_plan *plan);
FOLLOWUP_API size_t followup_plan_count(const followup_plan *plan);
FOLLOWUP_API const followup_action *followup_plan_at(const followup_plan *plan, size_t index);
FOLLOWUP_API followup_action_kind followup_action_kind_of(const followup_action *action);
FOLLOWUP_API followup_action_state followup_action_state_of(const followup_action *action);
FOLLOWUP_API const char *followup_action_interview(const followup_action *action);
FOLLOWUP_API const char *followup_action_to(const followup_action *action);
FOLLOWUP_API const char *followup_action_to_name(const followup_action *action);
FOLLOWUP_API const char *followup_action_what(const followup_action *action);
FOLLOWUP_API int64_t followup_action_opens(const followup_action *action);
FOLLOWUP_API int64_t followup_action_due(const followup_action *action);
FOLLOWUP_API const char *followup_action_time_zone(const followup_action *action);
FOLLOWUP_API const char *followup_action_opens_local(const followup_action *action);
FOLLOWUP_API const char *followup_action_due_local(const followup_action *action);
FOLLOWUP_API const char *followup_action_done_by(const followup_action *action);
FOLLOWUP_API bool followup_action_late(const followup_action *action);
FOLLOWUP_API bool followup_action_optional(const followup_action *action);
FOLLOWUP_API const char *followup_action_because(const followup_action *action);
typedef struct followup_record followup_record;
FOLLOWUP_API followup_status followup_record_make(const followup_policy *policy, const followup_case *of, int64_t now,
                                                  followup_record **made, followup_error *error);
FOLLOWUP_API void followup_record_free(followup_record *record);
FOLLOWUP_API size_t followup_record_interviewers(const followup_record *record);
FOLLOWUP_API size_t followup_record_thanked(const followup_record *record);
FOLLOWUP_API size_t followup_record_thanked_in_time(const followup_record *record);
FOLLOWUP_API int64_t followup_record_median_delay(const followup_record *record);
FOLLOWUP_API size_t followup_record_notes_held(const followup_record *record);
FOLLOWUP_API size_t followup_record_notes_taken_up(const followup_record *record);
FOLLOWUP_API size_t followup_record_materials_promised(const followup_record *record);
FOLLOWUP_API size_t followup_record_materials_in_time(const followup_record *record);
FOLLOWUP_API size_t followup_record_early_status_checks(const followup_record *record);
FOLLOWUP_API const char *followup_record_early_status_check(const followup_record *record, size_t index);
FOLLOWUP_API size_t followup_record_most_unsolicited(const followup_record *record);
FOLLOWUP_API size_t followup_record_never_thanked_count(const followup_record *record);
FOLLOWUP_API const char *followup_record_never_thanked(const followup_record *record, size_t index);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_draft followup_draft;
typedef enum followup_register {
  FOLLOWUP_REGISTER_NEUTRAL = 0,
  FOLLOWUP_REGISTER_FORMAL = 1
} followup_register;
FOLLOWUP_API const char *followup_register_name(followup_register tone);
FOLLOWUP_API bool followup_register_from_name(const char *name, size_t length, followup_register *tone);
FOLLOWUP_API followup_status followup_draft_make(const followup_policy *policy, const followup_case *of,
                                                 const followup_action *action, int64_t now, followup_register tone,
                                                 const char *to, size_t to_length, followup_draft **made,
                                                 followup_error *error);
FOLLOWUP_API void followup_draft_free(followup_draft *draft);
FOLLOWUP_API followup_kind followup_draft_kind(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_interview(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_to(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_to_name(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_subject(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_body(const followup_draft *draft);
FOLLOWUP_API const char *followup_draft_to_do(const followup_draft *draft);
FOLLOWUP_API bool followup_draft_settles(const followup_draft *draft, const followup_action *action);
FOLLOWUP_API size_t followup_draft_slot_count(const followup_draft *draft);
FOLLOWUP_API bool followup_draft_slot(const followup_draft *draft, size_t index, size_t *start, size_t *end);
FOLLOWUP_API followup_status followup_draft_add(const followup_draft *draft, followup_case *of,
                                                followup_message **added, followup_error *error);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_LINTER_H
#define FOLLOWUP_LINTER_H
#ifndef FOLLOWUP_REPORT_H
#define FOLLOWUP_REPORT_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_report followup_report;
typedef struct followup_finding followup_finding;
typedef enum followup_part {
  FOLLOWUP_PART_MESSAGE = 0,
  FOLLOWUP_PART_BODY = 1,
  FOLLOWUP_PART_SUBJECT = 2,
  FOLLOWUP_PART_FROM = 3,
  FOLLOWUP_PART_TO = 4,
  FOLLOWUP_PART_CC = 5,
  FOLLOWUP_PART_BCC = 6,
  FOLLOWUP_PART_ATTACHMENTS = 7,
  FOLLOWUP_PART_SENT = 8
} followup_part;
typedef enum followup_unit {
  FOLLOWUP_UNIT_BYTES = 0,
  FOLLOWUP_UNIT_UTF16 = 1,
  FOLLOWUP_UNIT_CODE_POINTS = 2
} followup_unit;
FOLLOWUP_API const char *followup_part_name(followup_part part);
FOLLOWUP_API void followup_report_free(followup_report *report);
FOLLOWUP_API size_t followup_report_count(const followup_report *report);
FOLLOWUP_API const followup_finding *followup_report_finding(const followup_report *report, size_t index);
FOLLOWUP_API followup_level followup_report_worst(const followup_report *report);
FOLLOWUP_API followup_rule followup_finding_rule(const followup_finding *finding);
FOLLOWUP_API followup_level followup_finding_level(const followup_finding *finding);
FOLLOWUP_API const char *followup_finding_message(const followup_finding *finding);
FOLLOWUP_API followup_kind followup_finding_kind(const followup_finding *finding);
FOLLOWUP_API followup_part followup_finding_part(const followup_finding *finding);
FOLLOWUP_API size_t followup_finding_index(const followup_finding *finding);
FOLLOWUP_API bool followup_finding_span(const followup_finding *finding, followup_unit unit, size_t *start,
                                        size_t *end);
FOLLOWUP_API const char *followup_finding_text(const followup_finding *finding);
FOLLOWUP_API uint64_t followup_finding_fingerprint(const followup_finding *finding);
FOLLOWUP_API followup_status followup_report_explanation(followup_report *report, size_t index, const char **text,
                                                         followup_error *error);
FOLLOWUP_API followup_status followup_report_suggestion(followup_report *report, size_t index, const char **text,
                                                        followup_error *error);
FOLLOWUP_API bool followup_report_fix(followup_report *report, size_t index, const char **replacement);
#ifdef __cplusplus
}
#endif
#endif
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_linter followup_linter;
typedef struct followup_scratch followup_scratch;
FOLLOWUP_API followup_status followup_linter_new(const followup_context *context, const followup_policy *policy,
                                                 followup_linter **made, followup_error *error);
FOLLOWUP_API void followup_linter_free(followup_linter *linter);
FOLLOWUP_API followup_status followup_scratch_new(const followup_linter *linter, followup_scratch **made,
                                                  followup_error *error);
FOLLOWUP_API void followup_scratch_free(followup_scratch *scratch);
FOLLOWUP_API followup_status followup_lint_message(const followup_linter *linter, followup_scratch *scratch,
                                                   const followup_case *of, const followup_message *message,
                                                   int64_t now, followup_report **report, followup_error *error);
FOLLOWUP_API followup_status followup_lint_case(const followup_linter *linter, followup_scratch *scratch,
                                                const followup_case *of, int64_t now, followup_report **report,
                                                followup_error *error);
FOLLOWUP_API followup_status followup_lint_text(const followup_linter *linter, followup_scratch *scratch,
                                                followup_kind kind, const char *body, size_t length,
                                                followup_report **report, followup_error *error);
FOLLOWUP_API followup_status followup_guess_kind(const followup_linter *linter, followup_scratch *scratch,
                                                 const char *subject, size_t subject_length, const char *body,
                                                 size_t body_length, followup_kind *kind, followup_error *error);
FOLLOWUP_API followup_status followup_prose_sentences(const followup_linter *linter, followup_scratch *scratch,
                                                      const char *body, size_t length, size_t *count,
                                                      followup_error *error);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_SIMILARITY_H
#define FOLLOWUP_SIMILARITY_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_similarity followup_similarity;
FOLLOWUP_API followup_status followup_similarity_read(const followup_linter *linter, followup_scratch *scratch,
                                                      const char *one, size_t one_length, const char *other,
                                                      size_t other_length, const char *names, size_t names_length,
                                                      followup_similarity **similarity, followup_error *error);
FOLLOWUP_API void followup_similarity_free(followup_similarity *similarity);
FOLLOWUP_API double followup_similarity_share(const followup_similarity *similarity);
FOLLOWUP_API bool followup_similarity_same(const followup_similarity *similarity);
FOLLOWUP_API size_t followup_similarity_passage_count(const followup_similarity *similarity);
FOLLOWUP_API bool followup_similarity_passage(const followup_similarity *similarity, size_t index, size_t *one_start,
                                              size_t *one_end, size_t *other_start, size_t *other_end);
typedef struct followup_comparison followup_comparison;
FOLLOWUP_API followup_status followup_comparison_new(const followup_linter *linter, followup_comparison **made,
                                                     followup_error *error);
FOLLOWUP_API void followup_comparison_free(followup_comparison *comparison);
FOLLOWUP_API void followup_comparison_clear(followup_comparison *comparison);
FOLLOWUP_API followup_status followup_comparison_add(followup_comparison *comparison, const char *body, size_t length,
                                                     const char *names, size_t names_length, uint64_t owner,
                                                     followup_error *error);
FOLLOWUP_API size_t followup_comparison_count(const followup_comparison *comparison);
FOLLOWUP_API followup_status followup_comparison_run(followup_comparison *comparison, double least,
                                                     followup_error *error);
FOLLOWUP_API bool followup_comparison_nearest(const followup_comparison *comparison, size_t index, size_t *other,
                                              double *share, bool *same);
FOLLOWUP_API bool followup_comparison_is_settled(const followup_comparison *comparison, size_t index);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_UPTAKE_H
#define FOLLOWUP_UPTAKE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_uptake followup_uptake;
typedef enum followup_uptake_way {
  FOLLOWUP_UPTAKE_SAME_WORDS = 1,
  FOLLOWUP_UPTAKE_WORD_FORMS = 2,
  FOLLOWUP_UPTAKE_NUMBER = 3,
  FOLLOWUP_UPTAKE_NAME = 4,
  FOLLOWUP_UPTAKE_ABBREVIATION = 5,
  FOLLOWUP_UPTAKE_RELATED_WORDS = 6
} followup_uptake_way;
FOLLOWUP_API const char *followup_uptake_way_name(followup_uptake_way way);
FOLLOWUP_API followup_status followup_uptake_read_text(const followup_linter *linter, followup_scratch *scratch,
                                                       const char *body, size_t length, const char *const *notes,
                                                       size_t note_count, followup_uptake **uptake,
                                                       followup_error *error);
FOLLOWUP_API followup_status followup_uptake_read_message(const followup_linter *linter, followup_scratch *scratch,
                                                          const followup_message *message,
                                                          const followup_interviewer *interviewer,
                                                          followup_uptake **uptake, followup_error *error);
FOLLOWUP_API void followup_uptake_free(followup_uptake *uptake);
FOLLOWUP_API size_t followup_uptake_count(const followup_uptake *uptake);
FOLLOWUP_API size_t followup_uptake_note(const followup_uptake *uptake, size_t index);
FOLLOWUP_API double followup_uptake_sureness(const followup_uptake *uptake, size_t index);
FOLLOWUP_API followup_uptake_way followup_uptake_how(const followup_uptake *uptake, size_t index);
FOLLOWUP_API bool followup_uptake_span(const followup_uptake *uptake, size_t index, followup_unit unit, size_t *start,
                                       size_t *end);
FOLLOWUP_API size_t followup_uptake_detail_count(const followup_uptake *uptake);
FOLLOWUP_API bool followup_uptake_detail_span(const followup_uptake *uptake, size_t index, followup_unit unit,
                                              size_t *start, size_t *end);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_VERSION_H
#define FOLLOWUP_VERSION_H
#ifdef __cplusplus
extern "C" {
#endif
#define FOLLOWUP_VERSION_MAJOR 0
#define FOLLOWUP_VERSION_MINOR 1
#define FOLLOWUP_VERSION_PATCH 0
FOLLOWUP_API const char *followup_version(void);
#ifdef __cplusplus
}
#endif
#endif
#ifndef FOLLOWUP_WINDOW_H
#define FOLLOWUP_WINDOW_H
#ifdef __cplusplus
extern "C" {
#endif
typedef struct followup_window followup_window;
typedef enum followup_window_status {
  FOLLOWUP_WINDOW_NONE = 0,
  FOLLOWUP_WINDOW_PROMISED = 1,
  FOLLOWUP_WINDOW_LOWER_BOUND = 2,
  FOLLOWUP_WINDOW_CONDITIONAL = 3,
  FOLLOWUP_WINDOW_OWN_DEADLINE = 4,
  FOLLOWUP_WINDOW_PAST = 5
} followup_window_status;
typedef enum followup_precision {
  FOLLOWUP_PRECISION_NONE = 0,
  FOLLOWUP_PRECISION_EXACT = 1,
  FOLLOWUP_PRECISION_UPPER_END = 2,
  FOLLOWUP_PRECISION_APPROXIMATE = 3,
  FOLLOWUP_PRECISION_DEFAULT = 4
} followup_precision;
FOLLOWUP_API followup_status followup_window_read(const char *words, size_t length, int64_t reference,
                                                  const followup_calendar *calendar, followup_window **window,
                                                  followup_error *error);
FOLLOWUP_API void followup_window_free(followup_window *window);
FOLLOWUP_API followup_window_status followup_window_status_of(const followup_window *window);
FOLLOWUP_API const char *followup_window_status_name(followup_window_status status);
FOLLOWUP_API int64_t followup_window_end(const followup_window *window);
FOLLOWUP_API const char *followup_window_end_local(const followup_window *window);
FOLLOWUP_API followup_precision followup_window_precision(const followup_window *window);
FOLLOWUP_API bool followup_window_span(const followup_window *window, size_t *start, size_t *end);
FOLLOWUP_API const char *followup_window_form(const followup_window *window);
FOLLOWUP_API size_t followup_window_assumption_count(const followup_window *window);
FOLLOWUP_API const char *followup_window_assumption(const followup_window *window, size_t index);
FOLLOWUP_API int64_t followup_window_alternative_end(const followup_window *window);
#ifdef __cplusplus
}
#endif
#endif
#endif
