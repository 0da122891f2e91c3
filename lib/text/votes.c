#include "text/votes.h"

#include <string.h>

/* A sentence longer than this is no sentence: only its beginning votes, and no sum outgrows 16 bits. */
enum { TERMS_MOST = 100, SYMBOLS_MOST = 2 * TERMS_MOST + 2 };

uint16_t vote_property(const struct term *term) {
  if (term->flags & TERM_MONEY) return SYMBOL_MONEY;
  if (term->flags & TERM_DIGITS) return SYMBOL_NUMBER;
  if (term->flags & (TERM_COMPANY | TERM_OTHER_COMPANY)) return SYMBOL_COMPANY;
  if (term->flags & TERM_NAME) return SYMBOL_NAME;
  return term->flags & TERM_EMOJI ? SYMBOL_EMOJI : SYMBOL_WORDS;
}

bool vote_comma_before(const struct text *text, const struct phrase_scan *scan, size_t at) {
  const struct term *term = &scan->terms.items[at];
  bool second = at > 0 && term[-1].word == term->word; /* of a contraction */
  return !second && (text->words.items[term->word].flags & WORD_COMMA_BEFORE) != 0;
}

/* A sentence as votes see it. */
struct ballot {
  struct vote_symbol {
    const struct pack_weights *weights; /* that it adds alone */
    uint32_t term;
    uint16_t symbol; /* in pairs */
  } symbols[SYMBOLS_MOST];
  size_t count;
};

/* What two symbols that stand side by side add; NULL for nothing, which most do. */
static inline const struct pack_weights *pair_weights(const struct pack_votes *votes, uint16_t left, uint16_t right) {
  uint32_t hash = ((uint32_t)left << 16 | right) * UINT32_C(0x9E3779B1);
  uint32_t bit = hash >> PAIR_SHIFT;
  if (!(votes->pair_bits[bit / 32] >> (bit % 32) & 1)) return NULL;
  for (uint32_t slot = (hash >> 13) & votes->slot_mask; votes->slots[slot] != 0; slot = (slot + 1) & votes->slot_mask) {
    const struct pack_pair *pair = &votes->pairs[votes->slots[slot]];
    if (pair->left == left && pair->right == right) return &pair->weights;
  }
  return NULL;
}

static inline void add(struct ballot *ballot, const struct pack_weights *weights, uint16_t symbol, size_t term) {
  ballot->symbols[ballot->count++] = (struct vote_symbol){weights, (uint32_t)term, symbol};
}

static void add_special(const struct pack_votes *votes, struct ballot *ballot, uint16_t symbol, size_t term) {
  add(ballot, &votes->special[symbol], symbol, term);
}

static inline void add_term(const struct pack *pack, const struct vote_run *run, const struct phrase_scan *scan,
                            size_t at, struct ballot *ballot) {
  const struct term *term = &scan->terms.items[at];
  if (at > run->first && (term->flags & TERM_BREAK_BEFORE))
    add_special(&pack->votes, ballot, SYMBOL_BREAK, at);
  else if (at > run->first && vote_comma_before(run->text, scan, at))
    add_special(&pack->votes, ballot, SYMBOL_COMMA, at);
  const struct pack_word *word = &pack->words[term->id];
  uint16_t property = vote_property(term);
  if (property != SYMBOL_WORDS)
    add_special(&pack->votes, ballot, property, at);
  else
    add(ballot, &word->weights, word->symbol, at);
}

static void fill(const struct pack *pack, const struct vote_run *run, const struct phrase_scan *scan,
                 struct ballot *ballot) {
  ballot->count = 0;
  size_t end = run->last + 1;
  if (end - run->first > TERMS_MOST) end = run->first + TERMS_MOST;
  for (size_t at = run->first; at < end; at++) add_term(pack, run, scan, at, ballot);
  bool asks = (scan->terms.items[run->first].flags & TERM_QUESTION) != 0;
  add_special(&pack->votes, ballot, asks ? SYMBOL_QUESTION : SYMBOL_END, end - 1);
}

static uint16_t symbol_before(const struct ballot *ballot, size_t at) {
  return at > 0 ? ballot->symbols[at - 1].symbol : SYMBOL_BEGIN;
}

static inline void add_weights(int16_t sums[VOICES], const struct pack_weights *weights) {
  for (int voice = 0; voice < VOICES; voice++) sums[voice] = (int16_t)(sums[voice] + weights->of[voice]);
}

/* The sums are kept apart from all that pointers reach while they grow, so that all voices are added at once. */
static void count(const struct pack_votes *votes, const struct ballot *ballot, int16_t sums[VOICES]) {
  uint16_t before = SYMBOL_BEGIN;
  int16_t growing[VOICES];
  memcpy(growing, sums, sizeof growing);
  for (size_t i = 0; i < ballot->count; i++) {
    const struct vote_symbol *symbol = &ballot->symbols[i];
    const struct pack_weights *paired = pair_weights(votes, before, symbol->symbol);
    add_weights(growing, symbol->weights);
    if (paired != NULL) add_weights(growing, paired);
    before = symbol->symbol;
  }
  memcpy(sums, growing, sizeof growing);
}

/* What a symbol adds to one voice, alone and with the one before it. */
static int weight_at(const struct pack_votes *votes, const struct ballot *ballot, size_t at, int voice) {
  const struct vote_symbol *symbol = &ballot->symbols[at];
  const struct pack_weights *paired = pair_weights(votes, symbol_before(ballot, at), symbol->symbol);
  return symbol->weights->of[voice] + (paired != NULL ? paired->of[voice] : 0);
}

/* The stretch of terms that speaks most for a voice: the greatest sum of neighbours. */
static void find_stretch(const struct pack_votes *votes, const struct ballot *ballot, int voice, uint32_t *first,
                         uint32_t *last) {
  int best = INT16_MIN, sum = 0;
  size_t from = 0;
  for (size_t i = 0; i < ballot->count; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += weight_at(votes, ballot, i, voice);
    if (sum <= best) continue;
    best = sum;
    *first = ballot->symbols[from].term;
    *last = ballot->symbols[i].term;
  }
}

static bool is_hit_already(const struct phrase_scan *scan, size_t first_hit, uint16_t list) {
  for (size_t i = first_hit; i < scan->hits.count; i++)
    if (scan->hits.items[i].list == list) return true;
  return false;
}

static struct phrase_hit make_hit(const struct pack_votes *votes, const struct vote_run *run,
                                  const struct phrase_scan *scan, const struct ballot *ballot, int voice) {
  struct phrase_hit hit = {.list = votes->voices[voice].list, .phrase = NO_PHRASE};
  find_stretch(votes, ballot, voice, &hit.first_term, &hit.last_term);
  const struct text_word *words = run->text->words.items;
  hit.start = words[scan->terms.items[hit.first_term].word].start;
  hit.end = words[scan->terms.items[hit.last_term].word].end;
  return hit;
}

/* No hit of these lists is believed in this run: what its words say is not what the sentence as a whole says. */
static void doubt(const struct vote_run *run, struct phrase_scan *scan, uint64_t lists) {
  for (size_t i = run->first; i <= run->last; i++) scan->terms.items[i].vetoed |= lists;
}

/* The talk voice hits nothing itself: a rule weighs its sum. */
static bool keep_talk(const followup_context *context, const struct vote_run *run, int16_t sum,
                      struct phrase_scan *scan) {
  if (!array_reserve(context, &scan->talk, 1)) return false;
  scan->talk.items[scan->talk.count++] = (struct vote_sum){(uint32_t)run->first, sum};
  return true;
}

/* "Thanks a lot!": too few words to speak against a phrase. */
enum { FEWEST_TO_DOUBT = 4 };

bool votes_cast(const followup_context *context, const struct pack *pack, const struct vote_run *run,
                struct phrase_scan *scan) {
  const struct pack_votes *votes = &pack->votes;
  struct ballot ballot;
  int16_t sums[VOICES] = {0};
  uint64_t doubted = 0;
  for (size_t i = 0; i < votes->voice_count; i++) sums[i] = votes->voices[i].bias;
  fill(pack, run, scan, &ballot);
  count(votes, &ballot, sums);
  for (size_t i = 0; i < votes->voice_count; i++) {
    uint16_t list = votes->voices[i].list;
    if (!(run->lists >> list & 1)) continue;
    if ((int)i == votes->talk.voice) {
      if (!keep_talk(context, run, sums[i], scan)) return false;
      continue;
    }
    if (sums[i] < votes->voices[i].floor && run->last - run->first + 1 >= FEWEST_TO_DOUBT)
      doubted |= UINT64_C(1) << list;
    if (sums[i] <= votes->voices[i].bar) continue;
    if (is_hit_already(scan, run->first_hit, list)) continue;
    if (!array_reserve(context, &scan->hits, 1)) return false;
    scan->hits.items[scan->hits.count] = make_hit(votes, run, scan, &ballot, (int)i);
    scan->hits.count++;
  }
  if (doubted != 0) doubt(run, scan, doubted);
  return true;
}
