/* Plans and records for programs: one array, an element an action, or a case. */
#ifndef FOLLOWUP_PLAN_JSON_H
#define FOLLOWUP_PLAN_JSON_H

#include <followup.h>
#include <stdio.h>

/* `has_elements` says whether a comma is needed, and is kept up to date. */
void json_print_action(FILE *out, bool *has_elements, const char *file, const followup_action *action);
void json_print_record(FILE *out, bool *has_elements, const char *file, const followup_record *record);

#endif
