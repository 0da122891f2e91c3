/*
 * An HTML text parsed by Gumbo, in an arena.
 *
 * Gumbo frees its tree by recursion, which a deep tree turns into a crash, and takes time that grows with the square of
 * the depth. So its memory is an arena that goes at once, and what it may be asked is bounded: a page beyond the bounds
 * is a limit error. SVG and MathML are read as HTML, because Gumbo 0.10.1 aborts on some mixes of them with tables.
 */
#ifndef FOLLOWUP_FORMATS_HTML_TREE_H
#define FOLLOWUP_FORMATS_HTML_TREE_H

#include <glib.h>
#include <gumbo.h>

struct html_tree {
  GString *source;
  GPtrArray *blocks; /* the arena */
  GumboOutput *output;
};

/* NULL, or what bound the text is beyond, in words. */
const char *html_tree_read(const GString *html, struct html_tree *tree);
void html_tree_free(struct html_tree *tree);

/* The value of an attribute of an element, or NULL. */
const char *html_attribute(const GumboNode *element, const char *name);

/* Walks the tree without recursion: the node after `node`, or NULL; `*left` says that it is an element being left. */
const GumboNode *html_next(const GumboNode *root, const GumboNode *node, bool inside, bool *left);

#endif
