#define _POSIX_C_SOURCE 200809L

#include "inputs.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static bool ends_with(const char *path, const char *ending) {
  size_t length = strlen(path), tail = strlen(ending);
  return length > tail && strcasecmp(path + length - tail, ending) == 0;
}

enum input_kind input_kind_of(const char *path) {
  struct stat facts;
  if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) return INPUT_MAIL;
  if (ends_with(path, ".json")) return INPUT_CASE;
  if (ends_with(path, ".jsonl")) return INPUT_CASES;
  return ends_with(path, ".eml") || ends_with(path, ".mbox") ? INPUT_MAIL : INPUT_DRAFT;
}

/* Makes room for more; false when there is no memory. One byte of it is kept free for a NUL. */
static bool grow(struct file_text *text) {
  size_t wanted = text->room == 0 ? 65536 : text->room * 2;
  char *bytes = realloc(text->bytes, wanted);
  if (bytes == NULL) return false;
  text->bytes = bytes;
  text->room = wanted;
  return true;
}

/* Reads on until there are `enough` bytes, or to the end. */
static const char *read_until(FILE *from, size_t enough, struct file_text *text) {
  size_t got = 1;
  while (got > 0 && text->length < enough) {
    if (text->length + 1 >= text->room && !grow(text)) return strerror(ENOMEM);
    errno = 0;
    got = fread(text->bytes + text->length, 1, text->room - 1 - text->length, from);
    text->length += got;
  }
  if (text->bytes != NULL) text->bytes[text->length] = '\0';
  if (ferror(from)) return strerror(errno != 0 ? errno : EIO);
  return NULL;
}

static const char *read_all(FILE *from, size_t most, struct file_text *text) {
  const char *wrong = read_until(from, most + 1, text);
  return wrong == NULL && text->length > most ? "is longer than the limit" : wrong;
}

const char *standard_input_begin(struct file_text *text) {
  *text = (struct file_text){NULL, 0, 0};
  return read_until(stdin, BEGINNING, text);
}

const char *standard_input_rest(struct file_text *text, size_t most) { return read_all(stdin, most, text); }

const char *file_read(const char *path, size_t most, struct file_text *text) {
  bool standard = strcmp(path, "-") == 0;
  *text = (struct file_text){NULL, 0, 0};
  FILE *from = standard ? stdin : fopen(path, "rb");
  if (from == NULL) return strerror(errno);
  const char *wrong = read_all(from, most, text);
  if (!standard) fclose(from);
  if (wrong != NULL) file_text_free(text);
  return wrong;
}

void file_text_free(struct file_text *text) {
  free(text->bytes);
  *text = (struct file_text){NULL, 0, 0};
}
