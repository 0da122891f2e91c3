/* Numbers in digits and in words. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "support/run.h"
#include "text/numbers.h"

static struct text_reader *reader;
static struct text line;

static void open_reader(void) {
  ck_assert_int_eq(text_reader_new(context_or_default(NULL), &reader), FOLLOWUP_OK);
  memset(&line, 0, sizeof line);
}

static void close_reader(void) {
  text_free(context_or_default(NULL), &line);
  text_reader_free(reader);
}

static void check(const char *text, uint64_t value, size_t words) {
  ck_assert_int_eq(text_read_line(reader, text, strlen(text), &line), FOLLOWUP_OK);
  struct text_number number = number_at(&line, 0);
  ck_assert_msg(number.words == words, "%s: %zu words", text, number.words);
  if (words > 0) ck_assert_msg(number.value == value, "%s: %llu", text, (unsigned long long)number.value);
}

START_TEST(words_and_digits_give_the_same_number) {
  static const struct {
    const char *digits, *words;
    uint64_t value;
    size_t count;
  } rows[] = {{"7 boats", "seven boats", 7, 1},
              {"12", "dozen", 12, 1},
              {"26", "twenty-six", 26, 2},
              {"99th", "ninety-ninth", 99, 2},
              {"180", "one hundred and eighty", 180, 4},
              {"2,000", "two thousand", 2000, 2},
              {"2500", "two thousand five hundred", 2500, 4},
              {"1001", "thousand and one", 1001, 3},
              {"3,000,000", "three million", 3000000, 2},
              {"512,340", "five hundred and twelve thousand three hundred and forty", 512340, 9}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    check(rows[i].digits, rows[i].value, 1);
    check(rows[i].words, rows[i].value, rows[i].count);
  }
}
END_TEST

START_TEST(every_number_word_is_found) {
  static const char *const words[] = {
      "one",       "two",        "three",      "four",      "five",      "six",         "seven",      "eight",
      "nine",      "ten",        "eleven",     "twelve",    "thirteen",  "fourteen",    "fifteen",    "sixteen",
      "seventeen", "eighteen",   "nineteen",   "twenty",    "thirty",    "forty",       "fifty",      "sixty",
      "seventy",   "eighty",     "ninety",     "hundred",   "thousand",  "million",     "dozen",      "third",
      "fourth",    "fifth",      "sixth",      "seventh",   "eighth",    "ninth",       "tenth",      "eleventh",
      "twelfth",   "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth", "thirtieth",  "fortieth",   "fiftieth",  "sixtieth",  "seventieth",  "eightieth",  "ninetieth",
      "hundredth", "thousandth"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    ck_assert_int_eq(text_read_line(reader, words[i], strlen(words[i]), &line), FOLLOWUP_OK);
    ck_assert_msg(number_at(&line, 0).words == 1, "%s", words[i]);
  }
}
END_TEST

START_TEST(numbers_side_by_side_stay_apart) {
  check("two three", 2, 1);
  check("twenty thirty", 20, 1);
  check("one thousand two thousand", 1002, 3);
  check("one million thousand", 1000000, 2);
  check("twenty one two", 21, 2);
  check("one hundred hundred", 100, 2);
  check("six and four", 6, 1);
  check("hundred and a half", 100, 1);
  check("twenty. Six more", 20, 1);
}
END_TEST

START_TEST(what_is_no_whole_number_is_none) {
  check("3.5", 0, 0);
  check("9:30", 0, 0);
  check("k8s", 0, 0);
  check("10am", 0, 0);
  check("then", 0, 0);
  check("1234567890123456", 0, 0);
}
END_TEST

START_TEST(a_run_of_number_words_without_end_is_read_in_pieces) {
  check("million million million million million million million million million", 1000000, 1);
  check("one hundred thousand one hundred thousand one hundred", 100100, 5);
}
END_TEST

int main(void) {
  return run_tests_with("numbers",
                        (const TTest *[]){words_and_digits_give_the_same_number, every_number_word_is_found,
                                          numbers_side_by_side_stay_apart, what_is_no_whole_number_is_none,
                                          a_run_of_number_words_without_end_is_read_in_pieces, NULL},
                        open_reader, close_reader);
}
