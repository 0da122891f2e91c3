/*
 * The library is loaded, used and unloaded again and again; nothing of it is left behind.
 *
 *   test_load LIBFOLLOWUP.so    FOLLOWUP_LONG=1: 1,000 times, not 50
 *
 * ICU, PCRE2 and Snowball are loaded by the program and stay: ICU's tables are the process's until u_cleanup(), which
 * is not a library's to call. They are warmed by the rounds that are not counted.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include <libstemmer.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <followup.h>

#include "support/figure.h"
#include "support/run.h"

enum { WARM = 10, SHORT = 50, LONG = 1000, KIB = 1024 };

static const char *path;

/* Held so that the linker keeps the other libraries in the program. */
static const void *const kept[] = {(const void *)ubrk_open, (const void *)ucal_open, (const void *)sb_stemmer_new,
                                   (const void *)pcre2_compile_8};

#define FIND(type, name) type name = (type)dlsym(library, "followup_" #name)

typedef followup_status (*make_linter)(const followup_context *, const followup_policy *, followup_linter **,
                                       followup_error *);
typedef followup_status (*make_scratch)(const followup_linter *, followup_scratch **, followup_error *);
typedef followup_status (*lint)(const followup_linter *, followup_scratch *, followup_kind, const char *, size_t,
                                followup_report **, followup_error *);
typedef size_t (*count_findings)(const followup_report *);
typedef void (*release)(void *);

static size_t judge(void *library) {
  FIND(make_linter, linter_new);
  FIND(make_scratch, scratch_new);
  FIND(lint, lint_text);
  FIND(count_findings, report_count);
  FIND(release, report_free);
  FIND(release, scratch_free);
  FIND(release, linter_free);
  followup_linter *linter = NULL;
  followup_scratch *scratch = NULL;
  followup_report *report = NULL;
  ck_assert_int_eq(linter_new(NULL, NULL, &linter, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(scratch_new(linter, &scratch, NULL), FOLLOWUP_OK);
  ck_assert_int_eq(lint_text(linter, scratch, FOLLOWUP_KIND_THANK_YOU, "Dear Ana, I am SO SORRY!!! [topic]",
                             FOLLOWUP_ZERO_TERMINATED, &report, NULL),
                   FOLLOWUP_OK);
  size_t count = report_count(report);
  report_free(report);
  scratch_free(scratch);
  linter_free(linter);
  return count;
}

static void load_use_unload(void) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  ck_assert_msg(library != NULL, "%s", dlerror());
  ck_assert_uint_gt(judge(library), 2);
  ck_assert_int_eq(dlclose(library), 0);
  ck_assert_msg(dlopen(path, RTLD_NOW | RTLD_NOLOAD) == NULL, "it is still loaded");
}

static double resident_kib(void) {
  long pages = 0, resident = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  ck_assert_ptr_nonnull(file);
  ck_assert_int_eq(fscanf(file, "%ld %ld", &pages, &resident), 2);
  fclose(file);
  return (double)resident * 4;
}

START_TEST(a_library_unloaded_leaves_nothing_behind) {
  int times = figures_take_long() ? LONG : SHORT;
  ck_assert_ptr_nonnull(kept[0]);
  for (int i = 0; i < WARM; i++) load_use_unload();
  struct mallinfo2 before = mallinfo2();
  double resident = resident_kib();
  for (int i = 0; i < times; i++) load_use_unload();
  struct mallinfo2 after = mallinfo2();
  double grown = resident_kib() - resident;
  double left = (double)after.uordblks - (double)before.uordblks;
  ck_assert(figure_at_least("times loaded, used and unloaded", times, SHORT, ""));
  bool flat = figure_at_most("heap left by all of it", left / KIB, 4, "KiB");
  ck_assert(figure_at_most("memory resident more than before it", grown, 512, "KiB") && flat);
}
END_TEST

int main(int argument_count, char **arguments) {
  if (argument_count != 2) return 2;
  path = arguments[1];
  return run_tests("load", (const TTest *[]){a_library_unloaded_leaves_nothing_behind, NULL});
}
