/*
 * What the fuzz targets share. A target takes any bytes; where a promise of the library is broken it ends the process.
 *
 * The file of a target holds LLVMFuzzerTestOneInput() alone; it is linked with libFuzzer by tests/fuzz/run.py, and with
 * replay.c in every build.
 */
#ifndef FOLLOWUP_TESTS_FUZZ_H
#define FOLLOWUP_TESTS_FUZZ_H

#include <followup.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define MUST(promise) ((promise) ? (void)0 : fuzz_broken(#promise, __FILE__, __LINE__))
_Noreturn void fuzz_broken(const char *promise, const char *file, int line);

/* One linter and its scratch for all runs, so that what a run leaves behind meets the next one. */
const followup_linter *fuzz_linter(void);
followup_scratch *fuzz_scratch(void);

/* A text in another form, of its own block without room behind it. */
struct fuzz_text {
  char *bytes;
  size_t length;
};

/* A form that several texts have in common; made of any stretch of a text. */
typedef struct fuzz_text (*fuzz_form)(const char *bytes, size_t length);

struct fuzz_text fuzz_copy(const char *bytes, size_t length);
struct fuzz_text fuzz_nfc(const char *bytes, size_t length);
struct fuzz_text fuzz_nfd(const char *bytes, size_t length);
struct fuzz_text fuzz_without_returns(const char *bytes, size_t length);
/* Of a text without carriage returns. */
struct fuzz_text fuzz_with_returns(const char *bytes, size_t length);

bool fuzz_is_ascii(const char *bytes, size_t length);
/* Where the first byte stands that is no UTF-8, or is NUL; `length` where there is none. By ICU, not by the library. */
size_t fuzz_first_bad_byte(const char *bytes, size_t length);
/* Whether a character begins there, or the text ends. */
bool fuzz_is_border(const char *bytes, size_t length, size_t at);
/* Whether the two stretches are the same in the form. */
bool fuzz_same(fuzz_form form, const char *one, size_t one_length, const char *other, size_t other_length);

#endif
