/* The family "What the message says". */
#ifndef FOLLOWUP_RULES_CONTENT_H
#define FOLLOWUP_RULES_CONTENT_H

#include "rules/catalogue.h"

/* content.c: what is said, and what is missing */
bool judge_phrases(struct inspection *in, const struct rule_row *row);
bool judge_no_thanks(struct inspection *in, const struct rule_row *row);
bool judge_no_interest(struct inspection *in, const struct rule_row *row);
bool judge_pay_talk(struct inspection *in, const struct rule_row *row);
bool judge_missing_attachment(struct inspection *in, const struct rule_row *row);
bool judge_no_conversation_reference(struct inspection *in, const struct rule_row *row);
bool judge_no_written_offer(struct inspection *in, const struct rule_row *row);
bool judge_accepts_unseen(struct inspection *in, const struct rule_row *row);

/* form.c: how it is written */
bool judge_too_short(struct inspection *in, const struct rule_row *row);
bool judge_too_long(struct inspection *in, const struct rule_row *row);
bool judge_placeholder(struct inspection *in, const struct rule_row *row);
bool judge_shouting(struct inspection *in, const struct rule_row *row);
bool judge_too_casual(struct inspection *in, const struct rule_row *row);
bool judge_no_greeting(struct inspection *in, const struct rule_row *row);
bool judge_no_sign_off(struct inspection *in, const struct rule_row *row);
bool judge_no_subject(struct inspection *in, const struct rule_row *row);

/* facts.c: what does not fit the case */
bool judge_wrong_company(struct inspection *in, const struct rule_row *row);
bool judge_wrong_date(struct inspection *in, const struct rule_row *row);

/* personalization.c */
bool judge_not_personalized(struct inspection *in, const struct rule_row *row);
bool judge_borrowed_detail(struct inspection *in, const struct rule_row *row);

#endif
