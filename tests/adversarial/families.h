/* Inputs made to cost the library dear: of each family one may be made of any length. */
#ifndef FOLLOWUP_TESTS_ADVERSARIAL_FAMILIES_H
#define FOLLOWUP_TESTS_ADVERSARIAL_FAMILIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What an input is given to. */
enum family_way {
  WAY_TEXT,    /* the body of a thank-you note in a case with notes and another company */
  WAY_WINDOW,  /* a promised reply */
  WAY_CASE,    /* a case file: read, judged and planned */
  WAY_MAIL,    /* a mail: read and judged */
  WAY_COMPARE, /* a quarter of it compared with itself but for a byte, and held against itself as a note */
};

/* `head`, then `unit` again and again, then `tail`. In a unit # stands for its number. */
struct family {
  const char *name;
  enum family_way way;
  const char *unit, *head, *tail;
};

extern const struct family families[];
extern const size_t family_count;

/* An input of a family, of about `size` bytes; freed by the caller. */
char *family_make(const struct family *family, size_t size, size_t *length);

#endif
