#include "draft/names.h"

#include <string.h>

#include "draft/given_name.h"
#include "draft/words.h"
#include "draft_words.h"
#include "text/name_order.h"

/* The full name */

/* Without "(she/her)". */
static struct stretch cut_additions(struct stretch name) {
  const char *open = name.length > 0 ? memchr(name.start, '(', name.length) : NULL;
  if (open == NULL || open == name.start || open[-1] != ' ') return name;
  return (struct stretch){name.start, (size_t)(open - name.start) - 1};
}

static struct stretch without_comma(struct stretch words) {
  bool comma = words.length > 0 && words.start[words.length - 1] == ',';
  return (struct stretch){words.start, words.length - comma};
}

/* Without ", PhD", " MBA", " Jr."; of a name of one word nothing is cut. */
static struct stretch cut_degrees(struct stretch name) {
  for (;;) {
    struct stretch before = before_last(name);
    if (before.length == 0 || listed(&draft_list_degrees, without_comma(last_word(name))) == NULL)
      return without_comma(name);
    name = before;
  }
}

/* "Raman, Priya" as Priya Raman. */
static followup_status put_in_order(struct facts *facts, enum draft_fact fact, struct stretch name) {
  byte_array words = {NULL, 0, 0};
  if (!array_reserve(facts->context, &words, name.length + 1)) return FOLLOWUP_E_MEMORY;
  size_t length = name_in_order(name.start, name.length, words.items);
  if (length == 0) memcpy(words.items, name.start, length = name.length);
  followup_status status = fact_set(facts, fact, words.items, length);
  array_free(facts->context, &words);
  return status;
}

followup_status say_full_name(struct facts *facts, enum draft_fact fact, const char *name, size_t length) {
  followup_status status = fact_set(facts, fact, name, length);
  if (status != FOLLOWUP_OK || !facts->known[fact]) return status;
  char *line = facts->texts[fact]; /* ours until the name is made of it */
  facts->texts[fact] = NULL;
  status = put_in_order(facts, fact, cut_degrees(cut_additions((struct stretch){line, strlen(line)})));
  memory_give(facts->context, line);
  return status;
}

/* The greeting */

/* What stands before the name, and the title of it that one is greeted by: "Prof." of "Prof. Dr. rer. nat.". */
struct address {
  const char *title; /* or NULL */
  struct stretch name;
};

static struct address read_titles(struct stretch name) {
  struct address address = {NULL, name};
  bool plain = true; /* "Frau" gives way to the "Dr." behind it */
  for (struct stretch rest = name; rest.length > 0; rest = behind_first(rest)) {
    struct stretch word = first_word(rest);
    const char *title =
        listed(&draft_list_doctors, word) != NULL ? draft_list_doctors.words[0] : listed(&draft_list_titles, word);
    if (title == NULL && listed(&draft_list_title_parts, word) == NULL) return address;
    if (title != NULL && plain) {
      address.title = title;
      plain = listed(&draft_list_plain_titles, word) != NULL;
    }
    address.name = behind_first(rest);
  }
  return (struct address){NULL, name}; /* nothing but titles */
}

/*
 * Where the family name comes first, as in "Kovács István" and "山田 太郎", nothing in a name tells so, and "HR Team"
 * is nobody's: only a word that is known as a given name is taken for one. "SUZUKI Hanako": who writes a word in
 * capitals sets the family name apart.
 */
static bool is_given_name(struct stretch word) {
  return has_small(word) && !begins_small(word) && is_listed_given_name(word.start, word.length);
}

/* "Kovács István", "SUZUKI Hanako": the last word is the given name, as far as anybody can tell. */
static bool may_end_in_given_name(struct stretch name) {
  struct stretch first = first_word(name), last = last_word(name);
  return !has_small(last) || (!is_given_name(first) && (!has_small(first) || is_given_name(last)) && first.length > 2);
}

/* The family name with what belongs to it, "van der Berg"; the whole name where nobody knows which word that is. */
static struct stretch family_name(struct stretch name) {
  struct stretch rest = behind_first(name);
  if (rest.length == 0 || begins_small(name) || may_end_in_given_name(name)) return name;
  while (!begins_small(rest) && behind_first(rest).length > 0) rest = behind_first(rest);
  return rest;
}

/* "Dear Dr. Raman", but "Dear Sir John". */
static struct stretch name_behind_title(struct stretch title, struct stretch name) {
  return listed(&draft_list_given_titles, title) != NULL ? first_word(name) : family_name(name);
}

static followup_status say_titled(struct facts *facts, const char *title, struct stretch name) {
  byte_array words = {NULL, 0, 0};
  size_t length = strlen(title), used = length + 1 + name.length;
  if (!array_reserve(facts->context, &words, used)) return FOLLOWUP_E_MEMORY;
  memcpy(words.items, title, length);
  words.items[length] = ' ';
  memcpy(words.items + length + 1, name.start, name.length);
  followup_status status = fact_set(facts, FACT_NAME, words.items, used);
  array_free(facts->context, &words);
  return status;
}

static followup_status say_to(struct facts *facts, struct stretch whole, bool formal) {
  bool unclear = memchr(whole.start, ',', whole.length) != NULL;
  struct address address = unclear ? (struct address){NULL, whole} : read_titles(whole);
  struct stretch name = address.name, first = first_word(name);
  if (address.title != NULL) {
    struct stretch title = {address.title, strlen(address.title)};
    return say_titled(facts, address.title, name_behind_title(title, name));
  }
  bool all = unclear || formal || first.length == name.length || !is_given_name(first);
  return fact_set(facts, FACT_NAME, name.start, all ? name.length : first.length);
}

followup_status say_greeting_name(struct facts *facts, const char *name, size_t length, bool formal) {
  followup_status status = say_full_name(facts, FACT_PERSON, name, length);
  if (status != FOLLOWUP_OK || !facts->known[FACT_PERSON]) return status;
  const char *line = facts->texts[FACT_PERSON];
  if (strchr(line, '@') == NULL) status = say_to(facts, (struct stretch){line, strlen(line)}, formal);
  fact_forget(facts, FACT_PERSON);
  return status;
}
