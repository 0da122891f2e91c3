/*
 * A text read: cut into zones, sentences and words. Offsets are bytes of the caller's own text.
 *
 * Zones partition what is not white space; sentences lie in prose and postscript zones; words lie in every zone but
 * quoted mail, each in one sentence or in none (greeting, sign-off, signature).
 */
#ifndef FOLLOWUP_TEXT_TEXT_H
#define FOLLOWUP_TEXT_TEXT_H

#include "base/array.h"

enum zone_kind { ZONE_GREETING, ZONE_PROSE, ZONE_SIGN_OFF, ZONE_SIGNATURE, ZONE_POSTSCRIPT, ZONE_QUOTED };

/* A stretch of one kind, without white space at its ends. */
struct text_zone {
  enum zone_kind kind;
  uint32_t start, end;
};

enum { SENTENCE_QUESTION = 1, SENTENCE_EXCLAMATION = 2, SENTENCE_LIST_ITEM = 4 };

struct text_sentence {
  uint32_t start, end; /* without white space at its ends; a list marker is outside */
  uint32_t first_word, word_count;
  uint16_t zone; /* index */
  uint16_t flags;
};

enum {
  WORD_UPPER_FIRST = 1 << 0, /* begins with a capital */
  WORD_ALL_UPPER = 1 << 1,   /* two or more letters, all of them capitals */
  WORD_DIGITS = 1 << 2,      /* digits only, separators allowed: 12, 3.1, 10,000, 9:30 */
  WORD_HAS_DIGIT = 1 << 3,
  WORD_COMMA_BEFORE = 1 << 4, /* between it and the word before stand these marks */
  WORD_BREAK_BEFORE = 1 << 5, /* ; : dash ( ) [ ] " or a line of its own: another clause */
  WORD_OPENS_SENTENCE = 1 << 6,
  WORD_POSSESSIVE = 1 << 7,   /* ends in 's or s'; the fold goes without it */
  WORD_CURRENCY = 1 << 8,     /* a currency sign stands right before or behind it */
  WORD_HYPHENATED = 1 << 9,   /* joined to the word before by a hyphen, without space: the "up" of follow-up */
  WORD_OF_LINK = 1 << 10,     /* part of a URL, an e-mail address or a file name */
  WORD_EMOJI = 1 << 11,       /* an emoji or a run of them, one word */
  WORD_SIMPLE = 1 << 12,      /* ASCII letters between white space, one mark of a sentence's end behind them perhaps */
  WORD_BEHIND_SPACE = 1 << 13 /* a simple word, and nothing but one space between it and the word before */
};

/* `sentence` of a word that stands in none. */
#define NO_SENTENCE UINT32_MAX

struct text_word {
  uint32_t start, end;
  uint32_t fold; /* offset into `folds`: NFC, case folded, straight apostrophe, without a possessive ending */
  uint32_t hash; /* of the fold, by word_hash() */
  uint16_t fold_length;
  uint16_t flags;
  uint32_t sentence;
  uint16_t zone; /* index */
};

struct text {
  const char *bytes; /* the caller's, valid UTF-8 */
  size_t length;
  ARRAY(struct text_zone) zones;
  ARRAY(struct text_sentence) sentences;
  ARRAY(struct text_word) words;
  ARRAY(char) folds;
  uint16_t some_flags; /* of any word */
};

/* ICU's iterators and buffers, used for one text after the other by one thread. */
struct text_reader;

followup_status text_reader_new(const followup_context *context, struct text_reader **made);
void text_reader_free(struct text_reader *reader);

/* A body: with zones. A line: a subject or a note, all of it one prose zone. Both replace what `read` held. */
followup_status text_read_body(struct text_reader *reader, const char *bytes, size_t length, struct text *read);
followup_status text_read_line(struct text_reader *reader, const char *bytes, size_t length, struct text *read);

void text_free(const followup_context *context, struct text *read);

#endif
