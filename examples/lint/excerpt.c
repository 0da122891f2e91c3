#include "excerpt.h"

#include <string.h>

enum { MOST_ROWS = 5, LONG_LINE = 4096, CONTEXT = 160 };

/* A row on the screen: part of a line, which may be longer than the screen is wide. */
struct row {
  size_t start, end; /* without the space that it was broken at */
  size_t next;       /* where the next row begins */
};

struct excerpt_source excerpt_source(const char *text, size_t length, const char *label) {
  return (struct excerpt_source){text, length, label, 0, 1};
}

/* Counts on to the line that holds `offset` and returns where that line begins. */
static size_t find_line(struct excerpt_source *source, size_t offset) {
  if (offset < source->counted) *source = excerpt_source(source->text, source->length, source->label);
  const char *feed;
  while ((feed = memchr(source->text + source->counted, '\n', offset - source->counted)) != NULL) {
    source->counted = (size_t)(feed - source->text) + 1;
    source->line++;
  }
  return source->counted;
}

/* Where a line ends, without its line feed and the carriage return before that. */
static size_t line_end(const struct excerpt_source *source, size_t start) {
  const char *feed = memchr(source->text + start, '\n', source->length - start);
  size_t end = feed != NULL ? (size_t)(feed - source->text) : source->length;
  return end > start && source->text[end - 1] == '\r' ? end - 1 : end;
}

/* As much from `start` as fits, broken at the last space where there is one. */
static struct row lay_row(const char *text, size_t start, size_t end, int width) {
  struct row row = {start, end, end};
  size_t space = start, at = start;
  for (int column = 0; at < end;) {
    struct character character = character_at(text, end, at);
    column += character.width;
    if (column > width) {
      row.end = space > start ? space : at;
      row.next = space > start ? space + 1 : at;
      return row;
    }
    if (text[at] == ' ') space = at;
    at += character.length;
  }
  return row;
}

static void print_repeated(FILE *out, char mark, int times) {
  while (times-- > 0) fputc(mark, out);
}

/* A row that goes on a line whose start is not shown says so. */
static const char cut[] = "… ";
enum { CUT_WIDTH = 2 };

static void print_margin(const struct terminal *terminal, const char *label) {
  fprintf(terminal->out, "%*s", EXCERPT_INDENT - 3, label);
  terminal_paint(terminal, PAINT_FAINT, " │ ");
}

/* Spaces up to the place, then a mark for each column of it; one mark at least. */
static void print_marks(const struct terminal *terminal, const char *text, struct row row, bool is_cut, size_t start,
                        size_t end, enum paint paint) {
  char marks[256] = "";
  int before = is_cut ? CUT_WIDTH : 0, within = 0;
  for (size_t at = row.start; at < row.end && at < end;) {
    struct character character = character_at(text, row.end, at);
    *(at < start ? &before : &within) += character.width;
    at += character.length;
  }
  int count = within < 1 ? 1 : within < (int)sizeof marks ? within : (int)sizeof marks - 1;
  memset(marks, '^', (size_t)count);
  marks[count] = '\0';
  print_margin(terminal, "");
  print_repeated(terminal->out, ' ', before);
  terminal_paint(terminal, paint, marks);
  fputc('\n', terminal->out);
}

static void print_row(const struct terminal *terminal, const char *text, struct row row, bool is_cut,
                      const char *label) {
  print_margin(terminal, label);
  if (is_cut) fputs(cut, terminal->out);
  terminal_print(terminal->out, text + row.start, row.end - row.start);
  fputc('\n', terminal->out);
}

/* Far inside a long line the rows begin near the place: nobody needs what is far before it. */
static size_t first_row_start(const char *text, size_t line_start, size_t place) {
  if (place < line_start + LONG_LINE) return line_start;
  size_t start = place - CONTEXT;
  while (start < place && ((unsigned char)text[start] & 0xC0) == 0x80) start++;
  return start;
}

/* Prints the rows of one line that touch the place, at most `*left`; false when there would be more. */
static bool print_line(const struct terminal *terminal, const struct excerpt_source *source, struct row line,
                       size_t start, size_t end, enum paint paint, int *left) {
  char number[24];
  snprintf(number, sizeof number, "%zu", source->line);
  const char *label = source->label != NULL ? source->label : number;
  size_t at = start > line.start ? first_row_start(source->text, line.start, start) : line.start;
  while (at < line.end && at < end) {
    struct row row = lay_row(source->text, at, line.end, terminal->width - EXCERPT_INDENT - CUT_WIDTH);
    bool is_cut = *label != '\0' && at > line.start;
    at = row.next;
    if (row.next <= start && row.next < line.end) continue;
    if (*left == 0) return false;
    print_row(terminal, source->text, row, is_cut, label);
    print_marks(terminal, source->text, row, is_cut, start, end, paint);
    label = "";
    --*left;
  }
  return true;
}

void excerpt_print(const struct terminal *terminal, struct excerpt_source *source, size_t start, size_t end,
                   enum paint paint) {
  if (start > source->length || end > source->length) return;
  size_t at = find_line(source, start);
  struct excerpt_source reading = *source; /* the next place may be before the end of this one */
  int left = MOST_ROWS;
  if (end == start) end++;
  for (; at < end && at < source->length; at = find_line(&reading, at)) {
    struct row line = {at, line_end(&reading, at), 0};
    if (!print_line(terminal, &reading, line, start, end, paint, &left)) {
      print_margin(terminal, "");
      fputs("…\n", terminal->out);
      return;
    }
    const char *feed = memchr(source->text + line.end, '\n', source->length - line.end);
    if (feed == NULL) return;
    at = (size_t)(feed - source->text) + 1;
  }
}
