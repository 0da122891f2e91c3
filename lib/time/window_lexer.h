/* A promised reply as words, one sentence at a time. */
#ifndef FOLLOWUP_TIME_WINDOW_LEXER_H
#define FOLLOWUP_TIME_WINDOW_LEXER_H

#include <stddef.h>

#include "time/window_words.h"

enum token_flag {
  TOKEN_GLUED = 1,      /* no space before it */
  TOKEN_CAPITAL = 2,    /* begins with a capital letter */
  TOKEN_POSSESSIVE = 4, /* "tomorrow's" */
  TOKEN_HYPHEN = 8      /* joined to the next by a hyphen: "45-minute" */
};

struct token {
  size_t start, end; /* bytes of the text */
  uint64_t traits;
  int32_t value;
  unsigned short word; /* place in window_words, or NO_WORD */
  unsigned char kind;  /* enum word_kind */
  unsigned char flags;
  unsigned char digits; /* of a number in digits: how many */
};

/* A longer sentence is read in pieces, so that time stays linear and memory fixed. */
enum { SENTENCE_MOST = 256, NO_WORD = 0xFFFF };

struct sentence {
  struct token tokens[SENTENCE_MOST + 8]; /* behind the last one stand empty ones */
  size_t count;
  bool is_question;
};

/* Reads the sentence at `*at` of valid UTF-8 and moves behind it; false at the end of the text. */
bool sentence_read(const char *text, size_t length, size_t *at, struct sentence *sentence);

/* "weeks", "hrs". */
static inline bool token_is_plural(const struct token *token) {
  return token->word != NO_WORD && window_words[token->word].bytes[window_words[token->word].length - 1] == 's';
}

static inline bool token_has(const struct token *token, uint64_t traits) { return (token->traits & traits) != 0; }

#endif
