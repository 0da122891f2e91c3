#include "formats/mail_body.h"

#include "formats/flowed_text.h"
#include "formats/html_text.h"
#include "formats/mail_text.h"

struct body {
  const struct mail_parts *parts;
  GString *text;
  bool any; /* a part that is text was found */
  followup_error *error;
};

const char *part_name(const struct mail_part *part) {
  const char *name = part->placed != NULL ? g_mime_content_disposition_get_parameter(part->placed, "filename") : NULL;
  if (name == NULL || *name == '\0') name = g_mime_content_type_get_parameter(part->type, "name");
  return name != NULL && *name != '\0' ? name : NULL;
}

bool part_is_attached(const struct mail_part *part) {
  const char *said = part->placed != NULL ? g_mime_content_disposition_get_disposition(part->placed) : NULL;
  return said != NULL && g_ascii_strcasecmp(said, "attachment") == 0;
}

static bool is_plain(const struct mail_part *part) { return part_is(part, "text", "plain"); }

static bool is_html(const struct mail_part *part) {
  return part_is(part, "text", "html") || part_is(part, "application", "xhtml+xml");
}

/* A multipart whose parts cannot be told apart is shown as it is. */
static bool is_shapeless(const struct mail_part *part) { return part->children != NULL && part->children->len == 0; }

static bool parameter_is(const struct mail_part *part, const char *name, const char *value) {
  const char *said = g_mime_content_type_get_parameter(part->type, name);
  return said != NULL && g_ascii_strcasecmp(said, value) == 0;
}

static followup_status render_html(const struct body *body, const struct mail_part *part, GString **text) {
  const char *beyond = NULL;
  GString *html = *text;
  if (memchr(html->str, '\0', html->len) != NULL) return FOLLOWUP_OK; /* the setter of the body refuses it */
  *text = html_text(html, &beyond);
  g_string_free(html, TRUE);
  if (beyond == NULL) return FOLLOWUP_OK;
  size_t line = mail_line(body->parts, part->content.bytes);
  return followup_error_set(body->error, FOLLOWUP_E_LIMIT, "body", FOLLOWUP_NOWHERE, line, beyond);
}

static void unflow(const struct mail_part *part, GString **text) {
  if (!is_plain(part) || !parameter_is(part, "format", "flowed")) return;
  GString *flowed = *text;
  *text = flowed_text(flowed, parameter_is(part, "delsp", "yes"));
  g_string_free(flowed, TRUE);
}

static void append(GString *body, const GString *text) {
  if (body->len > 0 && text->len > 0 && body->str[body->len - 1] != '\n') g_string_append_c(body, '\n');
  g_string_append_len(body, text->str, (gssize)text->len);
}

static followup_status show(struct body *body, struct mail_part *part) {
  GString *text = NULL;
  followup_status status = part_text(body->parts, part, &text, body->error);
  if (status != FOLLOWUP_OK) return status;
  if (is_html(part))
    status = render_html(body, part, &text);
  else
    unflow(part, &text);
  if (status != FOLLOWUP_OK) return status;
  append(body->text, text);
  g_string_free(text, TRUE);
  part->shown = body->any = true;
  return FOLLOWUP_OK;
}

static followup_status collect(struct body *body, struct mail_part *part);

/* Whether plain text is to be found in a part that is one of several alternatives. */
// NOLINTNEXTLINE(misc-no-recursion): as deep as the parts, DEEPEST
static bool offers_plain(const struct mail_part *part) {
  if (part->children == NULL) return is_plain(part) && !part_is_attached(part);
  for (guint i = 0; i < part->children->len; i++)
    if (offers_plain(g_ptr_array_index(part->children, i))) return true;
  return false;
}

static bool is_blank(const char *text) {
  while (g_ascii_isspace(*text)) text++;
  return *text == '\0';
}

/* Shows an alternative; where that gives only white space, what it gave is taken back and `*done` stays false. */
// NOLINTNEXTLINE(misc-no-recursion): as deep as the parts, DEEPEST
static followup_status try_alternative(struct body *body, struct mail_part *part, bool *done) {
  gsize before = body->text->len;
  followup_status status = collect(body, part);
  if (status != FOLLOWUP_OK) return status;
  *done = !is_blank(body->text->str + before);
  if (!*done) g_string_truncate(body->text, before);
  return FOLLOWUP_OK;
}

/* Plain text first; else the last alternative that can be read, which is the richest. */
// NOLINTNEXTLINE(misc-no-recursion): as deep as the parts, DEEPEST
static followup_status collect_alternative(struct body *body, const struct mail_part *part) {
  followup_status status = FOLLOWUP_OK;
  bool done = false;
  guint count = part->children->len;
  for (guint i = 0; i < count && !done && status == FOLLOWUP_OK; i++) {
    struct mail_part *child = g_ptr_array_index(part->children, i);
    if (offers_plain(child)) status = try_alternative(body, child, &done);
  }
  for (guint i = count; i-- > 0 && !done && status == FOLLOWUP_OK;) {
    struct mail_part *child = g_ptr_array_index(part->children, i);
    if (!offers_plain(child)) status = try_alternative(body, child, &done);
  }
  return status;
}

/* The part of a multipart/related that the others belong to: the one it names, else the first. */
static struct mail_part *related_root(const struct mail_part *part) {
  const char *start = g_mime_content_type_get_parameter(part->type, "start");
  for (guint i = 0; start != NULL && i < part->children->len; i++) {
    struct mail_part *child = g_ptr_array_index(part->children, i);
    char *id = part_content_id(child);
    bool named = id != NULL && *id != '\0' && strstr(start, id) != NULL;
    g_free(id);
    if (named) return child;
  }
  return g_ptr_array_index(part->children, 0);
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the parts, DEEPEST
static followup_status collect_children(struct body *body, const struct mail_part *part) {
  followup_status status = FOLLOWUP_OK;
  for (guint i = 0; i < part->children->len && status == FOLLOWUP_OK; i++)
    status = collect(body, g_ptr_array_index(part->children, i));
  return status;
}

/* A named text that nobody asked to show in line is a file once there is a text to read. */
static bool is_readable(const struct body *body, const struct mail_part *part) {
  if (part_is_attached(part) || !(is_plain(part) || is_html(part))) return false;
  return part->placed != NULL || part_name(part) == NULL || body->text->len == 0;
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the parts, DEEPEST
static followup_status collect(struct body *body, struct mail_part *part) {
  if (is_shapeless(part) || (part->children == NULL && is_readable(body, part))) return show(body, part);
  if (part->children == NULL || part_is(part, "multipart", "encrypted")) return FOLLOWUP_OK;
  if (part_is(part, "multipart", "alternative")) return collect_alternative(body, part);
  if (part_is(part, "multipart", "related")) return collect(body, related_root(part));
  if (part_is(part, "multipart", "signed")) return collect(body, g_ptr_array_index(part->children, 0));
  return collect_children(body, part);
}

static followup_status refuse_unreadable(const struct body *body) {
  const struct mail_part *root = mail_parts_root(body->parts);
  bool encrypted = part_is(root, "multipart", "encrypted") || part_is(root, "application", "pkcs7-mime");
  size_t line = mail_line(body->parts, root->content.bytes);
  return followup_error_set(body->error, FOLLOWUP_E_SYNTAX, "body", FOLLOWUP_NOWHERE, line,
                            encrypted ? "the mail is encrypted" : "the mail has no text that can be read");
}

followup_status mail_body_read(const struct mail_parts *parts, GString **text, followup_error *error) {
  struct body body = {.parts = parts, .text = g_string_new(NULL), .error = error};
  followup_status status = collect(&body, mail_parts_root(parts));
  if (status == FOLLOWUP_OK && !body.any) status = refuse_unreadable(&body);
  if (status == FOLLOWUP_OK)
    *text = body.text;
  else
    g_string_free(body.text, TRUE);
  return status;
}
