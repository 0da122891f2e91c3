#include "text/known.h"

#include <string.h>

static uint64_t hash_word(const char *fold, size_t length) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)fold[i]) * UINT64_C(1099511628211);
  return hash;
}

void known_words_clear(struct known_words *known) {
  known->words.count = 0;
  memset(known->filter, 0, sizeof known->filter);
}

/* The bit of the filter that stands for a word's hash. */
static uint64_t filter_bit(uint32_t hash, size_t *at) {
  *at = hash >> 26 & (KNOWN_FILTER - 1);
  return UINT64_C(1) << (hash >> 20 & 63);
}

static bool may_hold(const struct known_words *known, uint32_t hash) {
  size_t at;
  uint64_t bit = filter_bit(hash, &at);
  return (known->filter[at] & bit) != 0;
}

static void note(struct known_words *known, uint32_t hash) {
  size_t at;
  uint64_t bit = filter_bit(hash, &at);
  known->filter[at] |= bit;
}

bool known_words_add(const followup_context *context, struct known_words *known, const struct pack *pack,
                     const struct text *text, uint32_t ignored, uint16_t flags) {
  for (size_t i = 0; i < text->words.count; i++) {
    const struct text_word *word = &text->words.items[i];
    uint16_t id = pack_find_text_word(pack, text, word);
    if (id != 0 && pack_set_holds(pack, ignored, id)) continue;
    if (!array_reserve(context, &known->words, 1)) return false;
    uint64_t hash = hash_word(text->folds.items + word->fold, word->fold_length);
    known->words.items[known->words.count++] = (struct sort_item){hash, flags, 0};
    note(known, word->hash);
    if (flags == TERM_OTHER_COMPANY) flags = TERM_OTHER_REST; /* the first word begins the name, the others go on */
  }
  return true;
}

/* A word that was added several times means all of it. */
void known_words_sort(struct known_words *known) {
  struct sort_item *words = known->words.items;
  size_t kept = 0;
  sort_items(words, known->words.count);
  for (size_t i = 0; i < known->words.count; i++) {
    if (kept > 0 && words[kept - 1].key == words[i].key)
      words[kept - 1].first |= words[i].first;
    else
      words[kept++] = words[i];
  }
  known->words.count = kept;
}

uint16_t known_word_flags(const struct known_words *known, const char *fold, size_t length) {
  uint64_t hash = hash_word(fold, length);
  size_t at = sort_find(known->words.items, known->words.count, hash);
  bool found = at < known->words.count && known->words.items[at].key == hash;
  return found ? (uint16_t)known->words.items[at].first : 0;
}

void known_words_mark(const struct known_words *known, const struct text *text, term_array *terms) {
  if (known->words.count == 0) return;
  for (size_t i = 0; i < terms->count; i++) {
    const struct text_word *word = &text->words.items[terms->items[i].word];
    if (!may_hold(known, word->hash)) continue;
    uint16_t flags = known_word_flags(known, text->folds.items + word->fold, word->fold_length);
    if (!(word->flags & WORD_UPPER_FIRST)) flags &= TERM_ROLE; /* names are written with a capital */
    terms->items[i].flags |= flags;
  }
}

void known_words_free(const followup_context *context, struct known_words *known) {
  array_free(context, &known->words);
}
