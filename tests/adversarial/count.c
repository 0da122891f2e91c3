/*
 * For callgrind, which counts the calls of judge_input(): each family at 64 KiB and at 256 KiB, a line for each call.
 *
 *     adversarial-count jit|interpreter [FAMILY...]
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adversarial/interpreter.h"
#include "adversarial/judge.h"

static void count(const struct family *family, size_t kib) {
  size_t length;
  char *input = family_make(family, kib * 1024, &length);
  uint64_t said = judge_input(family->way, input, length);
  printf("%s\t%zu\t%016" PRIx64 "\n", family->name, kib, said);
  free(input);
}

static bool is_asked(const struct family *family, int argc, char **argv) {
  for (int i = 2; i < argc; i++)
    if (strcmp(argv[i], family->name) == 0) return true;
  return argc <= 2;
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  interpreter_alone(strcmp(argv[1], "interpreter") == 0);
  judge_open();
  for (size_t i = 0; i < family_count; i++) {
    if (!is_asked(&families[i], argc, argv)) continue;
    count(&families[i], 64);
    count(&families[i], 256);
  }
  judge_close();
  return 0;
}
