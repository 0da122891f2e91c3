#include "text/phrase.h"

#include <string.h>

#include "text/automaton.h"
#include "text/votes.h"
#include "text/wakes.h"

enum { NEGATION_REACH = 3 };

/* One run of terms */

struct run {
  const struct pack *pack;
  const struct text *text;
  struct phrase_scan *scan;
  uint32_t number;   /* counted from 1 */
  size_t first_term; /* of it */
  size_t first_hit;  /* in it */
  const struct wanted_lists *wanted;
  uint16_t some_flags; /* of any of its terms */
  uint32_t negation_set;
};

static bool conditions_hold(const struct pack_part *part, const struct term *first) {
  if ((part->flags & PHRASE_QUESTION) && !(first->flags & TERM_QUESTION)) return false;
  if ((part->flags & PHRASE_STATEMENT) && (first->flags & TERM_QUESTION)) return false;
  return true;
}

static bool negated(const struct run *run, size_t first_term) {
  const struct term *terms = run->scan->terms.items;
  for (int i = 0; i < NEGATION_REACH && !(terms[first_term].flags & (TERM_FIRST | TERM_BREAK_BEFORE)); i++) {
    first_term--;
    if (pack_set_holds(run->pack, run->negation_set, terms[first_term].id)) return true;
  }
  return false;
}

static void veto(struct phrase_scan *scan, const struct phrase_hit *hit) {
  for (uint32_t i = hit->first_term; i <= hit->last_term; i++) scan->terms.items[i].vetoed |= UINT64_C(1) << hit->list;
}

static struct phrase_hit make_hit(const struct run *run, const struct pack_part *part, int64_t first, int64_t last) {
  const struct term *terms = run->scan->terms.items;
  const struct text_word *words = run->text->words.items;
  return (struct phrase_hit){.list = part->list,
                             .phrase = part->phrase,
                             .first_term = (uint32_t)first,
                             .last_term = (uint32_t)last,
                             .start = words[terms[first].word].start,
                             .end = words[terms[last].word].end};
}

/* Keeps the part's place for the end of the run, where all parts of its phrase are held together. */
static bool remember_part(const followup_context *context, struct run *run, uint32_t part_index,
                          const struct phrase_hit *hit) {
  struct phrase_scan *scan = run->scan;
  if (scan->part_run.items[part_index] == run->number) return true;
  scan->part_run.items[part_index] = run->number;
  scan->part_hits.items[part_index] = *hit;
  if (run->pack->parts[part_index].place != 0) return true;
  if (!array_reserve(context, &scan->touched, 1)) return false;
  scan->touched.items[scan->touched.count++] = hit->phrase;
  return true;
}

static bool add_hit(const followup_context *context, struct phrase_scan *scan, const struct phrase_hit *hit) {
  if (scan->hits.count > 0) { /* the same phrase woken twice at one place */
    const struct phrase_hit *before = &scan->hits.items[scan->hits.count - 1];
    if (before->phrase == hit->phrase && before->first_term == hit->first_term && before->last_term == hit->last_term)
      return true;
  }
  if (!array_reserve(context, &scan->hits, 1)) return false;
  scan->hits.items[scan->hits.count++] = *hit;
  return true;
}

static bool part_matched(const struct run *run, size_t part) { return run->scan->part_run.items[part] == run->number; }

/* Follows a part from a term that stands at its position. */
static bool try_part(const followup_context *context, struct run *run, uint32_t number, unsigned position, size_t at) {
  const struct pack *pack = run->pack;
  const struct pack_part *part = &pack->parts[number];
  const struct term *terms = run->scan->terms.items;
  if (part->part_count > 1 && part_matched(run, number)) return true;
  int64_t first, last;
  if (!automaton_follow(pack, part, terms, at, position, &first, &last)) return true;
  if (!conditions_hold(part, &terms[first])) return true;
  if ((part->flags & PHRASE_AFFIRMED) && part->place == 0 && negated(run, (size_t)first)) return true;
  struct phrase_hit hit = make_hit(run, part, first, last);
  if (part->part_count > 1) return remember_part(context, run, number, &hit);
  if (part->flags & PHRASE_VETO) {
    veto(run->scan, &hit);
    return true;
  }
  return add_hit(context, run->scan, &hit);
}

static bool is_present(const struct run *run, uint16_t id) {
  return run->scan->present.items[id / 32] >> (id % 32) & 1;
}

static bool some_is_present(const struct run *run, uint32_t first_run) {
  const uint16_t *member = run->pack->members + first_run + 1;
  for (const uint16_t *end = member + member[-1]; member < end; member++)
    if (is_present(run, *member)) return true;
  return false;
}

/* Whether some word of the run bears the label. */
static bool label_present(const struct run *run, const struct pack_label *label) {
  if (label->flags & run->some_flags) return true;
  if (label->word != 0) return is_present(run, label->word);
  return some_is_present(run, label->first_run);
}

/* Follows the wakes that were kept, in the order of their terms. */
static bool follow_all(const followup_context *context, struct run *run) {
  for (size_t i = 0; i < run->scan->woken.count; i++) {
    const struct woken *woken = &run->scan->woken.items[i];
    const struct pack_wake *wake = &run->pack->wakes[woken->wake];
    if (!try_part(context, run, wake->part, wake->position, woken->at)) return false;
  }
  return true;
}

/* Whether every part of a phrase is there that must be, and none that must not. */
static bool holds_together(const struct run *run, const struct pack_phrase *phrase) {
  for (uint32_t i = 1; i < phrase->part_count; i++) {
    const struct pack_part *part = &run->pack->parts[phrase->first_part + i];
    bool wanted = !(phrase->unwanted >> i & 1);
    bool present = part->presence >= 0 && label_present(run, &run->pack->labels[part->presence]);
    if ((part_matched(run, phrase->first_part + i) || present) != wanted) return false;
  }
  return true;
}

static void widen(struct phrase_hit *hit, size_t start, size_t end) {
  if (start < hit->start) hit->start = (uint32_t)start;
  if (end > hit->end) hit->end = (uint32_t)end;
}

/* Beyond this a sentence is no sentence: a place is then not widened to the lone words of its phrase. */
enum { WIDEST_RUN = 128 };

/* Takes in the lone word that was asked for, where it stands nearest. */
static void widen_to_word(const struct run *run, const struct pack_label *label, size_t last, struct phrase_hit *hit) {
  const struct term *terms = run->scan->terms.items, *best = NULL;
  size_t distance = SIZE_MAX;
  if (last - run->first_term >= WIDEST_RUN) return;
  for (size_t i = run->first_term; i <= last; i++) {
    size_t away = i < hit->first_term ? hit->first_term - i : i > hit->last_term ? i - hit->last_term : 0;
    if (away >= distance || !label_matches(run->pack, label, &terms[i])) continue;
    best = &terms[i];
    distance = away;
  }
  if (best == NULL) return;
  const struct text_word *word = &run->text->words.items[best->word];
  widen(hit, word->start, word->end);
}

/*
 * Where a phrase of several parts stands. Its terms, which a phrase that says no has to touch, are those matched as
 * sequences; its place takes in the lone words too.
 */
static struct phrase_hit place_of(const struct run *run, const struct pack_phrase *phrase, size_t last) {
  struct phrase_hit hit = run->scan->part_hits.items[phrase->first_part];
  for (uint32_t i = 1; i < phrase->part_count; i++) {
    const struct phrase_hit *found = &run->scan->part_hits.items[phrase->first_part + i];
    if ((phrase->unwanted >> i & 1) || !part_matched(run, phrase->first_part + i)) continue;
    if (found->first_term < hit.first_term) hit.first_term = found->first_term;
    if (found->last_term > hit.last_term) hit.last_term = found->last_term;
    widen(&hit, found->start, found->end);
  }
  for (uint32_t i = 1; i < phrase->part_count; i++) {
    const struct pack_part *part = &run->pack->parts[phrase->first_part + i];
    if ((phrase->unwanted >> i & 1) || part_matched(run, phrase->first_part + i)) continue;
    widen_to_word(run, &run->pack->labels[part->presence], last, &hit);
  }
  return hit;
}

/* Begins a run at a term: notes its words, and the needs that they meet. Gives the run's last term. */
static size_t begin_run(struct run *run, size_t first) {
  const struct term *terms = run->scan->terms.items;
  uint32_t *present = run->scan->present.items;
  size_t last = first;
  run->first_term = first;
  run->first_hit = run->scan->hits.count;
  run->some_flags = 0;
  for (;; last++) {
    uint16_t id = terms[last].id;
    present[id / 32] |= UINT32_C(1) << (id % 32);
    run->some_flags |= terms[last].flags;
    if (terms[last].flags & TERM_LAST) break;
  }
  present[0] &= ~UINT32_C(1); /* the word that no vocabulary has */
  needs_meet(run->pack, run->scan, first, last, run->some_flags);
  return last;
}

static void forget_present(const struct run *run, size_t last) {
  for (size_t i = run->first_term; i <= last; i++) run->scan->present.items[run->scan->terms.items[i].id / 32] = 0;
}

/* Looks for a part anywhere in the run. */
static bool find_part(const followup_context *context, struct run *run, uint32_t number, size_t last) {
  const struct pack_part *part = &run->pack->parts[number];
  const struct term *terms = run->scan->terms.items;
  for (size_t at = run->first_term; part->anchors != 0 && at <= last && !part_matched(run, number); at++) {
    uint64_t places = automaton_match(run->pack, part, part->anchors, &terms[at]);
    for (; places != 0; places &= places - 1)
      if (!try_part(context, run, number, (unsigned)__builtin_ctzll(places), at)) return false;
  }
  return true;
}

/* Looks for the other parts of phrases whose first one was found. */
static bool find_other_parts(const followup_context *context, struct run *run, size_t last) {
  size_t count = run->scan->touched.count; /* no other part touches a phrase */
  for (size_t i = 0; i < count; i++) {
    const struct pack_phrase *phrase = &run->pack->phrases[run->scan->touched.items[i]];
    if (!(phrase->flags & PHRASE_SEQUENCES)) continue;
    for (uint32_t number = 1; number < phrase->part_count; number++)
      if (!find_part(context, run, phrase->first_part + number, last)) return false;
  }
  return true;
}

/* Sentences vote; a greeting, a sign-off and a signature do not. */
static bool vote(const followup_context *context, const struct run *run, size_t last) {
  const struct term *first = &run->scan->terms.items[run->first_term];
  if (run->wanted->votes == 0 || run->text->words.items[first->word].sentence == NO_SENTENCE) return true;
  struct vote_run ballot = {run->text, run->first_term, last, run->first_hit, run->wanted->votes};
  return votes_cast(context, run->pack, &ballot, run->scan);
}

/* Holds the parts found of each phrase together: what is complete is a hit, or says no. */
static bool settle_parts(const followup_context *context, struct run *run, size_t last) {
  struct phrase_scan *scan = run->scan;
  if (!find_other_parts(context, run, last)) return false;
  for (size_t i = 0; i < scan->touched.count; i++) {
    const struct pack_phrase *phrase = &run->pack->phrases[scan->touched.items[i]];
    if (!holds_together(run, phrase)) continue;
    struct phrase_hit hit = place_of(run, phrase, last);
    if (phrase->flags & PHRASE_VETO)
      veto(scan, &hit);
    else if (!add_hit(context, scan, &hit))
      return false;
  }
  scan->touched.count = 0;
  return true;
}

/* Looks for phrases of these lists in the run. */
static bool look_for(const followup_context *context, struct run *run, size_t last, int kind, uint64_t lists) {
  struct wake_run asked = {run->first_term, last, kind, lists};
  return wakes_find(context, run->pack, &asked, run->scan) && follow_all(context, run) &&
         settle_parts(context, run, last);
}

static uint64_t lists_hit(const struct run *run) {
  uint64_t lists = 0;
  for (size_t i = run->first_hit; i < run->scan->hits.count; i++) lists |= UINT64_C(1) << run->scan->hits.items[i].list;
  return lists;
}

/* What says no is looked for where there is something to say it to. */
static bool scan_run(const followup_context *context, struct run *run, size_t last) {
  uint64_t lists = run->wanted->phrases;
  if (!look_for(context, run, last, WAKES_FINDING, lists) || !vote(context, run, last)) return false;
  if (!look_for(context, run, last, WAKES_VETOING, lists & lists_hit(run))) return false;
  forget_present(run, last);
  run->number++;
  return true;
}

/* Ordering what was found */

static bool vetoed(const struct phrase_scan *scan, const struct phrase_hit *hit) {
  for (uint32_t i = hit->first_term; i <= hit->last_term; i++)
    if (scan->terms.items[i].vetoed >> hit->list & 1) return true;
  return false;
}

static void cover(struct phrase_scan *scan, const struct phrase_hit *hit) {
  for (uint32_t i = hit->first_term; i <= hit->last_term; i++) scan->terms.items[i].covered |= UINT64_C(1) << hit->list;
}

/* Counting sort by list; within a list hits keep the order of the scan, which is that of their anchors. */
static bool sort_hits(const followup_context *context, const struct pack *pack, struct phrase_scan *scan) {
  scan->sorted.count = scan->list_starts.count = 0;
  if (!array_reserve(context, &scan->sorted, scan->hits.count)) return false;
  if (!array_reserve(context, &scan->list_starts, pack->list_count + 2)) return false;
  uint32_t *starts = scan->list_starts.items;
  memset(starts, 0, (pack->list_count + 2) * sizeof *starts);
  size_t kept = 0;
  for (size_t i = 0; i < scan->hits.count; i++) {
    if (vetoed(scan, &scan->hits.items[i])) continue;
    cover(scan, &scan->hits.items[i]);
    scan->hits.items[kept++] = scan->hits.items[i];
    starts[scan->hits.items[kept - 1].list + 2]++;
  }
  scan->hits.count = scan->sorted.count = kept;
  for (size_t i = 2; i < pack->list_count + 2; i++) starts[i] += starts[i - 1];
  for (size_t i = 0; i < kept; i++) scan->sorted.items[starts[scan->hits.items[i].list + 1]++] = scan->hits.items[i];
  scan->list_starts.count = pack->list_count + 1;
  return true;
}

enum { LAST_RUN = 1 << 30 };

/* Zeroed once: run numbers go on from text to text, so that what an earlier one left is never believed. */
static bool prepare(const followup_context *context, const struct pack *pack, struct phrase_scan *scan) {
  scan->hits.count = scan->touched.count = scan->talk.count = 0;
  bool fresh = scan->part_run.count == 0 || scan->run_number >= LAST_RUN - scan->terms.count;
  if (!fresh) return true;
  size_t present_words = pack->word_count / 32 + 1, need_words = pack->need_count / 32 + 1;
  scan->part_run.count = scan->part_hits.count = scan->present.count = scan->met.count = 0;
  if (!array_reserve(context, &scan->part_run, pack->part_count)) return false;
  if (!array_reserve(context, &scan->part_hits, pack->part_count)) return false;
  if (!array_reserve(context, &scan->present, present_words)) return false;
  if (!array_reserve(context, &scan->met, need_words)) return false;
  memset(scan->part_run.items, 0, pack->part_count * sizeof *scan->part_run.items);
  memset(scan->present.items, 0, present_words * sizeof *scan->present.items);
  scan->part_run.count = pack->part_count;
  scan->met.count = need_words;
  scan->run_number = 1;
  return true;
}

bool phrases_find(const followup_context *context, const struct pack *pack, const struct text *text,
                  const struct wanted_lists *wanted, struct phrase_scan *scan) {
  if (!prepare(context, pack, scan)) return false;
  scan->some_flags = 0;
  struct run run = {.wanted = wanted,
                    .pack = pack,
                    .text = text,
                    .scan = scan,
                    .number = scan->run_number,
                    .negation_set = pack->negation_set};
  for (size_t at = 0; at < scan->terms.count;) {
    size_t last = begin_run(&run, at);
    scan->some_flags |= run.some_flags;
    if (!scan_run(context, &run, last)) {
      scan->part_run.count = 0; /* what this scan left half done must not be believed by the next */
      return false;
    }
    at = last + 1;
  }
  scan->run_number = run.number;
  return sort_hits(context, pack, scan);
}

const struct phrase_hit *phrase_hits(const struct phrase_scan *scan, uint16_t list, size_t *count) {
  uint32_t start = scan->list_starts.items[list];
  *count = scan->list_starts.items[list + 1] - start;
  return *count > 0 ? scan->sorted.items + start : NULL;
}

void phrase_scan_free(const followup_context *context, struct phrase_scan *scan) {
  array_free(context, &scan->terms);
  array_free(context, &scan->hits);
  array_free(context, &scan->sorted);
  array_free(context, &scan->list_starts);
  array_free(context, &scan->part_run);
  array_free(context, &scan->part_hits);
  array_free(context, &scan->touched);
  array_free(context, &scan->present);
  array_free(context, &scan->met);
  array_free(context, &scan->woken);
  array_free(context, &scan->talk);
}
