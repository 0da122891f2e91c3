/* A role as a sentence names it. */
#ifndef FOLLOWUP_DRAFT_ROLE_H
#define FOLLOWUP_DRAFT_ROLE_H

#include "draft/facts.h"

/*
 * Puts a role into FACT_ROLE so that it fits "the ... role": "Head of Operations" for "the Head of Operations
 * position", "Potter" for "POTTER (m/f/d)". One that says only "role" is not known.
 */
followup_status say_role(struct facts *facts, const char *role, size_t length);

#endif
