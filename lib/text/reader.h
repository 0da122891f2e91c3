/* Inside of a reader, for the files of this room that take turns with one text. */
#ifndef FOLLOWUP_TEXT_READER_H
#define FOLLOWUP_TEXT_READER_H

#include <unicode/ubrk.h>
#include <unicode/unorm2.h>

#include "text/text.h"

enum span_kind { SPAN_LINK, SPAN_EMOTICON };

/* A stretch without white space that words must be told about. */
struct text_span {
  uint32_t start, end;
  enum span_kind kind;
};

/* What a line is among the headers of a mail; found out when it is first asked. */
enum line_header { HEADER_NOT_ASKED, HEADER_NONE, HEADER_ANY, HEADER_SUBJECT };

/* A line that is not blank, or a part of one that belongs to another zone than the part before. */
struct text_line {
  uint32_t start, end; /* without white space at its ends */
  uint32_t indent;
  uint32_t first_word, word_count;
  enum zone_kind kind;
  bool after_blank;  /* the first line, or a blank line stands before it */
  bool continues;    /* goes on where the part before it ended */
  uint8_t header;    /* enum line_header */
  uint16_t evidence; /* what it has of an attribution; 0 until it is asked */
};

/* A paragraph or a list item: sentences do not cross its ends. */
struct text_block {
  uint32_t start, end;
  uint32_t marker; /* where the list marker begins; `start` where there is none */
  bool is_item;
  uint16_t zone;
};

enum {
  FOLD_SOURCE = 1024,              /* bytes of a word that its fold is made of */
  FOLD_ROOM = 3 * FOLD_SOURCE + 16 /* case folding may triple */
};

struct text_reader {
  const followup_context *context;
  UBreakIterator *sentence_breaks;
  UBreakIterator *word_breaks;
  const UNormalizer2 *nfc;
  ARRAY(UChar) units;      /* the part of the text that ICU is asked about */
  ARRAY(uint32_t) offsets; /* of each unit and of the end, in bytes of the text */
  ARRAY(struct text_span) spans;
  ARRAY(struct text_line) lines;
  ARRAY(struct text_block) blocks;
  UChar folding[3][FOLD_ROOM];
};

#endif
