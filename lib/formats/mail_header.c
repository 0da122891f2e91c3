#include "formats/mail_header.h"

static bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

size_t field_name_length(const struct line *line) {
  size_t length = 0;
  while (length < line->length && line->start[length] > ' ' && line->start[length] < 127 && line->start[length] != ':')
    length++;
  size_t colon = length;
  while (colon < line->length && is_blank(line->start[colon])) colon++;
  return colon < line->length && line->start[colon] == ':' ? length : 0;
}

struct stretch header_of(const struct stretch *mail) {
  const char *at = mail->bytes;
  struct line line;
  while (line_at(at, stretch_end(mail), &line) && line.length > 0) at = line.next;
  return stretch_between(mail->bytes, at);
}

/* Reads the field that starts at `at`: its first line, and where the next field starts. */
static bool field_at(const char *at, const char *end, struct line *first, const char **next) {
  if (!line_at(at, end, first)) return false;
  *next = first->next;
  struct line folded;
  while (line_at(*next, end, &folded) && folded.length > 0 && is_blank(folded.start[0])) *next = folded.next;
  return true;
}

static bool field_is(const struct line *first, const char *name) {
  size_t length = field_name_length(first);
  return length > 0 && length == strlen(name) && g_ascii_strncasecmp(first->start, name, length) == 0;
}

/* Joins the lines of a field's value. The white space that a line began with stays, as a space: it is the value's. */
static char *unfold(const struct line *first, const char *next) {
  GString *value = g_string_new(NULL);
  const char *at = memchr(first->start, ':', first->length);
  struct line line;
  for (at++; line_at(at, next, &line); at = line.next) {
    gsize before = value->len;
    g_string_append_len(value, line.start, (gssize)line.length);
    if (value->len > before && value->str[before] == '\t') value->str[before] = ' ';
  }
  return g_strstrip(g_string_free(value, FALSE));
}

/* The first line of the next field of that name from `*at` on; moves `*at` behind the field. */
static bool find_field(const struct stretch *header, const char *name, const char **at, struct line *found) {
  const char *next = NULL;
  while (field_at(*at, stretch_end(header), found, &next)) {
    *at = next;
    if (field_is(found, name)) return true;
  }
  return false;
}

char *header_next(const struct stretch *header, const char *name, const char **at) {
  struct line first;
  return find_field(header, name, at, &first) ? unfold(&first, *at) : NULL;
}

char *header_first(const struct stretch *header, const char *name) {
  const char *at = header->bytes;
  return header_next(header, name, &at);
}

bool header_has(const struct stretch *header, const char *name) {
  const char *at = header->bytes;
  struct line first;
  return find_field(header, name, &at, &first);
}

size_t header_overlong(const struct stretch *header) {
  const char *at = header->bytes, *next = NULL;
  struct line first;
  for (; field_at(at, stretch_end(header), &first, &next); at = next)
    if (next - at > FIELD_LIMIT) return (size_t)(at - header->bytes);
  return header->length;
}

GMimeParserOptions *header_options(void) {
  const char *charsets[] = {"utf-8", "windows-1252", NULL};
  GMimeParserOptions *options = g_mime_parser_options_new();
  g_mime_parser_options_set_fallback_charsets(options, charsets);
  g_mime_parser_options_set_allow_addresses_without_domain(options, TRUE);
  return options;
}

char *header_decode(GMimeParserOptions *options, const char *value) {
  char *decoded = g_mime_utils_header_decode_text(options, value);
  if (g_utf8_validate(decoded, -1, NULL)) return decoded;
  char *repaired = g_mime_utils_decode_8bit(options, decoded, strlen(decoded));
  g_free(decoded);
  return repaired;
}
