/*
 * A mail cut into its MIME parts, in one walk over its lines.
 *
 * The cut is made here and not by GMimeParser, because that builds some 1.3 KB for every part: a mail of 100 MB of
 * boundaries would take 20 GB. Here the parts and their depth are bounded, and content stays where it is.
 */
#ifndef FOLLOWUP_FORMATS_MAIL_PARTS_H
#define FOLLOWUP_FORMATS_MAIL_PARTS_H

#include "formats/mail_header.h"

enum { PART_LIMIT = 10000, DEPTH_LIMIT = 64 };

struct mail_part {
  struct mail_part *parent;        /* NULL: the mail itself */
  struct stretch header, content;  /* of a multipart, the content holds the children */
  GMimeContentType *type;          /* never NULL */
  GMimeContentDisposition *placed; /* NULL: not said */
  char *boundary;                  /* of a multipart that names one, else NULL */
  size_t boundary_length;
  GPtrArray *children; /* of a multipart, else NULL; the parts are owned by the mail */
  bool shown;          /* its text went into the body */
};

struct mail_parts {
  struct stretch mail;
  GMimeParserOptions *options;
  GPtrArray *all; /* in the order of the mail; the first is the mail itself */
};

/* Cuts a mail; `parts` is to be freed in any case. Errors: no header, an overlong field, too many parts, too deep. */
followup_status mail_parts_read(struct stretch mail, struct mail_parts *parts, followup_error *error);
void mail_parts_free(struct mail_parts *parts);

struct mail_part *mail_parts_root(const struct mail_parts *parts);

bool part_is(const struct mail_part *part, const char *type, const char *subtype);

/* What other parts refer to it by, or NULL. Freed with g_free(). */
char *part_content_id(const struct mail_part *part);

/* The line of the mail that a place stands in, counted from 1. */
size_t mail_line(const struct mail_parts *parts, const char *place);

#endif
