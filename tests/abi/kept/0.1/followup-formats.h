#ifndef FOLLOWUP_FORMATS_H
#define FOLLOWUP_FORMATS_H
#include <followup.h>
#ifdef __cplusplus
extern "C" {
#endif
FOLLOWUP_API followup_status followup_formats_read_case(const followup_context *context, const char *json,
                                                        size_t length, followup_case **made, int64_t *now,
                                                        followup_error *error);
FOLLOWUP_API followup_status followup_formats_read_policy(followup_policy *policy, const char *json, size_t length,
                                                          followup_error *error);
FOLLOWUP_API followup_status followup_formats_read_mail(followup_case *of, followup_kind kind, const char *mail,
                                                        size_t length, followup_message **added, followup_error *error);
typedef followup_status (*followup_formats_mail_taker)(const char *place, const char *mail, size_t length, void *user);
FOLLOWUP_API followup_status followup_formats_each_mail(const char *path, followup_formats_mail_taker take, void *user,
                                                        followup_error *error);
typedef bool (*followup_formats_sink)(const char *bytes, size_t length, void *user);
FOLLOWUP_API followup_status followup_formats_write_draft(const followup_draft *draft, const followup_case *of,
                                                          int64_t now, followup_formats_sink sink, void *user,
                                                          followup_error *error);
typedef struct followup_writer followup_writer;
typedef enum followup_form {
  FOLLOWUP_FORM_JSON = 1,
  FOLLOWUP_FORM_SARIF = 2
} followup_form;
FOLLOWUP_API followup_status followup_writer_new(const followup_context *context, followup_form form,
                                                 followup_formats_sink sink, void *user, followup_writer **made,
                                                 followup_error *error);
FOLLOWUP_API followup_status followup_writer_add(followup_writer *writer, const char *file, bool body_is_file,
                                                 followup_report *report, followup_error *error);
FOLLOWUP_API followup_status followup_writer_end(followup_writer *writer, followup_error *error);
FOLLOWUP_API void followup_writer_free(followup_writer *writer);
FOLLOWUP_API bool followup_formats_instant(const char *text, size_t length, int64_t *instant);
typedef struct followup_calendar_writer followup_calendar_writer;
FOLLOWUP_API followup_status followup_calendar_writer_new(const followup_context *context, followup_formats_sink sink,
                                                          void *user, followup_calendar_writer **made,
                                                          followup_error *error);
FOLLOWUP_API followup_status followup_calendar_writer_add(followup_calendar_writer *writer, const followup_case *of,
                                                          const followup_plan *plan, int64_t now,
                                                          followup_error *error);
FOLLOWUP_API followup_status followup_calendar_writer_end(followup_calendar_writer *writer, followup_error *error);
FOLLOWUP_API void followup_calendar_writer_free(followup_calendar_writer *writer);
FOLLOWUP_API followup_status followup_formats_read_interviews(const followup_context *context, followup_case *of,
                                                              const char *text, size_t length, size_t *added,
                                                              followup_error *error);
FOLLOWUP_API followup_status followup_formats_read_holidays(followup_calendar *calendar, const char *text,
                                                            size_t length, int first_year, int last_year,
                                                            followup_error *error);
#ifdef __cplusplus
}
#endif
#endif
