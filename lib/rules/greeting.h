/* Whom a greeting names: its words, those that only greet set aside. */
#ifndef FOLLOWUP_RULES_GREETING_H
#define FOLLOWUP_RULES_GREETING_H

#include "text/text.h"

struct inspection;
struct model_text;

enum { GREETING_NAMES = 12 };

struct greeting_name {
  size_t word;  /* of the body */
  bool agrees;  /* with a word of the addressee's name */
  bool another; /* a further person begins here: "Ana and Tom", "Ana, Tom" */
};

struct greeting {
  const struct text_zone *zone; /* NULL: the body opens without one */
  struct greeting_name names[GREETING_NAMES];
  size_t name_count;
  bool group; /* "all", "team", "everyone": several people at once */
  bool is_read;
};

/* The addressee's name as the case knows it: the panel's, else the mailbox's, else NULL. */
const struct model_text *addressee_name(const struct inspection *in);

/* The message's greeting, read once; NULL when there is no memory. */
const struct greeting *read_greeting(struct inspection *in);

#endif
