/* The nearest text of one: through its runs, the rarest first, until nothing can be nearer. */
#include <string.h>

#include "text/nearest.h"

/* How many texts one is compared with at most: what bounds the work for sets that are large and full of half-near ones.
 */
enum { ALL_COMPARISONS = 1 << 26, LEAST_COMPARISONS = 128 };

struct search {
  struct nearest *nearest;
  const struct nearest_text *text;
  uint32_t number;
  uint32_t least;
  uint32_t best, best_sum; /* weight shared with the nearest so far, and the weight of both; 0 of 1: none */
  uint32_t found;
  size_t left; /* comparisons */
};

static size_t comparisons_allowed(size_t texts) {
  if (texts <= ALWAYS_SETTLED) return texts;
  size_t each = ALL_COMPARISONS / texts;
  if (each > ALWAYS_SETTLED) return ALWAYS_SETTLED;
  return each > LEAST_COMPARISONS ? each : LEAST_COMPARISONS;
}

/* What two texts, of that weight together, must share to be as near as is asked, and nearer than the nearest so far. */
static uint32_t wanted(const struct search *search, uint32_t sum) {
  uint64_t for_least = ((uint64_t)search->least * sum + 2 * WHOLE_SHARE - 1) / (2 * WHOLE_SHARE);
  uint64_t for_best = (uint64_t)search->best * sum / search->best_sum + 1;
  return (uint32_t)(for_least > for_best ? for_least : for_best);
}

/* Whether a text of that weight that shares so much would be nearer. */
static bool is_nearer(const struct search *search, uint32_t shared, uint32_t weight) {
  return shared >= wanted(search, search->text->weight + weight);
}

static uint32_t lesser(uint32_t one, uint32_t other) { return one < other ? one : other; }

/* The weight of a text's words in the runs that bear a mark, or 0 as soon as it is plain that it is below `wanted`. */
static uint32_t covered_weight(const struct nearest *nearest, const struct nearest_text *text, const uint32_t *marks,
                               uint32_t mark, uint32_t wanted) {
  const uint32_t *runs = nearest->runs.items + text->first_word;
  const uint8_t *weights = nearest->weights.items + text->first_word;
  size_t count = run_count(text->word_count), covered = 0;
  uint32_t left = text->weight; /* less the words that no run covers */
  for (size_t i = 0; i < text->word_count && left >= wanted; i++) {
    if (i < count && runs[i] != 0 && marks[runs[i]] == mark) covered = i + SHARED_RUN;
    if (i >= covered) left -= weights[i];
  }
  return left >= wanted ? left : 0;
}

static void mark_runs(const struct nearest *nearest, const struct nearest_text *text, uint32_t *marks, uint32_t mark) {
  for (size_t i = 0; i < run_count(text->word_count); i++) marks[nearest->runs.items[text->first_word + i]] = mark;
}

/* Compares with one other text and keeps it where it is the nearest so far. */
static void compare(struct search *search, uint32_t number) {
  struct nearest *nearest = search->nearest;
  const struct nearest_text *other = &nearest->texts.items[number];
  uint32_t sum = search->text->weight + other->weight, least = wanted(search, sum);
  if (other->owner == search->text->owner || other->group != search->text->group) return;
  uint32_t in_other = covered_weight(nearest, other, nearest->asked.items, search->number + 1, least);
  if (in_other == 0) return;
  mark_runs(nearest, other, nearest->met.items, number + 1);
  uint32_t in_text = covered_weight(nearest, search->text, nearest->met.items, number + 1, least);
  if (in_text == 0) return;
  search->best = lesser(in_text, in_other);
  search->best_sum = sum;
  search->found = number;
}

/* The first of a run's texts that is not too light to be nearer: they stand by their weight. */
static uint32_t first_holder(const struct search *search, uint32_t from, uint32_t to, uint32_t reach) {
  const struct nearest *nearest = search->nearest;
  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    uint32_t weight = nearest->texts.items[nearest->holders.items[middle]].weight;
    if (weight >= reach || is_nearer(search, weight, weight))
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/* Looks at the texts of a run, which share at most `reach` with the one looked for; false when the search is cut short.
 */
static bool look_at(struct search *search, uint32_t run, uint32_t reach) {
  struct nearest *nearest = search->nearest;
  uint32_t end = nearest->ends.items[run];
  for (uint32_t at = first_holder(search, nearest->ends.items[run - 1], end, reach); at < end; at++) {
    uint32_t number = nearest->holders.items[at], weight = nearest->texts.items[number].weight;
    if (!is_nearer(search, lesser(reach, weight), weight)) {
      if (weight >= reach) return true; /* and the heavier ones are even farther off */
      continue;
    }
    if (number == search->number || nearest->seen.items[number] == search->number + 1) continue;
    if (search->left == 0) return false;
    search->left--;
    nearest->seen.items[number] = search->number + 1;
    compare(search, number);
  }
  return true;
}

/* The runs of the text by how many texts have them; alike ones stand together. */
static bool sort_own_runs(const followup_context *context, const struct search *search) {
  struct nearest *nearest = search->nearest;
  size_t count = run_count(search->text->word_count);
  nearest->items.count = 0;
  if (!array_reserve(context, &nearest->items, count)) return false;
  for (size_t i = 0; i < count; i++) {
    uint32_t run = nearest->runs.items[search->text->first_word + i];
    if (run == 0) continue;
    uint64_t holders = nearest->ends.items[run] - nearest->ends.items[run - 1];
    nearest->items.items[nearest->items.count++] = (struct sort_item){holders << 32 | run, (uint32_t)i, 0};
  }
  sort_items(nearest->items.items, nearest->items.count);
  return true;
}

/* From the commonest run to the rarest: what they cover so far. */
static bool measure_reach(const followup_context *context, const struct search *search) {
  struct nearest *nearest = search->nearest;
  const uint8_t *weights = nearest->weights.items + search->text->first_word;
  uint32_t sum = 0;
  nearest->reach.count = nearest->covered.count = 0;
  if (!array_reserve(context, &nearest->reach, nearest->items.count) ||
      !array_reserve(context, &nearest->covered, search->text->word_count))
    return false;
  memset(nearest->covered.items, 0, search->text->word_count);
  for (size_t i = nearest->items.count; i-- > 0;) {
    size_t from = nearest->items.items[i].first;
    for (size_t at = from; at < from + SHARED_RUN; at++) {
      if (!nearest->covered.items[at]) sum += weights[at];
      nearest->covered.items[at] = 1;
    }
    nearest->reach.items[i] = sum;
  }
  return true;
}

static void look_at_all(struct search *search) {
  const struct nearest *nearest = search->nearest;
  struct nearest_text *text = &search->nearest->texts.items[search->number];
  for (size_t i = 0; i < nearest->items.count; i++) {
    uint32_t run = (uint32_t)nearest->items.items[i].key, reach = nearest->reach.items[i];
    if (i > 0 && run == (uint32_t)nearest->items.items[i - 1].key) continue;
    if (!is_nearer(search, reach, reach)) break;
    text->settled = look_at(search, run, reach);
    if (!text->settled) break;
  }
  text->nearest = search->found;
  text->shared = search->best;
}

bool nearest_search(const followup_context *context, struct nearest *nearest, uint32_t number, uint32_t least) {
  struct search search = {.nearest = nearest,
                          .text = &nearest->texts.items[number],
                          .number = number,
                          .least = least,
                          .best_sum = 1,
                          .found = NO_TEXT,
                          .left = comparisons_allowed(nearest->texts.count)};
  if (search.text->word_count < SHARED_RUN) return true;
  if (!sort_own_runs(context, &search) || !measure_reach(context, &search)) return false;
  mark_runs(nearest, search.text, nearest->asked.items, number + 1);
  look_at_all(&search);
  return true;
}
