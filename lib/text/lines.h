/* The lines of a text that are not blank. */
#ifndef FOLLOWUP_TEXT_LINES_H
#define FOLLOWUP_TEXT_LINES_H

#include "text/reader.h"
#include "text/word_list.h"

/* Cuts the text into lines, all of them prose for now. Needs words. */
followup_status lines_cut(struct text_reader *reader, const struct text *read);

/* Makes two lines of one: the second begins at `at`, behind the white space that ends the first. */
followup_status line_split(struct text_reader *reader, const struct text *read, size_t index, size_t at);

/* The last character of a line, and the word of it that stands `from_first` behind its first. */
uint32_t line_last_character(const struct text *read, const struct text_line *line);
const struct text_word *line_word(const struct text *read, const struct text_line *line, uint32_t from_first);

/* The characters of a line. */
size_t line_width(const struct text *read, const struct text_line *line);

/* How many words from `first` on form the longest phrase (of up to `most` words) of the list; 0 where none does. */
uint32_t phrase_length(const struct text *read, const struct text_line *line, uint32_t first, uint32_t most,
                       const struct word_list *list);
bool word_in(const struct text *read, const struct text_word *word, const struct word_list *list);
bool line_has_word_in(const struct text *read, const struct text_line *line, const struct word_list *list);

#endif
