/* Making and freeing the parts of a case, and telling in an error which part is at fault. */
#ifndef FOLLOWUP_MODEL_BUILD_H
#define FOLLOWUP_MODEL_BUILD_H

#include "model/model.h"

/* NULL when there is no memory. What is freed may be half made, but not NULL. */
struct followup_interview *interview_new(struct followup_case *of);
void interview_free(struct followup_interview *interview);
void panel_free(struct followup_interview *interview);
struct followup_message *message_new(struct followup_case *of, followup_kind kind);
void message_free(struct followup_message *message);
struct followup_event *event_new(struct followup_case *of, followup_event_kind kind, int64_t at);
void event_free(struct followup_event *event);

/* Takes a zone by its name, reading it unless the case has it already; on failure the old choice stays. */
followup_status zone_choice_set(struct followup_case *of, struct zone_choice *choice, const char *name, size_t length,
                                followup_error *error);

/*
 * Takes an employer's words. The zones that they name ("3pm London time") are read with them, for no judging call opens a
 * file; on failure the old words stay.
 */
followup_status promise_set(struct followup_case *of, struct model_text *promise, const char *words, size_t length,
                            followup_error *error);

/* The same for an e-mail address, "" to take it back; on failure `copied` is untouched. */
followup_status email_copy(const followup_context *context, const char *given, size_t length, struct model_text *copied,
                           followup_error *error);

/*
 * Puts "part." or "part[place]." before the member of a failure; `place` may be FOLLOWUP_NOWHERE. Returns `status`, so
 * that the parts of a path wrap around the call that can fail.
 */
followup_status error_within(const char *part, size_t place, followup_status status, followup_error *error);

#endif
