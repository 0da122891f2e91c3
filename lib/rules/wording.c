/*
 * What of ICU's message patterns the packs use: {0}, {4, number}, select, and plural with =N, one, other and #. ICU's
 * own takes memory that is not the context's, and without any it crashes, or says nothing and calls it success.
 */
#include "rules/wording.h"

#include <stdio.h>
#include <string.h>

/* Texts named in an explanation are cut here: a reader needs no more to find the place. */
enum { LONGEST_ARGUMENT = 120, NUMBER = 4, NUMBER_WORDS = 24 };

/* Counted first, with `into` NULL, then written. */
struct filling {
  const struct wording_arguments *arguments;
  char *into;
  size_t length;
};

static void put(struct filling *filling, const char *bytes, size_t length) {
  if (filling->into != NULL) memcpy(filling->into + filling->length, bytes, length);
  filling->length += length;
}

static const char *text_of(const struct filling *filling, int index) {
  return index == 0 ? filling->arguments->text : filling->arguments->more[index - 1];
}

/* Cut between characters. */
static void put_text(struct filling *filling, int index) {
  const char *text = text_of(filling, index);
  size_t whole = strlen(text), length = whole;
  if (length > LONGEST_ARGUMENT) length = LONGEST_ARGUMENT;
  while (length < whole && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
  put(filling, text, length);
  if (length < whole) put(filling, "…", strlen("…"));
}

/* 12,345 */
static void put_number(struct filling *filling) {
  char digits[NUMBER_WORDS];
  int length = snprintf(digits, sizeof digits, "%d", filling->arguments->number);
  for (int i = 0; i < length; i++) {
    int left = length - i;
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') put(filling, ",", 1);
    put(filling, digits + i, 1);
  }
}

static const char *skip_spaces(const char *at) { return at + strspn(at, " \n"); }

/* Behind the brace that closes the one before `at`. */
static const char *skip_braces(const char *at) {
  for (int open = 1; *at != '\0' && open > 0; at++) open += (*at == '{') - (*at == '}');
  return at;
}

/* The message of the branch with that name, or NULL. */
static const char *find_branch(const char *at, const char *name) {
  for (at = skip_spaces(at); *at != '}' && *at != '\0'; at = skip_spaces(at)) {
    size_t length = strcspn(at, " {}");
    const char *message = at + length + strcspn(at + length, "{}");
    if (*message != '{') return NULL;
    if (length == strlen(name) && memcmp(at, name, length) == 0) return message + 1;
    at = skip_braces(message + 1);
  }
  return NULL;
}

static const char *choose_by_number(const char *branches, int number) {
  char exactly[NUMBER_WORDS];
  snprintf(exactly, sizeof exactly, "=%d", number);
  const char *found = find_branch(branches, exactly);
  if (found == NULL && (number == 1 || number == -1)) found = find_branch(branches, "one");
  return found != NULL ? found : find_branch(branches, "other");
}

static const char *choose_by_text(const char *branches, const char *text) {
  const char *found = find_branch(branches, text);
  return found != NULL ? found : find_branch(branches, "other");
}

static const char *put_argument(struct filling *filling, const char *at);

/* Up to its end or to the brace that closes it; in a plural # is the number. */
static void put_message(struct filling *filling, const char *at, bool in_plural) {
  while (at != NULL && *at != '\0' && *at != '}') {
    if (*at == '{') {
      at = put_argument(filling, at + 1);
    } else if (*at == '#' && in_plural) {
      put_number(filling);
      at++;
    } else {
      at += *at == '\'' && at[1] == '\'';
      put(filling, at++, 1);
    }
  }
}

/* Returns what is behind the argument's closing brace. */
static const char *put_argument(struct filling *filling, const char *at) {
  const char *behind = skip_braces(at);
  at = skip_spaces(at);
  int index = *at - '0';
  if (index < 0 || index > NUMBER) return behind;
  at = skip_spaces(at + 1);
  const char *kind = *at == ',' ? skip_spaces(at + 1) : "";
  const char *branches = kind + strcspn(kind, ",");
  branches += *branches == ',';
  if (strncmp(kind, "plural", 6) == 0)
    put_message(filling, choose_by_number(branches, filling->arguments->number), true);
  else if (strncmp(kind, "select", 6) == 0 && index != NUMBER)
    put_message(filling, choose_by_text(branches, text_of(filling, index)), false);
  else if (index == NUMBER)
    put_number(filling);
  else
    put_text(filling, index);
  return behind;
}

followup_status wording_render(const followup_context *context, const char *pattern,
                               const struct wording_arguments *arguments, char **made) {
  struct filling filling = {.arguments = arguments};
  put_message(&filling, pattern, false);
  char *text = memory_take(context, filling.length + 1);
  if (text == NULL) return FOLLOWUP_E_MEMORY;
  filling.into = text;
  filling.length = 0;
  put_message(&filling, pattern, false);
  text[filling.length] = '\0';
  *made = text;
  return FOLLOWUP_OK;
}
