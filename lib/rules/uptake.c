#include "rules/uptake.h"

#include "rules/inspection.h"

/* A body's words for one mark of a note; more of them are not needed to know how near they stand to others. */
enum { MOST_OF_A_KIND = 8 };

/* A word that more notes have tells little of any of them, and would cost every message what all the notes cost. */
enum { MOST_HOLDERS = 1024 };

/* What a word tells that stands in both; an ending that makes it look abstract here may be missing there. */
static unsigned tells_in_both(unsigned note, unsigned body) {
  if (note == TELLS_NOTHING || body == TELLS_NOTHING) return TELLS_NOTHING;
  if (note == TELLS_HOMELY || body == TELLS_HOMELY) return TELLS_HOMELY;
  return note >= TELLS_DOING || body >= TELLS_DOING ? TELLS_MUCH : TELLS_HOMELY;
}

/* The same for two words of one meaning. */
static unsigned tells_nearly(unsigned note, unsigned body) {
  unsigned both = tells_in_both(note, body);
  return both > TELLS_NOTHING ? both - 1 : TELLS_NOTHING;
}

static struct note_mark hit_of(const struct note_mark *mark, const struct note_mark *found) {
  struct note_mark hit = *mark;
  hit.key = (uint64_t)mark->note << 32 | found->note;
  if (mark->how == FOLLOWUP_UPTAKE_SAME_WORDS || mark->how == FOLLOWUP_UPTAKE_NAME)
    hit.tells = (uint8_t)tells_in_both(mark->tells, found->tells);
  if (mark->how == FOLLOWUP_UPTAKE_RELATED_WORDS) hit.tells = (uint8_t)tells_nearly(mark->tells, found->tells);
  hit.counts = mark->how == FOLLOWUP_UPTAKE_NUMBER || mark->tells > TELLS_LITTLE || found->tells > TELLS_LITTLE;
  if (mark->how == FOLLOWUP_UPTAKE_SAME_WORDS && mark->form != found->form && found->how == mark->how)
    hit.how = FOLLOWUP_UPTAKE_WORD_FORMS;
  return hit;
}

/* Each of the body's marks with every note that has it. */
static bool find_hits(const followup_context *context, struct note_table *table) {
  size_t alike = 0;
  for (size_t i = 0; i < table->found.count; i++) {
    const struct note_mark *found = &table->found.items[i];
    alike = i > 0 && found->key == found[-1].key ? alike + 1 : 0;
    if (alike >= MOST_OF_A_KIND) continue;
    size_t at = note_table_find(table, found->key), end = at + MOST_HOLDERS;
    for (; at < end && at < table->marks.count && table->marks.items[at].key == found->key; at++) {
      if (!array_reserve(context, &table->hits, 1)) return false;
      table->hits.items[table->hits.count++] = hit_of(&table->marks.items[at], found);
    }
  }
  return true;
}

/* The hits of one note in a sentence, or in two: each place of the note counts once. */
struct window {
  uint64_t places;
  struct note_match match;
  unsigned most; /* what the hit tells that gives the match its way */
  uint32_t sentence;
};

static void widen(struct window *window, const struct note_mark *hit) {
  uint64_t place = UINT64_C(1) << (hit->place % 64);
  uint32_t word = (uint32_t)hit->key;
  if (window->places == 0 || (hit->tells > TELLS_NOTHING && window->most == TELLS_NOTHING))
    window->match.first_word = window->match.last_word = word; /* stock words are no part of the place */
  if (hit->tells > TELLS_NOTHING && word > window->match.last_word) window->match.last_word = word;
  if (window->places & place) return;
  window->places |= place;
  window->match.points += hit->tells;
  if (hit->tells == TELLS_NOTHING && window->match.stock++ == 0) window->match.points++;
  window->match.tells = window->match.tells || (hit->counts && hit->tells > TELLS_NOTHING);
  if (hit->tells <= window->most) return;
  window->most = hit->tells;
  window->match.how = hit->how;
}

/* The best stretch of all hits of one note; the hits stand in the order of the body's words. */
static struct note_match best_match(const struct text *body, const struct note_mark *hits, size_t count) {
  struct note_match best = {.note = (uint32_t)(hits->key >> 32)};
  struct window alone = {.sentence = NO_SENTENCE}, with_last = alone;
  for (size_t i = 0; i < count; i++) {
    uint32_t sentence = body->words.items[(uint32_t)hits[i].key].sentence;
    if (sentence != alone.sentence) {
      with_last = alone.sentence != NO_SENTENCE && alone.sentence + 1 == sentence ? alone : (struct window){0};
      alone = (struct window){.sentence = sentence};
    }
    widen(&alone, &hits[i]);
    widen(&with_last, &hits[i]);
    const struct window *better = with_last.match.points > alone.match.points ? &with_last : &alone;
    bool longer = better->match.points == best.points && better->match.first_word == best.first_word;
    if (better->match.points <= best.points && !longer) continue;
    uint32_t note = best.note;
    best = better->match;
    best.note = note;
  }
  return best;
}

bool note_match_is_taken_up(const struct note_match *match) {
  if (match->tells) return match->points >= POINTS_TAKEN_UP;
  return match->points > POINTS_TAKEN_UP && match->stock >= MUCH_BESIDE;
}

bool note_match_is_touched(const struct note_match *match) {
  return match->tells || match->points + match->stock >= POINTS_TAKEN_UP;
}

static bool keep_matches(const followup_context *context, const struct text *body, struct note_table *table) {
  for (size_t i = 0, next; i < table->hits.count; i = next) {
    const struct note_mark *hits = &table->hits.items[i];
    for (next = i + 1; next < table->hits.count && table->hits.items[next].key >> 32 == hits->key >> 32;) next++;
    struct note_match match = best_match(body, hits, next - i);
    if (!note_match_is_touched(&match)) continue;
    if (!array_reserve(context, &table->matches, 1)) return false;
    table->matches.items[table->matches.count++] = match;
  }
  return true;
}

bool note_table_match(struct inspection *in, struct note_table *table) {
  const followup_context *context = in->scratch->context;
  table->hits.count = table->matches.count = 0;
  if (!note_table_mark_body(in, table) || !find_hits(context, table)) return false;
  marks_sort(&table->hits);
  return keep_matches(context, in->body, table);
}

double note_match_sureness(const struct note_table *table, const struct note_match *match) {
  unsigned all = table->notes.items[match->note].tells;
  double share = (double)match->points / (2 * POINTS_TAKEN_UP);
  return match->points < all && share < 1 ? share : 1;
}
