#include "text/numbers.h"

#include <string.h>

struct number_word {
  const char *word;
  uint64_t value;
};

/* Ordinals count as the number they are of. "One", "second" and "half" say too many other things. */
static const struct number_word number_words[] = {
    {"dozen", 12},      {"eight", 8},         {"eighteen", 18},   {"eighteenth", 18},   {"eighth", 8},
    {"eightieth", 80},  {"eighty", 80},       {"eleven", 11},     {"eleventh", 11},     {"fifteen", 15},
    {"fifteenth", 15},  {"fifth", 5},         {"fiftieth", 50},   {"fifty", 50},        {"five", 5},
    {"fortieth", 40},   {"forty", 40},        {"four", 4},        {"fourteen", 14},     {"fourteenth", 14},
    {"fourth", 4},      {"hundred", 100},     {"hundredth", 100}, {"million", 1000000}, {"nine", 9},
    {"nineteen", 19},   {"nineteenth", 19},   {"ninetieth", 90},  {"ninety", 90},       {"ninth", 9},
    {"one", 1},         {"seven", 7},         {"seventeen", 17},  {"seventeenth", 17},  {"seventh", 7},
    {"seventieth", 70}, {"seventy", 70},      {"six", 6},         {"sixteen", 16},      {"sixteenth", 16},
    {"sixth", 6},       {"sixtieth", 60},     {"sixty", 60},      {"ten", 10},          {"tenth", 10},
    {"third", 3},       {"thirteen", 13},     {"thirteenth", 13}, {"thirtieth", 30},    {"thirty", 30},
    {"thousand", 1000}, {"thousandth", 1000}, {"three", 3},       {"twelfth", 12},      {"twelve", 12},
    {"twentieth", 20},  {"twenty", 20},       {"two", 2}};

enum { SHORTEST = 3, LONGEST = 11, MOST_DIGITS = 15, MOST_WORDS = 12 };

static int compare(const struct number_word *entry, const char *fold, size_t length) {
  int order = strncmp(entry->word, fold, length);
  return order != 0 ? order : entry->word[length] != '\0';
}

/* What a word adds or multiplies by, 0 for no number. */
static uint64_t value_of(const char *fold, size_t length) {
  if (length < SHORTEST || length > LONGEST || fold[0] < 'd' || fold[0] > 't') return 0;
  size_t low = 0, high = sizeof number_words / sizeof number_words[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(&number_words[middle], fold, length);
    if (order == 0) return number_words[middle].value;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

/* 2,000 and 26th; no fractions, clock times or codes. */
static bool read_digits(const char *fold, size_t length, uint64_t *value) {
  size_t at = 0, digits = 0;
  *value = 0;
  for (; at < length && ((fold[at] >= '0' && fold[at] <= '9') || (fold[at] == ',' && digits > 0)); at++) {
    if (fold[at] == ',') continue;
    if (++digits > MOST_DIGITS) return false;
    *value = 10 * *value + (uint64_t)(fold[at] - '0');
  }
  if (digits == 0) return false;
  size_t rest = length - at;
  return rest == 0 || (rest == 2 && memchr("snrt", fold[at], 4) != NULL);
}

/* A number in the making: what stands before its last "thousand", and behind it. */
struct sum {
  uint64_t whole, part;
  uint64_t unit; /* the last "thousand" or "million"; only smaller ones follow */
};

/* Takes one more word into the sum; false where another number begins. */
static bool take(struct sum *sum, uint64_t value) {
  if (value >= 1000) {
    if (sum->unit != 0 && (value >= sum->unit || sum->part == 0)) return false;
    sum->unit = value;
    sum->whole += (sum->part > 0 ? sum->part : 1) * value;
    sum->part = 0;
  } else if (value == 100) {
    if (sum->part >= 100) return false;
    sum->part = (sum->part > 0 ? sum->part : 1) * 100;
  } else {
    uint64_t last = sum->part % 100;
    if (last != 0 && (last < 20 || last % 10 != 0 || value >= 10)) return false;
    sum->part += value;
  }
  return true;
}

static bool is_and(const struct text *text, const struct text_word *word) {
  return word->fold_length == 3 && memcmp(text->folds.items + word->fold, "and", 3) == 0;
}

/* The value of a number word that goes on with the one before, 0 where none does. */
static uint64_t next_value(const struct text *text, size_t word, uint32_t sentence) {
  const struct text_word *next = &text->words.items[word];
  if (word >= text->words.count || next->sentence != sentence) return 0;
  return value_of(text->folds.items + next->fold, next->fold_length);
}

struct text_number number_at(const struct text *text, size_t word) {
  const struct text_word *first = &text->words.items[word];
  const char *fold = text->folds.items + first->fold;
  struct text_number number = {0, 0};
  if (first->flags & WORD_HAS_DIGIT) {
    number.words = read_digits(fold, first->fold_length, &number.value) ? 1 : 0;
    return number;
  }
  struct sum sum = {0, 0, 0};
  uint64_t value = value_of(fold, first->fold_length);
  for (size_t at = word; value != 0 && at < word + MOST_WORDS && take(&sum, value);) {
    number = (struct text_number){sum.whole + sum.part, ++at - word};
    value = next_value(text, at, first->sentence);
    bool joined = at < text->words.count && is_and(text, &text->words.items[at]) && sum.part % 100 == 0;
    if (joined) value = next_value(text, ++at, first->sentence);
  }
  return number;
}
