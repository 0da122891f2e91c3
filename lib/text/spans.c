#include "text/spans.h"

#include <string.h>

#include "base/utf8.h"
#include "text/characters.h"
#include "zone_lists.h"

enum { LONGEST_EMOTICON = 16, LONGEST_ENDING = 12 };

static bool is_word_byte(char byte) { return is_plain(byte, PLAIN_LETTER | PLAIN_DIGIT | NOT_PLAIN); }

static bool list_holds_small(const struct word_list *list, const char *bytes, size_t length) {
  char small[LONGEST_EMOTICON];
  if (length == 0 || length > sizeof small) return false;
  for (size_t i = 0; i < length; i++) small[i] = (char)(bytes[i] >= 'A' && bytes[i] <= 'Z' ? bytes[i] + 32 : bytes[i]);
  return word_list_holds(list, small, length);
}

/* Length of the emoticon that the token is, marks of a sentence's end behind it set aside; 0 where it is none. */
static size_t emoticon_length(const char *token, size_t length) {
  if (length < 2 || length > LONGEST_EMOTICON + 3) return 0;
  for (size_t kept = length; kept >= 2; kept--) {
    if (list_holds_small(&list_emoticons, token, kept)) return kept;
    if (strchr(".,!?", token[kept - 1]) == NULL) break;
  }
  return 0;
}

/* The part of a token that names a host or a file: up to the path, the query or the port. */
static size_t name_length(const char *token, size_t length) {
  size_t end = 0;
  while (end < length && strchr("/?#:&=", token[end]) == NULL) end++;
  return end;
}

static bool has_known_ending(const char *token, size_t length) {
  size_t end = name_length(token, length), dot = end;
  while (dot > 0 && is_plain(token[dot - 1], PLAIN_LETTER | PLAIN_DIGIT)) dot--;
  if (dot < 2 || token[dot - 1] != '.' || end - dot > LONGEST_ENDING || !is_word_byte(token[dot - 2])) return false;
  if (end - dot == 1 && (dot < 4 || !is_word_byte(token[dot - 3]) || !is_word_byte(token[dot - 4]))) return false;
  bool letters = false;
  for (size_t i = 0; i + 1 < dot; i++) letters = letters || is_plain(token[i], PLAIN_LETTER | NOT_PLAIN);
  if (list_holds_small(&list_file_endings, token + dot, end - dot)) return true;
  return letters && !(token[dot] >= 'A' && token[dot] <= 'Z' && token[end - 1] >= 'a') &&
         list_holds_small(&list_domain_endings, token + dot, end - dot);
}

static bool is_address(const char *token, size_t length) {
  const char *at = memchr(token, '@', length);
  if (at == NULL || at == token || !is_word_byte(at[-1])) return false;
  const char *dot = memchr(at, '.', (size_t)(token + length - at));
  return dot != NULL && dot > at + 1 && dot + 1 < token + length;
}

static bool has_scheme(const char *token, size_t length) {
  size_t letters = 0;
  while (letters < length && is_plain(token[letters], PLAIN_LETTER)) letters++;
  return letters >= 2 && length > letters + 3 && memcmp(token + letters, "://", 3) == 0;
}

static bool is_link(const char *token, size_t length) {
  if (length < 4) return false;
  if (has_scheme(token, length) || is_address(token, length)) return true;
  if (length > 5 && (token[0] | 32) == 'w' && (token[1] | 32) == 'w' && (token[2] | 32) == 'w' && token[3] == '.')
    return true;
  return has_known_ending(token, length);
}

/* Sets brackets, quotes and marks around a token aside, and a possessive ending. */
static void strip(const char *bytes, size_t *start, size_t *end) {
  while (*start < *end) {
    size_t next = *start;
    uint32_t character = utf8_next(bytes, &next);
    if (is_letter(character) || is_digit(character) || character == '/' || character == '~') break;
    *start = next;
  }
  while (*end > *start) {
    size_t before = *end;
    uint32_t character = utf8_previous(bytes, &before);
    if (is_letter(character) || is_digit(character) || character == '/') break;
    *end = before;
  }
  if (*end - *start > 2 && bytes[*end - 1] == 's' && bytes[*end - 2] == '\'') *end -= 2;
}

static followup_status add_span(struct text_reader *reader, size_t start, size_t end, enum span_kind kind) {
  if (!array_reserve(reader->context, &reader->spans, 1)) return FOLLOWUP_E_MEMORY;
  reader->spans.items[reader->spans.count++] = (struct text_span){(uint32_t)start, (uint32_t)end, kind};
  return FOLLOWUP_OK;
}

/* A stretch without white space, and whether it has the marks of a link or those of an emoticon. */
struct token {
  size_t start, end;
  bool dotted, smiling;
};

static struct token token_from(const char *bytes, size_t start, size_t limit) {
  struct token token = {.start = start};
  size_t at = start;
  while (at < limit) {
    while (at < limit && is_plain(bytes[at], PLAIN_LETTER | PLAIN_DIGIT)) at++;
    if (at == limit || is_plain(bytes[at], PLAIN_SPACE)) break;
    size_t next = at;
    if (is_space(utf8_next(bytes, &next))) break;
    token.dotted = token.dotted || bytes[at] == '.' || bytes[at] == ':';
    token.smiling = token.smiling || is_plain(bytes[at], PLAIN_MARK);
    at = next;
  }
  token.end = at;
  return token;
}

static followup_status look_at(struct text_reader *reader, const char *bytes, const struct token *token) {
  size_t start = token->start, end = token->end;
  size_t emoticon = token->smiling ? emoticon_length(bytes + start, end - start) : 0;
  if (emoticon > 0) return add_span(reader, start, start + emoticon, SPAN_EMOTICON);
  if (!token->dotted) return FOLLOWUP_OK;
  strip(bytes, &start, &end);
  return is_link(bytes + start, end - start) ? add_span(reader, start, end, SPAN_LINK) : FOLLOWUP_OK;
}

followup_status spans_find(struct text_reader *reader, const struct text *read, size_t at, size_t end) {
  const char *bytes = read->bytes;
  followup_status status = FOLLOWUP_OK;
  while (at < end && status == FOLLOWUP_OK) {
    struct token token = token_from(bytes, skip_space(bytes, at, end), end);
    if (token.dotted || token.smiling) status = look_at(reader, bytes, &token);
    at = token.end;
  }
  return status;
}
