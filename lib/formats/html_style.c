#include "formats/html_style.h"

#include "formats/html_tree.h"

#include <string.h>

static bool has_class(const GumboNode *element, const char *name) {
  const char *classes = html_attribute(element, "class");
  size_t length = strlen(name);
  for (const char *at = classes; at != NULL && *at != '\0'; at += strcspn(at, " \t\n")) {
    at += strspn(at, " \t\n");
    size_t here = strcspn(at, " \t\n");
    if (here == length && strncmp(at, name, length) == 0) return true;
  }
  return false;
}

/* The value of a property of the style attribute, up to its semicolon; NULL where it is not set. */
static const char *style_value(const GumboNode *element, const char *property) {
  const char *at = html_attribute(element, "style");
  size_t length = strlen(property);
  for (; at != NULL; at = strchr(at, ';') != NULL ? strchr(at, ';') + 1 : NULL) {
    at += strspn(at, " \t\n");
    if (g_ascii_strncasecmp(at, property, length) != 0) continue;
    const char *colon = at + length + strspn(at + length, " \t\n");
    if (*colon == ':') return colon + 1 + strspn(colon + 1, " \t\n");
  }
  return NULL;
}

static bool style_is(const GumboNode *element, const char *property, const char *value) {
  const char *found = style_value(element, property);
  return found != NULL && g_ascii_strncasecmp(found, value, strlen(value)) == 0;
}

bool html_is_hidden(const GumboNode *element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_SELECT: return true;
    default: break;
  }
  return html_attribute(element, "hidden") != NULL || style_is(element, "display", "none") ||
         style_is(element, "visibility", "hidden") || style_is(element, "mso-hide", "all");
}

/* The old Gmail form: the quoting element has the class, and neither attribution nor blockquote of its own. */
static bool is_bare_gmail_quote(const GumboNode *element) {
  if (!has_class(element, "gmail_quote")) return false;
  const GumboVector *children = &element->v.element.children;
  for (unsigned i = 0; i < children->length; i++) {
    const GumboNode *child = children->data[i];
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    if (child->v.element.tag == GUMBO_TAG_BLOCKQUOTE || has_class(child, "gmail_attr")) return false;
  }
  return true;
}

bool html_is_quote(const GumboNode *element) {
  if (element->v.element.tag == GUMBO_TAG_BLOCKQUOTE) return true;
  return element->v.element.tag == GUMBO_TAG_DIV &&
         (has_class(element, "yahoo_quoted") || is_bare_gmail_quote(element));
}

bool html_keeps_space(const GumboNode *element) {
  return element->v.element.tag == GUMBO_TAG_PRE || element->v.element.tag == GUMBO_TAG_TEXTAREA ||
         style_is(element, "white-space", "pre");
}

bool html_is_word_bullet(const GumboNode *element) { return style_is(element, "mso-list", "ignore"); }

bool html_is_emoji(const GumboNode *element) {
  return html_attribute(element, "data-emoji") != NULL || has_class(element, "emoji");
}

/* Whether a length is too small to be seen; moves behind it. */
static bool is_no_length(const char **at) {
  char *end = NULL;
  double value = g_ascii_strtod(*at, &end);
  bool none = end > *at && value > -0.5 && value < 0.5;
  *at = end + strcspn(end, " \t\n;");
  *at += strspn(*at, " \t\n");
  return none;
}

static bool property_is_no_length(const GumboNode *element, const char *property) {
  const char *value = style_value(element, property);
  return value != NULL && is_no_length(&value);
}

/* margin: TOP RIGHT BOTTOM LEFT, with the shorter forms of CSS. */
static bool has_no_margin(const GumboNode *element) {
  const char *value = style_value(element, "margin");
  if (value == NULL)
    return property_is_no_length(element, "margin-top") && property_is_no_length(element, "margin-bottom");
  bool top = is_no_length(&value);
  if (*value == '\0' || *value == ';') return top;
  is_no_length(&value);
  if (*value == '\0' || *value == ';') return top;
  return top && is_no_length(&value);
}

/* Mail programs write lines as paragraphs without a margin; Word's style sheet does it by class. */
static bool is_line_paragraph(const GumboNode *element) {
  const char *classes = html_attribute(element, "class");
  if (classes != NULL && strncmp(classes, "Mso", 3) == 0) return true;
  const GumboNode *parent = element->parent;
  if (parent->v.element.tag == GUMBO_TAG_LI) return true; /* a paragraph stands in the body */
  return has_no_margin(element);
}

/* A list in a list follows its item without a blank line. */
static bool is_inner_list(const GumboNode *element) {
  for (const GumboNode *at = element->parent;; at = at->parent) {
    GumboTag tag = at->v.element.tag;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) return true;
    if (tag != GUMBO_TAG_SPAN && tag != GUMBO_TAG_DIV) return false; /* the body at the latest */
  }
}

enum placement html_placement(const GumboNode *element) {
  switch (element->v.element.tag) {
    case GUMBO_TAG_P: return is_line_paragraph(element) ? PLACED_ON_LINES : PLACED_AS_PARAGRAPH;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL: return is_inner_list(element) ? PLACED_ON_LINES : PLACED_AS_PARAGRAPH;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE: return PLACED_AS_PARAGRAPH;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR: return PLACED_ON_LINES;
    default: return PLACED_IN_LINE;
  }
}
