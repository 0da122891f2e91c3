#include "text/endings.h"

#include "text/characters.h"
#include "text/closings.h"
#include "text/lines.h"
#include "zone_lists.h"

enum { SIGNATURE_LINES = 24 };

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

/* A line may open the end of a mail: a blank line, or the end of a sentence, stands before it. */
static bool opens_ending(const struct stretch *stretch, size_t index) {
  const struct text_line *line = line_at(stretch, index);
  if (line->after_blank || index == stretch->first) return true;
  size_t end = line[-1].end;
  const char *bytes = stretch->read->bytes;
  while (end > line[-1].start + 1 && (bytes[end - 1] == ')' || bytes[end - 1] == '"')) end--;
  return is_terminal((unsigned char)bytes[end - 1]) || line[-1].kind != ZONE_PROSE ||
         is_terminal(line_last_character(stretch->read, &line[-1])) ||
         (line[-1].word_count > 0 &&
          (line_word(stretch->read, &line[-1], line[-1].word_count - 1)->flags & WORD_EMOJI));
}

/* The first of the lines at the end of the stretch that are no prose. */
static size_t tail_start(const struct stretch *stretch) {
  size_t index = stretch->end, lines = 0;
  while (index > stretch->first && lines < SIGNATURE_LINES) {
    const struct text_line *line = line_at(stretch, index - 1);
    if (!may_be_signature(stretch->read, line) && closing_end(stretch->read, line) == 0) break;
    index--;
    lines++;
  }
  return index;
}

/* The line from `from` on that closes the mail: one of the lists' phrases, else any that a comma ends above a name. */
static size_t find_closing(const struct stretch *stretch, size_t from) {
  const struct text *read = stretch->read;
  for (size_t i = from; i < stretch->end; i++)
    if (closing_end(read, line_at(stretch, i)) > 0) return i;
  for (size_t i = from; i + 1 < stretch->end; i++)
    if (may_be_closing(read, line_at(stretch, i)) && opens_ending(stretch, i) &&
        is_signature_name(read, line_at(stretch, i + 1)))
      return i;
  return stretch->end;
}

static bool is_small_name(const struct stretch *stretch, size_t index) {
  const struct text_line *line = line_at(stretch, index);
  const struct text_line *first = line_at(stretch, stretch->first);
  if (line->word_count == 0 || line->word_count > 2 || index == stretch->first || index + 1 != stretch->end) return false;
  if (line->end - line->start > 24 || first->word_count == 0) return false;
  if (line_word(stretch->read, first, 0)->flags & WORD_UPPER_FIRST) return false;
  const struct text_word *last = line_word(stretch->read, line, line->word_count - 1);
  return last->end == line->end && !line_has_word_in(stretch->read, line, &list_sentence_starters);
}

/* The first line of a signature without a closing above it: a name alone. */
static size_t find_name(const struct stretch *stretch, size_t from) {
  for (size_t i = from; i < stretch->end; i++) {
    if (i == stretch->first && stretch->first == 0) continue;
    if (!opens_ending(stretch, i)) continue;
    if (is_signature_name(stretch->read, line_at(stretch, i)) || is_small_name(stretch, i)) return i;
  }
  return stretch->end;
}

/* Marks closing lines from `index` on, the first of which is one, and what follows as signature. */
static followup_status mark_closing(struct stretch *stretch, size_t index) {
  bool known = closing_end(stretch->read, line_at(stretch, index)) > 0;
  for (; index < stretch->end; index++, known = closing_end(stretch->read, line_at(stretch, index)) > 0) {
    struct text_line *line = line_at(stretch, index);
    size_t end = closing_end(stretch->read, line);
    if (!known && line->kind != ZONE_SIGN_OFF && end == 0 && index > stretch->first && line[-1].kind == ZONE_SIGN_OFF) break;
    line->kind = ZONE_SIGN_OFF;
    if (end > 0 && end < line->end) {
      followup_status status = line_split(stretch->reader, stretch->read, index, end);
      if (status != FOLLOWUP_OK) return status;
      stretch->end++;
      index++;
      break;
    }
    if (index + 1 == stretch->end) {
      index++;
      break;
    }
  }
  mark(stretch, index, stretch->end, ZONE_SIGNATURE);
  return FOLLOWUP_OK;
}

static followup_status mark_tail(struct stretch *stretch) {
  size_t from = tail_start(stretch);
  size_t closing = find_closing(stretch, from);
  if (closing < stretch->end) return mark_closing(stretch, closing);
  mark(stretch, find_name(stretch, from), stretch->end, ZONE_SIGNATURE);
  return FOLLOWUP_OK;
}

/* Takes the "-- " block and the mail program's footer off the end of the stretch. */
static void take_footers(struct stretch *stretch) {
  for (size_t i = stretch->first; i < stretch->end; i++) {
    if (!is_signature_mark(stretch->read, line_at(stretch, i)) || stretch->end - i > SIGNATURE_LINES) continue;
    mark(stretch, i, stretch->end, ZONE_SIGNATURE);
    stretch->end = i;
  }
  for (size_t i = stretch->end; i > stretch->first && stretch->end - i < SIGNATURE_LINES; i--) {
    if (!is_footer(stretch->read, line_at(stretch, i - 1)) || !opens_ending(stretch, i - 1)) continue;
    mark(stretch, i - 1, stretch->end, ZONE_SIGNATURE);
    stretch->end = i - 1;
  }
}

static size_t find_postscript(const struct stretch *stretch) {
  for (size_t i = stretch->first; i < stretch->end; i++)
    if (begins_postscript(stretch->read, line_at(stretch, i)) && opens_ending(stretch, i)) return i;
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

followup_status endings_mark(struct text_reader *reader, const struct text *read) {
  struct stretch stretch = last_stretch(reader, read, reader->lines.count);
  return mark_stretch(&stretch);
}
