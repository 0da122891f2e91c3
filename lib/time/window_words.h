/* The words of promised replies, compiled from packs/en/window: what a word tells of a time, and what it does in a
 * clause. */
#ifndef FOLLOWUP_TIME_WINDOW_WORDS_H
#define FOLLOWUP_TIME_WINDOW_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "time/civil.h"

/* What a word tells of a time; its value in brackets. */
enum word_kind {
  WORD_PLAIN,
  WORD_CONTRACTION, /* place in window_contractions */
  WORD_ARTICLE,
  WORD_NUMBER, /* number */
  WORD_VAGUE,  /* enum vague_number */
  WORD_HALF,
  WORD_PLUS_HALF, /* "and a half" */
  WORD_OR_TWO,
  WORD_ORDINAL, /* number */
  WORD_SUFFIX_ORDINAL,
  WORD_UNIT, /* enum unit */
  WORD_BUSINESS,
  WORD_WEEKDAY, /* enum weekday */
  WORD_MONTH,   /* 1 to 12 */
  WORD_DAY,     /* days from today */
  WORD_PAST_DAY,
  WORD_DAY_PART, /* 0, 12: to be added to the hour */
  WORD_DAY_END,
  WORD_NOON,
  WORD_MIDNIGHT,
  WORD_HALF_DAY, /* 0, 12 */
  WORD_OCLOCK,
  WORD_PAST_HOUR, /* minutes */
  WORD_PART,      /* enum period_part */
  WORD_MONTH_END,
  WORD_WEEK_END,
  WORD_YEAR_END,
  WORD_PERIOD_OVER,
  WORD_WEEKEND,
  WORD_MIDWEEK,
  WORD_THIS,
  WORD_NEXT,
  WORD_LAST,
  WORD_FOLLOWING,
  WORD_COMING,
  WORD_THE,
  WORD_OF,
  WORD_OR,
  WORD_TO,
  WORD_AND,
  WORD_BETWEEN,
  WORD_EVERY,
  WORD_MORE,
  WORD_ABOUT,
  WORD_RELATION, /* enum relation */
  WORD_SUFFIX_LATEST,
  WORD_SUFFIX_EARLIEST,
  WORD_SUFFIX_ABOUT,
  WORD_SUFFIX_AGO,
  WORD_SUFFIX_HENCE,
  WORD_SUFFIX_ONWARD,
  WORD_AFTER_NEXT,
  WORD_WEEK_AFTER_NEXT,
  WORD_DAY_AFTER,
  WORD_WEEK_AFTER,
  WORD_SAME,
  WORD_WEEK_OF,
  WORD_WEEK_ENDING,
  WORD_NOW,
  WORD_QUARTER,
  WORD_Q,     /* 1 to 4 */
  WORD_FEAST, /* month * 100 + day */
  WORD_ZONE,  /* place in window_zone_names */
  MARK_COMMA,
  MARK_DASH, /* a hyphen between numbers, or with spaces around it */
  MARK_SLASH,
  MARK_COLON, /* also the point, inside a number */
  MARK_POINT,
  MARK_BREAK, /* what ends a clause: semicolon, long dash, brackets */
  MARK_END    /* ends a sentence; value: its character */
};

enum vague_number { VAGUE_COUPLE = 1, VAGUE_FEW, VAGUE_SEVERAL };

enum unit { UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_BUSINESS_DAY, UNIT_WEEK, UNIT_FORTNIGHT, UNIT_MONTH, UNIT_YEAR };

enum period_part { PART_WHOLE, PART_EARLY, PART_MID, PART_END };

/* How a time stands to what happens. */
enum relation {
  REL_NONE,
  REL_BY,
  REL_WITHIN,
  REL_IN,
  REL_ON,
  REL_AT,
  REL_FROM,
  REL_AFTER,
  REL_BEFORE,
  REL_UNTIL,
  REL_SINCE,
  REL_BEYOND,     /* "longer than", "past": an upper bound where it is denied */
  REL_OVER,       /* "over two weeks", "over the weekend": one of the two above */
  REL_NOT_BEFORE, /* a lower bound */
  REL_AT_LEAST,   /* a lower bound */
  REL_FOR
};

/* clang-format off */
#define WINDOW_TRAITS(X)                                                                                          \
  X(YOU) X(YOUR) X(US) X(SPEAKER) X(PERSON) X(IT) X(CANDIDATES) X(OUR) X(DET) X(TELL) X(KNOWING) X(HEAR) X(KNOW) \
  X(GIVE) X(RECEIVE) X(NEWS) X(NOTICE) X(DECIDE) X(POLITE) X(BE) X(MODAL) X(AUX) X(HAVE) X(GET) X(PAST) X(VERB)    \
  X(NEG) X(DOUBT) X(HARMLESS_NOT) X(IF) X(EVEN_IF) X(UNLESS) X(WHEN) X(BECAUSE) X(WHO) X(CONJ) X(OTHERWISE)      \
  X(PLEASE) X(ASK) X(OBLIGE) X(CHASE) X(PERMIT) X(SILENT) X(PATIENCE) X(TAKE) X(NEED) X(TIMELINE) X(LIKELY_LONG) \
  X(FINISH) X(EVENT) X(MEETING) X(FAR) X(THEIR_OWN) X(DEADLINE) X(REPORTED) X(EXPECT) X(INVITE) X(OTHER)           \
  X(OUTSIDER) X(CORRECTION) X(EARLIEST) X(LATEST) X(LIGHT) X(ABBREVIATION)
/* clang-format on */

#define TRAIT_NUMBER(name) TRAIT_NUMBER_##name,
enum { WINDOW_TRAITS(TRAIT_NUMBER) TRAIT_COUNT };
#undef TRAIT_NUMBER
_Static_assert((int)TRAIT_COUNT <= 64, "traits are bits of one number");

#define TRAIT(name) (UINT64_C(1) << TRAIT_NUMBER_##name)

enum { WINDOW_SLOTS = 8192, PHRASE_MOST = 6 };

struct window_word {
  const char *bytes;
  unsigned char length, kind;
  short value;
  unsigned short phrases, phrase_count; /* those that begin with it: by their second word, then the longest first */
  bool is_second;                       /* of any phrase */
  uint64_t traits;
};

struct window_phrase {
  unsigned short words[PHRASE_MOST];
  unsigned char count, kind;
  short value;
  uint64_t traits;
};

struct window_contraction {
  unsigned short words[3];
  unsigned char count;
};

extern const struct window_word window_words[];
extern const struct window_phrase window_phrases[];
extern const struct window_contraction window_contractions[];
/* By FNV-1a of the word, then onwards: 1 more than its place, 0 where the search ends. */
extern const unsigned short window_slots[WINDOW_SLOTS];
extern const char *const window_zone_names[];
extern const unsigned window_zone_count;
/* The ASCII letters that U+00C0 to U+024F and U+1E00 to U+1EFF bear accents on, in their case; a space for none. */
extern const char window_latin_letters[], window_more_latin_letters[];

#endif
