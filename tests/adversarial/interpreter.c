/* Stands before PCRE2's own function of that name, as on a machine that PCRE2 has no JIT for. */
#define _GNU_SOURCE
#define PCRE2_CODE_UNIT_WIDTH 8
#include "adversarial/interpreter.h"

#include <dlfcn.h>
#include <pcre2.h>
#include <string.h>

static bool without_jit;

void interpreter_alone(bool alone) { without_jit = alone; }

int pcre2_jit_compile(pcre2_code *code, uint32_t options) {
  int (*compile)(pcre2_code *, uint32_t) = NULL;
  if (without_jit) return PCRE2_ERROR_JIT_BADOPTION;
  void *found = dlsym(RTLD_NEXT, "pcre2_jit_compile_8");
  memcpy(&compile, &found, sizeof compile);
  return compile != NULL ? compile(code, options) : PCRE2_ERROR_JIT_BADOPTION;
}
