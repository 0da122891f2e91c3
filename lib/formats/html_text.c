#include "formats/html_text.h"

#include <string.h>

#include "formats/html_page.h"
#include "formats/html_style.h"
#include "formats/html_tree.h"

enum { LISTS_SHOWN = 8, SPARE_TEXT = 1 << 20 };

struct reading {
  struct page page;
  size_t spaces_kept;          /* how many elements that keep white space are open */
  size_t lists;                /* how many lists are open */
  size_t numbers[LISTS_SHOWN]; /* of the next item of each; 0: bullets */
};

static size_t *innermost_list(struct reading *reading) {
  size_t level = MIN(reading->lists, LISTS_SHOWN);
  return level > 0 ? &reading->numbers[level - 1] : NULL;
}

static void enter_list(struct reading *reading, const GumboNode *element) {
  size_t *number = &reading->numbers[MIN(reading->lists, LISTS_SHOWN - 1)];
  reading->lists++;
  const char *start = html_attribute(element, "start");
  bool ordered = element->v.element.tag == GUMBO_TAG_OL;
  *number = ordered ? (start != NULL ? (size_t)g_ascii_strtoull(start, NULL, 10) : 1) : 0;
}

static void enter_item(struct reading *reading) {
  char marker[2 * LISTS_SHOWN + 32];
  size_t *number = innermost_list(reading);
  int indent = (int)(2 * (MAX(MIN(reading->lists, LISTS_SHOWN), 1) - 1));
  if (number != NULL && *number > 0)
    g_snprintf(marker, sizeof marker, "%*s%zu. ", indent, "", (*number)++);
  else
    g_snprintf(marker, sizeof marker, "%*s- ", indent, "");
  page_set_marker(&reading->page, marker);
}

/* Word draws "1." or a bullet of some symbol font, followed by no-break spaces. */
static void put_word_bullet(struct reading *reading, const GumboNode *element) {
  while (element->type == GUMBO_NODE_ELEMENT && element->v.element.children.length > 0)
    element = element->v.element.children.data[0];
  const char *drawn = element->type == GUMBO_NODE_TEXT ? element->v.text.text : "";
  size_t length = strcspn(drawn, " \t\n\xC2");
  bool numbered = length > 1 && length < 8 && strchr(".)", drawn[length - 1]) != NULL;
  char marker[16];
  g_snprintf(marker, sizeof marker, "%.*s ", numbered ? (int)length : 1, numbered ? drawn : "-");
  page_set_marker(&reading->page, marker);
}

static void stand_apart(struct reading *reading, const GumboNode *element, bool quote) {
  enum placement placement = html_placement(element);
  if (quote || placement == PLACED_AS_PARAGRAPH)
    page_end_paragraph(&reading->page);
  else if (placement == PLACED_ON_LINES)
    page_end_line(&reading->page);
}

static void enter_by_tag(struct reading *reading, const GumboNode *element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_BR: page_break_line(&reading->page); break;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: enter_list(reading, element); break;
    case GUMBO_TAG_LI: enter_item(reading); break;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: page_next_cell(&reading->page); break;
    case GUMBO_TAG_IMG:
      if (html_is_emoji(element) && html_attribute(element, "alt") != NULL)
        page_put(&reading->page, html_attribute(element, "alt"), false);
      break;
    default: break;
  }
}

/* False: nothing in it is read. */
static bool enter(struct reading *reading, const GumboNode *element) {
  if (html_is_hidden(element)) return false;
  if (html_is_word_bullet(element)) {
    put_word_bullet(reading, element);
    return false;
  }
  bool quote = html_is_quote(element);
  stand_apart(reading, element, quote);
  if (quote) reading->page.quotes++;
  if (html_keeps_space(element)) reading->spaces_kept++;
  enter_by_tag(reading, element);
  return true;
}

static void leave(struct reading *reading, const GumboNode *element) {
  bool quote = html_is_quote(element);
  stand_apart(reading, element, quote);
  if (quote) reading->page.quotes--;
  if (html_keeps_space(element)) reading->spaces_kept--;
  GumboTag tag = element->v.element.tag;
  if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) reading->lists--;
  if (tag == GUMBO_TAG_LI) page_set_marker(&reading->page, "");
}

/* False for what has nothing inside to be read. */
static bool visit(struct reading *reading, const GumboNode *node) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT: return enter(reading, node);
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE: page_put(&reading->page, node->v.text.text, reading->spaces_kept > 0); return false;
    default: return false;
  }
}

static void read_tree(struct reading *reading, const GumboNode *root) {
  bool left = false;
  for (const GumboNode *node = root; node != NULL;) {
    bool inside = false;
    if (left)
      leave(reading, node);
    else
      inside = visit(reading, node);
    node = html_next(root, node, inside, &left);
  }
}

GString *html_text(const GString *html, const char **beyond) {
  struct html_tree tree;
  GString *text = NULL;
  *beyond = html_tree_read(html, &tree);
  if (*beyond == NULL) {
    struct reading reading = {0};
    page_open(&reading.page, 4 * html->len + SPARE_TEXT);
    read_tree(&reading, tree.output->root);
    text = page_close(&reading.page);
    if (reading.page.overflow) *beyond = "HTML whose text is far longer than itself";
  }
  html_tree_free(&tree);
  if (*beyond != NULL && text != NULL) {
    g_string_free(text, TRUE);
    text = NULL;
  }
  return text;
}
