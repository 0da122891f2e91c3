/* Text for a person: how wide it is, what is safe to print, colours. */
#ifndef FOLLOWUP_SHARED_TERMINAL_H
#define FOLLOWUP_SHARED_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum paint { PAINT_PLAIN, PAINT_STRONG, PAINT_FAINT, PAINT_ERROR, PAINT_WARNING, PAINT_NOTE, PAINT_GOOD };

struct terminal {
  FILE *out;
  bool colour;
  int width;    /* in columns */
  bool watched; /* somebody looks on, at more than a line printer */
  bool unicode; /* box drawing can be read there */
};

/* Colour only where somebody looks on and has not set NO_COLOR. */
struct terminal terminal_open(FILE *out);

/* What is printed between the two is painted. */
void terminal_begin(const struct terminal *terminal, enum paint paint);
void terminal_end(const struct terminal *terminal);
void terminal_paint(const struct terminal *terminal, enum paint paint, const char *text);

/* One character of a text, which need not be valid UTF-8. */
struct character {
  size_t length; /* in bytes */
  int width;     /* in columns: 0, 1 or 2 */
  bool safe;     /* false: it could steer the terminal, and is shown as U+FFFD */
};

struct character character_at(const char *text, size_t length, size_t at);

/* Prints a stretch on one line: a tab as a space, what is not safe as U+FFFD. */
void terminal_print(FILE *out, const char *text, size_t length);

/* Prints words wrapped to the width, each line indented; `lead` comes before the first. */
void terminal_wrap(const struct terminal *terminal, int indent, const char *lead, const char *text);

#endif
