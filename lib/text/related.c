#include "text/related.h"

#include <string.h>

static int compare(const struct related_word *row, const char *fold, size_t length) {
  int order = strncmp(row->word, fold, length);
  return order != 0 ? order : row->word[length] != '\0';
}

const struct related_word *related_find(const char *fold, size_t length, size_t *count) {
  size_t low = 0, high = related_word_count;
  *count = 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (compare(&related_words[middle], fold, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  while (low + *count < related_word_count && compare(&related_words[low + *count], fold, length) == 0) ++*count;
  return &related_words[low];
}
