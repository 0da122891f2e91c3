/* The family "Timing": whether a message comes at its time. A text alone has none, and is never judged. */
#ifndef FOLLOWUP_RULES_TIMING_H
#define FOLLOWUP_RULES_TIMING_H

#include "rules/catalogue.h"

/* late.c: what was to come within some hours */
bool judge_late_thank_you(struct inspection *in, const struct rule_row *row);
bool judge_late_materials(struct inspection *in, const struct rule_row *row);
bool judge_late_information_reply(struct inspection *in, const struct rule_row *row);
bool judge_late_offer_acknowledgement(struct inspection *in, const struct rule_row *row);

/* early.c: what comes too soon, too often, or when all is over */
bool judge_early_status_check(struct inspection *in, const struct rule_row *row);
bool judge_repeated_status_check(struct inspection *in, const struct rule_row *row);
bool judge_too_many_follow_ups(struct inspection *in, const struct rule_row *row);
bool judge_early_application_follow_up(struct inspection *in, const struct rule_row *row);
bool judge_early_feedback_request(struct inspection *in, const struct rule_row *row);
bool judge_follow_up_after_decision(struct inspection *in, const struct rule_row *row);
bool judge_off_hours(struct inspection *in, const struct rule_row *row);

#endif
