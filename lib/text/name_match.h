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

/* Whether the word of the greeting is a name's word but for the ending of a vocative: Strnade for Strnad. */
bool name_inflected(const struct text *name, const struct text *greeting, size_t word);

/* Whether the word of the greeting is one of the name's words but for its last: a given name. */
bool name_is_given(const struct pack *pack, const struct text *name, const struct text *greeting, size_t word);

/* Whether the pack knows the word as a given name or as a short form of one. */
bool is_known_given_name(const struct pack *pack, const char *fold, size_t length);

#endif
