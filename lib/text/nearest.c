#include "text/nearest.h"

/* The weights of all words together fit 32 bits. */
#define MOST_WORDS (UINT32_MAX / ORDINARY_WEIGHT)

void nearest_clear(struct nearest *nearest) {
  nearest->texts.count = nearest->stems.count = nearest->weights.count = 0;
}

followup_status nearest_add(const followup_context *context, struct nearest *nearest, const struct substance *text,
                            uint32_t group, uint64_t owner) {
  size_t count = text->words.count, first = nearest->stems.count;
  if (count > MOST_WORDS - first || nearest->texts.count >= NO_TEXT - 1) return FOLLOWUP_E_LIMIT;
  if (!array_reserve(context, &nearest->texts, 1) || !array_reserve(context, &nearest->stems, count) ||
      !array_reserve(context, &nearest->weights, count))
    return FOLLOWUP_E_MEMORY;
  for (size_t i = 0; i < count; i++) {
    nearest->stems.items[first + i] = text->words.items[i].stem;
    nearest->weights.items[first + i] = text->words.items[i].weight;
  }
  nearest->stems.count = nearest->weights.count = first + count;
  nearest->texts.items[nearest->texts.count++] = (struct nearest_text){.sequence = text->sequence,
                                                                       .owner = owner,
                                                                       .group = group,
                                                                       .first_word = (uint32_t)first,
                                                                       .word_count = (uint32_t)count,
                                                                       .weight = text->weight,
                                                                       .nearest = NO_TEXT};
  return FOLLOWUP_OK;
}

/* Texts that are the same */

static bool are_same(const struct nearest_text *one, const struct nearest_text *other) {
  return one->sequence == other->sequence && one->group == other->group && one->word_count == other->word_count;
}

static void forget_answers(struct nearest *nearest) {
  for (size_t i = 0; i < nearest->texts.count; i++) {
    struct nearest_text *text = &nearest->texts.items[i];
    text->leader = (uint32_t)i;
    text->nearest = NO_TEXT;
    text->shared = 0;
    text->stands = text->same = false;
    text->settled = true;
  }
}

static void answer_same(struct nearest *nearest, uint32_t text, uint32_t other) {
  struct nearest_text *answered = &nearest->texts.items[text];
  answered->nearest = other;
  answered->shared = answered->weight;
  answered->same = true;
}

/*
 * Texts that are all the same, in their order. Where they have several owners, each is nearest to the first text of
 * another owner. The first, and the first of another owner, stand for all of them when others look for their nearest.
 */
static void settle_class(struct nearest *nearest, const struct sort_item *items, size_t count) {
  struct nearest_text *texts = nearest->texts.items;
  uint32_t first = items[0].second, second = first;
  for (size_t i = 1; i < count && second == first; i++)
    if (texts[items[i].second].owner != texts[first].owner) second = items[i].second;
  texts[first].stands = texts[second].stands = true;
  for (size_t i = 0; i < count; i++) {
    uint32_t text = items[i].second;
    texts[text].leader = first;
    if (second != first) answer_same(nearest, text, texts[text].owner != texts[first].owner ? first : second);
  }
}

/* Texts without words are like no other. */
static bool sort_by_words(const followup_context *context, struct nearest *nearest) {
  nearest->items.count = 0;
  if (!array_reserve(context, &nearest->items, nearest->texts.count)) return false;
  for (size_t i = 0; i < nearest->texts.count; i++) {
    const struct nearest_text *text = &nearest->texts.items[i];
    uint64_t key = mix_bits(text->sequence + mix_bits(text->group) + text->word_count);
    if (text->word_count > 0)
      nearest->items.items[nearest->items.count++] = (struct sort_item){key, text->group, (uint32_t)i};
  }
  sort_items(nearest->items.items, nearest->items.count);
  return true;
}

static void settle_classes(struct nearest *nearest) {
  const struct nearest_text *texts = nearest->texts.items;
  const struct sort_item *items = nearest->items.items;
  for (size_t start = 0, end; start < nearest->items.count; start = end) {
    end = start + 1;
    while (end < nearest->items.count && are_same(&texts[items[start].second], &texts[items[end].second])) end++;
    settle_class(nearest, items + start, end - start);
  }
}

/* Finding */

static bool search_leaders(const followup_context *context, struct nearest *nearest, uint32_t least) {
  for (size_t i = 0; i < nearest->texts.count; i++) {
    const struct nearest_text *text = &nearest->texts.items[i];
    if (text->leader == i && !text->same && !nearest_search(context, nearest, (uint32_t)i, least)) return false;
  }
  return true;
}

static void follow_leaders(struct nearest *nearest) {
  for (size_t i = 0; i < nearest->texts.count; i++) {
    struct nearest_text *text = &nearest->texts.items[i];
    const struct nearest_text *leader = &nearest->texts.items[text->leader];
    if (text->same) continue;
    text->nearest = leader->nearest;
    text->shared = leader->shared;
    text->settled = leader->settled;
  }
}

bool nearest_find(const followup_context *context, struct nearest *nearest, uint32_t least) {
  forget_answers(nearest);
  if (!sort_by_words(context, nearest)) return false;
  settle_classes(nearest);
  if (!nearest_number_runs(context, nearest) || !search_leaders(context, nearest, least)) {
    forget_answers(nearest);
    return false;
  }
  follow_leaders(nearest);
  return true;
}

void nearest_free(const followup_context *context, struct nearest *nearest) {
  array_free(context, &nearest->texts);
  array_free(context, &nearest->stems);
  array_free(context, &nearest->weights);
  array_free(context, &nearest->items);
  array_free(context, &nearest->runs);
  array_free(context, &nearest->ends);
  array_free(context, &nearest->holders);
  array_free(context, &nearest->asked);
  array_free(context, &nearest->met);
  array_free(context, &nearest->seen);
  array_free(context, &nearest->reach);
  array_free(context, &nearest->covered);
}
