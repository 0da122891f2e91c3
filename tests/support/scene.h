/* A case around one text, as the labelled sentences and the pack's own cases want it. */
#ifndef FOLLOWUP_TESTS_SCENE_H
#define FOLLOWUP_TESTS_SCENE_H

#include <followup.h>

struct scene {
  const followup_context *context; /* NULL: the default */
  const char *kind;
  const char *name;        /* of the addressee; NULL: Ana Torres */
  const char *notes;       /* separated by |, or NULL */
  const char *theirs;      /* the notes on Bo Lind, who sits on the panel too; separated by |, or NULL: nobody does */
  const char *company;     /* NULL: Halden Works */
  const char *role;        /* NULL: Coordinator */
  const char *other;       /* other companies, separated by |, or NULL */
  const char *subject;     /* NULL: Coordinator */
  const char *to;          /* NULL: the addressee; separated by | */
  const char *cc, *bcc;    /* separated by |, or NULL */
  const char *attachments; /* separated by |, or NULL */
  const char *events;      /* kinds, separated by |, 6 hours before the message, or at a time of their own with a
                              promise of their own: kind@2026-03-05T09:00:00Z@WORDS; NULL: as the kind needs */
  int64_t sent;            /* 0: as the caller's default */
  bool draft;              /* not sent: to be judged at `sent` */
  int64_t ended;           /* the interview's end, an hour after its start; 0: SCENE_END */
  int64_t also_ended;      /* a second interview with the same person, or 0 */
  const char *zone;        /* of the interview; NULL: Europe/London */
  const char *promised;    /* when the employer said it would be in touch, or NULL */
  int64_t window_ends;     /* the same as an instant, or 0 */
  const char *materials;   /* promised ones, separated by |, or NULL */
  const char *region;      /* whose weekend counts, or NULL */
  const char *holidays;    /* dates, separated by |, or NULL */
  int64_t applied;         /* or 0 */
  const char *earlier;     /* messages sent before to the same person: kind@TIME, separated by |, or NULL */
  const char *also;        /* another message of the kind, sent before: "NAME|TEXT", the text in a greeting and sign-off; or
                              NULL */
  const char *body;        /* the whole body */
};

/* Builds the case; the message is its last one. Exits the program when that fails: tests only. */
followup_case *scene_build(const struct scene *scene);

/* "Dear Ana,\n\nTEXT\n\nBest regards,\nKim Lee\n"; owned by the caller. */
char *scene_body(const char *first_name, const char *text);

/* "2026-03-05T09:00:00Z", a time within 2026, in Unix milliseconds. Exits the program for anything else. */
int64_t scene_time(const char *text);

/* 4 March 2026, 14:00 to 15:00 UTC, and when messages are sent. */
#define SCENE_START INT64_C(1772632800000)
#define SCENE_END INT64_C(1772636400000)

#endif
