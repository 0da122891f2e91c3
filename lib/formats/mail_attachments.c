#include "formats/mail_body.h"
#include "formats/mail_text.h"

/* Adds what an HTML text refers to as "cid:...". */
static void add_references(GHashTable *shown, const GString *html) {
  const char *end = html->str + html->len;
  for (const char *at = html->str; (at = memchr(at, ':', (size_t)(end - at))) != NULL;) {
    at++;
    if (at - html->str < 4 || g_ascii_strncasecmp(at - 4, "cid", 3) != 0) continue;
    size_t length = strcspn(at, "\"' \t\r\n)><&");
    char *unescaped = g_uri_unescape_segment(at, at + length, NULL);
    g_hash_table_add(shown, unescaped != NULL ? unescaped : g_strndup(at, length));
    at += length;
  }
}

static bool any_has_content_id(const struct mail_parts *parts) {
  for (guint i = 0; i < parts->all->len; i++) {
    const struct mail_part *part = g_ptr_array_index(parts->all, i);
    if (header_has(&part->header, "Content-ID")) return true;
  }
  return false;
}

/* The Content-IDs of what stands in the text of an HTML part, shown or not. */
static GHashTable *shown_in_html(const struct mail_parts *parts) {
  GHashTable *shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (!any_has_content_id(parts)) return shown;
  for (guint i = 0; i < parts->all->len; i++) {
    const struct mail_part *part = g_ptr_array_index(parts->all, i);
    if (!part_is(part, "text", "html") || part_is_attached(part)) continue;
    GString *html = part_decode(part);
    add_references(shown, html);
    g_string_free(html, TRUE);
  }
  return shown;
}

static bool is_in_html(const struct mail_part *part, GHashTable *shown) {
  char *id = part_content_id(part);
  bool is = id != NULL && g_hash_table_contains(shown, id);
  g_free(id);
  return is;
}

/* What the mail program made, not the writer. */
static bool is_machinery(const struct mail_part *part) {
  return part_is(part, "application", "pkcs7-signature") || part_is(part, "application", "x-pkcs7-signature") ||
         part_is(part, "application", "pgp-signature") || part_is(part, "application", "pgp-encrypted") ||
         part_is(part, "application", "applefile") || part_is(part, "message", "delivery-status") ||
         part_is(part, "message", "disposition-notification");
}

/* Another form of the text, such as the HTML beside plain text, or the calendar entry beside an invitation. */
static bool is_other_form(const struct mail_part *part) {
  if (part_name(part) != NULL) return false;
  return part_is(part, "text", "plain") || part_is(part, "text", "html") ||
         part_is(part->parent, "multipart", "alternative"); /* a mail of one part is its text */
}

static bool is_attachment(const struct mail_part *part, GHashTable *shown) {
  if (part->shown || part->children != NULL || is_machinery(part) || is_in_html(part, shown)) return false;
  return part_is_attached(part) || !is_other_form(part);
}

/* A mail that was attached without a name goes by its subject. */
static char *name_of_mail(const struct mail_part *part, GMimeParserOptions *options) {
  struct stretch header = header_of(&part->content);
  char *subject = header_first(&header, "Subject");
  char *decoded = subject != NULL && *subject != '\0' ? header_decode(options, subject) : g_strdup("message");
  char *name = g_strconcat(decoded, ".eml", NULL);
  g_free(decoded);
  g_free(subject);
  return name;
}

static char *attachment_name(const struct mail_part *part, GMimeParserOptions *options) {
  const char *given = part_name(part);
  if (given != NULL) {
    char *name = g_strstrip(header_decode(options, given));
    if (*name != '\0') return name;
    g_free(name);
  }
  if (part_is(part, "message", "rfc822")) return name_of_mail(part, options);
  return g_strdup("attachment");
}

GPtrArray *mail_attachments(const struct mail_parts *parts) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  GHashTable *shown = shown_in_html(parts);
  for (guint i = 0; i < parts->all->len; i++) {
    const struct mail_part *part = g_ptr_array_index(parts->all, i);
    if (is_attachment(part, shown)) g_ptr_array_add(names, attachment_name(part, parts->options));
  }
  g_hash_table_destroy(shown);
  return names;
}
