#include "draft/names.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "draft/given_name.h"
#include "draft_words.h"
#include "text/name_order.h"

/* A stretch of a name on one line, its words one space apart. */
struct stretch {
  const char *start;
  size_t length;
};

static struct stretch first_word(struct stretch name) {
  const char *space = memchr(name.start, ' ', name.length);
  return (struct stretch){name.start, space != NULL ? (size_t)(space - name.start) : name.length};
}

static struct stretch behind(struct stretch name, struct stretch word) {
  size_t skipped = word.length + (word.length < name.length);
  return (struct stretch){name.start + skipped, name.length - skipped};
}

static bool is_listed(const struct draft_list *list, struct stretch word) {
  for (size_t i = 0; i < list->count; i++)
    if (strlen(list->words[i]) == word.length && memcmp(list->words[i], word.start, word.length) == 0) return true;
  return false;
}

static bool begins_small(struct stretch word) {
  size_t at = 0;
  return u_islower((UChar32)utf8_next(word.start, &at));
}

/* The family name with what belongs to it: "van der Berg". */
static struct stretch family_name(struct stretch name) {
  struct stretch rest = behind(name, first_word(name));
  if (rest.length == 0) return name;
  for (;;) {
    struct stretch word = first_word(rest), more = behind(rest, word);
    if (begins_small(word) || more.length == 0) return rest;
    rest = more;
  }
}

/* "SUZUKI Hanako": who writes a word in capitals sets the family name apart. */
static bool is_in_capitals(struct stretch word) {
  for (size_t at = 0; at < word.length;)
    if (u_islower((UChar32)utf8_next(word.start, &at))) return false;
  return true;
}

/*
 * Where the family name comes first, as in "Kovács István" and "山田 太郎", nothing in a name tells so, and "HR Team"
 * is nobody's: only a word that is known as a given name is taken for one.
 */
static bool is_given_name(struct stretch word) {
  return !is_in_capitals(word) && !begins_small(word) && is_listed_given_name(word.start, word.length);
}

/* Without "(she/her)". */
static struct stretch cut_additions(struct stretch name) {
  const char *open = memchr(name.start, '(', name.length);
  if (open == NULL || open == name.start || open[-1] != ' ') return name;
  return (struct stretch){name.start, (size_t)(open - name.start) - 1};
}

static struct stretch choose(struct stretch name, bool formal) {
  struct stretch first = first_word(name), rest = behind(name, first);
  if (memchr(name.start, ',', name.length) != NULL) return name;
  if (rest.length > 0 && is_listed(&draft_list_titles, first)) {
    return family_name(rest);
  }
  return formal || rest.length == 0 || !is_given_name(first) ? name : first;
}

static followup_status say_titled(struct facts *facts, struct stretch title, struct stretch family) {
  byte_array words = {NULL, 0, 0};
  if (!array_reserve(facts->context, &words, title.length + 1 + family.length)) return FOLLOWUP_E_MEMORY;
  memcpy(words.items, title.start, title.length);
  words.items[title.length] = ' ';
  memcpy(words.items + title.length + 1, family.start, family.length);
  followup_status status = fact_set(facts, FACT_NAME, words.items, title.length + 1 + family.length);
  array_free(facts->context, &words);
  return status;
}

/* "Raman, Priya" as Priya Raman. */
static followup_status keep_in_order(struct facts *facts, const char *name) {
  followup_status status = fact_set(facts, FACT_PERSON, name, strlen(name));
  if (status != FOLLOWUP_OK || !facts->known[FACT_PERSON]) return status;
  const char *line = facts->texts[FACT_PERSON];
  byte_array words = {NULL, 0, 0};
  if (!array_reserve(facts->context, &words, strlen(line))) return FOLLOWUP_E_MEMORY;
  size_t length = name_in_order(line, strlen(line), words.items);
  if (length > 0) status = fact_set(facts, FACT_PERSON, words.items, length);
  array_free(facts->context, &words);
  return status;
}

followup_status say_greeting_name(struct facts *facts, const char *name, bool formal) {
  followup_status status = keep_in_order(facts, name);
  if (status != FOLLOWUP_OK || !facts->known[FACT_PERSON]) return status;
  const char *line = facts->texts[FACT_PERSON];
  if (strchr(line, '@') != NULL) {
    fact_forget(facts, FACT_PERSON);
    return FOLLOWUP_OK;
  }
  struct stretch whole = cut_additions((struct stretch){line, strlen(line)});
  struct stretch title = first_word(whole), said = choose(whole, formal);
  bool titled = said.start != whole.start && is_listed(&draft_list_titles, title);
  status = titled ? say_titled(facts, title, said) : fact_set(facts, FACT_NAME, said.start, said.length);
  fact_forget(facts, FACT_PERSON);
  return status;
}
