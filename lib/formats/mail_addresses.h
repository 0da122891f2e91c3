/* Address fields (From, To, Cc, Bcc) as the mailboxes that a message takes. */
#ifndef FOLLOWUP_FORMATS_MAIL_ADDRESSES_H
#define FOLLOWUP_FORMATS_MAIL_ADDRESSES_H

#include "formats/mail_header.h"

/*
 * Adds the mailboxes of one field's value to `mailboxes`: decoded, groups opened, each as `address`,
 * `Name <address>` or a bare name. False where the value cannot be read as a whole.
 */
bool addresses_read(GMimeParserOptions *options, const char *value, GPtrArray *mailboxes);

#endif
