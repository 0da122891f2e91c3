#define _GNU_SOURCE
#include "fault/guarded.h"

#include <check.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LONGEST = 256 };

static char *page;
static size_t page_size;

void guarded_make(void) {
  page_size = (size_t)sysconf(_SC_PAGESIZE);
  char *all = mmap(NULL, 3 * page_size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ck_assert(all != MAP_FAILED);
  page = all + page_size;
  ck_assert_int_eq(mprotect(page, page_size, PROT_READ | PROT_WRITE), 0);
}

void guarded_free(void) { munmap(page - page_size, 3 * page_size); }

const char *guarded_first(const char *text, size_t length) {
  ck_assert_uint_le(length, page_size);
  return memcpy(page, text, length);
}

const char *guarded_last(const char *text, size_t length) {
  ck_assert_uint_le(length, page_size);
  return memcpy(page + page_size - length, text, length);
}

static size_t from_hex(const char *digits, char bytes[LONGEST]) {
  size_t length = 0;
  unsigned byte;
  for (; sscanf(digits, "%2x", &byte) == 1; digits += 2) bytes[length++] = (char)byte;
  return length;
}

long guarded_each_sequence(const char *path, void (*take)(long number, const char *text, size_t length, long offset)) {
  FILE *file = fopen(path, "r");
  char digits[2 * LONGEST + 1], text[LONGEST];
  long offset, lines = 0;
  ck_assert_ptr_nonnull(file);
  while (fscanf(file, "%512[0-9a-f] %ld\n", digits, &offset) == 2) take(lines++, text, from_hex(digits, text), offset);
  ck_assert(feof(file));
  fclose(file);
  return lines;
}
