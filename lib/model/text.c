#include "model/text.h"

#include <unicode/uchar.h>

#include "base/error.h"
#include "base/utf8.h"

const char *model_text_bytes(const struct model_text *text) { return text->bytes != NULL ? text->bytes : ""; }

bool model_text_is_empty(const struct model_text *text) { return text->length == 0; }

static bool is_blank(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (!(text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r'))) return false;
  return true;
}

static followup_status copy_accepted(const followup_context *context, const char *given, size_t length,
                                     struct model_text *copied, followup_error *error) {
  char *copy = memory_copy_text(context, given, length);
  if (copy == NULL) return error_memory(error);
  *copied = (struct model_text){copy, length};
  return FOLLOWUP_OK;
}

followup_status model_text_copy(const followup_context *context, const char *member, const char *given, size_t length,
                                struct model_text *copied, followup_error *error) {
  followup_status status = text_accept(context, member, given, &length, error);
  return status != FOLLOWUP_OK ? status : copy_accepted(context, given, length, copied, error);
}

followup_status model_text_copy_filled(const followup_context *context, const char *member, const char *given,
                                       size_t length, struct model_text *copied, followup_error *error) {
  followup_status status = text_accept(context, member, given, &length, error);
  if (status != FOLLOWUP_OK) return status;
  if (is_blank(given, length)) return error_argument(error, member, "is empty");
  return copy_accepted(context, given, length, copied, error);
}

followup_status model_text_set(const followup_context *context, struct model_text *text, const char *member,
                               const char *given, size_t length, followup_error *error) {
  struct model_text copy = {NULL, 0};
  followup_status status = model_text_copy(context, member, given, length, &copy, error);
  if (status != FOLLOWUP_OK) return status;
  model_text_free(context, text);
  *text = copy;
  return FOLLOWUP_OK;
}

followup_status model_text_add(const followup_context *context, text_list *list, const char *member, const char *given,
                               size_t length, followup_error *error) {
  struct model_text copy = {NULL, 0};
  followup_status status = model_text_copy(context, member, given, length, &copy, error);
  if (status != FOLLOWUP_OK) return status;
  if (!array_reserve(context, list, 1)) {
    model_text_free(context, &copy);
    return error_memory(error);
  }
  list->items[list->count++] = copy;
  return FOLLOWUP_OK;
}

void model_text_free(const followup_context *context, struct model_text *text) {
  memory_give(context, text->bytes);
  *text = (struct model_text){NULL, 0};
}

void model_text_list_free(const followup_context *context, text_list *list) {
  for (size_t i = 0; i < list->count; i++) model_text_free(context, &list->items[i]);
  array_free(context, list);
}

static int lower_ascii(char byte) { return byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : (unsigned char)byte; }

static int compare_lengths(size_t one, size_t other) { return (one > other) - (one < other); }

/* How many bytes of ASCII the two begin with alike. */
static size_t alike_until(const struct model_text *one, const struct model_text *other) {
  size_t at = 0, most = one->length < other->length ? one->length : other->length;
  while (at < most && one->bytes[at] == other->bytes[at] && (unsigned char)one->bytes[at] < 0x80) at++;
  return at;
}

int address_compare(const struct model_text *one, const struct model_text *other) {
  for (size_t i = alike_until(one, other); i < one->length && i < other->length; i++) {
    int left = lower_ascii(one->bytes[i]), right = lower_ascii(other->bytes[i]);
    if (left != right) return left - right;
  }
  return compare_lengths(one->length, other->length);
}

static UChar32 next_folded(const struct model_text *text, size_t *at) {
  if ((unsigned char)text->bytes[*at] < 0x80) return lower_ascii(text->bytes[(*at)++]);
  return u_foldCase((UChar32)utf8_next(text->bytes, at), U_FOLD_CASE_DEFAULT);
}

int name_compare(const struct model_text *one, const struct model_text *other) {
  size_t left_at = alike_until(one, other), right_at = left_at;
  while (left_at < one->length && right_at < other->length) {
    UChar32 left = next_folded(one, &left_at), right = next_folded(other, &right_at);
    if (left != right) return left < right ? -1 : 1;
  }
  return compare_lengths(one->length - left_at, other->length - right_at);
}
