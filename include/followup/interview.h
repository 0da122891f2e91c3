/* An interview: when it was, who sat on the panel, what they said, what was promised. Owned by its case. */
#ifndef FOLLOWUP_INTERVIEW_H
#define FOLLOWUP_INTERVIEW_H

#include <followup/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One interview with its panel. Owned by its case. Since 0.1. */
typedef struct followup_interview followup_interview;

/** One person of a panel. Owned by the interview. Since 0.1. */
typedef struct followup_interviewer followup_interviewer;

/*
 * Setters copy what they are given and replace what was there. All of them return FOLLOWUP_E_ARGUMENT (no handle, no
 * text, or as said), FOLLOWUP_E_UTF8 (with the offset), FOLLOWUP_E_LIMIT or FOLLOWUP_E_MEMORY, and change nothing then.
 */

/** When it began and ended, Unix milliseconds UTC. An end before the start is FOLLOWUP_E_ARGUMENT. Since 0.1. */
FOLLOWUP_API followup_status followup_interview_set_time(followup_interview *interview, int64_t start, int64_t end,
                                                         followup_error *error);

/** Its IANA zone ("Europe/London") or a fixed offset ("+05:30"). Left out: the candidate's. Also FOLLOWUP_E_TIME_ZONE. Since 0.1. */
FOLLOWUP_API followup_status followup_interview_set_time_zone(followup_interview *interview, const char *zone,
                                                              size_t length, followup_error *error);

/** screen, technical, assessment, onsite, panel, final, reference_check, or any other text. Since 0.1. */
FOLLOWUP_API followup_status followup_interview_set_stage(followup_interview *interview, const char *stage,
                                                          size_t length, followup_error *error);

/** The employer's own words on when it will be in touch. Also FOLLOWUP_E_TIME_ZONE, of a zone that they name. Since 0.1. */
FOLLOWUP_API followup_status followup_interview_set_promised_reply(followup_interview *interview, const char *words,
                                                                   size_t length, followup_error *error);

/** The end of the promised window as an instant, in place of the words; FOLLOWUP_NO_TIME takes it back. Since 0.1. */
FOLLOWUP_API followup_status followup_interview_set_window_ends(followup_interview *interview, int64_t instant,
                                                                followup_error *error);

/**
 * Adds something that the candidate said it would send.
 *
 * what  in a few words
 * to    the mailbox it goes to, or NULL
 *
 * Since 0.1.
 */
FOLLOWUP_API followup_status followup_interview_add_promised_material(followup_interview *interview, const char *what,
                                                                      size_t what_length, const char *to,
                                                                      size_t to_length, followup_error *error);

/**
 * Adds a person to the panel.
 *
 * name   the full name, not empty
 * added  the new interviewer, owned by the interview
 *
 * Since 0.1.
 */
FOLLOWUP_API followup_status followup_interview_add_interviewer(followup_interview *interview, const char *name,
                                                                size_t length, followup_interviewer **added,
                                                                followup_error *error);

/** The interviewer's address. Since 0.1. */
FOLLOWUP_API followup_status followup_interviewer_set_email(followup_interviewer *interviewer, const char *email,
                                                            size_t length, followup_error *error);

/** The interviewer's job title. Since 0.1. */
FOLLOWUP_API followup_status followup_interviewer_set_title(followup_interviewer *interviewer, const char *title,
                                                            size_t length, followup_error *error);

/** Adds one specific thing that the person said. Since 0.1. */
FOLLOWUP_API followup_status followup_interviewer_add_note(followup_interviewer *interviewer, const char *note,
                                                           size_t length, followup_error *error);

/* Getters: text is owned by the handle, valid until it is set again or the case is freed; "" where nothing was set. */

/** The id it was added with. Since 0.1. */
FOLLOWUP_API const char *followup_interview_id(const followup_interview *interview);
/** When it began, Unix milliseconds UTC, or FOLLOWUP_NO_TIME. Since 0.1. */
FOLLOWUP_API int64_t followup_interview_start(const followup_interview *interview);
/** When it ended, Unix milliseconds UTC, or FOLLOWUP_NO_TIME. Since 0.1. */
FOLLOWUP_API int64_t followup_interview_end(const followup_interview *interview);
/** How many people sat on the panel. Since 0.1. */
FOLLOWUP_API size_t followup_interview_interviewer_count(const followup_interview *interview);
/** A person of the panel, or NULL past the end. Since 0.1. */
FOLLOWUP_API const followup_interviewer *followup_interview_interviewer(const followup_interview *interview,
                                                                        size_t index);
/** The person's name. Since 0.1. */
FOLLOWUP_API const char *followup_interviewer_name(const followup_interviewer *interviewer);
/** The person's address. Since 0.1. */
FOLLOWUP_API const char *followup_interviewer_email(const followup_interviewer *interviewer);
/** The person's job title. Since 0.1. */
FOLLOWUP_API const char *followup_interviewer_title(const followup_interviewer *interviewer);
/** How many notes were kept of what the person said. Since 0.1. */
FOLLOWUP_API size_t followup_interviewer_note_count(const followup_interviewer *interviewer);
/** One of them, or NULL past the end. Since 0.1. */
FOLLOWUP_API const char *followup_interviewer_note(const followup_interviewer *interviewer, size_t index);

#ifdef __cplusplus
}
#endif

#endif
