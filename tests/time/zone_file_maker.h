/* Makes TZif files (RFC 9636) for tests. */
#ifndef FOLLOWUP_TESTS_ZONE_FILE_MAKER_H
#define FOLLOWUP_TESTS_ZONE_FILE_MAKER_H

#include <stdint.h>
#include <string.h>

enum { MADE_SIZE = 8192, MADE_TYPES = 4 };

struct made_file {
  char version; /* '\0', '2', '3' or '4' */
  uint32_t times, leap_seconds;
  int64_t at[64];
  unsigned char type[64];
  int32_t offsets[MADE_TYPES]; /* of the types; all four are written */
  const char *footer;          /* from version 2 on */
  unsigned char bytes[MADE_SIZE];
  size_t length;
};

static void put(struct made_file *file, uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
    file->bytes[file->length++] = (unsigned char)(value >> shift);
}

static void put_header(struct made_file *file, uint32_t times) {
  memcpy(file->bytes + file->length, "TZif", 4);
  file->length += 4;
  put(file, (unsigned char)file->version, 1);
  for (int i = 0; i < 15; i++) put(file, 0, 1);
  put(file, 0, 4);
  put(file, 0, 4);
  put(file, file->leap_seconds, 4);
  put(file, times, 4);
  put(file, MADE_TYPES, 4);
  put(file, 4, 4); /* letters */
}

static void put_block(struct made_file *file, uint32_t times, int size) {
  for (uint32_t i = 0; i < times; i++) put(file, (uint64_t)file->at[i], size);
  for (uint32_t i = 0; i < times; i++) put(file, file->type[i], 1);
  for (int i = 0; i < MADE_TYPES; i++) {
    put(file, (uint32_t)file->offsets[i], 4);
    put(file, 0, 2);
  }
  put(file, 0, 4);
  for (uint32_t i = 0; i < file->leap_seconds; i++) {
    put(file, 78796800, size);
    put(file, 1, 4);
  }
}

/* From version 2 on the first block is left without times. */
static void make_file(struct made_file *file) {
  file->length = 0;
  uint32_t first_times = file->version == '\0' ? file->times : 0;
  put_header(file, first_times);
  put_block(file, first_times, 4);
  if (file->version == '\0') return;
  put_header(file, file->times);
  put_block(file, file->times, 8);
  put(file, '\n', 1);
  memcpy(file->bytes + file->length, file->footer, strlen(file->footer));
  file->length += strlen(file->footer);
  put(file, '\n', 1);
}

#endif
