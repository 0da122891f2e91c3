/* Files of cases: one JSON object a file, or one a line where the name ends in .jsonl. */
#ifndef FOLLOWUP_SHARED_CASE_FILES_H
#define FOLLOWUP_SHARED_CASE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "inputs.h"

/*
 * Takes one case. `place` is "path", or "path:3" for the third line: within a line, the line of an error is always 1.
 * False goes no further.
 */
typedef bool (*case_taker)(const char *place, bool is_line, const char *json, size_t length, void *user);

/*
 * Hands over the case of a file, or every case of one that has one a line. "-" is standard input, which has no name to
 * tell: it is read as lines where more follows behind the first object. NULL, or why it cannot be read.
 */
const char *case_file_read(const char *path, case_taker take, void *user);
const char *case_lines_read(const char *path, case_taker take, void *user);

/* Whether a text begins as JSON does, a case or an array of objects; "[date]" and "{name}" do not. */
bool case_text_begins(const char *text, size_t length);
/*
 * Hands over the case or the cases of standard input, of which the text is the beginning; lines are read as they come.
 * NULL, or why it cannot be read.
 */
const char *case_input_read(const char *place, struct file_text *text, case_taker take, void *user);

#endif
