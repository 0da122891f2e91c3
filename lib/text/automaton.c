#include "text/automaton.h"

#include "text/eight.h"

/* A phrase in a sentence without end is followed this far at the most; no automaton has more positions. */
enum { REACH = 64 };

static inline bool is_member(const struct pack *pack, const struct pack_label *label, uint16_t id) {
  const uint16_t *low = pack->members + label->first_run + 1, *high = low + low[-1];
  while (low < high) {
    const uint16_t *middle = low + (high - low) / 2;
    if (*middle == id) return true;
    if (*middle < id)
      low = middle + 1;
    else
      high = middle;
  }
  return false;
}

static inline bool bears(const struct pack *pack, const struct pack_label *label, const struct term *term) {
  if (label->flags & term->flags) return true;
  if (label->word != 0) return label->word == term->id;
  return term->id != 0 && is_member(pack, label, term->id);
}

bool label_matches(const struct pack *pack, const struct pack_label *label, const struct term *term) {
  return bears(pack, label, term);
}

/* The positions at which a word of that sign may stand; bits beyond the last position mean nothing. */
static inline uint64_t may_stand(const struct pack *pack, const struct pack_part *part, unsigned sign) {
  return eight_at((const char *)pack->sign_rows + part->first_row + sign * part->row_bytes);
}

/* Those of `wanted` positions whose label the term bears. */
static inline uint64_t matching(const struct pack *pack, const struct pack_part *part, uint64_t wanted,
                                const struct term *term) {
  uint64_t found = wanted & part->any;
  wanted &= ~part->any & may_stand(pack, part, pack->words[term->id].sign);
  for (; wanted != 0; wanted &= wanted - 1) {
    unsigned place = (unsigned)__builtin_ctzll(wanted);
    if (bears(pack, &pack->positions[part->first_position + place].label, term)) found |= UINT64_C(1) << place;
  }
  return found;
}

uint64_t automaton_match(const struct pack *pack, const struct pack_part *part, uint64_t wanted,
                         const struct term *term) {
  return matching(pack, part, wanted, term);
}

/* All that may stand next to one of these places. */
static inline uint64_t neighbours(const struct pack_position *positions, uint64_t places, bool forward) {
  uint64_t found = 0;
  for (; places != 0; places &= places - 1) {
    const struct pack_position *position = &positions[__builtin_ctzll(places)];
    found |= forward ? position->follow : position->precede;
  }
  return found;
}

/* Goes one way from the term at `anchor`; the farthest term at which the part can be complete, or -1. */
static inline int64_t reach(const struct pack *pack, const struct pack_part *part, const struct term *terms,
                            size_t anchor, unsigned position, bool forward) {
  const struct pack_position *positions = pack->positions + part->first_position;
  uint64_t ends = forward ? part->last : part->first, places = UINT64_C(1) << position;
  uint16_t border = forward ? TERM_LAST : TERM_FIRST;
  uint16_t end_at = (forward ? part->at_end : part->at_start) ? border : TERM_ANY;
  int64_t found = -1;
  size_t at = anchor;
  for (int step = 0; step <= REACH; step++) {
    if ((places & ends) && (terms[at].flags & end_at)) found = (int64_t)at;
    uint64_t wanted = neighbours(positions, places, forward);
    if (wanted == 0 || (terms[at].flags & border)) break;
    size_t next = forward ? at + 1 : at - 1;
    if (terms[forward ? next : at].flags & TERM_BREAK_BEFORE) break;
    places = matching(pack, part, wanted, &terms[next]);
    if (places == 0) break;
    at = next;
  }
  return found;
}

bool automaton_follow(const struct pack *pack, const struct pack_part *part, const struct term *terms, size_t anchor,
                      unsigned position, int64_t *first, int64_t *last) {
  bool opens = part->first >> position & 1; /* then it is the words behind that decide */
  if (!opens && (*first = reach(pack, part, terms, anchor, position, false)) < 0) return false;
  if ((*last = reach(pack, part, terms, anchor, position, true)) < 0) return false;
  return !opens || (*first = reach(pack, part, terms, anchor, position, false)) >= 0;
}
