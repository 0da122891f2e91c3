#include "formats/flowed_text.h"

#include "formats/mail_lines.h"

/* A line of flowed text: how deep it is quoted, and its text without quote marks and stuffing. */
struct flowed_line {
  size_t depth;
  struct stretch text;
  bool is_signature_mark; /* "-- ": never joined */
  bool flows;             /* goes on in the next line */
};

static struct flowed_line read_line(const struct line *line) {
  struct flowed_line read = {0};
  while (read.depth < line->length && line->start[read.depth] == '>') read.depth++;
  read.text = (struct stretch){line->start + read.depth, line->length - read.depth};
  if (read.text.length > 0 && read.text.bytes[0] == ' ') {
    read.text.bytes++;
    read.text.length--;
  }
  read.is_signature_mark = read.text.length == 3 && memcmp(read.text.bytes, "-- ", 3) == 0;
  read.flows = !read.is_signature_mark && read.text.length > 0 && read.text.bytes[read.text.length - 1] == ' ';
  return read;
}

/* The text as it is joined, and the paragraph that may still flow on. */
struct joining {
  GString *text;
  bool open;
  size_t depth;
};

static void start_line(GString *text, const struct flowed_line *line) {
  for (size_t i = 0; i < line->depth; i++) g_string_append_c(text, '>');
  if (line->depth > 0 && line->text.length > 0) g_string_append_c(text, ' ');
}

/* Other than the RFC has it, an empty line ends a paragraph: writers forget the space that they left before it. */
static bool goes_on(const struct joining *joining, const struct flowed_line *line) {
  return joining->open && line->depth == joining->depth && !line->is_signature_mark && line->text.length > 0;
}

static void join(struct joining *joining, const struct flowed_line *line, bool delete_space) {
  if (!goes_on(joining, line)) {
    if (joining->open) g_string_append_c(joining->text, '\n');
    start_line(joining->text, line);
  }
  size_t dropped = line->flows && delete_space ? 1 : 0;
  g_string_append_len(joining->text, line->text.bytes, (gssize)(line->text.length - dropped));
  if (!line->flows) g_string_append_c(joining->text, '\n');
  joining->open = line->flows;
  joining->depth = line->depth;
}

GString *flowed_text(const GString *text, bool delete_space) {
  struct joining joining = {.text = g_string_sized_new(text->len + 64)};
  const char *end = text->str + text->len;
  struct line line;
  for (const char *at = text->str; line_at(at, end, &line); at = line.next) {
    struct flowed_line read = read_line(&line);
    join(&joining, &read, delete_space);
  }
  return joining.text;
}
