/* What every room stands on: errors that tell and cut their words, arrays that grow, sorted numbers, characters. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "support/run.h"

static followup_error *error;

static void set_up(void) { ck_assert_int_eq(followup_error_new(NULL, &error), FOLLOWUP_OK); }

static void tear_down(void) { followup_error_free(error); }

START_TEST(each_status_has_words_of_its_own) {
  static const char *const words[] = {"no error",
                                      "invalid value",
                                      "invalid UTF-8",
                                      "longer than the limit",
                                      "out of memory",
                                      "unknown time zone",
                                      "not known to this version",
                                      "syntax error",
                                      "cannot be read or written",
                                      "a part of the library failed"};
  for (int i = 0; i < 10; i++) ck_assert_str_eq(followup_status_text((followup_status)i), words[i]);
  ck_assert_str_eq(followup_status_text((followup_status)10), "unknown status");
  ck_assert_str_eq(followup_status_text((followup_status)-1), "unknown status");
}
END_TEST

START_TEST(an_error_tells_all_that_it_was_told) {
  ck_assert_int_eq(followup_error_set(error, FOLLOWUP_E_SYNTAX, "body", 7, 3, "is odd"), FOLLOWUP_E_SYNTAX);
  ck_assert_int_eq(followup_error_status(error), FOLLOWUP_E_SYNTAX);
  ck_assert_str_eq(followup_error_member(error), "body");
  ck_assert_str_eq(followup_error_reason(error), "is odd");
  ck_assert_str_eq(followup_error_message(error), "body: is odd");
  ck_assert_uint_eq(followup_error_offset(error), 7);
  ck_assert_uint_eq(followup_error_line(error), 3);
  followup_error_set(error, FOLLOWUP_E_MEMORY, NULL, FOLLOWUP_NOWHERE, FOLLOWUP_NOWHERE, NULL);
  ck_assert_str_eq(followup_error_member(error), "");
  ck_assert_str_eq(followup_error_message(error), "out of memory");
  ck_assert_uint_eq(followup_error_offset(error), FOLLOWUP_NOWHERE);
}
END_TEST

START_TEST(long_words_of_an_error_are_cut_between_characters) {
  char words[2 * ERROR_TEXT];
  memset(words, 'a', sizeof words);
  words[ERROR_TEXT - 1] = '\0';
  followup_error_set(error, FOLLOWUP_E_SYNTAX, NULL, 0, 0, words);
  ck_assert_uint_eq(strlen(followup_error_reason(error)), ERROR_TEXT - 1);
  words[ERROR_TEXT - 1] = 'a';
  words[ERROR_TEXT] = '\0';
  followup_error_set(error, FOLLOWUP_E_SYNTAX, NULL, 0, 0, words);
  ck_assert_uint_eq(strlen(followup_error_reason(error)), ERROR_TEXT - 1);
  memcpy(words + ERROR_TEXT - 3, "\xE2\x82\xAC", 3);
  followup_error_set(error, FOLLOWUP_E_SYNTAX, words, 0, 0, words);
  ck_assert_uint_eq(strlen(followup_error_reason(error)), ERROR_TEXT - 3);
  ck_assert_uint_eq(strlen(followup_error_message(error)), 2 * (ERROR_TEXT - 3) + 2);
  memset(words, 0x80, ERROR_TEXT);
  followup_error_set(error, FOLLOWUP_E_SYNTAX, NULL, 0, 0, words);
  ck_assert_str_eq(followup_error_reason(error), "");
  followup_error_set(error, FOLLOWUP_E_SYNTAX, NULL, 0, 0, followup_error_message(error));
  ck_assert_str_eq(followup_error_message(error), "");
}
END_TEST

START_TEST(an_array_that_cannot_be_that_large_stays_as_it_is) {
  const followup_context *context = context_or_default(NULL);
  ARRAY(uint64_t) numbers = {NULL, 0, 0};
  ck_assert(array_reserve(context, &numbers, 1));
  numbers.items[numbers.count++] = 7;
  const uint64_t *items = numbers.items;
  size_t capacity = numbers.capacity;
  ck_assert_uint_ge(capacity, 1);
  ck_assert(!array_reserve(context, &numbers, SIZE_MAX));
  ck_assert(!array_reserve(context, &numbers, SIZE_MAX - 1));
  ck_assert(!array_reserve(context, &numbers, SIZE_MAX / 8));
  ck_assert_ptr_eq(numbers.items, items);
  ck_assert_uint_eq(numbers.capacity, capacity);
  for (uint64_t i = 1; i < 1000; i++) {
    ck_assert(array_reserve(context, &numbers, 1));
    numbers.items[numbers.count++] = 7 * i;
  }
  for (uint64_t i = 1; i < 1000; i++) ck_assert_uint_eq(numbers.items[i], 7 * i);
  array_free(context, &numbers);
}
END_TEST

static int compare(const void *left, const void *right) {
  const struct sort_item *a = left, *b = right;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  if (a->first != b->first) return a->first < b->first ? -1 : 1;
  return a->second < b->second ? -1 : a->second > b->second;
}

START_TEST(numbers_of_any_kind_are_sorted_as_by_comparing_them) {
  enum { MOST = 3000 };
  static struct sort_item sorted[MOST], wanted[MOST];
  uint64_t random = 88172645463325252u;
  for (int kind = 0; kind < 6; kind++)
    for (size_t count = 0; count < MOST; count = count < 30 ? count + 1 : 3 * count) {
      for (size_t i = 0; i < count; i++) {
        random ^= random << 13, random ^= random >> 7, random ^= random << 17;
        sorted[i] = (struct sort_item){.key = kind == 0   ? random
                                              : kind == 1 ? random % 3
                                              : kind == 2 ? random << 56
                                                          : 5,
                                       .first = (uint32_t)(kind < 3    ? i
                                                           : kind == 3 ? random
                                                           : kind == 4 ? random % 2
                                                                       : 9),
                                       .second = (uint32_t)(kind < 5 ? random >> 32 : random % 70000)};
      }
      memcpy(wanted, sorted, sizeof wanted);
      qsort(wanted, count, sizeof *wanted, compare);
      sort_items(sorted, count);
      for (size_t i = 0; i < count; i++) ck_assert_int_eq(compare(&sorted[i], &wanted[i]), 0);
      for (size_t i = 0; i < count; i++) {
        size_t found = sort_find(sorted, count, sorted[i].key);
        ck_assert(sorted[found].key == sorted[i].key && (found == 0 || sorted[found - 1].key < sorted[i].key));
      }
      ck_assert_uint_eq(sort_find(sorted, count, UINT64_MAX), count);
    }
}
END_TEST

START_TEST(characters_are_read_forwards_and_backwards) {
  static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  static const uint32_t codes[] = {'a', 0xE9, 0x20AC, 0x1F600};
  static const size_t ends[] = {0, 1, 3, 6, 10};
  size_t at = 0;
  for (int i = 0; i < 4; i++) {
    ck_assert_uint_eq(utf8_next(text, &at), codes[i]);
    ck_assert_uint_eq(at, ends[i + 1]);
  }
  for (int i = 4; i-- > 0;) {
    ck_assert_uint_eq(utf8_previous(text, &at), codes[i]);
    ck_assert_uint_eq(at, ends[i]);
  }
}
END_TEST

int main(void) {
  const TTest *const tests[] = {each_status_has_words_of_its_own,
                                an_error_tells_all_that_it_was_told,
                                long_words_of_an_error_are_cut_between_characters,
                                an_array_that_cannot_be_that_large_stays_as_it_is,
                                numbers_of_any_kind_are_sorted_as_by_comparing_them,
                                characters_are_read_forwards_and_backwards,
                                NULL};
  return run_tests_with("base", tests, set_up, tear_down);
}
