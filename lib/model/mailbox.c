#include "model/mailbox.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

/* A stretch of the caller's text. */
struct stretch {
  const char *bytes;
  size_t length;
};

/* Which stretches of a mailbox are its name and its address; length 0 where it has none. */
struct mailbox_parts {
  struct stretch name, address;
};

static bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

static struct stretch trim(const char *bytes, size_t length) {
  while (length > 0 && is_space(bytes[0])) bytes++, length--;
  while (length > 0 && is_space(bytes[length - 1])) length--;
  return (struct stretch){bytes, length};
}

/* The end of the "quoted string" that opens at `at`; 0 where it never closes. */
static size_t quoted_end(struct stretch text, size_t at) {
  for (size_t i = at + 1; i < text.length; i++) {
    if (text.bytes[i] == '"') return i + 1;
    if (text.bytes[i] == '\\') i++;
  }
  return 0;
}

/* Moves to the next character outside quotes. A quote that never closes is an inch mark: `loose` from there on. */
static size_t step_over(struct stretch text, size_t at, bool *loose) {
  if (text.bytes[at] != '"' || *loose) return at + 1;
  size_t end = quoted_end(text, at);
  *loose = end == 0;
  return *loose ? at + 1 : end;
}

static bool has_outside_quotes(struct stretch text, const char *any) {
  bool loose = false;
  for (size_t at = 0; at < text.length; at = step_over(text, at, &loose))
    if (strchr(any, text.bytes[at]) != NULL) return true;
  return false;
}

static bool ends_an_address(char byte) {
  unsigned char value = (unsigned char)byte;
  return value <= ' ' || value == 0x7F || strchr(",;<>", byte) != NULL;
}

const char *address_fault(const char *text, size_t length) {
  struct stretch address = {text, length};
  size_t signs = 0, sign = 0;
  bool loose = false;
  for (size_t at = 0; at < length; at = step_over(address, at, &loose)) {
    if (ends_an_address(text[at])) return "not an address: white space, a comma or a bracket in it";
    if (text[at] != '@') continue;
    sign = at;
    signs++;
  }
  if (signs == 0) return "not an address: no @ in it";
  if (signs > 1) return "not an address: more than one @ in it";
  if (sign == 0 || sign == length - 1) return "not an address: nothing on one side of the @";
  return NULL;
}

static bool is_quoted(struct stretch text) {
  if (text.length < 2 || text.bytes[0] != '"' || text.bytes[text.length - 1] != '"') return false;
  for (size_t i = 1; i < text.length - 1; i++) {
    if (text.bytes[i] == '"') return false;
    if (text.bytes[i] == '\\' && ++i == text.length - 1) return false;
  }
  return true;
}

static bool is_nothing(struct stretch name) {
  return name.length == 0 || (is_quoted(name) && trim(name.bytes + 1, name.length - 2).length == 0);
}

static const char *split_bracketed(struct stretch text, struct mailbox_parts *parts) {
  size_t open = text.length;
  while (open > 0 && text.bytes[open - 1] != '<') open--;
  if (open == 0) return "not an address: a > without a <";
  parts->name = trim(text.bytes, open - 1);
  if (is_nothing(parts->name)) parts->name.length = 0;
  parts->address = trim(text.bytes + open, text.length - 1 - open);
  if (has_outside_quotes(parts->name, "<>")) return "not an address: more than one < or >";
  if (parts->address.length == 0) return "not an address: nothing between < and >";
  return address_fault(parts->address.bytes, parts->address.length);
}

/* Returns what is wrong, NULL where nothing is. */
static const char *split(struct stretch text, struct mailbox_parts *parts) {
  if (is_nothing(text)) return "not an address: it is empty";
  if (text.bytes[text.length - 1] == '>') return split_bracketed(text, parts);
  if (has_outside_quotes(text, "<>")) return "not an address: < and > do not match";
  if (!has_outside_quotes(text, "@")) {
    parts->name = text;
    return NULL;
  }
  parts->address = text;
  return address_fault(text.bytes, text.length);
}

/* Takes away the quotes, and the backslashes before what they keep. */
static void unquote(struct model_text *name) {
  size_t kept = 0;
  for (size_t i = 1; i < name->length - 1; i++) {
    if (name->bytes[i] == '\\') i++;
    name->bytes[kept++] = name->bytes[i];
  }
  name->bytes[kept] = '\0';
  name->length = kept;
}

static bool copy_stretch(const followup_context *context, struct stretch from, struct model_text *copied) {
  if (from.length == 0) return true;
  copied->bytes = memory_copy_text(context, from.bytes, from.length);
  if (copied->bytes == NULL) return false;
  copied->length = from.length;
  return true;
}

static bool copy_parts(const followup_context *context, struct stretch whole, const struct mailbox_parts *parts,
                       struct mailbox *copied) {
  if (!copy_stretch(context, whole, &copied->whole) || !copy_stretch(context, parts->name, &copied->name) ||
      !copy_stretch(context, parts->address, &copied->address)) {
    mailbox_free(context, copied);
    return false;
  }
  if (is_quoted(parts->name)) unquote(&copied->name);
  return true;
}

followup_status mailbox_parse(const followup_context *context, const char *member, const char *text, size_t length,
                              struct mailbox *parsed, followup_error *error) {
  followup_status status = text_accept(context, member, text, &length, error);
  if (status != FOLLOWUP_OK) return status;
  struct mailbox_parts parts = {{NULL, 0}, {NULL, 0}};
  const char *fault = split(trim(text, length), &parts);
  if (fault != NULL) return error_argument(error, member, fault);
  struct mailbox copied = {0};
  if (!copy_parts(context, (struct stretch){text, length}, &parts, &copied)) return error_memory(error);
  *parsed = copied;
  return FOLLOWUP_OK;
}

followup_status mailbox_set(const followup_context *context, struct mailbox *mailbox, const char *member,
                            const char *text, size_t length, followup_error *error) {
  struct mailbox parsed;
  followup_status status = mailbox_parse(context, member, text, length, &parsed, error);
  if (status != FOLLOWUP_OK) return status;
  mailbox_free(context, mailbox);
  *mailbox = parsed;
  return FOLLOWUP_OK;
}

void mailbox_free(const followup_context *context, struct mailbox *mailbox) {
  model_text_free(context, &mailbox->whole);
  model_text_free(context, &mailbox->name);
  model_text_free(context, &mailbox->address);
}

bool mailbox_same(const struct mailbox *one, const struct mailbox *other) {
  if (one->address.length > 0 && other->address.length > 0) return address_compare(&one->address, &other->address) == 0;
  if (one->name.length == 0 || other->name.length == 0) return false;
  return name_compare(&one->name, &other->name) == 0;
}
