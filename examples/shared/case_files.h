/* Files of cases: one JSON object a file, or one a line where the name ends in .jsonl. */
#ifndef FOLLOWUP_SHARED_CASE_FILES_H
#define FOLLOWUP_SHARED_CASE_FILES_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Takes one case. `place` is "path", or "path:3" for the third line: within a line, the line of an error is always 1.
 * False goes no further.
 */
typedef bool (*case_taker)(const char *place, bool is_line, const char *json, size_t length, void *user);

/* Hands over every case of a file ("-" is standard input, one case). NULL, or why it cannot be read. */
const char *case_file_read(const char *path, case_taker take, void *user);
const char *case_lines_read(const char *path, case_taker take, void *user);

#endif
