#include "marked.h"

#include <string.h>

/* Of a longer note nobody reads more on a terminal. */
enum { MOST_BYTES = 4000 };

struct marking {
  const struct terminal *terminal;
  int indent, column;
  const char *text;
  size_t length;
  const followup_similarity *similarity;
  size_t passage, start, end; /* the passage that is next or under way */
};

static void take_passage(struct marking *marking) {
  marking->start = marking->end = SIZE_MAX;
  followup_similarity_passage(marking->similarity, marking->passage++, &marking->start, &marking->end, NULL, NULL);
}

static void open_mark(struct marking *marking) {
  terminal_begin(marking->terminal, PAINT_WARNING);
  fputc('[', marking->terminal->out);
}

static void close_mark(struct marking *marking) {
  fputc(']', marking->terminal->out);
  terminal_end(marking->terminal);
  take_passage(marking);
}

/* Marks that stand at a place: one passage may end where the next begins. */
static void mark(struct marking *marking, size_t at) {
  if (at == marking->end) close_mark(marking);
  if (at == marking->start) open_mark(marking);
}

static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/* A word's columns, with the brackets that stand in it. */
static int columns(const struct marking *marking, size_t from, size_t to) {
  int sum = 0;
  for (size_t at = from; at < to;) {
    struct character character = character_at(marking->text, marking->length, at);
    sum += character.width + (at == marking->start);
    at += character.length;
    sum += at == marking->end;
  }
  return sum;
}

static void break_line(struct marking *marking) {
  fprintf(marking->terminal->out, "\n%*s", marking->indent, "");
  marking->column = marking->indent;
}

static void print_word(struct marking *marking, size_t from, size_t to) {
  for (size_t at = from; at < to;) {
    struct character character = character_at(marking->text, marking->length, at);
    mark(marking, at);
    terminal_print(marking->terminal->out, marking->text + at, character.length);
    at += character.length;
    if (at == marking->end) close_mark(marking);
  }
}

/* Where the next word begins, and whether a new line does. */
static size_t skip_gap(const struct marking *marking, size_t at, bool *new_line) {
  *new_line = false;
  for (; at < marking->length && is_space(marking->text[at]); at++) *new_line = *new_line || marking->text[at] == '\n';
  return at;
}

void marked_print(const struct terminal *terminal, int indent, const char *text, size_t length,
                  const followup_similarity *similarity) {
  struct marking marking = {terminal, indent, indent, text, length, similarity, 0, 0, 0};
  bool new_line = false;
  take_passage(&marking);
  fprintf(terminal->out, "%*s", indent, "");
  for (size_t at = skip_gap(&marking, 0, &new_line), end; at < length; at = skip_gap(&marking, end, &new_line)) {
    for (end = at; end < length && !is_space(text[end]);) end++;
    int width = columns(&marking, at, end);
    if ((new_line && marking.column > indent) ||
        (marking.column > indent && marking.column + 1 + width > terminal->width)) {
      break_line(&marking);
    } else if (marking.column > indent) {
      fputc(' ', terminal->out);
      marking.column++;
    }
    if (at > MOST_BYTES) {
      fputs("...", terminal->out);
      break;
    }
    print_word(&marking, at, end);
    marking.column += width;
  }
  terminal_end(terminal);
  fputc('\n', terminal->out);
}
