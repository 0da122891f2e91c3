/* A note with the words marked that another one has too. */
#ifndef FOLLOWUP_PANEL_MARKED_H
#define FOLLOWUP_PANEL_MARKED_H

#include <followup-formats.h>

#include "terminal.h"

/* Prints the first text of a similarity wrapped and indented, shared passages in brackets. */
void marked_print(const struct terminal *terminal, int indent, const char *text, size_t length,
                  const followup_similarity *similarity);

#endif
