#include "text/wakes.h"

#include <string.h>

static inline void meet(const struct pack *pack, uint32_t *met, uint32_t first, uint32_t count) {
  const struct pack_meet *piece = pack->meets + first;
  for (const struct pack_meet *end = piece + count; piece < end; piece++) met[piece->at] |= piece->needs;
}

void needs_meet(const struct pack *pack, struct phrase_scan *scan, size_t first, size_t last, uint16_t some_flags) {
  const struct term *terms = scan->terms.items;
  uint32_t *met = scan->met.items;
  memset(met, 0, scan->met.count * sizeof *met);
  met[0] = 1; /* need 0: none */
  for (size_t at = first; at <= last; at++) {
    const struct pack_word *word = &pack->words[terms[at].id];
    meet(pack, met, word->first_meet, word->meet_count);
  }
  for (size_t i = 0; i < pack->property_count; i++) {
    const struct pack_property_needs *needs = &pack->property_needs[i];
    if (needs->flag & some_flags) meet(pack, met, needs->first_meet, needs->meet_count);
  }
}

static inline unsigned is_met(const struct phrase_scan *scan, uint16_t need) {
  return scan->met.items[need / 32] >> need % 32 & 1;
}

/* Which of a word's wakes, MANY_WAKES of them from `first` on, its neighbours' signs allow; one bit each. */
static inline uint64_t allowed(const struct pack *pack, const struct pack_wakes *wakes, size_t first, unsigned before,
                               unsigned after) {
  if (wakes->count > SOME_WAKES) {
    const struct pack_beside_many *many = &pack->beside_many[wakes->first_beside + first / MANY_WAKES];
    return many->before[before] & many->after[after];
  }
  if (wakes->count > FEW_WAKES) {
    const struct pack_beside_some *some = &pack->beside_some[wakes->first_beside];
    return some->before[before] & some->after[after];
  }
  uint64_t found = 0;
  const struct pack_beside *few = pack->beside_few + wakes->first_beside;
  for (unsigned i = 0; i < wakes->count; i++) found |= (few[i].before >> before & few[i].after >> after & 1) << i;
  return found;
}

/* Keeps the wakes at a term of these lists whose need is met. Few of many are: they are kept without a branch. */
static bool wake_at(const followup_context *context, const struct pack *pack, const struct wake_run *run, size_t at,
                    struct phrase_scan *scan) {
  const struct term *term = &scan->terms.items[at];
  const struct pack_word *words = pack->words;
  const struct pack_wakes *mine = &words[term->id].wakes[run->kind];
  if (mine->count == 0) return true;
  unsigned before = term->flags & TERM_FIRST ? NO_SIGN : words[term[-1].id].sign;
  unsigned after = term->flags & TERM_LAST ? NO_SIGN : words[term[1].id].sign;
  for (uint32_t first = 0; first < mine->count; first += MANY_WAKES) {
    if (!array_reserve(context, &scan->woken, MANY_WAKES)) return false;
    struct woken *woken = scan->woken.items + scan->woken.count;
    uint64_t found = allowed(pack, mine, first, before, after);
    for (; found != 0; found &= found - 1) {
      uint32_t number = mine->first + first + (uint32_t)__builtin_ctzll(found);
      const struct pack_wake *wake = &pack->wakes[number];
      *woken = (struct woken){number, (uint32_t)at};
      woken += run->lists >> wake->list & is_met(scan, wake->need);
    }
    scan->woken.count = (size_t)(woken - scan->woken.items);
  }
  return true;
}

static bool is_near(const struct pack *pack, const struct wake_run *run, const struct pack_near *near, size_t at,
                    const struct term *terms) {
  int64_t first = (int64_t)at + near->first, last = (int64_t)at + near->last;
  uint64_t found = 0;
  if (first < (int64_t)run->first) first = (int64_t)run->first;
  if (last > (int64_t)run->last) last = (int64_t)run->last;
  for (int64_t i = first; i <= last; i++) {
    const struct pack_word *word = &pack->words[terms[i].id];
    found |= near->signs >> word->sign & near->second_signs >> word->second_sign;
  }
  return found & 1;
}

/* Whether what a wake needs near it may be there. */
static bool is_worth_it(const struct pack *pack, const struct wake_run *run, const struct woken *woken,
                        const struct term *terms) {
  const struct pack_wake *wake = &pack->wakes[woken->wake];
  for (int i = 0; i < NEARS && wake->near[i] != 0; i++)
    if (!is_near(pack, run, &pack->nears[wake->near[i]], woken->at, terms)) return false;
  return true;
}

bool wakes_find(const followup_context *context, const struct pack *pack, const struct wake_run *run,
                struct phrase_scan *scan) {
  scan->woken.count = 0;
  for (size_t at = run->first; run->lists != 0 && at <= run->last; at++)
    if (!wake_at(context, pack, run, at, scan)) return false;
  size_t kept = 0;
  for (size_t i = 0; i < scan->woken.count; i++)
    if (is_worth_it(pack, run, &scan->woken.items[i], scan->terms.items))
      scan->woken.items[kept++] = scan->woken.items[i];
  scan->woken.count = kept;
  return true;
}
