/* What stands before the text of a list item. */
#ifndef FOLLOWUP_TEXT_MARKERS_H
#define FOLLOWUP_TEXT_MARKERS_H

#include "text/reader.h"

enum marker_style { MARKER_NONE, MARKER_DASH, MARKER_BULLET, MARKER_NUMBER, MARKER_LETTER };

struct marker {
  enum marker_style style;
  uint32_t value;       /* of a number or letter, from 1 on */
  uint32_t roman_value; /* of i, v and x, which may be either; else 0 */
  bool is_weak;         /* a letter with a full stop, which may be an initial */
  size_t content;       /* where the item's text begins */
};

struct marker marker_of(const struct text *read, const struct text_line *line);

#endif
