#include "formats/mail_parts.h"

/* The walk: the multiparts that are open, outermost first, and the part that lines now belong to. */
struct walk {
  struct mail_parts *parts;
  const char *at, *end;
  struct mail_part *open[DEPTH_LIMIT];
  size_t depth;
  struct mail_part *leaf; /* NULL: before the first or behind the last part of a multipart */
  followup_error *error;
};

/* A boundary line: which open multipart it belongs to, and whether that ends with it. */
struct boundary {
  size_t level;
  bool last;
};

static void part_free(gpointer data) {
  struct mail_part *part = data;
  g_clear_object(&part->type);
  g_clear_object(&part->placed);
  if (part->children != NULL) g_ptr_array_free(part->children, TRUE);
  g_free(part->boundary);
  g_free(part);
}

static followup_status fail(const struct walk *walk, followup_status status, const char *place, const char *reason) {
  size_t offset = (size_t)(place - walk->parts->mail.bytes);
  return followup_error_set(walk->error, status, "mail", offset, mail_line(walk->parts, place), reason);
}

static bool only_blanks(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (bytes[i] != ' ' && bytes[i] != '\t') return false;
  return true;
}

static bool is_boundary(const struct line *line, const struct mail_part *of, bool *last) {
  size_t length = of->boundary_length;
  if (line->length < length + 2 || memcmp(line->start + 2, of->boundary, length) != 0) return false;
  const char *rest = line->start + 2 + length;
  size_t left = line->length - 2 - length;
  *last = left >= 2 && rest[0] == '-' && rest[1] == '-';
  return *last ? only_blanks(rest + 2, left - 2) : only_blanks(rest, left);
}

/* An inner multipart that was never ended gives way to an outer boundary. */
static bool find_boundary(const struct walk *walk, const struct line *line, struct boundary *found) {
  if (line->length < 2 || line->start[0] != '-' || line->start[1] != '-') return false;
  for (size_t level = walk->depth; level-- > 0;) {
    found->level = level;
    if (is_boundary(line, walk->open[level], &found->last)) return true;
  }
  return false;
}

/* Takes lines as long as they are fields. The empty line goes with the header; any other is content already. */
static struct stretch take_header(struct walk *walk) {
  const char *start = walk->at;
  struct line line;
  struct boundary boundary;
  while (line_at(walk->at, walk->end, &line) && line.length > 0 && !find_boundary(walk, &line, &boundary)) {
    bool folded = walk->at > start && (line.start[0] == ' ' || line.start[0] == '\t');
    if (!folded && field_name_length(&line) == 0) return stretch_between(start, walk->at);
    walk->at = line.next;
  }
  struct stretch header = stretch_between(start, walk->at);
  if (line_at(walk->at, walk->end, &line) && line.length == 0) walk->at = line.next;
  return header;
}

/* "type/subtype": anything else is not a type, and stands for plain text (RFC 2045, 5.2). */
static bool names_a_type(const char *value) {
  size_t length = strcspn(value, " \t;(");
  const char *slash = memchr(value, '/', length);
  return slash != NULL && slash > value && slash + 1 < value + length;
}

static GMimeContentType *read_type(const struct mail_part *part, GMimeParserOptions *options) {
  char *value = header_first(&part->header, "Content-Type");
  bool is_digest = value == NULL && part->parent != NULL && part_is(part->parent, "multipart", "digest");
  GMimeContentType *type = NULL;
  if (value != NULL && names_a_type(value)) type = g_mime_content_type_parse(options, value);
  if (type == NULL && is_digest) type = g_mime_content_type_new("message", "rfc822");
  if (type == NULL) type = g_mime_content_type_new("text", "plain");
  g_free(value);
  return type;
}

static GMimeContentDisposition *read_disposition(const struct mail_part *part, GMimeParserOptions *options) {
  char *value = header_first(&part->header, "Content-Disposition");
  GMimeContentDisposition *placed =
      value != NULL && *value != '\0' ? g_mime_content_disposition_parse(options, value) : NULL;
  g_free(value);
  return placed;
}

static void read_fields(struct mail_part *part, GMimeParserOptions *options) {
  part->type = read_type(part, options);
  part->placed = read_disposition(part, options);
  if (!part_is(part, "multipart", "*")) return;
  part->children = g_ptr_array_new();
  const char *boundary = g_mime_content_type_get_parameter(part->type, "boundary");
  if (boundary == NULL || *boundary == '\0') return;
  part->boundary = g_strdup(boundary);
  part->boundary_length = strlen(boundary);
}

static followup_status open_part(struct walk *walk, struct mail_part *part) {
  walk->leaf = NULL;
  if (part->boundary == NULL)
    walk->leaf = part;
  else if (walk->depth == DEPTH_LIMIT)
    return fail(walk, FOLLOWUP_E_LIMIT, walk->at, "parts within parts more than 64 deep");
  else
    walk->open[walk->depth++] = part;
  return FOLLOWUP_OK;
}

/* Starts a part where the walk is: reads its header, and leaves the walk at its content. */
static followup_status start_part(struct walk *walk, struct mail_part *parent) {
  if (walk->parts->all->len == PART_LIMIT) return fail(walk, FOLLOWUP_E_LIMIT, walk->at, "more than 10000 parts");
  struct mail_part *part = g_new0(struct mail_part, 1);
  g_ptr_array_add(walk->parts->all, part);
  part->parent = parent;
  if (parent != NULL) g_ptr_array_add(parent->children, part);
  part->header = take_header(walk);
  part->content = stretch_between(walk->at, walk->end);
  size_t overlong = header_overlong(&part->header);
  if (overlong < part->header.length)
    return fail(walk, FOLLOWUP_E_LIMIT, part->header.bytes + overlong, "a header field longer than 262144 bytes");
  read_fields(part, walk->parts->options);
  return open_part(walk, part);
}

/* The line end before a boundary belongs to the boundary. */
static void end_content(struct mail_part *part, const char *stop) {
  const char *start = part->content.bytes;
  if (stop > start) stop--; /* a boundary begins a line */
  if (stop > start && stop[-1] == '\r') stop--;
  part->content = stretch_between(start, stop);
}

static followup_status pass_boundary(struct walk *walk, const struct line *line, const struct boundary *boundary) {
  if (walk->leaf != NULL) end_content(walk->leaf, line->start);
  while (walk->depth > boundary->level + 1) end_content(walk->open[--walk->depth], line->start);
  walk->leaf = NULL;
  walk->at = line->next;
  struct mail_part *whole = walk->open[boundary->level];
  if (!boundary->last) return start_part(walk, whole);
  end_content(whole, line->start);
  walk->depth = boundary->level;
  return FOLLOWUP_OK;
}

static followup_status walk_content(struct walk *walk) {
  struct line line;
  struct boundary boundary;
  followup_status status = FOLLOWUP_OK;
  while (status == FOLLOWUP_OK && walk->depth > 0 && line_at(walk->at, walk->end, &line)) {
    walk->at = line.next;
    if (find_boundary(walk, &line, &boundary)) status = pass_boundary(walk, &line, &boundary);
  }
  return status;
}

/* What an mbox or a mail program may have put before the header: a byte order mark, a From_ line. */
static const char *skip_preamble(struct stretch mail) {
  const char *at = mail.bytes;
  struct line line;
  if (mail.length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) at += 3;
  bool has_line = line_at(at, stretch_end(&mail), &line);
  if (has_line && line.length >= 5 && memcmp(line.start, "From ", 5) == 0) return line.next;
  if (has_line && line.length >= 6 && memcmp(line.start, ">From ", 6) == 0) return line.next;
  return at;
}

/* One field that only mail has: prose with a colon in its first line is no header. */
static bool is_mail_header(const struct stretch *header) {
  static const char *const names[] = {"From",     "To",         "Subject",      "Date",         "Cc",      "Bcc",
                                      "Received", "Message-ID", "MIME-Version", "Content-Type", "Reply-To"};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
    if (header_has(header, names[i])) return true;
  return false;
}

followup_status mail_parts_read(struct stretch mail, struct mail_parts *parts, followup_error *error) {
  *parts = (struct mail_parts){mail, header_options(), g_ptr_array_new_with_free_func(part_free)};
  struct walk walk = {.parts = parts, .at = skip_preamble(mail), .end = stretch_end(&mail), .error = error};
  const char *start = walk.at;
  followup_status status = start_part(&walk, NULL);
  if (status != FOLLOWUP_OK) return status;
  const struct stretch *header = &mail_parts_root(parts)->header;
  if (!is_mail_header(header)) return fail(&walk, FOLLOWUP_E_SYNTAX, start, "no mail: it has no header");
  const char *nul = memchr(header->bytes, '\0', header->length);
  if (nul != NULL) return fail(&walk, FOLLOWUP_E_UTF8, nul, "NUL byte in the header");
  return walk_content(&walk);
}

void mail_parts_free(struct mail_parts *parts) {
  g_ptr_array_free(parts->all, TRUE);
  g_mime_parser_options_free(parts->options);
}

struct mail_part *mail_parts_root(const struct mail_parts *parts) {
  return g_ptr_array_index(parts->all, 0);
}

bool part_is(const struct mail_part *part, const char *type, const char *subtype) {
  return g_mime_content_type_is_type(part->type, type, subtype);
}

char *part_content_id(const struct mail_part *part) {
  char *value = header_first(&part->header, "Content-ID");
  if (value == NULL) return NULL;
  const char *start = value[0] == '<' ? value + 1 : value;
  char *id = g_strndup(start, strcspn(start, ">"));
  g_free(value);
  return id;
}

size_t mail_line(const struct mail_parts *parts, const char *place) {
  size_t line = 1;
  for (const char *at = parts->mail.bytes; at < place; line++) {
    at = memchr(at, '\n', (size_t)(place - at));
    if (at == NULL) break;
    at++;
  }
  return line;
}
