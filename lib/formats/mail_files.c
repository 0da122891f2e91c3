#include <followup-formats.h>

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "formats/mbox_line.h"

enum { CHUNK_SIZE = 64 << 10, MAIL_LIMIT = 1 << 30 };

/* The mail being gathered, and who takes it. */
struct gathering {
  char *bytes;
  size_t length, capacity;
  followup_formats_mail_taker take;
  void *user;
  followup_error *error;
};

static followup_status fail(const struct gathering *gathering, followup_status status, const char *place,
                            const char *reason) {
  return followup_error_set(gathering->error, status, place, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, reason);
}

static followup_status fail_by_system(const struct gathering *gathering, const char *place) {
  return fail(gathering, FOLLOWUP_E_FILE, place, g_strerror(errno));
}

static followup_status make_room(struct gathering *gathering, size_t more, const char *place) {
  if (more > MAIL_LIMIT - gathering->length)
    return fail(gathering, FOLLOWUP_E_LIMIT, place, "a mail of more than 1 GiB");
  if (more <= gathering->capacity - gathering->length) return FOLLOWUP_OK;
  size_t wanted = MAX(gathering->length + more, 2 * gathering->capacity);
  char *grown = realloc(gathering->bytes, wanted);
  if (grown == NULL) return fail(gathering, FOLLOWUP_E_MEMORY, place, NULL);
  gathering->bytes = grown;
  gathering->capacity = wanted;
  return FOLLOWUP_OK;
}

static followup_status gather(struct gathering *gathering, const char *bytes, size_t length, const char *place) {
  followup_status status = make_room(gathering, length, place);
  if (status != FOLLOWUP_OK) return status;
  memcpy(gathering->bytes + gathering->length, bytes, length);
  gathering->length += length;
  return FOLLOWUP_OK;
}

/* Hands over what was gathered, and starts anew. */
static followup_status hand_over(struct gathering *gathering, const char *place) {
  size_t length = gathering->length;
  gathering->length = 0;
  return gathering->take(place, length > 0 ? gathering->bytes : "", length, gathering->user);
}

/* A big file in reading, one buffer of it at a time. */
struct input {
  FILE *file;
  char buffer[CHUNK_SIZE];
  size_t at, filled;
};

static bool refill(struct input *input) {
  if (input->at < input->filled) return true;
  input->at = 0;
  input->filled = fread(input->buffer, 1, sizeof input->buffer, input->file);
  return input->filled > 0;
}

static followup_status take_whole(struct input *input, struct gathering *gathering, const char *path) {
  followup_status status = FOLLOWUP_OK;
  while (status == FOLLOWUP_OK && refill(input)) {
    status = gather(gathering, input->buffer + input->at, input->filled - input->at, path);
    input->at = input->filled;
  }
  if (status != FOLLOWUP_OK) return status;
  return ferror(input->file) ? fail_by_system(gathering, path) : hand_over(gathering, path);
}

/* Adds the bytes up to the next line end to the mail; `*line` is where the line began in it. False at the end. */
static bool gather_line(struct input *input, struct gathering *gathering, const char *place, size_t *line,
                        followup_status *status) {
  *line = gathering->length;
  while (*status == FOLLOWUP_OK && refill(input)) {
    const char *start = input->buffer + input->at;
    const char *feed = memchr(start, '\n', input->filled - input->at);
    size_t length = feed != NULL ? (size_t)(feed - start) + 1 : input->filled - input->at;
    *status = gather(gathering, start, length, place);
    input->at += length;
    if (feed != NULL) return *status == FOLLOWUP_OK;
  }
  return *status == FOLLOWUP_OK && gathering->length > *line;
}

/* The empty line before a From_ line belongs to the mbox. */
static size_t mail_end(const struct gathering *gathering, size_t line) {
  const char *bytes = gathering->bytes;
  if (line >= 2 && bytes[line - 1] == '\n' && bytes[line - 2] == '\n') return line - 1;
  if (line >= 3 && memcmp(bytes + line - 3, "\n\r\n", 3) == 0) return line - 2;
  return line;
}

static void name_place(char *place, size_t size, const char *path, size_t number) {
  g_snprintf(place, size, "%s:%zu", path, number);
}

/* The From_ line has just been read: hands over the mail before it, and drops it. */
static followup_status end_mail(struct gathering *gathering, const char *place, size_t line) {
  gathering->length = mail_end(gathering, line);
  return hand_over(gathering, place);
}

static followup_status take_mbox(struct input *input, struct gathering *gathering, const char *path) {
  size_t size = strlen(path) + 32, number = 0, line = 0;
  char *place = malloc(size);
  if (place == NULL) return fail(gathering, FOLLOWUP_E_MEMORY, path, NULL);
  name_place(place, size, path, 1);
  followup_status status = FOLLOWUP_OK;
  while (gather_line(input, gathering, place, &line, &status)) {
    char *start = gathering->bytes + line;
    size_t length = gathering->length - line;
    if (number == 0 || is_from_line(start, length)) {
      if (number > 0) status = end_mail(gathering, place, line);
      gathering->length = 0;
      name_place(place, size, path, ++number);
    } else if (is_escaped_from_line(start, length)) {
      memmove(start, start + 1, length - 1);
      gathering->length--;
    }
  }
  if (status == FOLLOWUP_OK && ferror(input->file)) status = fail_by_system(gathering, path);
  if (status == FOLLOWUP_OK) status = end_mail(gathering, place, gathering->length);
  free(place);
  return status;
}

static followup_status take_file(struct gathering *gathering, const char *path) {
  struct input *input = malloc(sizeof *input);
  if (input == NULL) return fail(gathering, FOLLOWUP_E_MEMORY, path, NULL);
  input->at = input->filled = 0;
  input->file = g_fopen(path, "rb");
  followup_status status = FOLLOWUP_OK;
  if (input->file == NULL)
    status = fail_by_system(gathering, path);
  else if (refill(input) && input->filled >= 5 && memcmp(input->buffer, "From ", 5) == 0)
    status = take_mbox(input, gathering, path);
  else
    status = take_whole(input, gathering, path);
  if (input->file != NULL) fclose(input->file);
  free(input);
  return status;
}

static int compare_names(const void *one, const void *other) {
  return strcmp(*(char *const *)one, *(char *const *)other);
}

/* The names of the files in a folder, sorted; those that begin with a dot are not mail. NULL: it cannot be read. */
static GPtrArray *list_folder(const char *folder) {
  GDir *directory = g_dir_open(folder, 0, NULL);
  if (directory == NULL) return NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  for (const char *name; (name = g_dir_read_name(directory)) != NULL;)
    if (name[0] != '.') g_ptr_array_add(names, g_strdup(name));
  g_dir_close(directory);
  g_ptr_array_sort(names, compare_names);
  return names;
}

static followup_status take_folder(struct gathering *gathering, const char *folder) {
  GPtrArray *names = list_folder(folder);
  if (names == NULL) return fail(gathering, FOLLOWUP_E_FILE, folder, "cannot be read");
  followup_status status = FOLLOWUP_OK;
  for (guint i = 0; i < names->len && status == FOLLOWUP_OK; i++) {
    char *path = g_build_filename(folder, g_ptr_array_index(names, i), NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_DIR)) status = take_file(gathering, path);
    g_free(path);
  }
  g_ptr_array_free(names, TRUE);
  return status;
}

static followup_status take_maildir(struct gathering *gathering, const char *path) {
  char *read = g_build_filename(path, "cur", NULL);
  char *unread = g_build_filename(path, "new", NULL);
  followup_status status = FOLLOWUP_OK;
  if (!g_file_test(read, G_FILE_TEST_IS_DIR) || !g_file_test(unread, G_FILE_TEST_IS_DIR))
    status = fail(gathering, FOLLOWUP_E_FILE, path, "a folder without cur and new is no Maildir");
  if (status == FOLLOWUP_OK) status = take_folder(gathering, read);
  if (status == FOLLOWUP_OK) status = take_folder(gathering, unread);
  g_free(read);
  g_free(unread);
  return status;
}

followup_status followup_formats_each_mail(const char *path, followup_formats_mail_taker take, void *user,
                                           followup_error *error) {
  struct gathering gathering = {.take = take, .user = user, .error = error};
  if (path == NULL || take == NULL)
    return fail(&gathering, FOLLOWUP_E_ARGUMENT, path == NULL ? "path" : "take", "is NULL");
  followup_status status =
      g_file_test(path, G_FILE_TEST_IS_DIR) ? take_maildir(&gathering, path) : take_file(&gathering, path);
  free(gathering.bytes);
  return status;
}
