#include "text/passages.h"

#define NO_RUN UINT32_MAX

static uint64_t key_at(const struct substance *text, size_t at) {
  uint64_t stems[SHARED_RUN];
  for (int i = 0; i < SHARED_RUN; i++) stems[i] = text->words.items[at + i].stem;
  return run_key(stems);
}

/* Every run of a text by its key, those alike in the order of the text. */
static bool sort_runs(const followup_context *context, const struct substance *text, sort_array *runs) {
  size_t count = run_count(text->words.count);
  runs->count = 0;
  if (!array_reserve(context, runs, count)) return false;
  for (size_t i = 0; i < count; i++) runs->items[runs->count++] = (struct sort_item){key_at(text, i), (uint32_t)i, 0};
  sort_items(runs->items, runs->count);
  return true;
}

/* Where a run of that key stands first; NO_RUN where none does. */
static uint32_t find_run(const sort_array *runs, uint64_t key) {
  size_t at = sort_find(runs->items, runs->count, key);
  return at < runs->count && runs->items[at].key == key ? runs->items[at].first : NO_RUN;
}

/* The weight of the words of a text that stand in a run which the other has too. */
static uint32_t covered_weight(const struct substance *text, const sort_array *other_runs) {
  uint32_t sum = 0;
  size_t covered = 0; /* words before this one were counted */
  for (size_t i = 0; i < run_count(text->words.count); i++) {
    if (find_run(other_runs, key_at(text, i)) == NO_RUN) continue;
    for (size_t at = covered > i ? covered : i; at < i + SHARED_RUN; at++) sum += text->words.items[at].weight;
    covered = i + SHARED_RUN;
  }
  return sum;
}

/* Words `one_from` to `one_to` of the first text are those from `other_from` on of the other. */
static bool add_passage(const followup_context *context, struct passages *passages, const struct substance *one,
                        const struct substance *other, size_t one_from, size_t one_to, size_t other_from) {
  if (!array_reserve(context, &passages->found, 1)) return false;
  size_t last = other_from + (one_to - one_from) - 1;
  passages->found.items[passages->found.count++] = (struct passage){.one_start = one->words.items[one_from].start,
                                                                    .one_end = one->words.items[one_to - 1].end,
                                                                    .other_start = other->words.items[other_from].start,
                                                                    .other_end = other->words.items[last].end};
  return true;
}

/* How many words from these two on are alike. */
static size_t alike_from(const struct substance *one, size_t one_at, const struct substance *other, size_t other_at) {
  size_t count = 0;
  while (one_at + count < one->words.count && other_at + count < other->words.count &&
         one->words.items[one_at + count].stem == other->words.items[other_at + count].stem)
    count++;
  return count;
}

/* The first word from `at` on that stands behind the last passage: a contraction is several words at one place. */
static size_t behind_last(const struct passages *passages, const struct substance *one, size_t at) {
  if (passages->found.count == 0) return at;
  uint32_t end = passages->found.items[passages->found.count - 1].one_end;
  while (at < one->words.count && one->words.items[at].start < end) at++;
  return at;
}

/* Each passage goes on as long as both texts do; where two overlap in the first text, the second begins later. */
static bool list_passages(const followup_context *context, const struct substance *one, const struct substance *other,
                          struct passages *passages) {
  passages->found.count = 0;
  for (size_t at = 0; at < run_count(one->words.count);) {
    uint32_t to = find_run(&passages->other_runs, key_at(one, at));
    if (to == NO_RUN) {
      at++;
      continue;
    }
    size_t length = alike_from(one, at, other, to), from = behind_last(passages, one, at);
    if (length < SHARED_RUN) length = SHARED_RUN; /* two keys alike by chance */
    if (from < at + length && !add_passage(context, passages, one, other, from, at + length, to + (from - at)))
      return false;
    at += run_count(length);
  }
  return true;
}

static bool is_same(const struct substance *one, const struct substance *other) {
  return one->words.count > 0 && one->words.count == other->words.count && one->sequence == other->sequence;
}

bool passages_find(const followup_context *context, const struct substance *one, const struct substance *other,
                   struct passages *passages) {
  passages->found.count = 0;
  passages->same = is_same(one, other);
  if (passages->same) {
    passages->shared = one->weight < other->weight ? one->weight : other->weight;
    return add_passage(context, passages, one, other, 0, one->words.count, 0);
  }
  if (!sort_runs(context, one, &passages->one_runs) || !sort_runs(context, other, &passages->other_runs)) return false;
  uint32_t in_one = covered_weight(one, &passages->other_runs), in_other = covered_weight(other, &passages->one_runs);
  passages->shared = in_one < in_other ? in_one : in_other;
  return list_passages(context, one, other, passages);
}

void passages_free(const followup_context *context, struct passages *passages) {
  array_free(context, &passages->found);
  array_free(context, &passages->one_runs);
  array_free(context, &passages->other_runs);
}
