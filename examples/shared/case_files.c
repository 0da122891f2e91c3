#define _POSIX_C_SOURCE 200809L

#include "case_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inputs.h"

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

static const char *close_lines(struct line_reader *reader, const char *wrong) {
  free(reader->line);
  free(reader->place);
  fclose(reader->from);
  return wrong;
}

/* Standard input. */

static size_t skip_blanks(const char *text, size_t length, size_t at) {
  while (at < length && is_blank(text + at, 1)) at++;
  return at;
}

bool case_text_begins(const char *text, size_t length) {
  bool mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
  size_t at = skip_blanks(text, length, mark ? 3 : 0), next = at < length ? skip_blanks(text, length, at + 1) : length;
  if (next >= length) return false;
  return (text[at] == '{' && (text[next] == '"' || text[next] == '}')) || (text[at] == '[' && text[next] == '{');
}

/* Where the first object or array of a text ends; its length where that never comes. */
static size_t first_end(const char *text, size_t length) {
  size_t depth = 0;
  bool quoted = false;
  for (size_t at = 0; at < length; at++) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted && text[at] == '\\') at++;
    if (quoted) continue;
    if (text[at] == '{' || text[at] == '[') depth++;
    if ((text[at] == '}' || text[at] == ']') && depth > 0 && --depth == 0) return at + 1;
  }
  return length;
}

const char *case_text_read(const char *place, const char *text, size_t length, case_taker take, void *user) {
  size_t end = first_end(text, length);
  if (is_blank(text + end, length - end)) {
    take(place, false, text, length, user);
    return NULL;
  }
  struct line_reader reader = {NULL, NULL, 0, fmemopen((void *)text, length, "rb")};
  if (reader.from == NULL) return strerror(errno);
  return close_lines(&reader, read_lines(&reader, place, take, user));
}

const char *case_file_read(const char *path, case_taker take, void *user) {
  struct file_text text;
  const char *wrong = file_read(path, DOCUMENT_LIMIT, &text);
  if (wrong != NULL) return wrong;
  if (strcmp(path, "-") == 0)
    wrong = case_text_read(path, text.bytes, text.length, take, user);
  else
    take(path, false, text.bytes, text.length, user);
  file_text_free(&text);
  return wrong;
}

/* Files. */

const char *case_lines_read(const char *path, case_taker take, void *user) {
  struct line_reader reader = {NULL, NULL, 0, fopen(path, "rb")};
  if (reader.from == NULL) return strerror(errno);
  return close_lines(&reader, read_lines(&reader, path, take, user));
}
