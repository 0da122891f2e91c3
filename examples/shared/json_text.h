/* JSON strings, for programs that print a few of them. */
#ifndef FOLLOWUP_SHARED_JSON_TEXT_H
#define FOLLOWUP_SHARED_JSON_TEXT_H

#include <stdio.h>

/* Prints a string with its quotes; bytes that are not UTF-8 become U+FFFD. */
void json_print_text(FILE *out, const char *text);

#endif
