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

/* In words of its own: the system's follow the locale. */
static followup_status fail_by_system(const struct gathering *gathering, const char *place) {
  const char *reason = errno == ENOENT ? "does not exist" : errno == EACCES ? "may not be read" : "cannot be read";
  return fail(gathering, FOLLOWUP_E_FILE, place, reason);
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

/* An mbox in reading: the number of the mail at hand, and the name of its place. */
struct mbox {
  const char *path;
  size_t number;
  char *place;
  size_t place_size;
};

static void next_mail(struct mbox *mbox) {
  g_snprintf(mbox->place, mbox->place_size, "%s:%zu", mbox->path, ++mbox->number);
}

/* Hands over the mail that ends where `line` begins. */
static followup_status end_mail(struct gathering *gathering, const struct mbox *mbox, size_t line) {
  gathering->length = mail_end(gathering, line);
  return hand_over(gathering, mbox->place);
}

/* Looks at the line that was gathered last: it ends a mail, is to be unescaped, or belongs to the mail as it is. */
static followup_status pass_line(struct gathering *gathering, struct mbox *mbox, size_t line) {
  char *start = gathering->bytes + line;
  size_t length = gathering->length - line;
  if (is_from_line(start, length)) {
    followup_status status = end_mail(gathering, mbox, line);
    next_mail(mbox);
    return status;
  }
  if (is_escaped_from_line(start, length)) {
    memmove(start, start + 1, length - 1);
    gathering->length--;
  }
  return FOLLOWUP_OK;
}

static followup_status take_mails(struct input *input, struct gathering *gathering, struct mbox *mbox) {
  size_t line = 0;
  followup_status status = FOLLOWUP_OK;
  next_mail(mbox);
  gather_line(input, gathering, mbox->place, &line, &status);
  gathering->length = 0; /* the From_ line that made the file an mbox, whatever it looks like */
  while (gather_line(input, gathering, mbox->place, &line, &status)) status = pass_line(gathering, mbox, line);
  if (status != FOLLOWUP_OK) return status;
  if (ferror(input->file)) return fail_by_system(gathering, mbox->path);
  return end_mail(gathering, mbox, gathering->length);
}

static followup_status take_mbox(struct input *input, struct gathering *gathering, const char *path) {
  struct mbox mbox = {.path = path, .place_size = strlen(path) + 32};
  mbox.place = malloc(mbox.place_size);
  if (mbox.place == NULL) return fail(gathering, FOLLOWUP_E_MEMORY, path, NULL);
  followup_status status = take_mails(input, gathering, &mbox);
  free(mbox.place);
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
