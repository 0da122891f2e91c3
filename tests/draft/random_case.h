/* Random valid cases: the same number gives the same case. */
#ifndef FOLLOWUP_TESTS_DRAFT_RANDOM_CASE_H
#define FOLLOWUP_TESTS_DRAFT_RANDOM_CASE_H

#include <followup.h>

/* Makes a case, owned by the caller, and the instant to plan it at. */
followup_case *random_case(uint64_t number, int64_t *now);

/* One whose only interview has a panel of that size, each person with so many notes. */
followup_case *panel_case(uint64_t number, size_t people, size_t notes, int64_t *now);

#endif
