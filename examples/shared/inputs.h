/* Files: what they are by their name, and their bytes. */
#ifndef FOLLOWUP_SHARED_INPUTS_H
#define FOLLOWUP_SHARED_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

/* Of a file of cases, or of a policy; and how much of standard input shows what it is. */
enum { DOCUMENT_LIMIT = 1 << 30, BEGINNING = 1 << 20 };

enum input_kind { INPUT_CASE, INPUT_CASES, INPUT_MAIL, INPUT_DRAFT };

/* A folder is a Maildir; anything without a name that says more is a draft. */
enum input_kind input_kind_of(const char *path);

struct file_text {
  char *bytes;
  size_t length, room;
};

/* Reads a file, "-" being standard input. NULL, or why it cannot be read; one of more than `most` bytes cannot. */
const char *file_read(const char *path, size_t most, struct file_text *text);
/* The beginning of standard input, all of it where it is short; then the rest behind it, as file_read() has it. */
const char *standard_input_begin(struct file_text *text);
const char *standard_input_rest(struct file_text *text, size_t most);

void file_text_free(struct file_text *text);

#endif
