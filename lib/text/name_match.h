/* People's names compared as a reader would: without case or diacritics, with short forms and initials. */
#ifndef FOLLOWUP_TEXT_NAME_MATCH_H
#define FOLLOWUP_TEXT_NAME_MATCH_H

#include "text/phrase.h"

/* Whether two folded words are the same name: José and Jose, Bob and Robert, M. and Maureen, Soren and Søren. */
bool name_words_agree(const struct pack *pack, const char *one, size_t one_length, const char *other,
                      size_t other_length);

/* Whether each of these words of a greeting agrees with some word of a name. */
bool name_covers(const struct pack *pack, const struct text *name, const struct text *greeting, const size_t *words,
                 size_t count);

#endif
