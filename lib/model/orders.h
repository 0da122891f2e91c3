/* The orders that a case keeps: by what is looked up, then by the order added. */
#ifndef FOLLOWUP_MODEL_ORDERS_H
#define FOLLOWUP_MODEL_ORDERS_H

/* Of struct followup_interview. */
int order_by_id(const void *one, const void *other);
int order_by_end(const void *one, const void *other);
/* Of struct followup_interviewer. */
int order_by_email(const void *one, const void *other);
int order_by_name(const void *one, const void *other);

#endif
