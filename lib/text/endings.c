#include "text/endings.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/closings.h"
#include "text/lines.h"

enum {
  SIGNATURE_LINES = 24, /* the most lines of a signature */
  INLINE_WORDS = 8      /* the most words of a closing with its name behind a sentence on the same line */
};

/* A run of own lines, from `first` to before `end`; splitting a line makes it longer. */
struct stretch {
  struct text_reader *reader;
  const struct text *read;
  size_t first, end;
};

static struct text_line *line_at(const struct stretch *stretch, size_t index) {
  return &stretch->reader->lines.items[index];
}

static void mark(const struct stretch *stretch, size_t from, size_t to, enum zone_kind kind) {
  for (size_t i = from; i < to; i++) line_at(stretch, i)->kind = kind;
}

static bool ends_sentence(const struct text *read, const struct text_line *line) {
  for (size_t at = line->end; at > line->start;) {
    uint32_t character = utf8_previous(read->bytes, &at);
    if (is_terminal(character)) return true;
    if (!is_closer(character)) break;
  }
  return line->word_count > 0 && (line_word(read, line, line->word_count - 1)->flags & WORD_EMOJI);
}

/* Whether the line may open the end of a mail: a blank line, or the end of a sentence, stands before it. */
static bool opens_ending(const struct stretch *stretch, size_t index) {
  const struct text_line *line = line_at(stretch, index);
  if (line->after_blank || index == stretch->first) return true;
  return line[-1].kind != ZONE_PROSE || ends_sentence(stretch->read, line - 1);
}

static bool has_name_below(const struct stretch *stretch, size_t index) {
  return index + 1 < stretch->end && is_signature_name(stretch->read, line_at(stretch, index + 1));
}

/* The first of the lines at the end of the stretch that are no prose. */
static size_t tail_start(const struct stretch *stretch) {
  size_t index = stretch->end;
  while (index > stretch->first && stretch->end - index < SIGNATURE_LINES) {
    const struct text_line *line = line_at(stretch, index - 1);
    if (!may_be_signature(stretch->read, line) && closing_of(stretch->read, line).end == 0) break;
    index--;
  }
  return index;
}

/* Whether the line is a closing phrase of the lists, and what follows lets it be one. */
static bool is_closing(const struct stretch *stretch, size_t index) {
  struct closing closing = closing_of(stretch->read, line_at(stretch, index));
  if (closing.end == 0 || closing.marked || index + 1 == stretch->end) return closing.end != 0 && !closing.loud;
  const struct text_line *below = line_at(stretch, index + 1);
  if (closing.stopped && below->after_blank) return false;
  return is_signature_name(stretch->read, below) || may_be_nickname(stretch->read, below) ||
         closing_of(stretch->read, below).end > 0;
}

/* A paragraph that begins with a short line without a mark and goes on with a name. */
static bool is_foreign_closing(const struct stretch *stretch, size_t index) {
  const struct text_line *line = line_at(stretch, index);
  return index > stretch->first && line->after_blank && may_be_foreign_closing(stretch->read, line) &&
         has_name_below(stretch, index) && !line[1].after_blank && !is_signature_name(stretch->read, line);
}

/* The line from `from` on that closes the mail: one of the lists' phrases, else any that fits above a name. */
static size_t find_closing(const struct stretch *stretch, size_t from) {
  for (size_t i = from; i < stretch->end; i++)
    if (is_closing(stretch, i)) return i;
  for (size_t i = from; i < stretch->end; i++)
    if (may_be_closing(stretch->read, line_at(stretch, i)) && opens_ending(stretch, i) && has_name_below(stretch, i))
      return i;
  for (size_t i = from; i < stretch->end; i++)
    if (is_foreign_closing(stretch, i)) return i;
  return stretch->end;
}

/* The last closing with a name below it that stands above the tail, where prose follows the signature. */
static size_t find_closing_above(const struct stretch *stretch, size_t tail) {
  for (size_t i = tail; i > stretch->first && tail - i < SIGNATURE_LINES; i--) {
    struct closing closing = closing_of(stretch->read, line_at(stretch, i - 1));
    if (closing.whole && !closing.loud && opens_ending(stretch, i - 1) && has_name_below(stretch, i - 1)) return i - 1;
  }
  return stretch->end;
}

/* The first line of a signature without a closing above it: a name alone. */
static size_t find_name(const struct stretch *stretch, size_t from) {
  const struct text_line *first = line_at(stretch, stretch->first);
  bool small_letters = first->word_count > 0 && !(line_word(stretch->read, first, 0)->flags & WORD_UPPER_FIRST);
  for (size_t i = from; i < stretch->end; i++) {
    const struct text_line *line = line_at(stretch, i);
    if (i == stretch->first && (i == 0 || line[-1].kind != ZONE_POSTSCRIPT)) continue;
    if (!opens_ending(stretch, i)) continue;
    if (is_signature_name(stretch->read, line)) return i;
    if (small_letters && i + 1 == stretch->end && may_be_nickname(stretch->read, line)) return i;
  }
  return stretch->end;
}

/* Behind the last line of the signature that begins at `index`: prose may follow it in a paragraph of its own. */
static size_t signature_end(const struct stretch *stretch, size_t index) {
  for (size_t first = index; index < stretch->end; index++) {
    const struct text_line *line = line_at(stretch, index);
    if (index > first && line->after_blank && !may_be_signature(stretch->read, line)) break;
  }
  return index;
}

/* Marks the closing lines that begin at `index`, and what follows as signature. */
static followup_status mark_closing(struct stretch *stretch, size_t index) {
  followup_status status = FOLLOWUP_OK;
  for (bool more = true; more && status == FOLLOWUP_OK; index++) {
    struct text_line *line = line_at(stretch, index);
    struct closing closing = closing_of(stretch->read, line);
    line->kind = ZONE_SIGN_OFF;
    if (closing.end > 0 && !closing.whole) {
      status = line_split(stretch->reader, stretch->read, index, closing.end);
      if (status == FOLLOWUP_OK) stretch->end++;
      more = false;
    } else {
      more = index + 1 < stretch->end && is_closing(stretch, index + 1);
    }
  }
  if (status == FOLLOWUP_OK) mark(stretch, index, signature_end(stretch, index), ZONE_SIGNATURE);
  return status;
}

/* Splits "… on Monday. Best, Kim" before the closing; true where there was one. */
static bool split_inline(struct stretch *stretch, size_t index, followup_status *status) {
  const struct text_line *line = line_at(stretch, index);
  for (uint32_t back = 1; back < line->word_count && back <= INLINE_WORDS; back++) {
    struct text_line rest = *line, before = *line;
    before.word_count = rest.word_count = line->word_count - back;
    rest.first_word += rest.word_count;
    rest.word_count = back;
    rest.start = line_word(stretch->read, line, before.word_count)->start;
    before.end = (uint32_t)trim_space(stretch->read->bytes, line->start, rest.start);
    if (before.end == rest.start || !ends_sentence(stretch->read, &before)) continue;
    struct closing closing = closing_of(stretch->read, &rest);
    if (closing.end == 0 || !closing.marked || (closing.whole && !has_name_below(stretch, index))) continue;
    *status = line_split(stretch->reader, stretch->read, index, rest.start);
    if (*status == FOLLOWUP_OK) stretch->end++;
    return true;
  }
  return false;
}

/* A closing behind the last sentence of the prose, on its line. */
static followup_status mark_inline(struct stretch *stretch, size_t tail) {
  followup_status status = FOLLOWUP_OK;
  size_t from = tail > stretch->first ? tail - 1 : tail;
  for (size_t i = from; i < stretch->end && i < from + 2; i++)
    if (split_inline(stretch, i, &status)) return status == FOLLOWUP_OK ? mark_closing(stretch, i + 1) : status;
  mark(stretch, find_name(stretch, tail), stretch->end, ZONE_SIGNATURE);
  return FOLLOWUP_OK;
}

static followup_status mark_tail(struct stretch *stretch) {
  if (stretch->first == stretch->end) return FOLLOWUP_OK;
  size_t tail = tail_start(stretch);
  size_t closing = find_closing(stretch, tail);
  if (closing == stretch->end) closing = find_closing_above(stretch, tail);
  return closing < stretch->end ? mark_closing(stretch, closing) : mark_inline(stretch, tail);
}

/* Takes the "-- " block and the footers of mail programs off the end of the stretch. */
static void take_footers(struct stretch *stretch) {
  size_t from = stretch->end - stretch->first < SIGNATURE_LINES ? stretch->first : stretch->end - SIGNATURE_LINES;
  for (size_t i = from; i < stretch->end; i++) {
    const struct text_line *line = line_at(stretch, i);
    if (!is_signature_mark(stretch->read, line) && !(is_footer(stretch->read, line) && opens_ending(stretch, i)))
      continue;
    mark(stretch, i, stretch->end, ZONE_SIGNATURE);
    stretch->end = i;
  }
}

static size_t find_postscript(const struct stretch *stretch) {
  for (size_t i = stretch->first; i < stretch->end; i++) {
    const struct text_line *line = line_at(stretch, i);
    if (!begins_postscript(stretch->read, line)) continue;
    if (opens_ending(stretch, i) || is_signature_name(stretch->read, line - 1)) return i;
  }
  return stretch->end;
}

static followup_status mark_stretch(struct stretch *stretch) {
  take_footers(stretch);
  size_t postscript = find_postscript(stretch);
  if (postscript < stretch->end) {
    struct stretch below = *stretch;
    below.first = postscript + 1;
    mark(stretch, postscript, stretch->end, ZONE_POSTSCRIPT);
    followup_status status = mark_tail(&below);
    if (status != FOLLOWUP_OK) return status;
    stretch->end = postscript;
  }
  return mark_tail(stretch);
}

/* The last run of own lines before `end`. */
static struct stretch last_stretch(struct text_reader *reader, const struct text *read, size_t end) {
  struct stretch stretch = {reader, read, 0, end};
  while (stretch.end > 0 && reader->lines.items[stretch.end - 1].kind == ZONE_QUOTED) stretch.end--;
  stretch.first = stretch.end;
  while (stretch.first > 0 && reader->lines.items[stretch.first - 1].kind == ZONE_PROSE) stretch.first--;
  return stretch;
}

static bool has_prose(const struct text_reader *reader, size_t from) {
  for (size_t i = from; i < reader->lines.count; i++)
    if (reader->lines.items[i].kind == ZONE_PROSE || reader->lines.items[i].kind == ZONE_POSTSCRIPT) return true;
  return false;
}

followup_status endings_mark(struct text_reader *reader, const struct text *read) {
  struct stretch stretch = last_stretch(reader, read, reader->lines.count);
  size_t first = stretch.first;
  followup_status status = mark_stretch(&stretch);
  /* A footer alone below the quoted mail: the closing stands above it. */
  if (status != FOLLOWUP_OK || first == 0 || has_prose(reader, first)) return status;
  stretch = last_stretch(reader, read, first);
  return mark_stretch(&stretch);
}
