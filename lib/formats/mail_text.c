#include "formats/mail_text.h"

#include "formats/mail_decode.h"

GString *part_decode(const struct mail_part *part) {
  char *value = header_first(&part->header, "Content-Transfer-Encoding");
  GMimeContentEncoding encoding =
      value != NULL ? g_mime_content_encoding_from_string(value) : GMIME_CONTENT_ENCODING_DEFAULT;
  g_free(value);
  if (encoding == GMIME_CONTENT_ENCODING_BASE64) return decode_base64(&part->content);
  if (encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE) return decode_quoted_printable(&part->content);
  return g_string_new_len(part->content.bytes, (gssize)part->content.length);
}

/* A charset's name without what some programs put around it: quotes, comments, an RFC 2231 language. */
static char *charset_name(const struct mail_part *part) {
  const char *said = g_mime_content_type_get_parameter(part->type, "charset");
  if (said == NULL) return g_strdup("us-ascii");
  while (*said != '\0' && !g_ascii_isalnum(*said)) said++;
  size_t length = 0;
  while (g_ascii_isalnum(said[length]) || (said[length] != '\0' && strchr("-_.:+", said[length]) != NULL)) length++;
  return length > 0 ? g_ascii_strdown(said, (gssize)length) : g_strdup("us-ascii");
}

static bool is_one_of(const char *name, const char *const names[], size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(name, names[i]) == 0) return true;
  return false;
}

static bool is_utf8_name(const char *name) {
  static const char *const names[] = {"utf-8",          "utf8",         "us-ascii", "ascii",
                                      "ansi_x3.4-1968", "unknown-8bit", "8bit",     "default"};
  return is_one_of(name, names, G_N_ELEMENTS(names));
}

/* What is meant by a name: often a superset of what the name says. */
static const char *meant_charset(const char *name) {
  static const char *const meant[][2] = {
      {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},  {"iso-8859-9", "windows-1254"},
      {"gb2312", "gb18030"},          {"gbk", "gb18030"},          {"shift_jis", "cp932"},
      {"shift-jis", "cp932"},         {"ks_c_5601-1987", "cp949"}, {"euc-kr", "cp949"}};
  for (size_t i = 0; i < G_N_ELEMENTS(meant); i++)
    if (strcmp(name, meant[i][0]) == 0) return meant[i][1];
  return name;
}

static bool is_ascii(const GString *text) {
  for (size_t i = 0; i < text->len; i++)
    if ((unsigned char)text->str[i] >= 0x80) return false;
  return true;
}

/* NUL bytes pass: whoever takes the text refuses them, with their place. */
static bool is_utf8(const GString *text) {
  const char *at = text->str, *end = text->str + text->len;
  while (!g_utf8_validate(at, end - at, &at)) {
    if (*at != '\0') return false;
    at++;
  }
  return true;
}

/* Converts all of `bytes`, or nothing and says how far it got. */
static GString *convert(const GString *bytes, const char *charset, size_t *reached) {
  gsize written = 0;
  char *converted = g_convert(bytes->str, (gssize)bytes->len, "UTF-8", charset, reached, &written, NULL);
  GString *text = NULL;
  if (converted != NULL && *reached == bytes->len) text = g_string_new_len(converted, (gssize)written);
  g_free(converted);
  return text;
}

static bool is_known(const char *charset) {
  GIConv conversion = g_iconv_open("UTF-8", charset);
  if (conversion == (GIConv)-1) return false;
  g_iconv_close(conversion);
  return true;
}

/* `reason` is freed. */
static followup_status refuse(const struct mail_parts *parts, const struct mail_part *part, followup_status status,
                              size_t offset, char *reason, followup_error *error) {
  followup_error_set(error, status, "body", offset, mail_line(parts, part->content.bytes), reason);
  g_free(reason);
  return status;
}

static followup_status refuse_unknown(const struct mail_parts *parts, const struct mail_part *part, const char *name,
                                      followup_error *error) {
  char *reason = g_strdup_printf("the charset \"%s\" is not known", name);
  return refuse(parts, part, FOLLOWUP_E_ARGUMENT, FOLLOWUP_NOWHERE, reason, error);
}

/* The offset is that of the part without its transfer encoding. */
static followup_status refuse_bytes(const struct mail_parts *parts, const struct mail_part *part, const char *name,
                                    size_t reached, followup_error *error) {
  char *reason = g_strdup_printf("the text is not %s at offset %zu", name, reached);
  return refuse(parts, part, FOLLOWUP_E_UTF8, reached, reason, error);
}

static GString *copy(const GString *bytes) { return g_string_new_len(bytes->str, (gssize)bytes->len); }

/* Text that says utf-8 or us-ascii and is neither is taken for windows-1252. */
static followup_status from_utf8(const struct mail_parts *parts, const struct mail_part *part, const char *name,
                                 const GString *bytes, GString **text, followup_error *error) {
  size_t reached = 0;
  *text = is_utf8(bytes) ? copy(bytes) : convert(bytes, "windows-1252", &reached);
  return *text != NULL ? FOLLOWUP_OK : refuse_bytes(parts, part, name, reached, error);
}

/* Text that says another charset and is not of it is taken for UTF-8 where it is that. */
static followup_status from_charset(const struct mail_parts *parts, const struct mail_part *part, const char *name,
                                    const GString *bytes, GString **text, followup_error *error) {
  size_t reached = 0;
  const char *charset = meant_charset(name);
  bool known = is_known(charset);
  *text = known ? convert(bytes, charset, &reached) : is_ascii(bytes) ? copy(bytes) : NULL;
  if (*text == NULL && known && is_utf8(bytes)) *text = copy(bytes);
  if (*text != NULL) return FOLLOWUP_OK;
  return known ? refuse_bytes(parts, part, name, reached, error) : refuse_unknown(parts, part, name, error);
}

static followup_status to_utf8(const struct mail_parts *parts, const struct mail_part *part, const GString *bytes,
                               GString **text, followup_error *error) {
  char *name = charset_name(part);
  followup_status status = is_utf8_name(name) ? from_utf8(parts, part, name, bytes, text, error)
                                              : from_charset(parts, part, name, bytes, text, error);
  g_free(name);
  return status;
}

/* Every line end becomes LF, and a byte order mark goes. */
static void tidy(GString *text) {
  if (text->len >= 3 && memcmp(text->str, "\xEF\xBB\xBF", 3) == 0) g_string_erase(text, 0, 3);
  size_t kept = 0;
  for (size_t i = 0; i < text->len; i++) {
    char byte = text->str[i];
    if (byte != '\r') {
      text->str[kept++] = byte;
      continue;
    }
    while (i + 1 < text->len && text->str[i + 1] == '\r') i++;
    if (i + 1 == text->len || text->str[i + 1] != '\n') text->str[kept++] = '\n';
  }
  g_string_truncate(text, kept);
}

followup_status part_text(const struct mail_parts *parts, const struct mail_part *part, GString **text,
                          followup_error *error) {
  GString *bytes = part_decode(part);
  followup_status status = to_utf8(parts, part, bytes, text, error);
  g_string_free(bytes, TRUE);
  if (status == FOLLOWUP_OK) tidy(*text);
  return status;
}
