/* Given names as the linter knows them. */
#ifndef FOLLOWUP_DRAFT_GIVEN_NAME_H
#define FOLLOWUP_DRAFT_GIVEN_NAME_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a word, "Jean" of "Jean-Luc", is a given name or a short form of one. */
bool is_listed_given_name(const char *word, size_t length);

#endif
