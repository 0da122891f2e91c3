/* Which runs of words stand in several texts, and in which. */
#include <string.h>

#include "text/nearest.h"

/* Runs are sorted in parts by their key, so that what is being sorted stays small beside the words. */
enum { PARTS = 8, PART_SHIFT = 61 };

static uint64_t key_at(const struct nearest *nearest, const struct nearest_text *text, size_t at) {
  return run_key(nearest->stems.items + text->first_word + at) ^ mix_bits(text->group);
}

static bool gather_part(const followup_context *context, struct nearest *nearest, uint64_t part) {
  nearest->items.count = 0;
  for (size_t i = 0; i < nearest->texts.count; i++) {
    const struct nearest_text *text = &nearest->texts.items[i];
    size_t count = text->stands ? run_count(text->word_count) : 0;
    if (!array_reserve(context, &nearest->items, count)) return false;
    for (size_t at = 0; at < count; at++) {
      uint64_t key = key_at(nearest, text, at);
      if (key >> PART_SHIFT == part)
        nearest->items.items[nearest->items.count++] =
            (struct sort_item){key, (uint32_t)i, (uint32_t)(text->first_word + at)};
    }
  }
  return true;
}

/* Runs alike, in the order of texts: gives them a number where they are of two texts, and counts the texts. */
static bool number_alike(const followup_context *context, struct nearest *nearest, const struct sort_item *items,
                         size_t count) {
  if (items[0].first == items[count - 1].first) return true;
  if (!array_reserve(context, &nearest->ends, 1)) return false;
  uint32_t number = (uint32_t)nearest->ends.count, texts = 0;
  for (size_t i = 0; i < count; i++) {
    nearest->runs.items[items[i].second] = number;
    texts += i == 0 || items[i].first != items[i - 1].first;
  }
  nearest->ends.items[nearest->ends.count++] = texts;
  return true;
}

static bool number_part(const followup_context *context, struct nearest *nearest, uint64_t part) {
  if (!gather_part(context, nearest, part)) return false;
  sort_items(nearest->items.items, nearest->items.count);
  const struct sort_item *items = nearest->items.items;
  for (size_t start = 0, end; start < nearest->items.count; start = end) {
    for (end = start + 1; end < nearest->items.count && items[end].key == items[start].key;) end++;
    if (!number_alike(context, nearest, items + start, end - start)) return false;
  }
  return true;
}

static bool number_all(const followup_context *context, struct nearest *nearest) {
  nearest->runs.count = nearest->ends.count = 0;
  if (!array_reserve(context, &nearest->runs, nearest->stems.count) || !array_reserve(context, &nearest->ends, 1))
    return false;
  if (nearest->stems.count > 0) memset(nearest->runs.items, 0, nearest->stems.count * sizeof *nearest->runs.items);
  nearest->ends.items[nearest->ends.count++] = 0;
  for (uint64_t part = 0; part < PARTS; part++)
    if (!number_part(context, nearest, part)) return false;
  return true;
}

/* Room for one number a run and one a text, all 0. */
static bool make_marks(const followup_context *context, struct nearest *nearest) {
  size_t runs = nearest->ends.count, texts = nearest->texts.count;
  nearest->asked.count = nearest->met.count = nearest->seen.count = 0;
  if (!array_reserve(context, &nearest->asked, runs) || !array_reserve(context, &nearest->met, runs) ||
      !array_reserve(context, &nearest->seen, texts))
    return false;
  memset(nearest->asked.items, 0, runs * sizeof *nearest->asked.items);
  memset(nearest->met.items, 0, runs * sizeof *nearest->met.items);
  if (texts > 0) memset(nearest->seen.items, 0, texts * sizeof *nearest->seen.items);
  return true;
}

/* Counts become places: where the texts of each run begin. */
static size_t add_up(struct nearest *nearest) {
  size_t sum = 0;
  for (size_t run = 0; run < nearest->ends.count; run++) {
    size_t texts = nearest->ends.items[run];
    nearest->ends.items[run] = (uint32_t)sum;
    sum += texts;
  }
  return sum;
}

/* Writes a text behind the others of each of its runs; what began there ends there at last. */
static void hold(struct nearest *nearest, uint32_t number) {
  const struct nearest_text *text = &nearest->texts.items[number];
  for (size_t at = 0; at < run_count(text->word_count); at++) {
    uint32_t run = nearest->runs.items[text->first_word + at];
    if (run == 0 || nearest->met.items[run] == number + 1) continue;
    nearest->met.items[run] = number + 1;
    nearest->holders.items[nearest->ends.items[run]++] = number;
  }
}

static bool list_holders(const followup_context *context, struct nearest *nearest) {
  size_t sum = add_up(nearest);
  nearest->holders.count = nearest->items.count = 0;
  if (!array_reserve(context, &nearest->holders, sum) || !array_reserve(context, &nearest->items, nearest->texts.count))
    return false;
  for (size_t i = 0; i < nearest->texts.count; i++)
    if (nearest->texts.items[i].stands)
      nearest->items.items[nearest->items.count++] = (struct sort_item){nearest->texts.items[i].weight, (uint32_t)i, 0};
  sort_items(nearest->items.items, nearest->items.count);
  for (size_t i = 0; i < nearest->items.count; i++) hold(nearest, nearest->items.items[i].first);
  return true;
}

bool nearest_number_runs(const followup_context *context, struct nearest *nearest) {
  return number_all(context, nearest) && make_marks(context, nearest) && list_holders(context, nearest);
}
