/* A page of plain text as it is filled: white space collapsed, lines quoted, at most one blank line in a row. */
#ifndef FOLLOWUP_FORMATS_HTML_PAGE_H
#define FOLLOWUP_FORMATS_HTML_PAGE_H

#include <glib.h>
#include <stdbool.h>

enum { QUOTES_SHOWN = 20 };

struct page {
  GString *text;
  GString *line;   /* the one being filled */
  bool line_begun; /* it holds more than its marker */
  GString *marker; /* "- " of a list item, until its first text comes */
  bool space, tab; /* white space met, written if more text follows */
  bool blank;      /* a blank line is due before the next line */
  size_t quotes;   /* how deep the next line is quoted */
  size_t last_quotes;
  size_t limit;
  bool overflow; /* there was more than `limit` */
};

void page_open(struct page *page, size_t limit);
/* Gives the text; the page is gone. */
GString *page_close(struct page *page);

/* Adds text, its white space collapsed or kept; no-break spaces become spaces that stay. */
void page_put(struct page *page, const char *text, bool keep_space);
/* The next text of the line stands in a table cell of its own. */
void page_next_cell(struct page *page);
void page_set_marker(struct page *page, const char *marker);

/* Ends the line if it has begun. */
void page_end_line(struct page *page);
/* Ends the line, begun or not. */
void page_break_line(struct page *page);
/* Ends the line and sets what follows apart. */
void page_end_paragraph(struct page *page);

#endif
