/* What was promised, in the words of who sends it. */
#ifndef FOLLOWUP_DRAFT_THING_H
#define FOLLOWUP_DRAFT_THING_H

#include "draft/facts.h"
#include "model/model.h"

/*
 * Puts things into FACT_THING, each as a phrase that fits behind a colon: "a writing sample" for "A writing sample",
 * "the slides" for "I will send the slides", "my CV" for "CV". One that is no noun for sure is quoted or left as it was
 * written down; a blank one says nothing. FACT_WHAT is the phrase where there is only one.
 */
followup_status say_things(struct facts *facts, const struct model_text *const *things, size_t count);

#endif
