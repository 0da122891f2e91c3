/* The family Recipients: who a message goes to, and whom it greets. */
#ifndef FOLLOWUP_RULES_RECIPIENTS_H
#define FOLLOWUP_RULES_RECIPIENTS_H

#include "rules/catalogue.h"

bool judge_multiple_recipients(struct inspection *in, const struct rule_row *row);
bool judge_wrong_name(struct inspection *in, const struct rule_row *row);
bool judge_impersonal_greeting(struct inspection *in, const struct rule_row *row);
bool judge_unknown_recipient(struct inspection *in, const struct rule_row *row);

#endif
