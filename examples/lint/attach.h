/* Messages that are sent to hand something over. */
#ifndef FOLLOWUP_LINT_ATTACH_H
#define FOLLOWUP_LINT_ATTACH_H

#include "session.h"

/* Whether something that was judged is to bring promised materials and carries none yet: neither an attachment nor a
 * link. What a case holds as sent is past mending. */
bool attach_is_to_do(struct session *session, const struct judged *judged);

#endif
