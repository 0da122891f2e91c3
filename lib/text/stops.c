#include "text/stops.h"

#include "base/utf8.h"
#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/lines.h"
#include "zone_lists.h"

/* The marks between two words. */
struct marks {
  uint32_t terminal; /* the last one, 0 for none; an ellipsis for two and more full stops */
  size_t end;        /* behind the terminals and the closers that follow them */
  bool attached;     /* the first terminal stands right behind the word */
  bool closed;       /* a quote or bracket closes between the terminal and the space */
  bool spaced;       /* white space follows */
  bool opened;       /* other marks stand before the next word */
  bool continued;    /* a comma, a dash or the like among these */
};

static void take_terminal(struct marks *marks, uint32_t character, size_t from, size_t start) {
  bool dots = marks->terminal == '.' || marks->terminal == 0x2026;
  if (marks->terminal == 0) marks->attached = from == start;
  marks->terminal = character == '.' && dots ? 0x2026 : character;
}

static struct marks marks_between(const char *bytes, size_t start, size_t end) {
  struct marks marks = {0};
  for (size_t at = start; at < end;) {
    size_t from = at;
    uint32_t character = utf8_next(bytes, &at);
    if (is_terminal(character) && !marks.opened) {
      take_terminal(&marks, character, from, start);
      marks.spaced = marks.closed = false;
      marks.end = at;
    } else if (marks.terminal == 0) {
      continue;
    } else if (is_space(character)) {
      marks.spaced = true;
    } else if (is_closer(character) && !marks.spaced) {
      marks.closed = true;
      marks.end = at;
    } else {
      marks.opened = true;
      marks.continued =
          marks.continued || character == ',' || character == ';' || character == ':' || is_dash(character);
    }
  }
  return marks;
}

/* Whether the next word has the look of a sentence's first: a capital, a digit, a brand such as iPhone, no case at all.
 */
static bool looks_like_opening(const struct text *read, const struct text_word *word) {
  size_t at = word->start;
  uint32_t character = utf8_next(read->bytes, &at);
  if (!is_lower(character)) return true;
  while (at < word->end)
    if (is_upper(utf8_next(read->bytes, &at))) return !(word->flags & WORD_OF_LINK);
  return false;
}

static bool same_link(const struct text_word *before, const struct text_word *after, bool spaced) {
  return !spaced && (before->flags & WORD_OF_LINK) && (after->flags & WORD_OF_LINK);
}

/* Behind a question or exclamation mark: "Yahoo! is", "at night?” you asked" go on. */
static bool loud_stop(const struct text *read, const struct stop *stop, const struct marks *marks) {
  const struct text_word *after = &read->words.items[stop->after];
  if (!marks->spaced && marks->terminal < 0x80) return stop->icu_breaks && (after->flags & WORD_UPPER_FIRST);
  if (!stop->icu_breaks) return false;
  if (looks_like_opening(read, after)) return true;
  return !marks->closed && !(read->words.items[stop->opening].flags & WORD_UPPER_FIRST);
}

static bool quiet_stop(const struct text *read, const struct stop *stop, const struct marks *marks) {
  const struct text_word *after = &read->words.items[stop->after];
  bool opening = looks_like_opening(read, after);
  if (!marks->spaced && marks->closed && !(after->flags & WORD_UPPER_FIRST)) return false;
  if (!marks->spaced && !(marks->closed && stop->icu_breaks)) {
    if (!marks->attached || marks->end != read->words.items[stop->before].end + 1) return false;
    return after->start == marks->end && opening && (after->flags & WORD_UPPER_FIRST) &&
           !abbreviation_goes_on(read, stop->opening, stop->before, stop->after);
  }
  if (marks->attached && abbreviation_goes_on(read, stop->opening, stop->before, stop->after)) return false;
  /* ICU looks past digits and small letters of a brand for the case of what follows; a reader does not. */
  if (opening) return stop->icu_breaks || !(after->flags & WORD_UPPER_FIRST);
  return !marks->closed && !marks->opened;
}

bool stop_needs_icu(const struct text *read, const struct stop *stop) {
  const char *bytes = read->bytes;
  size_t start = read->words.items[stop->before].end, end = read->words.items[stop->after].start;
  bool plain = (unsigned char)bytes[end] < 0x80, terminal = false;
  for (size_t at = start; at < end; at++) {
    plain = plain && (unsigned char)bytes[at] < 0x80;
    terminal = terminal || bytes[at] == '.' || bytes[at] == '!' || bytes[at] == '?' || (unsigned char)bytes[at] >= 0x80;
  }
  return terminal && !plain;
}

size_t sentence_stop(const struct text *read, const struct stop *stop) {
  const struct text_word *before = &read->words.items[stop->before], *after = &read->words.items[stop->after];
  if (after->start - before->end == 1 && read->bytes[before->end] == ' ') return 0;
  struct marks marks = marks_between(read->bytes, before->end, after->start);
  if (marks.terminal == 0 || same_link(before, after, marks.spaced)) return 0;
  if (marks.continued) return 0;
  bool ends;
  if (marks.terminal == 0x2026)
    ends = marks.spaced ? looks_like_opening(read, after) : stop->icu_breaks && (after->flags & WORD_UPPER_FIRST);
  else if (marks.terminal == '.')
    ends = quiet_stop(read, stop, &marks);
  else
    ends = loud_stop(read, stop, &marks);
  return ends ? marks.end : 0;
}

size_t emoji_stop(const struct text *read, size_t emoji, size_t after) {
  size_t end = read->words.items[emoji].end;
  struct marks marks = marks_between(read->bytes, end, read->words.items[after].start);
  return marks.terminal != 0 && marks.attached ? marks.end : end;
}
