#define _POSIX_C_SOURCE 200809L

#include "case_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs.h"

enum { DOCUMENT_LIMIT = 1 << 30 };

const char *case_file_read(const char *path, case_taker take, void *user) {
  struct file_text text;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &text);
  if (wrong != NULL) return wrong;
  take(path, false, text.bytes, text.length, user);
  file_text_free(&text);
  return NULL;
}

static bool is_blank(const char *line, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (memchr(" \t\r\n", line[i], 4) == NULL) return false;
  return true;
}

/* A line, and everything that goes with it from one to the next. */
struct line_reader {
  char *line, *place;
  size_t room;
  FILE *from;
};

static const char *read_lines(struct line_reader *reader, const char *path, case_taker take, void *user) {
  ssize_t length;
  size_t place_size = strlen(path) + 24;
  reader->place = malloc(place_size);
  if (reader->place == NULL) return "out of memory";
  for (size_t number = 1; (length = getline(&reader->line, &reader->room, reader->from)) >= 0; number++) {
    if (is_blank(reader->line, (size_t)length)) continue;
    snprintf(reader->place, place_size, "%s:%zu", path, number);
    if (!take(reader->place, true, reader->line, (size_t)length, user)) return NULL;
  }
  return feof(reader->from) ? NULL : strerror(errno);
}

const char *case_lines_read(const char *path, case_taker take, void *user) {
  struct line_reader reader = {NULL, NULL, 0, fopen(path, "rb")};
  if (reader.from == NULL) return strerror(errno);
  const char *wrong = read_lines(&reader, path, take, user);
  free(reader.line);
  free(reader.place);
  fclose(reader.from);
  return wrong;
}
