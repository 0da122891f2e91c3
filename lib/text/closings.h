/* What closing phrases and signature lines look like, one line at a time. */
#ifndef FOLLOWUP_TEXT_CLOSINGS_H
#define FOLLOWUP_TEXT_CLOSINGS_H

#include "text/reader.h"

/* A closing phrase at the start of a line. */
struct closing {
  size_t end;   /* behind the phrase and its mark; 0 where the line begins with none */
  bool whole;   /* nothing follows on the line but emoji */
  bool marked;  /* a comma or a dash ends it */
  bool loud;    /* a full stop or an exclamation mark ends it: it may as well be a sentence */
  bool stopped; /* a full stop does */
};

struct closing closing_of(const struct text *read, const struct text_line *line);

/* A closing that no list knows, or that more words follow: only with a name below it. */
bool may_be_closing(const struct text *read, const struct text_line *line);

/* A short line of words that no list knows, without a mark at its end: "Amicabels salids", right above a name. */
bool may_be_foreign_closing(const struct text *read, const struct text_line *line);

bool is_signature_name(const struct text *read, const struct text_line *line);
/* A name in small letters, a nickname, initials: a word or two that begin no sentence. */
bool may_be_nickname(const struct text *read, const struct text_line *line);
/* A name, a title, a phone number, an address, a link: no sentence. */
bool may_be_signature(const struct text *read, const struct text_line *line);
/* The line that parts a signature from the text. */
bool is_signature_mark(const struct text *read, const struct text_line *line);
/* What a mail program or a company adds below. */
bool is_footer(const struct text *read, const struct text_line *line);
bool begins_postscript(const struct text *read, const struct text_line *line);

#endif
