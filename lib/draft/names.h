/* What people are called. */
#ifndef FOLLOWUP_DRAFT_NAMES_H
#define FOLLOWUP_DRAFT_NAMES_H

#include "draft/facts.h"

/* Puts a full name into a fact as a sentence says it: "Priya Raman" for "Raman, Priya" and "Priya Raman, PhD
 * (she/her)". */
followup_status say_full_name(struct facts *facts, enum draft_fact fact, const char *name, size_t length);

/*
 * Puts what a greeting says into FACT_NAME, from a full name: "Dr. Raman" for "Dr. med. Priya Raman", "Sir John" for
 * "Sir John Reed"; else the first word, or, where the register is formal or that word is not known as a given name, the
 * whole name. An address is no name.
 */
followup_status say_greeting_name(struct facts *facts, const char *name, size_t length, bool formal);

#endif
