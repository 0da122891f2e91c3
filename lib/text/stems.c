#include "text/stems.h"

#include <libstemmer.h>
#include <string.h>

#include "text/folds.h"

enum { LONGEST_WORD = 64, LONGEST_KEPT = 23, KEPT_WORDS = 2048 };

/* A word and its stem as last found; what two words share a place in is found anew, so that none is ever wrong. */
struct kept_stem {
  char fold[LONGEST_KEPT];
  uint8_t length; /* 0: nothing is kept here */
  uint64_t stem;
};

struct stemmer {
  const followup_context *context;
  struct sb_stemmer *english;
  struct kept_stem kept[KEPT_WORDS];
};

/* Its buffer for words grows to the longest so far; now it has room for any that it will be given. */
static bool make_room(struct sb_stemmer *english) {
  sb_symbol longest[LONGEST_WORD];
  memset(longest, 'a', sizeof longest);
  return sb_stemmer_stem(english, longest, LONGEST_WORD) != NULL;
}

followup_status stemmer_new(const followup_context *context, struct stemmer **made) {
  struct stemmer *stemmer = memory_take_zeroed(context, sizeof *stemmer);
  if (stemmer == NULL) return FOLLOWUP_E_MEMORY;
  stemmer->context = context;
  stemmer->english = sb_stemmer_new("english", "UTF_8");
  if (stemmer->english == NULL || !make_room(stemmer->english)) {
    stemmer_free(stemmer);
    return FOLLOWUP_E_MEMORY;
  }
  *made = stemmer;
  return FOLLOWUP_OK;
}

void stemmer_free(struct stemmer *stemmer) {
  if (stemmer == NULL) return;
  sb_stemmer_delete(stemmer->english);
  memory_give(stemmer->context, stemmer);
}

static uint64_t hash_bytes(const char *bytes, size_t length) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
  hash ^= hash >> 32;
  return hash != 0 ? hash : 1;
}

static uint64_t find_stem(struct stemmer *stemmer, const char *fold, size_t length) {
  /* Nothing this long is an English word; Snowball would grow its buffer for it, which is all that it can fail in. */
  if (length > LONGEST_WORD) return hash_bytes(fold, length);
  const sb_symbol *stem = sb_stemmer_stem(stemmer->english, (const sb_symbol *)fold, (int)length);
  return hash_bytes((const char *)stem, (size_t)sb_stemmer_length(stemmer->english));
}

static uint64_t stem_of_hashed(struct stemmer *stemmer, uint32_t hash, const char *fold, size_t length) {
  if (length == 0 || length > LONGEST_KEPT) return find_stem(stemmer, fold, length);
  struct kept_stem *kept = &stemmer->kept[(hash ^ hash >> 16) % KEPT_WORDS];
  if (kept->length == length && memcmp(kept->fold, fold, length) == 0) return kept->stem;
  kept->stem = find_stem(stemmer, fold, length);
  kept->length = (uint8_t)length;
  memcpy(kept->fold, fold, length);
  return kept->stem;
}

uint64_t stem_of(struct stemmer *stemmer, const char *fold, size_t length) {
  return stem_of_hashed(stemmer, word_hash(fold, length), fold, length);
}

uint64_t stem_of_word(struct stemmer *stemmer, const struct text *text, const struct text_word *word) {
  return stem_of_hashed(stemmer, word->hash, text->folds.items + word->fold, word->fold_length);
}

bool stem_set_prepare(const followup_context *context, struct stem_set *set, size_t most) {
  size_t count = 64;
  while (count < 2 * most) count *= 2;
  if (count > set->slots.capacity) {
    uint64_t *slots = memory_take(context, count * sizeof *slots);
    if (slots == NULL) return false;
    memory_give(context, set->slots.items);
    set->slots.items = slots;
    set->slots.capacity = count;
  }
  set->slots.count = count;
  memset(set->slots.items, 0, count * sizeof *set->slots.items);
  return true;
}

static size_t slot_of(const struct stem_set *set, uint64_t stem) {
  size_t at = stem & (set->slots.count - 1);
  while (set->slots.items[at] != 0 && set->slots.items[at] != stem) at = (at + 1) & (set->slots.count - 1);
  return at;
}

void stem_set_add(struct stem_set *set, uint64_t stem) { set->slots.items[slot_of(set, stem)] = stem; }

bool stem_set_holds(const struct stem_set *set, uint64_t stem) {
  return set->slots.count > 0 && set->slots.items[slot_of(set, stem)] == stem;
}

void stem_set_free(const followup_context *context, struct stem_set *set) { memory_give(context, set->slots.items); }
