#include "text/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/lines.h"
#include "zone_lists.h"

enum {
  ATTRIBUTION_WORDS = 60,
  ATTRIBUTION_LINES = 4,
  HEADER_LINES = 12,
  HEADER_BYTES = 40, /* a header's name ends before */
  HEADERS_WANTED = 3,
  SEPARATOR_WORDS = 6,
  RULE_LENGTH = 5
};

static bool begins_quoted(const struct text *read, const struct text_line *line) {
  return read->bytes[line->start] == '>';
}

/* How many dashes, underscores or the like a line begins with. */
static size_t rule_length(const struct text *read, const struct text_line *line) {
  size_t at = line->start;
  while (at < line->end && strchr("-_=*~", read->bytes[at]) != NULL) at++;
  return at - line->start;
}

/* A line of dashes or underscores. */
static bool is_rule(const struct text *read, const struct text_line *line) {
  return line->end - line->start >= RULE_LENGTH && rule_length(read, line) == line->end - line->start;
}

static bool is_separator(const struct text *read, const struct text_line *line) {
  bool ruled = rule_length(read, line) >= 2;
  if (line->word_count == 0 || line->word_count > ATTRIBUTION_WORDS) return false;
  if (!ruled && read->bytes[line->end - 1] != ':') return false;
  uint32_t words = phrase_length(read, line, 0, SEPARATOR_WORDS, &list_quote_separators);
  return ruled ? words > 0 : words == line->word_count;
}

/* The words of "Reply-To" in "*Reply-To:* …"; 0 where the line is no header. */
static uint32_t header_words(const struct text *read, const struct text_line *line, const struct word_list *names) {
  size_t start = line->start, length = line->end - line->start;
  while (start < line->end && read->bytes[start] == '*') start++;
  if (memchr(read->bytes + line->start, ':', length < HEADER_BYTES ? length : HEADER_BYTES) == NULL) return 0;
  if (line->word_count == 0 || line_word(read, line, 0)->start != start) return 0;
  uint32_t words = phrase_length(read, line, 0, 3, names);
  if (words == 0) return 0;
  size_t at = skip_space(read->bytes, line_word(read, line, words - 1)->end, line->end);
  while (at < line->end && read->bytes[at] == '*') at++;
  return at < line->end && read->bytes[at] == ':' ? words : 0;
}

/* Each of the lines above it asks, up to HEADER_LINES of them. */
static enum line_header header_of(const struct text *read, struct text_line *line) {
  if (line->header != HEADER_NOT_ASKED) return line->header;
  line->header = HEADER_NONE;
  if (header_words(read, line, &list_header_names) > 0)
    line->header = header_words(read, line, &list_header_subjects) > 0 ? HEADER_SUBJECT : HEADER_ANY;
  return line->header;
}

static bool begins_header_block(struct text_reader *reader, const struct text *read, size_t index) {
  size_t headers = 0, subjects = 0;
  for (size_t i = index; i < reader->lines.count && i - index < HEADER_LINES; i++) {
    struct text_line *line = &reader->lines.items[i];
    if (i > index && line->after_blank) break;
    enum line_header header = header_of(read, line);
    if (i == index && header == HEADER_NONE) return false;
    headers += header != HEADER_NONE;
    subjects += header == HEADER_SUBJECT;
  }
  return headers >= HEADERS_WANTED && subjects > 0;
}

static bool begins_earlier_mail(struct text_reader *reader, const struct text *read, size_t index) {
  const struct text_line *line = &reader->lines.items[index];
  if (is_separator(read, line) || begins_header_block(reader, read, index)) return true;
  return is_rule(read, line) && index + 1 < reader->lines.count && begins_header_block(reader, read, index + 1);
}

/* What a line, or some lines, have of an attribution. */
enum {
  EVIDENCE_ASKED = 1,
  EVIDENCE_VERB = 2,
  EVIDENCE_ADDRESS = 4,
  EVIDENCE_DIGITS = 8,
  EVIDENCE_YEAR_OR_TIME = 16,
  EVIDENCE_PERSON = 32,
  EVIDENCE_OPENING = 64, /* these two of the first line alone */
  EVIDENCE_DATE_FIRST = 128
};

struct evidence {
  unsigned all;
  bool link_last; /* nothing but marks follows an address */
  uint32_t words;
};

static bool is_year_or_time(const struct text *read, const struct text_word *word) {
  size_t length = word->end - word->start;
  if (!(word->flags & WORD_HAS_DIGIT)) return false;
  return (length == 4 && (word->flags & WORD_DIGITS)) || memchr(read->bytes + word->start, ':', length) != NULL;
}

static unsigned evidence_of_word(const struct text *read, const struct text_word *word) {
  unsigned found = 0;
  if (word_in(read, word, &list_attribution_verbs)) found |= EVIDENCE_VERB;
  if (word->flags & WORD_HAS_DIGIT) found |= EVIDENCE_DIGITS;
  if (is_year_or_time(read, word)) found |= EVIDENCE_YEAR_OR_TIME;
  if ((word->flags & WORD_OF_LINK) && word->end < read->length && read->bytes[word->end] == '@')
    found |= EVIDENCE_ADDRESS;
  if (word_in(read, word, &list_prose_words)) found |= EVIDENCE_PERSON;
  return found;
}

/* Each of the lines below it asks, up to ATTRIBUTION_LINES of them. */
static unsigned evidence_of_line(const struct text *read, struct text_line *line) {
  if (line->evidence & EVIDENCE_ASKED) return line->evidence;
  unsigned found = EVIDENCE_ASKED;
  for (uint32_t i = 0; i < line->word_count; i++) found |= evidence_of_word(read, line_word(read, line, i));
  if (word_in(read, line_word(read, line, 0), &list_attribution_openings)) found |= EVIDENCE_OPENING;
  if (line_word(read, line, 0)->flags & WORD_DIGITS) found |= EVIDENCE_DATE_FIRST;
  line->evidence = (uint16_t)found;
  return found;
}

/* Adds a line above those that were looked at; it is the attribution's first then. */
static void look_at_line(const struct text *read, struct text_line *line, struct evidence *found) {
  found->words += line->word_count;
  found->all &= ~(unsigned)(EVIDENCE_OPENING | EVIDENCE_DATE_FIRST);
  if (found->words > ATTRIBUTION_WORDS || line->word_count == 0) return;
  bool is_last_line = found->words == line->word_count;
  if (is_last_line) found->link_last = (line_word(read, line, line->word_count - 1)->flags & WORD_OF_LINK) != 0;
  found->all |= evidence_of_line(read, line);
}

static bool convinces(const struct evidence *found, bool quote_follows) {
  unsigned all = found->all;
  if (found->words > ATTRIBUTION_WORDS) return false;
  if (all & EVIDENCE_ADDRESS) {
    if (all & (EVIDENCE_VERB | EVIDENCE_OPENING | EVIDENCE_DATE_FIRST)) return true;
    if (found->link_last && (all & EVIDENCE_YEAR_OR_TIME) && !(all & EVIDENCE_PERSON)) return true;
  }
  if (!(all & EVIDENCE_VERB)) return false;
  if (quote_follows) return true;
  return !(all & EVIDENCE_PERSON) && (all & EVIDENCE_DIGITS) && (all & (EVIDENCE_YEAR_OR_TIME | EVIDENCE_OPENING));
}

/* Whether the line above `first` may belong to the same attribution. */
static bool may_reach_above(const struct text_reader *reader, const struct text *read, size_t first, size_t last) {
  const struct text_line *line = &reader->lines.items[first];
  if (first == 0 || line->after_blank || last - first + 1 == ATTRIBUTION_LINES) return false;
  return line[-1].kind != ZONE_QUOTED && !is_terminal(line_last_character(read, line - 1));
}

/* The first line of the attribution that ends with line `last`; one past `last` where there is none. */
static size_t attribution_start(struct text_reader *reader, const struct text *read, size_t last) {
  struct text_line *lines = reader->lines.items;
  uint32_t end = line_last_character(read, &lines[last]);
  if ((end != ':' && end != 0xFF1A) || lines[last].word_count > ATTRIBUTION_WORDS) return last + 1;
  bool quote_follows = last + 1 < reader->lines.count && begins_quoted(read, &lines[last + 1]);
  struct evidence found = {0};
  size_t start = last + 1;
  for (size_t first = last;; first--) {
    look_at_line(read, &lines[first], &found);
    bool begins = (found.all & EVIDENCE_OPENING) && (first == last || (found.all & EVIDENCE_DIGITS));
    if ((begins || first == last) && convinces(&found, quote_follows)) start = first;
    if ((begins && start == first) || !may_reach_above(reader, read, first, last)) return start;
  }
}

static void mark(struct text_reader *reader, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) reader->lines.items[i].kind = ZONE_QUOTED;
}

void quotes_mark(struct text_reader *reader, const struct text *read) {
  size_t count = reader->lines.count;
  for (size_t i = 0; i < count; i++) {
    const struct text_line *line = &reader->lines.items[i];
    if (begins_quoted(read, line)) {
      mark(reader, i, i + 1);
      continue;
    }
    if (begins_earlier_mail(reader, read, i)) {
      mark(reader, i, count);
      return;
    }
    size_t start = attribution_start(reader, read, i);
    if (start > i) continue;
    if (start > 0 && is_rule(read, &reader->lines.items[start - 1])) start--;
    bool marked_below = i + 1 < count && begins_quoted(read, line + 1);
    mark(reader, start, marked_below ? i + 1 : count);
    if (!marked_below) return;
  }
}
