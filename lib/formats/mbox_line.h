/* The lines that an mbox adds to its mails, or changes in them. */
#ifndef FOLLOWUP_FORMATS_MBOX_LINE_H
#define FOLLOWUP_FORMATS_MBOX_LINE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a line separates two mails: "From ", a sender, and a date as asctime() writes it. A line of prose that only
 * begins with the word is part of its mail.
 */
bool is_from_line(const char *line, size_t length);

/* Whether it is ">From ", ">>From " and so on: an escaped line. */
bool is_escaped_from_line(const char *line, size_t length);

#endif
