/* Many texts: the answers are those of comparing all with all; sorting, on which they rest. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "support/run.h"
#include "text/nearest.h"
#include "text/passages.h"

enum { TEXTS = 2000, MOST_WORDS = 25, TEMPLATE_WORDS = 30, STOCK_WORDS = 6, LEAST = 550000 };

static uint64_t state;

static unsigned any(unsigned below) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned)(state >> 33) % below;
}

/* A text by hand: each number is a word. */
struct made {
  struct substance substance;
  struct substance_word words[2 * TEMPLATE_WORDS];
  uint64_t owner;
  uint32_t group;
};

static void add_word(struct made *made, unsigned word, uint8_t weight) {
  size_t at = made->substance.words.count++;
  ck_assert_uint_lt(at, 2 * TEMPLATE_WORDS);
  made->words[at] = (struct substance_word){mix_bits(word + 1), (uint32_t)at, (uint32_t)at + 1, weight};
  made->substance.weight += weight;
  made->substance.sequence = mix_bits(made->substance.sequence + made->words[at].stem);
}

static void begin(struct made *made, uint64_t owner) {
  made->substance = (struct substance){.words = {made->words, 0, 0}};
  made->owner = owner;
  made->group = 0;
}

/* Own words; the words of a template with slots; stock sentences in any order; few words again and again. */
static void make(struct made *made, int kind, unsigned number) {
  unsigned words = 5 + any(MOST_WORDS - 5);
  begin(made, number);
  for (unsigned i = 0; kind == 0 && i < words; i++) add_word(made, 1000 + any(1 + any(500)), ORDINARY_WEIGHT);
  for (unsigned i = 0; kind == 1 && i < TEMPLATE_WORDS; i++)
    add_word(made, i % 11 == 5 ? 2000 + any(30) : i, i < 10 ? FORMULA_WEIGHT : ORDINARY_WEIGHT);
  for (unsigned i = 0; kind == 2 && i < 5; i++)
    for (unsigned stock = any(12), j = 0; j < STOCK_WORDS; j++)
      add_word(made, 3000 + STOCK_WORDS * stock + j, ORDINARY_WEIGHT);
  for (unsigned i = 0; kind == 3 && i < words; i++) add_word(made, 4000 + any(3), ORDINARY_WEIGHT);
  for (unsigned i = 0; kind == 4 && i < any(4); i++) add_word(made, 5000 + any(2), FORMULA_WEIGHT);
  if (any(10) == 0) made->owner = any(5);
  if (any(5) == 0) made->group = 1;
}

static struct made *make_all(size_t count, int kinds, struct nearest *nearest) {
  struct made *all = calloc(count, sizeof *all);
  for (size_t i = 0; i < count; i++) {
    make(&all[i], (int)any((unsigned)kinds), (unsigned)i + 10);
    ck_assert_int_eq(nearest_add(context_or_default(NULL), nearest, &all[i].substance, all[i].group, all[i].owner),
                     FOLLOWUP_OK);
  }
  return all;
}

/* The greatest share that any other text has with one: shared weight and the weight of both. */
struct share {
  uint64_t shared, sum;
  bool same;
};

static void keep_better(struct share *best, struct share share) {
  if (share.sum == 0 || share.shared * WHOLE_SHARE < LEAST * share.sum) return;
  if (share.shared * best->sum > best->shared * share.sum || (share.same && !best->same)) *best = share;
}

static struct share *compare_all(const struct made *all, size_t count) {
  struct passages passages = {.shared = 0};
  struct share *best = calloc(count, sizeof *best);
  for (size_t i = 0; i < count; i++) best[i].sum = 1;
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < i; j++) {
      if (all[i].owner == all[j].owner || all[i].group != all[j].group) continue;
      ck_assert(passages_find(context_or_default(NULL), &all[i].substance, &all[j].substance, &passages));
      uint64_t sum = (uint64_t)all[i].substance.weight + all[j].substance.weight;
      struct share share = {passages.same ? sum : 2 * (uint64_t)passages.shared, sum, passages.same};
      keep_better(&best[i], share);
      keep_better(&best[j], share);
    }
  passages_free(context_or_default(NULL), &passages);
  return best;
}

static void check_answer(const struct nearest *nearest, size_t one, struct share best) {
  const struct nearest_text *text = &nearest->texts.items[one];
  ck_assert(text->settled);
  ck_assert_int_eq(text->nearest != NO_TEXT, best.shared > 0);
  if (best.shared == 0) return;
  ck_assert_int_eq(text->same, best.same);
  const struct nearest_text *other = &nearest->texts.items[text->nearest];
  ck_assert(other->owner != text->owner && other->group == text->group);
  uint64_t sum = (uint64_t)text->weight + other->weight;
  if (!best.same) ck_assert(2 * (uint64_t)text->shared * best.sum == best.shared * sum);
}

START_TEST(two_thousand_texts_have_the_nearest_that_comparing_all_finds) {
  struct nearest nearest = {.texts = {NULL, 0, 0}};
  size_t with = 0;
  state = 7;
  struct made *all = make_all(TEXTS, 5, &nearest);
  ck_assert(nearest_find(context_or_default(NULL), &nearest, LEAST));
  struct share *best = compare_all(all, TEXTS);
  for (size_t i = 0; i < TEXTS; i++) {
    check_answer(&nearest, i, best[i]);
    with += best[i].shared > 0;
  }
  free(best);
  ck_assert_uint_gt(with, TEXTS / 4);
  ck_assert_uint_lt(with, TEXTS);
  nearest_free(context_or_default(NULL), &nearest);
  free(all);
}
END_TEST

START_TEST(a_search_cut_short_says_so_and_what_it_found_is_near_enough) {
  struct nearest nearest = {.texts = {NULL, 0, 0}};
  size_t unsettled = 0;
  state = 3;
  struct made *all = calloc(20000, sizeof *all);
  for (size_t i = 0; i < 20000; i++) {
    make(&all[i], 2, (unsigned)i);
    all[i].group = 0;
    ck_assert_int_eq(nearest_add(context_or_default(NULL), &nearest, &all[i].substance, 0, i), FOLLOWUP_OK);
  }
  ck_assert(nearest_find(context_or_default(NULL), &nearest, LEAST));
  for (size_t i = 0; i < nearest.texts.count; i++) {
    const struct nearest_text *text = &nearest.texts.items[i];
    unsettled += !text->settled;
    if (text->nearest == NO_TEXT) continue;
    uint64_t sum = (uint64_t)text->weight + nearest.texts.items[text->nearest].weight;
    ck_assert(text->same || 2 * (uint64_t)text->shared * WHOLE_SHARE >= LEAST * sum);
  }
  ck_assert_uint_gt(unsettled, 0);
  nearest_free(context_or_default(NULL), &nearest);
  free(all);
}
END_TEST

START_TEST(a_set_that_was_cleared_is_as_good_as_new) {
  struct nearest nearest = {.texts = {NULL, 0, 0}};
  for (int turn = 0; turn < 3; turn++) {
    state = (uint64_t)turn;
    nearest_clear(&nearest);
    struct made *all = make_all(150, 5, &nearest);
    struct share *best = compare_all(all, 150);
    for (int again = 0; again < 2; again++) {
      ck_assert(nearest_find(context_or_default(NULL), &nearest, LEAST));
      for (size_t i = 0; i < 150; i++) check_answer(&nearest, i, best[i]);
    }
    free(best);
    free(all);
  }
  nearest_free(context_or_default(NULL), &nearest);
}
END_TEST

START_TEST(nothing_is_near_nothing) {
  struct nearest nearest = {.texts = {NULL, 0, 0}};
  ck_assert(nearest_find(context_or_default(NULL), &nearest, LEAST));
  struct made empty;
  begin(&empty, 0);
  for (uint64_t owner = 0; owner < 2; owner++)
    ck_assert_int_eq(nearest_add(context_or_default(NULL), &nearest, &empty.substance, 0, owner), FOLLOWUP_OK);
  ck_assert(nearest_find(context_or_default(NULL), &nearest, LEAST));
  ck_assert_uint_eq(nearest.texts.items[0].nearest, NO_TEXT);
  ck_assert_uint_eq(nearest.texts.items[1].nearest, NO_TEXT);
  nearest_free(context_or_default(NULL), &nearest);
}
END_TEST

START_TEST(items_are_sorted_by_all_their_members) {
  enum { ITEMS = 5000 };
  struct sort_item *items = calloc(ITEMS, sizeof *items);
  for (unsigned range = 1; range < 1u << 20; range *= 16) {
    state = range;
    for (int i = 0; i < ITEMS; i++)
      items[i] = (struct sort_item){(uint64_t)any(range) << any(40), any(range), any(range)};
    sort_items(items, ITEMS);
    for (int i = 1; i < ITEMS; i++) {
      const struct sort_item *one = &items[i - 1], *other = &items[i];
      ck_assert(one->key < other->key ||
                (one->key == other->key &&
                 (one->first < other->first || (one->first == other->first && one->second <= other->second))));
    }
    ck_assert_uint_eq(sort_find(items, ITEMS, 0), 0);
    ck_assert_uint_eq(sort_find(items, ITEMS, UINT64_MAX), ITEMS);
  }
  free(items);
}
END_TEST

int main(void) {
  return run_tests("nearest", (const TTest *[]){two_thousand_texts_have_the_nearest_that_comparing_all_finds,
                                                a_search_cut_short_says_so_and_what_it_found_is_near_enough,
                                                a_set_that_was_cleared_is_as_good_as_new, nothing_is_near_nothing,
                                                items_are_sorted_by_all_their_members, NULL});
}
