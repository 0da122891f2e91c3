/*
 * Phrases: sequences of words with alternatives and gaps, looked for all at once.
 *
 * A pack's phrases are compiled at build time (lib/packs/compile.py) into position automata. One scan over a text looks
 * each word up; a word that is the rarest obligatory one of some phrase wakes it there, and the phrase is followed to
 * both sides, one word a step, at most 64 words. Where the first part of a phrase was found, its other parts are looked
 * for in that sentence. So the time is linear in the text, whatever it holds.
 */
#ifndef FOLLOWUP_TEXT_PHRASE_H
#define FOLLOWUP_TEXT_PHRASE_H

#include "text/shapes.h"
#include "text/text.h"

/* Properties of a term besides its word. */
enum {
  TERM_DIGITS = 1 << 0,
  TERM_CAPITAL = 1 << 1, /* begins with a capital and does not open its sentence */
  TERM_MONEY = 1 << 2,
  TERM_COMPANY = 1 << 3, /* part of the company's name, the role or a person's name in this case */
  TERM_ROLE = 1 << 4,
  TERM_NAME = 1 << 5,
  TERM_EMOJI = 1 << 6,
  TERM_ANY = 1 << 7, /* every term */
  TERM_BREAK_BEFORE = 1 << 8,
  TERM_FIRST = 1 << 9, /* of its run: sentence, greeting, … */
  TERM_LAST = 1 << 10,
  TERM_QUESTION = 1 << 11,      /* its sentence asks */
  TERM_OTHER_COMPANY = 1 << 12, /* begins another company's name in this case */
  TERM_OTHER_REST = 1 << 13     /* goes on with one */
};

/* A word as phrases see it; a contraction gives two ("don't": do, not). */
struct term {
  uint16_t id; /* in the pack's vocabulary, 0 for a word it does not have */
  uint16_t flags;
  uint32_t word;    /* index */
  uint64_t vetoed;  /* one bit a list: a phrase that says no covers this term */
  uint64_t covered; /* one bit a list: a hit covers it */
};

/* The pack, as the compiler lays it out. All constant. */
struct pack_label {
  uint16_t word;      /* this word alone, 0: none */
  uint16_t flags;     /* or any term with one of these */
  uint32_t first_run; /* or any of the words in `members` there: how many, then their ids, ascending */
};

/* What stands at a position of a part, and the positions of the part that may stand next to it, one bit each. */
struct pack_position {
  uint64_t follow, precede;
  struct pack_label label;
};

/* What is looked at together lies in one line of the processor's cache. */
enum { CACHE_LINE = 64 };

struct pack_part {
  _Alignas(CACHE_LINE) uint64_t first;
  uint64_t last;
  uint64_t any;     /* positions that match every word: gaps */
  uint64_t anchors; /* where it is followed from */
  uint32_t first_position;
  uint32_t first_row; /* of `sign_rows`, in bytes: one row a sign, a bit for each position */
  int32_t presence;   /* a label that some word of the sentence may bear instead, -1: none */
  uint16_t phrase;
  uint8_t row_bytes;
  uint8_t place; /* in its phrase */
  uint8_t at_start, at_end;
  uint8_t part_count, list, flags; /* of the phrase */
};

enum {
  PHRASE_VETO = 1,
  PHRASE_QUESTION = 2,
  PHRASE_STATEMENT = 4,
  PHRASE_AFFIRMED = 8,
  PHRASE_SEQUENCES = 16 /* a part besides the first is more than a lone word */
};

struct pack_phrase {
  uint16_t first_part;
  uint8_t part_count;
  uint8_t flags;
  uint16_t unwanted; /* one bit a part that must be absent */
  uint16_t list;
  const char *source; /* "pressure.txt:12" */
};

/*
 * Signs tell words apart at a glance: each word of the vocabulary has one of a few, and what a word cannot be is told
 * by its sign. They only save work; a word of the right sign is then asked for itself. A mask of signs has a bit for
 * each; NO_SIGN is in those alone that take anything.
 */
enum { SIGNS = 64, NO_SIGN = SIGNS - 1 };

/* A word wakes this part at this position, where one of the words that the part needs stands in the sentence. */
enum { NEARS = 2 };

struct pack_wake {
  uint16_t part;
  uint16_t need;        /* 0: none known */
  uint16_t near[NEARS]; /* what must stand near it besides; 0: nothing */
  uint8_t position;
  uint8_t list;
};

/* Some word from `first` to `last` words behind a wake, negative: before it, must have one of each of these signs. */
struct pack_near {
  uint64_t signs, second_signs;
  int8_t first, last;
};

/* Which signs the words right before and right behind a wake can have. */
struct pack_beside {
  uint64_t before, after;
};

/* The same for up to 16 or 64 wakes of one word at once: by sign, one bit a wake. */
struct pack_beside_some {
  uint16_t before[SIGNS], after[SIGNS];
};

struct pack_beside_many {
  uint64_t before[SIGNS], after[SIGNS];
};

enum { FEW_WAKES = 4, SOME_WAKES = 16, MANY_WAKES = 64 };

/* The wakes of a word, and what may stand beside them: in one of three tables, by how many they are. */
struct pack_wakes {
  uint32_t first;
  uint16_t first_beside, count;
};

/* Phrases that find something, and those that say no. */
enum { WAKES_FINDING, WAKES_VETOING, WAKES_KINDS };

enum { VOICES = 16 }; /* places for voices; not all are taken */

/* What a symbol, or a pair of symbols that stand side by side, adds to each voice. */
struct pack_weights {
  int8_t of[VOICES];
};

struct pack_word {
  _Alignas(CACHE_LINE) uint64_t head; /* its first eight bytes, as word_head() */
  uint32_t text;                      /* offset into `texts` */
  uint32_t sets;                      /* the named sets (SET_…) that it belongs to, one bit each */
  uint32_t first_meet;                /* the needs that it meets */
  uint16_t length;
  uint16_t split;  /* index into `splits` of a contraction, 0: none */
  uint16_t symbol; /* in pairs of votes, SYMBOL_NONE for one that is in none */
  uint8_t sign, second_sign;
  uint8_t meet_count;
  struct pack_wakes wakes[WAKES_KINDS];
  struct pack_weights weights; /* its votes */
};

/* Needs that a word or a property meets: of the 32 from 32 * `at` on those whose bits are set. */
struct pack_meet {
  uint16_t at;
  uint32_t needs;
};

/* The needs that a term of this property meets. */
struct pack_property_needs {
  uint16_t flag;
  uint32_t first_meet;
  uint16_t meet_count;
};

/* In the order of the short forms, which is that of their first bytes as one number. */
struct pack_nickname {
  uint64_t first_bytes; /* of the short form: eight, the first one highest, 0 behind its end */
  const char *nickname, *name;
};

enum calendar_kind { CALENDAR_WEEKDAY, CALENDAR_MONTH, CALENDAR_DAYS_AGO };

/* "friday" is weekday 5, "march" month 3, "yesterday" one day ago. */
struct pack_calendar_word {
  uint16_t word;
  uint8_t kind, value;
};

struct pack_pair {
  uint16_t left, right;
  struct pack_weights weights;
};

struct pack_voice {
  uint8_t list;
  int16_t bias;
  int16_t floor, bar; /* a sum above the bar is a hit; below the floor no phrase's hit is believed */
};

/* Words that tell something, in the order of the model's weights for them. */
enum { TALK_MUCH, TALK_HOMELY, TALK_LITTLE, TALK_LISTS = 8 };

/* A voice that hits nothing itself: rules/personalization.c adds to its sums what else a sentence tells. */
struct pack_talk {
  int voice; /* -1: none */
  int16_t bar;
  int8_t telling[3]; /* what a word of each sort adds */
  size_t list_count;
  struct {
    uint8_t list;
    int8_t weight; /* of a phrase of the list in the sentence */
  } lists[TALK_LISTS];
};

/* The model that votes.c reads; made by lib/packs/train.py. */
struct pack_votes {
  const struct pack_voice *voices;
  size_t voice_count;
  const struct pack_weights *special; /* by symbol below SYMBOL_WORDS */
  const struct pack_pair *pairs;      /* from 1 */
  const uint16_t *slots;              /* hash table of pairs */
  uint32_t slot_mask;
  const uint32_t *pair_bits; /* by the upper bits of a pair's hash: whether there may be such a pair */
  struct pack_talk talk;
};

enum { PAIR_SHIFT = 14 };

struct pack {
  const char *texts;
  const struct pack_word *words; /* by id; 0 is no word */
  size_t word_count;
  const uint16_t *slots; /* hash table of ids */
  uint32_t slot_mask;
  const uint16_t (*splits)[2];
  const struct pack_label *labels;
  size_t label_count;
  const uint16_t *members; /* of labels */
  const struct pack_position *positions;
  const unsigned char *sign_rows; /* by part and sign: the positions that a word of that sign may stand at */
  const struct pack_part *parts;
  size_t part_count;
  const struct pack_phrase *phrases;
  size_t phrase_count;
  size_t list_count;
  uint32_t negation_set; /* the words that turn a statement round */
  const struct pack_wake *wakes;
  const struct pack_near *nears;
  const struct pack_beside *beside_few;
  const struct pack_beside_some *beside_some;
  const struct pack_beside_many *beside_many;
  const struct pack_meet *meets; /* the needs that words and properties meet */
  const struct pack_property_needs *property_needs;
  size_t property_count;
  size_t need_count;
  const struct pack_nickname *nicknames;
  size_t nickname_count;
  const struct pack_calendar_word *calendar; /* by word */
  size_t calendar_count;
  const struct pack_shape *shapes;
  size_t shape_count;
  struct pack_votes votes;
};

/* The id of a folded word, 0 for one that the pack does not have. */
uint16_t pack_find_word(const struct pack *pack, const char *fold, size_t length);
/* The same for a text's word. */
uint16_t pack_find_text_word(const struct pack *pack, const struct text *text, const struct text_word *word);
/* Whether a word belongs to a set (SET_…). */
static inline bool pack_set_holds(const struct pack *pack, uint32_t set, uint16_t id) {
  return pack->words[id].sets >> set & 1;
}

/* What a word says of the calendar, or NULL. */
const struct pack_calendar_word *pack_calendar(const struct pack *pack, uint16_t id);

/* `phrase` of a hit that no phrase found, but votes. */
enum { NO_PHRASE = UINT16_MAX };

/* A phrase found: terms `first_term` to `last_term`, both included. */
struct phrase_hit {
  uint16_t list, phrase;
  uint32_t first_term, last_term;
  uint32_t start, end; /* bytes of the text */
};

typedef ARRAY(struct term) term_array;
typedef ARRAY(struct phrase_hit) hit_array;

/* What one scan needs and leaves: terms of the text, hits by list and place. Used for one text after the other. */
/* What a voice says of the sentence that begins with a term. */
struct vote_sum {
  uint32_t first_term;
  int16_t sum;
};

typedef ARRAY(struct vote_sum) vote_sum_array;

/* A wake, and the term that it stands at. */
struct woken {
  uint32_t wake, at;
};

struct phrase_scan {
  term_array terms;
  uint16_t some_flags; /* of any term of a text in which phrases were looked for */
  hit_array hits;
  ARRAY(struct phrase_hit) sorted;    /* by list, then place */
  ARRAY(uint32_t) list_starts;        /* list_count + 1 */
  ARRAY(uint32_t) part_run;           /* the run in which each part was seen last */
  ARRAY(struct phrase_hit) part_hits; /* where */
  ARRAY(uint32_t) touched;            /* phrases of several parts whose first was seen in this run */
  ARRAY(uint32_t) present;            /* the words of this run, one bit each */
  ARRAY(uint32_t) met;                /* the needs that this run meets, one bit each */
  vote_sum_array talk;                /* of the pack's talk voice, where its list is wanted */
  ARRAY(struct woken) woken;          /* the wakes of this run that are worth following */
  uint32_t run_number;                /* of the run looked at last, counted on from text to text */
};

/* Turns the words of a text into terms. Callers then add TERM_COMPANY, TERM_ROLE and TERM_NAME. */
bool terms_read(const followup_context *context, const struct pack *pack, const struct text *text,
                struct phrase_scan *scan);
/* Every list. */
#define LISTS_ALL UINT64_MAX

/* What is looked for: lists, one bit each, by phrases and by votes. */
struct wanted_lists {
  uint64_t phrases, votes;
};

/* Finds the phrases of the lists wanted in the terms, and has its sentences vote. False when there is no memory. */
bool phrases_find(const followup_context *context, const struct pack *pack, const struct text *text,
                  const struct wanted_lists *wanted, struct phrase_scan *scan);
/* Whether a hit of that list covers the term. */
static inline bool term_covered(const struct term *term, uint16_t list) { return term->covered >> list & 1; }

/* The hits of one list, in order of place. */
const struct phrase_hit *phrase_hits(const struct phrase_scan *scan, uint16_t list, size_t *count);

void phrase_scan_free(const followup_context *context, struct phrase_scan *scan);

#endif
