#define _POSIX_C_SOURCE 200809L

#include "case_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_blank(const char *line, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (memchr(" \t\r\n", line[i], 4) == NULL) return false;
  return true;
}

/* A line, and everything that goes with it from one to the next. */
struct line_reader {
  char *line, *place;
  size_t room, number; /* of bytes; of the last line */
  FILE *from;
  bool refused; /* the taker goes no further */
};

static const char *read_lines(struct line_reader *reader, const char *path, case_taker take, void *user) {
  ssize_t length;
  size_t place_size = strlen(path) + 24;
  if (reader->place == NULL) reader->place = malloc(place_size);
  if (reader->place == NULL) return "out of memory";
  while (!reader->refused && (length = getline(&reader->line, &reader->room, reader->from)) >= 0) {
    reader->number++;
    if (is_blank(reader->line, (size_t)length)) continue;
    snprintf(reader->place, place_size, "%s:%zu", path, reader->number);
    reader->refused = !take(reader->place, true, reader->line, (size_t)length, user);
  }
  if (reader->refused) return NULL;
  return feof(reader->from) ? NULL : strerror(errno);
}

static const char *close_lines(struct line_reader *reader, const char *wrong) {
  free(reader->line);
  free(reader->place);
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

/* Whether more follows behind the first object. */
static bool is_lines(const struct file_text *text) {
  size_t end = first_end(text->bytes, text->length);
  return !is_blank(text->bytes + end, text->length - end);
}

/* Whole lines are taken from the text; a last one that is cut goes on in standard input. */
static bool complete_line(struct file_text *text) {
  char *rest = NULL;
  size_t room = 0;
  ssize_t length = getline(&rest, &room, stdin);
  char *bytes = length > 0 ? realloc(text->bytes, text->length + (size_t)length + 1) : text->bytes;
  if (length > 0 && bytes != NULL) {
    memcpy(bytes + text->length, rest, (size_t)length + 1);
    *text = (struct file_text){bytes, text->length + (size_t)length, text->length + (size_t)length + 1};
  }
  free(rest);
  return bytes != NULL;
}

/* The lines of a text, and those of standard input behind it. */
static const char *read_text_lines(const char *place, struct file_text *text, case_taker take, void *user) {
  if (!complete_line(text)) return "out of memory";
  struct line_reader reader = {.from = fmemopen(text->bytes, text->length, "rb")};
  if (reader.from == NULL) return strerror(errno);
  const char *wrong = read_lines(&reader, place, take, user);
  fclose(reader.from);
  reader.from = stdin;
  if (wrong == NULL && !reader.refused) wrong = read_lines(&reader, place, take, user);
  return close_lines(&reader, wrong);
}

const char *case_input_read(const char *place, struct file_text *text, case_taker take, void *user) {
  if (is_lines(text)) return read_text_lines(place, text, take, user);
  const char *wrong = standard_input_rest(text, DOCUMENT_LIMIT);
  if (wrong != NULL) return wrong;
  if (is_lines(text)) return read_text_lines(place, text, take, user);
  take(place, false, text->bytes, text->length, user);
  return NULL;
}

const char *case_file_read(const char *path, case_taker take, void *user) {
  struct file_text text;
  bool is_input = strcmp(path, "-") == 0;
  const char *wrong = is_input ? standard_input_begin(&text) : file_read(path, DOCUMENT_LIMIT, &text);
  if (wrong == NULL && is_input)
    wrong = case_input_read(path, &text, take, user);
  else if (wrong == NULL)
    take(path, false, text.bytes, text.length, user);
  file_text_free(&text);
  return wrong;
}

/* Files. */

const char *case_lines_read(const char *path, case_taker take, void *user) {
  struct line_reader reader = {.from = fopen(path, "rb")};
  if (reader.from == NULL) return strerror(errno);
  const char *wrong = close_lines(&reader, read_lines(&reader, path, take, user));
  fclose(reader.from);
  return wrong;
}
