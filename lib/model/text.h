/* A text that the model keeps, and how texts that name somebody are compared. */
#ifndef FOLLOWUP_MODEL_TEXT_H
#define FOLLOWUP_MODEL_TEXT_H

#include "base/array.h"

/* Zeroed is a text that was never set. */
struct model_text {
  char *bytes; /* NUL-terminated; NULL where never set */
  size_t length;
};

typedef ARRAY(struct model_text) text_list;

/* The text, "" where never set. */
const char *model_text_bytes(const struct model_text *text);
bool model_text_is_empty(const struct model_text *text);

/* Takes a caller's text into a new one; on failure `copied` is untouched. */
followup_status model_text_copy(const followup_context *context, const char *member, const char *given, size_t length,
                                struct model_text *copied, followup_error *error);
/* The same for a text that must hold more than white space. */
followup_status model_text_copy_filled(const followup_context *context, const char *member, const char *given,
                                       size_t length, struct model_text *copied, followup_error *error);
/* Takes a caller's text in the place of the old one; on failure the old one stays. */
followup_status model_text_set(const followup_context *context, struct model_text *text, const char *member,
                               const char *given, size_t length, followup_error *error);
/* Takes a caller's text as a new last entry. */
followup_status model_text_add(const followup_context *context, text_list *list, const char *member, const char *given,
                               size_t length, followup_error *error);

void model_text_free(const followup_context *context, struct model_text *text);
void model_text_list_free(const followup_context *context, text_list *list);

/* Below 0, 0 or above 0: addresses without ASCII case. */
int address_compare(const struct model_text *one, const struct model_text *other);
/* The same for names, without the case of any script. */
int name_compare(const struct model_text *one, const struct model_text *other);

#endif
