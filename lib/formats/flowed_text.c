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

static void start_line(GString *joined, const struct flowed_line *line) {
  for (size_t i = 0; i < line->depth; i++) g_string_append_c(joined, '>');
  if (line->depth > 0 && line->text.length > 0) g_string_append_c(joined, ' ');
}

GString *flowed_text(const GString *text, bool delete_space) {
  GString *joined = g_string_sized_new(text->len + 64);
  const char *end = text->str + text->len;
  bool open = false; /* the last line flows on */
  size_t depth = 0;
  struct line line;
  for (const char *at = text->str; line_at(at, end, &line); at = line.next) {
    struct flowed_line read = read_line(&line);
    if (open && (read.depth != depth || read.is_signature_mark || read.text.length == 0)) {
      g_string_append_c(joined, '\n');
      open = false;
    }
    if (!open) start_line(joined, &read);
    bool drop = read.flows && delete_space;
    g_string_append_len(joined, read.text.bytes, (gssize)(read.text.length - (drop ? 1 : 0)));
    open = read.flows;
    depth = read.depth;
    if (!open) g_string_append_c(joined, '\n');
  }
  return joined;
}
