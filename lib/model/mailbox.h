/* A mailbox as mail programs write it: `address`, `Name <address>`, `"Last, First" <address>` or a bare name. */
#ifndef FOLLOWUP_MODEL_MAILBOX_H
#define FOLLOWUP_MODEL_MAILBOX_H

#include "model/text.h"

struct mailbox {
  struct model_text whole;   /* as it was given */
  struct model_text name;    /* without quotes; never set where there is only an address */
  struct model_text address; /* never set where there is only a name */
};

typedef ARRAY(struct mailbox) mailbox_list;

/* Takes a caller's text; on failure `parsed` is untouched. */
followup_status mailbox_parse(const followup_context *context, const char *member, const char *text, size_t length,
                              struct mailbox *parsed, followup_error *error);

/* Puts a parsed one in the place of what `mailbox` held (zeroed: nothing). */
followup_status mailbox_set(const followup_context *context, struct mailbox *mailbox, const char *member,
                            const char *text, size_t length, followup_error *error);

void mailbox_free(const followup_context *context, struct mailbox *mailbox);

/* What keeps a text from being one address, in words ("not an address: ..."); NULL where nothing does. */
const char *address_fault(const char *text, size_t length);

/* Whether both reach the same person: by address where both have one, else by name; never by nothing. */
bool mailbox_same(const struct mailbox *one, const struct mailbox *other);

#endif
