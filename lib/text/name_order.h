/* The order of a name's words. */
#ifndef FOLLOWUP_TEXT_NAME_ORDER_H
#define FOLLOWUP_TEXT_NAME_ORDER_H

#include <stddef.h>

/*
 * Writes "Petersen, Anne" as "Anne Petersen" and returns its bytes, no more than those of the name; 0 where nothing is
 * written: there is no comma, or more than one, or what follows it is no name ("Anne Petersen, PhD").
 */
size_t name_in_order(const char *name, size_t length, char *into);

#endif
