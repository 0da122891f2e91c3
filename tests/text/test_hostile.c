/* Texts that nobody writes: the time grows with the length, nothing is allocated once warm, no failure leaks. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/uclean.h>

#include "base/memory.h"
#include "text/text.h"

/* Eight times the length may take eight times as long; 64 times would be a loop in a loop. */
enum { SMALL = 1 << 11, LARGE = 1 << 14, MOST_GROWTH = 24, MANY_ZONES = 1 << 18, MEGABYTE = 1 << 20 };

/* clang-format off */
static const char *const shapes[] = {
    "a", "a ", "A ", "1", "1 ", "1/", "1:", ">", ">\n", "> a\n", "> a\nb\n", "> a\n\nb\n\n", "\n", "\r", "\r\n", " ",
    "\t", ",", ", ", ".", ". ", "!", "! ", "? a", "a. ", "A. ", "a.A", "a.I ", "(", ")", "\"", "'", "a' ", "'a ",
    "\xE2\x80\x9C", "\xE2\x80\x9D ", "-", "- ", "--\n", "- a\n", "* a\n", "1. a\n", "i. a\n", "A. a\n", "(a) b\n",
    "a:\n", "a:\n\n", "On ", "On 1 wrote:\n", "On 1\n", "From: a\n", "From: a\nTo: b\n\n", "____\n", "-----\n",
    "Original Message\n", "Thanks,\n", "Thanks", "Kim\n", "Kim\n\n", "Best,\nKim\n\n", "Best, Kim. ", "P.S. a\n",
    "P.S. a\n\n", "Sent from my a\n", "Dear ", "Dear a, ", "Dear A, ", "Dear A and ", "x@y.z ", "@", "http://",
    "www.", "a.b", "a.com/", "[x] ", "(:", ":) ", "<3 ", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80 ", "e\xCC\x81",
    "\xCC\x81", "\xC2\xAD", "\xE2\x80\x8D", "\xC3\x9F", "\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\xA8", "\xE2\x80\xA6 ",
    "\xE2\x80\xA6", "$1 ", "Mr. ", "e.g. ", "U.S. ", "p.m. A", "No. ", "etc. ", "1. ", "... ", "a-", "a\xE2\x80\x94",
    "_", "*", "a.\xE2\x80\x9D ", "a, b\n", "Ana,\n", "Ana,\n\n", "Hi\n", "Hi,\n\n",
};
/* clang-format on */

enum { SHAPES = sizeof shapes / sizeof *shapes };

static struct text_reader *reader;
static struct text read_text;
static char *body;

static void open_reader(void) {
  ck_assert_int_eq(text_reader_new(context_or_default(NULL), &reader), FOLLOWUP_OK);
  memset(&read_text, 0, sizeof read_text);
  body = malloc(MEGABYTE);
  ck_assert_ptr_nonnull(body);
}

static void close_reader(void) {
  text_free(context_or_default(NULL), &read_text);
  text_reader_free(reader);
  free(body);
}

/* Fills `length` bytes with whole copies of the shape and returns how many were filled. */
static size_t fill(const char *shape, size_t length) {
  size_t step = strlen(shape), filled = 0;
  for (; filled + step <= length; filled += step) memcpy(body + filled, shape, step);
  return filled;
}

static double seconds_to_read(size_t length) {
  clock_t before = clock();
  ck_assert_int_eq(text_read_body(reader, body, length, &read_text), FOLLOWUP_OK);
  return (double)(clock() - before) / CLOCKS_PER_SEC;
}

static void assert_sound(size_t length) {
  size_t end = 0;
  for (size_t i = 0; i < read_text.zones.count; i++) {
    ck_assert_uint_ge(read_text.zones.items[i].start, end);
    end = read_text.zones.items[i].end;
    ck_assert_uint_gt(end, read_text.zones.items[i].start);
  }
  ck_assert_uint_le(end, length);
  for (size_t i = 0; i < read_text.words.count; i++) {
    const struct text_word *word = &read_text.words.items[i];
    ck_assert_uint_lt(word->zone, read_text.zones.count);
    ck_assert(word->sentence == NO_SENTENCE || word->sentence < read_text.sentences.count);
    ck_assert_uint_le(word->fold + word->fold_length, read_text.folds.count);
  }
}

START_TEST(time_grows_with_the_length) {
  double small = seconds_to_read(fill(shapes[_i], SMALL));
  size_t filled = fill(shapes[_i], LARGE);
  double large = seconds_to_read(filled);
  assert_sound(filled);
  ck_assert_msg(large < 0.01 || large < MOST_GROWTH * small, "[%s] took %g s, eight times as much %g s", shapes[_i],
                small, large);
}
END_TEST

START_TEST(two_shapes_in_turn_take_no_longer) {
  const char *shape = shapes[_i];
  size_t filled = 0, step = strlen(shape);
  for (size_t turn = 0; filled + step + 8 < LARGE / 2; turn++) {
    memcpy(body + filled, shape, step);
    filled += step;
    if (turn % 3 != 0) continue;
    memcpy(body + filled, "word.\n\n", 7);
    filled += 7;
  }
  double spent = seconds_to_read(filled);
  assert_sound(filled);
  ck_assert_msg(spent < 5, "[%s] took %g s", shape, spent);
}
END_TEST

/* Long runs of one thing after another, all in one body. */
START_TEST(a_megabyte_takes_a_moment) {
  static const char *const runs[] = {"one line ", ", ", "\n", "a:\n", "> "};
  char *whole = body;
  size_t filled = 0;
  for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
    body = whole + filled;
    filled += fill(runs[i], MEGABYTE / 5);
  }
  body = whole;
  double spent = seconds_to_read(filled);
  assert_sound(filled);
  ck_assert_msg(spent < 30, "took %g s", spent); /* 0.2 s without valgrind */
}
END_TEST

/* Each closing once took a call within the call before it, and the stack ran out. */
START_TEST(a_line_of_a_hundred_thousand_closings_is_one_paragraph) {
  memcpy(body, "Hi Ana,\n\nI will.\n\n", 19);
  size_t filled = 19;
  for (; filled + 8 <= MEGABYTE - 5; filled += 8) memcpy(body + filled, "Thanks, ", 8);
  memcpy(body + filled - 1, "\nKim\n", 5);
  ck_assert_int_eq(text_read_body(reader, body, filled + 4, &read_text), FOLLOWUP_OK);
  assert_sound(filled + 4);
  ck_assert_uint_gt(read_text.words.count, 100000);
}
END_TEST

static void assert_empty(const char *bytes) {
  ck_assert_int_eq(text_read_body(reader, bytes, strlen(bytes), &read_text), FOLLOWUP_OK);
  ck_assert_uint_eq(read_text.zones.count + read_text.sentences.count + read_text.words.count, 0);
  ck_assert_int_eq(text_read_line(reader, bytes, strlen(bytes), &read_text), FOLLOWUP_OK);
  ck_assert_uint_eq(read_text.zones.count + read_text.sentences.count + read_text.words.count, 0);
}

START_TEST(a_text_without_words_has_nothing_in_it) {
  assert_empty("");
  assert_empty("\n\n \r\n\t\xC2\xA0\n\xE3\x80\x80");
}
END_TEST

START_TEST(quotes_that_never_close_hold_sentences_all_the_same) {
  const char *text = "Hi Ana,\n\nYou said \"ask twice. I did. (And then? Nothing. “Well. ‘So.\n\nKim\n";
  ck_assert_int_eq(text_read_body(reader, text, strlen(text), &read_text), FOLLOWUP_OK);
  ck_assert_uint_eq(read_text.sentences.count, 6);
}
END_TEST

/* Each ends where its block ends; a sanitizer and valgrind see a read past it. */
START_TEST(lines_end_where_the_text_does_also_behind_a_tick) {
  static const char *const ends[] = {
      "Hi,\n\n\u2713 a\n\u2713", "\u2714a", "\u2611", "\u2713\uFE0F", "\u2713 ", "[", "(1"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t length = strlen(ends[i]);
    char *text = malloc(length);
    memcpy(text, ends[i], length);
    ck_assert_int_eq(text_read_body(reader, text, length, &read_text), FOLLOWUP_OK);
    free(text);
  }
}
END_TEST

START_TEST(more_zones_than_a_word_can_count_end_in_one) {
  size_t filled = fill("> a\nb\n", MANY_ZONES);
  ck_assert_int_eq(text_read_body(reader, body, filled, &read_text), FOLLOWUP_OK);
  ck_assert_uint_eq(read_text.zones.count, UINT16_MAX);
  ck_assert_uint_eq(read_text.zones.items[read_text.zones.count - 1].end, filled - 1);
}
END_TEST

/* Counts, and fails from the `fails_at`-th call on (0: never). */
struct counter {
  size_t calls, fails_at, blocks;
};

static void *counted_allocate(size_t size, void *user) {
  struct counter *counter = user;
  counter->calls++;
  if (counter->fails_at > 0 && counter->calls >= counter->fails_at) return NULL;
  counter->blocks++;
  return malloc(size);
}

static void counted_release(void *block, void *user) {
  ((struct counter *)user)->blocks--;
  free(block);
}

static const char *const mail =
    "Dear Zoë,\n\nThank you for the tour at 3 p.m. today! Dr. Okonjo’s lamps (see https://a.example/b) 🎉 shine:\n\n"
    "- one\n- two\n\nDid “it” run?\nBest, Kim\n\nP.S. Yes.\n\nOn Mon, Mar 3, 2025 at 4:12 PM Zoë <z@example.org> "
    "wrote:\n> old\n";

static size_t read_with(struct counter *counter) {
  followup_context *context = NULL;
  struct text_reader *own = NULL;
  struct text read = {0};
  size_t fails_at = counter->fails_at, sentences = 0;
  counter->fails_at = 0;
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, counter, &context), FOLLOWUP_OK);
  counter->calls = 0;
  counter->fails_at = fails_at;
  followup_status status = text_reader_new(context, &own);
  if (status == FOLLOWUP_OK) status = text_read_body(own, mail, strlen(mail), &read);
  ck_assert(status == FOLLOWUP_OK || (status == FOLLOWUP_E_MEMORY && fails_at > 0));
  if (status == FOLLOWUP_OK) sentences = read.sentences.count;
  text_free(context, &read);
  text_reader_free(own);
  followup_context_free(context);
  ck_assert_uint_eq(counter->blocks, 0);
  return sentences;
}

START_TEST(every_failed_allocation_is_reported_and_nothing_leaks) {
  struct counter counter = {0};
  size_t sentences = read_with(&counter), calls = counter.calls;
  ck_assert_uint_eq(sentences, 6);
  ck_assert_uint_gt(calls, 5);
  for (size_t i = 1; i <= calls; i++) {
    counter = (struct counter){.fails_at = i};
    ck_assert_uint_eq(read_with(&counter), 0);
  }
}
END_TEST

static size_t icu_calls;

static void *U_CALLCONV icu_allocate(const void *context, size_t size) {
  (void)context;
  icu_calls++;
  return malloc(size);
}

static void *U_CALLCONV icu_reallocate(const void *context, void *block, size_t size) {
  (void)context;
  icu_calls++;
  return realloc(block, size);
}

static void U_CALLCONV icu_release(const void *context, void *block) {
  (void)context;
  free(block);
}

START_TEST(a_warm_reader_allocates_nothing) {
  struct counter counter = {0};
  followup_context *context = NULL;
  struct text_reader *own = NULL;
  struct text read = {0};
  ck_assert_int_eq(followup_context_new(counted_allocate, counted_release, &counter, &context), FOLLOWUP_OK);
  ck_assert_int_eq(text_reader_new(context, &own), FOLLOWUP_OK);
  ck_assert_int_eq(text_read_body(own, mail, strlen(mail), &read), FOLLOWUP_OK);
  size_t calls = counter.calls, calls_of_icu = icu_calls;
  for (int i = 0; i < 10; i++) ck_assert_int_eq(text_read_body(own, mail, strlen(mail), &read), FOLLOWUP_OK);
  ck_assert_uint_eq(counter.calls, calls);
  ck_assert_uint_eq(icu_calls, calls_of_icu);
  ck_assert_uint_gt(icu_calls, 0);
  text_free(context, &read);
  text_reader_free(own);
  followup_context_free(context);
}
END_TEST

int main(void) {
  UErrorCode problem = U_ZERO_ERROR;
  u_setMemoryFunctions(NULL, icu_allocate, icu_reallocate, icu_release, &problem);
  if (U_FAILURE(problem)) return 2;
  Suite *suite = suite_create("hostile");
  TCase *tests = tcase_create("hostile");
  tcase_set_timeout(tests, 600);
  tcase_add_unchecked_fixture(tests, open_reader, close_reader);
  tcase_add_loop_test(tests, time_grows_with_the_length, 0, SHAPES);
  tcase_add_loop_test(tests, two_shapes_in_turn_take_no_longer, 0, SHAPES);
  tcase_add_test(tests, a_megabyte_takes_a_moment);
  tcase_add_test(tests, a_line_of_a_hundred_thousand_closings_is_one_paragraph);
  tcase_add_test(tests, a_text_without_words_has_nothing_in_it);
  tcase_add_test(tests, quotes_that_never_close_hold_sentences_all_the_same);
  tcase_add_test(tests, lines_end_where_the_text_does_also_behind_a_tick);
  tcase_add_test(tests, more_zones_than_a_word_can_count_end_in_one);
  tcase_add_test(tests, every_failed_allocation_is_reported_and_nothing_leaks);
  tcase_add_test(tests, a_warm_reader_allocates_nothing);
  suite_add_tcase(suite, tests);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
