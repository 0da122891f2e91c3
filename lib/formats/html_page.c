#include "formats/html_page.h"

#include <string.h>

void page_open(struct page *page, size_t limit) {
  *page = (struct page){
      .text = g_string_new(NULL), .line = g_string_new(NULL), .marker = g_string_new(NULL), .limit = limit};
}

GString *page_close(struct page *page) {
  page_end_line(page);
  g_string_free(page->line, TRUE);
  g_string_free(page->marker, TRUE);
  return page->text;
}

static void put_quotes(struct page *page, size_t quotes) {
  for (size_t i = 0; i < quotes && i < QUOTES_SHOWN; i++) g_string_append(page->text, i == 0 ? ">" : " >");
}

static void put_blank_line(struct page *page) {
  if (page->text->len > 0) {
    put_quotes(page, MIN(page->quotes, page->last_quotes));
    g_string_append_c(page->text, '\n');
  }
  page->blank = false;
}

/* Takes the white space off the end, but for the space of a signature's "-- ". */
static void trim_line(struct page *page) {
  GString *line = page->line;
  bool was_longer = page->space;
  while (line->len > 0 && (line->str[line->len - 1] == ' ' || line->str[line->len - 1] == '\t')) {
    g_string_truncate(line, line->len - 1);
    was_longer = true;
  }
  if (was_longer && strcmp(line->str, "--") == 0) g_string_append_c(line, ' ');
}

static void write_line(struct page *page) {
  if (page->blank) put_blank_line(page);
  put_quotes(page, page->quotes);
  if (page->quotes > 0) g_string_append_c(page->text, ' ');
  g_string_append_len(page->text, page->line->str, (gssize)page->line->len);
  g_string_append_c(page->text, '\n');
  page->last_quotes = page->quotes;
}

void page_break_line(struct page *page) {
  trim_line(page);
  if (page->text->len > page->limit)
    page->overflow = true;
  else if (page->line->len > 0)
    write_line(page);
  else
    page->blank = true;
  g_string_truncate(page->line, 0);
  page->line_begun = page->space = page->tab = false;
}

void page_end_line(struct page *page) {
  if (page->line_begun) page_break_line(page);
  page->space = page->tab = false;
}

void page_end_paragraph(struct page *page) {
  page_end_line(page);
  page->blank = true;
}

void page_set_marker(struct page *page, const char *marker) { g_string_assign(page->marker, marker); }

void page_next_cell(struct page *page) { page->tab = page->line_begun; }

/* Writes what was held back until text came. */
static void begin_text(struct page *page) {
  if (!page->line_begun) {
    g_string_append(page->line, page->marker->str);
    g_string_truncate(page->marker, 0);
  } else if (page->tab || page->space) {
    g_string_append_c(page->line, page->tab ? '\t' : ' ');
  }
  page->line_begun = true;
  page->space = page->tab = false;
}

static bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f'; }

static const char *put_space(struct page *page, const char *at, bool keep_space) {
  if (!keep_space) {
    page->space = true;
  } else if (*at == '\n') {
    page_break_line(page);
  } else {
    begin_text(page);
    g_string_append_c(page->line, *at);
  }
  return at + 1;
}

void page_put(struct page *page, const char *text, bool keep_space) {
  for (const char *at = text; *at != '\0';) {
    if (is_space(*at)) {
      at = put_space(page, at, keep_space);
      continue;
    }
    begin_text(page);
    bool no_break = strncmp(at, "\xC2\xA0", 2) == 0;
    if (no_break) {
      g_string_append_c(page->line, ' ');
      at += 2;
    } else {
      const char *next = g_utf8_next_char(at);
      g_string_append_len(page->line, at, next - at);
      at = next;
    }
  }
}
