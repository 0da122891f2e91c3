/* A case around one text, as the labelled sentences and the pack's own cases want it. */
#ifndef FOLLOWUP_TESTS_SCENE_H
#define FOLLOWUP_TESTS_SCENE_H

#include <followup.h>

struct scene {
  const char *kind;
  const char *name;        /* of the addressee; NULL: Ana Torres */
  const char *notes;       /* separated by |, or NULL */
  const char *company;     /* NULL: Halden Works */
  const char *role;        /* NULL: Coordinator */
  const char *other;       /* other companies, separated by |, or NULL */
  const char *subject;     /* NULL: Coordinator */
  const char *to;          /* NULL: the addressee; separated by | */
  const char *cc, *bcc;    /* separated by |, or NULL */
  const char *attachments; /* separated by |, or NULL */
  const char *events;      /* kinds, separated by |, on the day of the message at 09:00; NULL: as the kind needs */
  int64_t sent;            /* 0: as the caller's default */
  const char *body;        /* the whole body */
};

/* Builds the case; the message is its only one. Exits the program when that fails: tests only. */
followup_case *scene_build(const struct scene *scene);

/* "Dear Ana,\n\nTEXT\n\nBest regards,\nKim Lee\n"; owned by the caller. */
char *scene_body(const char *first_name, const char *text);

/* 4 March 2026, 14:00 to 15:00 UTC, and when messages are sent. */
#define SCENE_START INT64_C(1772632800000)
#define SCENE_END INT64_C(1772636400000)

#endif
