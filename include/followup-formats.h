/*
 * libfollowup-formats: reads case files, policies, mail and calendars, writes findings as JSON and SARIF, plans as
 * iCalendar and drafts as mail.
 *
 * A second library over libfollowup. It uses Jansson, GMime (with GLib), Gumbo and libical: GLib aborts the process
 * when an allocation fails, and followup_formats_read_mail() and followup_formats_write_draft() initialise GMime once in
 * the process; what libfollowup promises about memory and state holds for libfollowup alone. Of libical's settings, which
 * are the whole process's, none is changed; a process that made its errors fatal (icalerror_set_errors_are_fatal) can
 * read no calendars here.
 */
#ifndef FOLLOWUP_FORMATS_H
#define FOLLOWUP_FORMATS_H

#include <followup.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Reads one case file: a JSON object, as the schema says (share/followup/case.schema.json).
 *
 * context       or NULL; outlives the case
 * json, length  the text, UTF-8, one JSON object
 * made          the new case, owned by the caller: followup_case_free()
 * now           the case's `now` in Unix milliseconds, or FOLLOWUP_NO_TIME; may be NULL
 *
 * Errors: FOLLOWUP_E_SYNTAX (line and offset), FOLLOWUP_E_ARGUMENT and FOLLOWUP_E_UNKNOWN (the member's path),
 * FOLLOWUP_E_TIME_ZONE, FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_read_case(const followup_context *context, const char *json,
                                                        size_t length, followup_case **made, int64_t *now,
                                                        followup_error *error);

/**
 * Reads a policy file: {"region": "DE", "rules": {"off-hours": "note"}, "numbers": {"thank_you_hours": 48},
 * "sentences": {"thank_you": [3, 6]}, "suppress": {"recipients": [{"address": "a@b.example", "rule": "pay-talk"}],
 * "fingerprints": ["0123456789abcdef"]}}, each member optional.
 *
 * policy  gets what the file says; unchanged on failure is not promised, free it then
 *
 * Errors: as followup_formats_read_case(). Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_read_policy(followup_policy *policy, const char *json, size_t length,
                                                          followup_error *error);

/**
 * Adds a mail (RFC 5322, MIME) to a case as a message: From, To, Cc, Bcc, Subject, Date, the text to be read (an
 * HTML-only body is turned to text) and the names of attachments.
 *
 * of            the case
 * kind          what it is for, or FOLLOWUP_KIND_UNKNOWN
 * mail, length  the bytes of one mail
 * added         the new message, owned by the case
 *
 * Errors: FOLLOWUP_E_SYNTAX (no header, no readable text), FOLLOWUP_E_UTF8 and FOLLOWUP_E_ARGUMENT (a broken charset,
 * a broken mailbox), FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_read_mail(followup_case *of, followup_kind kind, const char *mail,
                                                        size_t length, followup_message **added, followup_error *error);

/**
 * Takes one mail of a file.
 *
 * place         where it stands: "path", "path:3" for the third mail of an mbox, or the file inside a Maildir
 * mail, length  its bytes, for followup_formats_read_mail(); valid during the call only, no NUL behind them
 * user          as handed to followup_formats_each_mail()
 *
 * FOLLOWUP_OK goes on with the next mail; any other status ends the reading, and followup_formats_each_mail() returns
 * it with its error left alone. Since 0.1.
 */
typedef followup_status (*followup_formats_mail_taker)(const char *place, const char *mail, size_t length, void *user);

/**
 * Hands over every mail of a file or folder, in order: of an mbox (a file that begins with a "From " line; ">From " is
 * unescaped), of a Maildir (cur, then new, each sorted by file name), or the one mail of any other file. One mail is
 * held at a time. An empty file is one empty mail; a Maildir without mail hands over nothing.
 *
 * path        a file or a Maildir
 * take, user  gets each mail in turn
 *
 * Errors: FOLLOWUP_E_ARGUMENT (no path, no function), FOLLOWUP_E_FILE (not there, not readable, a folder that is no
 * Maildir; the member is the place), FOLLOWUP_E_LIMIT (a mail of more than 1 GiB), FOLLOWUP_E_MEMORY, what `take`
 * returned. Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_each_mail(const char *path, followup_formats_mail_taker take, void *user,
                                                        followup_error *error);

/** Takes the bytes that a writer makes; false stops it with FOLLOWUP_E_FILE. Since 0.1. */
typedef bool (*followup_formats_sink)(const char *bytes, size_t length, void *user);

/**
 * Writes a draft as a mail (RFC 5322, MIME) to be opened, finished and sent in a mail program: From, To where an
 * address is known, Subject, Date, X-Unsent, X-Followup-To-Do (what
 * followup_draft_to_do() says, if anything), and, where the case holds a message sent to that address before whose id
 * is a Message-ID ("left@right"), In-Reply-To and References. Lines end with CR and LF. Read again with
 * followup_formats_read_mail(), it has the same subject and body.
 *
 * of          the case that it was made for
 * now         Unix milliseconds, UTC: the Date
 * sink, user  where the bytes go
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_FILE (the sink said no). Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_write_draft(const followup_draft *draft, const followup_case *of,
                                                          int64_t now, followup_formats_sink sink, void *user,
                                                          followup_error *error);

/** Writes findings of any number of reports as one document, piece by piece, in constant memory. Since 0.1. */
typedef struct followup_writer followup_writer;

/** A form for findings. Numbers are never reused. Since 0.1. */
typedef enum followup_form {
  FOLLOWUP_FORM_JSON = 1, /**< one array, an element a finding */
  FOLLOWUP_FORM_SARIF = 2 /**< SARIF 2.1.0 */
} followup_form;

/**
 * Starts a document of findings.
 *
 * context     or NULL; outlives the writer
 * sink, user  where the bytes go
 * made        the new writer, owned by the caller: followup_writer_free()
 *
 * Errors: FOLLOWUP_E_UNKNOWN (form), FOLLOWUP_E_FILE (the sink said no), FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_writer_new(const followup_context *context, followup_form form,
                                                 followup_formats_sink sink, void *user, followup_writer **made,
                                                 followup_error *error);

/**
 * Writes the findings of one report.
 *
 * file          the path as the reader of the document will know it
 * body_is_file  the body's bytes are the file's own (a plain text draft), so that regions and fixes can point into it
 *
 * Errors: FOLLOWUP_E_FILE, FOLLOWUP_E_MEMORY, FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_writer_add(followup_writer *writer, const char *file, bool body_is_file,
                                                 followup_report *report, followup_error *error);

/** Ends the document: nothing may be added after it. Errors: FOLLOWUP_E_FILE, FOLLOWUP_E_MEMORY. Since 0.1. */
FOLLOWUP_API followup_status followup_writer_end(followup_writer *writer, followup_error *error);

/** Frees a writer, ended or not; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_writer_free(followup_writer *writer);

/** Reads an RFC 3339 instant with an offset into Unix milliseconds; false for anything else, and `instant` is left alone. Since 0.1. */
FOLLOWUP_API bool followup_formats_instant(const char *text, size_t length, int64_t *instant);

/*
 * Calendars (iCalendar, RFC 5545).
 */

/** Writes plans of any number of cases as one VCALENDAR, action by action. Since 0.1. */
typedef struct followup_calendar_writer followup_calendar_writer;

/**
 * Starts a calendar of things to do.
 *
 * context     zones, or NULL; outlives the writer
 * sink, user  where the bytes go
 * made        the new writer, owned by the caller: followup_calendar_writer_free()
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_FILE (the sink said no), FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_writer_new(const followup_context *context, followup_formats_sink sink,
                                                          void *user, followup_calendar_writer **made,
                                                          followup_error *error);

/**
 * Writes a VTODO for each action of a plan that is neither done nor closed, with a VALARM before it is due, and a
 * VTIMEZONE before the first use of a zone. The UID is made of the case, the action, the interview or event and the
 * addressee: the same at any now. Nobody is an ATTENDEE. An action that is held until after it is due has no DTSTART;
 * times of fixed offsets, in an hour that clocks show twice, or more than 2 years before or 10 after the first use of
 * the zone are in UTC.
 *
 * of    the case that was planned
 * plan  its plan
 * now   Unix milliseconds, UTC, that it was planned at: DTSTAMP, and SEQUENCE in minutes since 1970
 *
 * Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_FILE, FOLLOWUP_E_TIME_ZONE, FOLLOWUP_E_MEMORY. Since 0.1.
 */
FOLLOWUP_API followup_status followup_calendar_writer_add(followup_calendar_writer *writer, const followup_case *of,
                                                          const followup_plan *plan, int64_t now,
                                                          followup_error *error);

/** Ends the calendar: nothing may be added after it. Errors: FOLLOWUP_E_ARGUMENT, FOLLOWUP_E_FILE. Since 0.1. */
FOLLOWUP_API followup_status followup_calendar_writer_end(followup_calendar_writer *writer, followup_error *error);

/** Frees a writer, ended or not; NULL is fine. Since 0.1. */
FOLLOWUP_API void followup_calendar_writer_free(followup_calendar_writer *writer);

/**
 * Adds an interview to a case for every VEVENT of a calendar file: UID (the id), SUMMARY (the stage), DTSTART, DTEND or
 * DURATION, and ORGANIZER and ATTENDEEs as the panel, without the candidate, rooms and who declined. A person without a
 * CN is named by the address. A local time without a TZID is in the candidate's zone. Events that are cancelled, recur
 * or last whole days are passed over.
 *
 * context       zones, or NULL
 * of            the case; its candidate's address and zone are set before
 * text, length  the file, 16 MiB at the most
 * added         how many interviews, or NULL
 *
 * On failure the interviews of the events before it are in the case, and perhaps a part of that one: free the case.
 *
 * Errors, with the line: FOLLOWUP_E_SYNTAX, FOLLOWUP_E_ARGUMENT (no end, an end before the start, an id for the second
 * time), FOLLOWUP_E_TIME_ZONE, FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY; FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_read_interviews(const followup_context *context, followup_case *of,
                                                              const char *text, size_t length, size_t *added,
                                                              followup_error *error);

/**
 * Adds the holidays of a calendar file to a calendar: every day of its VEVENTs of whole days that are not cancelled.
 *
 * calendar               gets the days; those before a failure stay
 * text, length           the file, 16 MiB at the most
 * first_year, last_year  other years are left out, also of what comes every year (RRULE, FREQ=YEARLY by month, day of
 *                        the month and weekday); 200 years at the most, and 200,000 days in all
 *
 * Errors, with the line: FOLLOWUP_E_SYNTAX, FOLLOWUP_E_ARGUMENT (a day that does not exist, an end before the start or
 * after more than 366 days), FOLLOWUP_E_UNKNOWN (another rule), FOLLOWUP_E_UTF8, FOLLOWUP_E_LIMIT, FOLLOWUP_E_MEMORY;
 * FOLLOWUP_E_INTERNAL. Since 0.1.
 */
FOLLOWUP_API followup_status followup_formats_read_holidays(followup_calendar *calendar, const char *text,
                                                            size_t length, int first_year, int last_year,
                                                            followup_error *error);

#ifdef __cplusplus
}
#endif

#endif
