/* The pack's vocabulary, and the words of a text as terms of it. */
#include <string.h>

#include "text/folds.h"
#include "text/phrase.h"

/* The word of that hash whose first eight bytes are `head`. */
static inline uint16_t find(const struct pack *pack, uint32_t hash, uint64_t head, const char *fold, size_t length) {
  for (uint32_t slot = hash & pack->slot_mask; pack->slots[slot] != 0; slot = (slot + 1) & pack->slot_mask) {
    uint16_t id = pack->slots[slot];
    const struct pack_word *word = &pack->words[id];
    if (word->head != head || word->length != length) continue;
    if (length <= 8 || memcmp(pack->texts + word->text + 8, fold + 8, length - 8) == 0) return id;
  }
  return 0;
}

uint16_t pack_find_word(const struct pack *pack, const char *fold, size_t length) {
  return find(pack, word_hash(fold, length), eight_of(fold, length), fold, length);
}

uint16_t pack_find_text_word(const struct pack *pack, const struct text *text, const struct text_word *word) {
  return find(pack, word->hash, word_head(text, word), text->folds.items + word->fold, word->fold_length);
}

const struct pack_calendar_word *pack_calendar(const struct pack *pack, uint16_t id) {
  const struct pack_calendar_word *low = pack->calendar, *end = low + pack->calendar_count, *high = end;
  while (low < high) {
    const struct pack_calendar_word *middle = low + (high - low) / 2;
    if (middle->word < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < end && low->word == id ? low : NULL;
}

/* Terms */

static uint16_t term_flags(const struct text *text, const struct text_word *word) {
  uint16_t flags = TERM_ANY;
  if ((word->flags & WORD_HAS_DIGIT) && text->bytes[word->start] >= '0' && text->bytes[word->start] <= '9')
    flags |= TERM_DIGITS; /* 12, 3.1, and 5th too */
  if ((word->flags & WORD_UPPER_FIRST) && !(word->flags & WORD_OPENS_SENTENCE)) flags |= TERM_CAPITAL;
  if (word->flags & WORD_CURRENCY) flags |= TERM_MONEY;
  if (word->flags & WORD_EMOJI) flags |= TERM_EMOJI;
  if (word->flags & WORD_BREAK_BEFORE) flags |= TERM_BREAK_BEFORE;
  if (word->sentence != NO_SENTENCE && (text->sentences.items[word->sentence].flags & SENTENCE_QUESTION))
    flags |= TERM_QUESTION;
  return flags;
}

enum { LONGEST_CONTRACTION = 16 };

/* The word's id; "it's" and "what's" lost their ending as if possessive, and are contractions first. */
static uint16_t term_id(const struct pack *pack, const struct text *text, const struct text_word *word) {
  const char *fold = text->folds.items + word->fold;
  uint16_t id = pack_find_text_word(pack, text, word);
  if (!(word->flags & WORD_POSSESSIVE) || word->fold_length + 2 > LONGEST_CONTRACTION) return id;
  char whole[LONGEST_CONTRACTION];
  memcpy(whole, fold, word->fold_length);
  memcpy(whole + word->fold_length, "'s", 2);
  uint16_t contraction = pack_find_word(pack, whole, word->fold_length + 2u);
  return contraction != 0 && pack->words[contraction].split != 0 ? contraction : id;
}

static void add_term(struct phrase_scan *scan, uint16_t id, uint16_t flags, uint32_t word) {
  scan->terms.items[scan->terms.count++] = (struct term){id, flags, word, 0, 0};
}

/* A run is what phrases may not leave: a sentence, or the words of a zone that has none. */
static bool same_run(const struct text_word *a, const struct text_word *b) {
  return a->zone == b->zone && a->sentence == b->sentence;
}

/* Marks where a run ends, and where the word that was just added begins the next one. */
static void mark_border(const struct text *text, struct phrase_scan *scan, size_t first_term, size_t word) {
  struct term *term = &scan->terms.items[first_term];
  if (word > 0 && same_run(&text->words.items[word - 1], &text->words.items[word])) return;
  term->flags |= TERM_FIRST;
  if (first_term > 0) term[-1].flags |= TERM_LAST;
}

bool terms_read(const followup_context *context, const struct pack *pack, const struct text *text,
                struct phrase_scan *scan) {
  scan->terms.count = 0;
  if (!array_reserve(context, &scan->terms, 2 * text->words.count)) return false;
  for (size_t i = 0; i < text->words.count; i++) {
    const struct text_word *word = &text->words.items[i];
    uint16_t flags = term_flags(text, word);
    uint16_t id = word->flags & WORD_OF_LINK ? 0 : term_id(pack, text, word);
    uint16_t split = pack->words[id].split;
    size_t first = scan->terms.count;
    if (split == 0) {
      add_term(scan, id, flags, (uint32_t)i);
    } else {
      add_term(scan, pack->splits[split][0], flags, (uint32_t)i);
      add_term(scan, pack->splits[split][1], flags & ~(TERM_BREAK_BEFORE | TERM_CAPITAL), (uint32_t)i);
    }
    mark_border(text, scan, first, i);
  }
  if (scan->terms.count > 0) scan->terms.items[scan->terms.count - 1].flags |= TERM_LAST;
  return true;
}
