/* Patterns with PCRE2's JIT, or without: what is compiled from now on. */
#ifndef FOLLOWUP_TESTS_ADVERSARIAL_INTERPRETER_H
#define FOLLOWUP_TESTS_ADVERSARIAL_INTERPRETER_H

#include <stdbool.h>

void interpreter_alone(bool alone);

#endif
