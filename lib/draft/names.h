/* What a greeting calls a person. */
#ifndef FOLLOWUP_DRAFT_NAMES_H
#define FOLLOWUP_DRAFT_NAMES_H

#include "draft/facts.h"

/*
 * Puts what a greeting says into FACT_NAME, from a full name: "Dr. Raman" for "Dr. Priya Raman"; else the first
 * word, or, where the register is formal or that word is not known as a given name, the whole name. An address is no
 * name.
 */
followup_status say_greeting_name(struct facts *facts, const char *name, bool formal);

#endif
