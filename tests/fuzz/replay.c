/* Feeds files, and the files of folders, to a target: a fuzzer without Clang, which tries nothing new. */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t fed;

static void feed(const char *path, FILE *file) {
  size_t length = 0, room = 1 << 16;
  uint8_t *bytes = malloc(room);
  for (size_t got; bytes != NULL && (got = fread(bytes + length, 1, room - length, file)) > 0;) {
    length += got;
    if (length == room) bytes = realloc(bytes, room *= 2);
  }
  struct fuzz_text tight = fuzz_copy((const char *)bytes, length);
  if (getenv("FUZZ_TELL") != NULL) fprintf(stderr, "%s\n", path);
  LLVMFuzzerTestOneInput((const uint8_t *)tight.bytes, tight.length);
  free(tight.bytes);
  free(bytes);
  fed++;
}

static void feed_folder(const char *path, DIR *folder);

static void feed_path(const char *path) {
  DIR *folder = opendir(path);
  if (folder != NULL) {
    feed_folder(path, folder);
    closedir(folder);
    return;
  }
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    fprintf(stderr, "%s: cannot be read\n", path);
    exit(2);
  }
  feed(path, file);
  fclose(file);
}

static void feed_folder(const char *path, DIR *folder) {
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char within[4096];
    snprintf(within, sizeof within, "%s/%s", path, entry->d_name);
    feed_path(within);
  }
}

int main(int count, char **arguments) {
  for (int i = 1; i < count; i++) feed_path(arguments[i]);
  printf("%zu files\n", fed);
  return 0;
}
