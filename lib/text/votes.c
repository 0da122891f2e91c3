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

/* A sentence as votes see it: what each of its symbols weighs alone, and with the one before it. */
struct ballot {
  const struct pack_weights *alone[SYMBOLS_MOST], *paired[SYMBOLS_MOST];
  uint32_t terms[SYMBOLS_MOST];
  size_t count;
  uint16_t before; /* the symbol that stands last */
};

static const struct pack_weights *pair_weights(const struct pack_votes *votes, uint16_t left, uint16_t right) {
  if (left == SYMBOL_NONE || right == SYMBOL_NONE) return votes->weights;
  uint32_t hash = ((uint32_t)left << 16 | right) * UINT32_C(0x9E3779B1);
  for (uint32_t slot = (hash >> 13) & votes->slot_mask; votes->slots[slot] != 0; slot = (slot + 1) & votes->slot_mask) {
    const struct pack_pair *pair = &votes->pairs[votes->slots[slot]];
    if (pair->left == left && pair->right == right) return &pair->weights;
  }
  return votes->weights;
}

static void add(const struct pack_votes *votes, struct ballot *ballot, uint16_t row, uint16_t symbol, size_t term) {
  ballot->alone[ballot->count] = &votes->weights[row];
  ballot->paired[ballot->count] = pair_weights(votes, ballot->before, symbol);
  ballot->terms[ballot->count++] = (uint32_t)term;
  ballot->before = symbol;
}

static void add_special(const struct pack_votes *votes, struct ballot *ballot, uint16_t symbol, size_t term) {
  add(votes, ballot, votes->special[symbol], symbol, term);
}

static void add_term(const struct pack *pack, const struct vote_run *run, const struct phrase_scan *scan, size_t at,
                     struct ballot *ballot) {
  const struct term *term = &scan->terms.items[at];
  if (at > run->first && (term->flags & TERM_BREAK_BEFORE))
    add_special(&pack->votes, ballot, SYMBOL_BREAK, at);
  else if (at > run->first && vote_comma_before(run->text, scan, at))
    add_special(&pack->votes, ballot, SYMBOL_COMMA, at);
  uint16_t property = vote_property(term);
  if (property != SYMBOL_WORDS)
    add_special(&pack->votes, ballot, property, at);
  else
    add(&pack->votes, ballot, pack->votes.words[term->id], pack->votes.symbols[term->id], at);
}

static void fill(const struct pack *pack, const struct vote_run *run, const struct phrase_scan *scan,
                 struct ballot *ballot) {
  ballot->count = 0;
  ballot->before = SYMBOL_BEGIN;
  size_t end = run->last + 1;
  if (end - run->first > TERMS_MOST) end = run->first + TERMS_MOST;
  for (size_t at = run->first; at < end; at++) add_term(pack, run, scan, at, ballot);
  bool asks = (scan->terms.items[run->first].flags & TERM_QUESTION) != 0;
  add_special(&pack->votes, ballot, asks ? SYMBOL_QUESTION : SYMBOL_END, end - 1);
}

static void count(const struct ballot *ballot, int16_t sums[VOICES]) {
  for (size_t i = 0; i < ballot->count; i++)
    for (int voice = 0; voice < VOICES; voice++)
      sums[voice] = (int16_t)(sums[voice] + ballot->alone[i]->of[voice] + ballot->paired[i]->of[voice]);
}

/* The stretch of terms that speaks most for a voice: the greatest sum of neighbours. */
static void find_stretch(const struct ballot *ballot, int voice, uint32_t *first, uint32_t *last) {
  int best = INT16_MIN, sum = 0;
  size_t from = 0;
  for (size_t i = 0; i < ballot->count; i++) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += ballot->alone[i]->of[voice] + ballot->paired[i]->of[voice];
    if (sum <= best) continue;
    best = sum;
    *first = ballot->terms[from];
    *last = ballot->terms[i];
  }
}

static bool is_hit_already(const struct phrase_scan *scan, size_t first_hit, uint16_t list) {
  for (size_t i = first_hit; i < scan->hits.count; i++)
    if (scan->hits.items[i].list == list) return true;
  return false;
}

static struct phrase_hit make_hit(const struct vote_run *run, const struct phrase_scan *scan, uint16_t list,
                                  const struct ballot *ballot, int voice) {
  struct phrase_hit hit = {.list = list, .phrase = NO_PHRASE};
  find_stretch(ballot, voice, &hit.first_term, &hit.last_term);
  const struct text_word *words = run->text->words.items;
  hit.start = words[scan->terms.items[hit.first_term].word].start;
  hit.end = words[scan->terms.items[hit.last_term].word].end;
  return hit;
}

/* No hit of the list is believed in this run: what its words say is not what the sentence as a whole says. */
static void doubt(const struct vote_run *run, struct phrase_scan *scan, uint16_t list) {
  for (size_t i = run->first; i <= run->last; i++) scan->terms.items[i].vetoed |= UINT64_C(1) << list;
}

bool votes_cast(const followup_context *context, const struct pack *pack, const struct vote_run *run,
                struct phrase_scan *scan) {
  const struct pack_votes *votes = &pack->votes;
  struct ballot ballot;
  int16_t sums[VOICES] = {0};
  for (size_t i = 0; i < votes->voice_count; i++) sums[i] = votes->voices[i].bias;
  fill(pack, run, scan, &ballot);
  count(&ballot, sums);
  for (size_t i = 0; i < votes->voice_count; i++) {
    uint16_t list = votes->voices[i].list;
    if (!(run->lists >> list & 1)) continue;
    if (sums[i] < votes->voices[i].floor) doubt(run, scan, list);
    if (sums[i] <= votes->voices[i].bar) continue;
    if (is_hit_already(scan, run->first_hit, list)) continue;
    if (!array_reserve(context, &scan->hits, 1)) return false;
    scan->hits.items[scan->hits.count] = make_hit(run, scan, list, &ballot, (int)i);
    scan->hits.count++;
  }
  return true;
}
