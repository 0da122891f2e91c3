/* What the style, the class and the kind of an element mean for its text. */
#ifndef FOLLOWUP_FORMATS_HTML_STYLE_H
#define FOLLOWUP_FORMATS_HTML_STYLE_H

#include <gumbo.h>
#include <stdbool.h>

/* How an element stands among the text around it. */
enum placement {
  PLACED_IN_LINE,
  PLACED_ON_LINES,    /* its text begins and ends a line */
  PLACED_AS_PARAGRAPH /* and is set apart by blank lines */
};

enum placement html_placement(const GumboNode *element);

/* Whether a reader sees nothing of it. */
bool html_is_hidden(const GumboNode *element);

/* Whether it quotes an earlier mail. */
bool html_is_quote(const GumboNode *element);

/* Whether white space in it is shown as it is. */
bool html_keeps_space(const GumboNode *element);

/* Whether it holds the bullet or number that Word draws in front of a list item. */
bool html_is_word_bullet(const GumboNode *element);

/* Whether it is one of the pictures that stand for a character. */
bool html_is_emoji(const GumboNode *element);

#endif
