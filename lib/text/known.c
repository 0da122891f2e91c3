#include "text/known.h"

#include <string.h>

enum { FIRST_SLOTS = 64 };

static uint64_t hash_word(const char *fold, size_t length) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)fold[i]) * UINT64_C(1099511628211);
  hash ^= hash >> 32;
  return hash != 0 ? hash : 1;
}

static struct known_slot *find(struct known_slot *slots, size_t count, uint64_t hash) {
  size_t at = hash & (count - 1);
  while (slots[at].hash != 0 && slots[at].hash != hash) at = (at + 1) & (count - 1);
  return &slots[at];
}

void known_words_clear(struct known_words *known) {
  if (known->slots.count > 0) memset(known->slots.items, 0, known->slots.count * sizeof *known->slots.items);
  known->used = 0;
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

static bool grow(const followup_context *context, struct known_words *known) {
  size_t count = known->slots.count > 0 ? 2 * known->slots.count : FIRST_SLOTS;
  struct known_slot *slots = memory_take_zeroed(context, count * sizeof *slots);
  if (slots == NULL) return false;
  for (size_t i = 0; i < known->slots.count; i++) {
    const struct known_slot *old = &known->slots.items[i];
    if (old->hash != 0) *find(slots, count, old->hash) = *old;
  }
  memory_give(context, known->slots.items);
  known->slots.items = slots;
  known->slots.count = known->slots.capacity = count;
  return true;
}

bool known_words_add(const followup_context *context, struct known_words *known, const struct pack *pack,
                     const struct text *text, uint32_t ignored, uint16_t flags) {
  for (size_t i = 0; i < text->words.count; i++) {
    const struct text_word *word = &text->words.items[i];
    const char *fold = text->folds.items + word->fold;
    uint16_t id = pack_find_hashed(pack, word->hash, fold, word->fold_length);
    if (id != 0 && pack_set_holds(pack, ignored, id)) continue;
    if (4 * (known->used + 1) > 3 * known->slots.count && !grow(context, known)) return false;
    uint64_t hash = hash_word(fold, word->fold_length);
    struct known_slot *slot = find(known->slots.items, known->slots.count, hash);
    if (slot->hash == 0) known->used++;
    slot->hash = hash;
    note(known, word->hash);
    slot->flags |= flags;
    if (flags == TERM_OTHER_COMPANY) flags = TERM_OTHER_REST; /* the first word begins the name, the others go on */
  }
  return true;
}

uint16_t known_word_flags(const struct known_words *known, const char *fold, size_t length) {
  if (known->used == 0) return 0;
  return find(known->slots.items, known->slots.count, hash_word(fold, length))->flags;
}

void known_words_mark(const struct known_words *known, const struct text *text, term_array *terms) {
  if (known->used == 0) return;
  for (size_t i = 0; i < terms->count; i++) {
    const struct text_word *word = &text->words.items[terms->items[i].word];
    if (!may_hold(known, word->hash)) continue;
    uint16_t flags = known_word_flags(known, text->folds.items + word->fold, word->fold_length);
    if (!(word->flags & WORD_UPPER_FIRST)) flags &= TERM_ROLE; /* names are written with a capital */
    terms->items[i].flags |= flags;
  }
}

void known_words_free(const followup_context *context, struct known_words *known) {
  memory_give(context, known->slots.items);
}
