#include "base/sort.h"

enum { BYTES = 16, DIGITS = 256, FEW = 24 };

/* The item as a number of 16 digits, the greatest first. */
static unsigned digit_of(const struct sort_item *item, int place) {
  if (place < 8) return item->key >> (56 - 8 * place) & 0xFF;
  if (place < 12) return item->first >> (88 - 8 * place) & 0xFF;
  return item->second >> (120 - 8 * place) & 0xFF;
}

static int is_below(const struct sort_item *one, const struct sort_item *other) {
  if (one->key != other->key) return one->key < other->key;
  if (one->first != other->first) return one->first < other->first;
  return one->second < other->second;
}

static void sort_few(struct sort_item *items, size_t count) {
  for (size_t i = 1; i < count; i++) {
    struct sort_item moved = items[i];
    size_t to = i;
    for (; to > 0 && is_below(&moved, &items[to - 1]); to--) items[to] = items[to - 1];
    items[to] = moved;
  }
}

/* Puts every item into the stretch of its digit; `ends` gets where each stretch ends. */
static void deal(struct sort_item *items, size_t count, int place, size_t ends[DIGITS]) {
  size_t next[DIGITS], sum = 0;
  for (int digit = 0; digit < DIGITS; digit++) ends[digit] = 0;
  for (size_t i = 0; i < count; i++) ends[digit_of(&items[i], place)]++;
  for (int digit = 0; digit < DIGITS; digit++) {
    next[digit] = sum;
    ends[digit] = sum += ends[digit];
  }
  for (int digit = 0; digit < DIGITS; digit++)
    while (next[digit] < ends[digit]) {
      struct sort_item *item = &items[next[digit]];
      unsigned wanted = digit_of(item, place);
      struct sort_item *home = &items[next[wanted]++], swap = *home;
      *home = *item;
      *item = swap;
    }
}

/* Digit by digit: at most 16 calls deep. */
// NOLINTNEXTLINE(misc-no-recursion): a digit deeper each time, of 16
static void sort_from(struct sort_item *items, size_t count, int place) {
  size_t ends[DIGITS];
  if (count <= FEW) {
    sort_few(items, count);
    return;
  }
  if (place == BYTES) return;
  deal(items, count, place, ends);
  for (int digit = 0; digit < DIGITS; digit++) {
    size_t start = digit > 0 ? ends[digit - 1] : 0;
    if (ends[digit] - start > 1) sort_from(items + start, ends[digit] - start, place + 1);
  }
}

void sort_items(struct sort_item *items, size_t count) { sort_from(items, count, 0); }

size_t sort_find(const struct sort_item *items, size_t count, uint64_t key) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (items[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}
